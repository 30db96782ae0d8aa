"""How long a picture takes, beside filling the window and blitting as many sprites: `python benchmarks/frame.py`.

Milliseconds depend on the machine; the ratio hardly does, because both are measured in turn in the same process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.update(OPENBLAS_NUM_THREADS="1", SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

from sandbox import bootstrap

bootstrap.ensure()

from statistics import median, quantiles
from typing import TYPE_CHECKING, Any, Final

import pygame
from clock import seconds
from square import level
from stored import parser, report

from sandbox.session.session import Session
from sandbox.view.canvas import palette
from sandbox.view.canvas.camera import Camera
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Mapping

DESK: Final = (1280, 800)
CLASSROOM: Final = (1920, 1080)
CASES: Final[dict[str, tuple[int, tuple[int, int], dict[str, Any]]]] = {
    "60": (60, DESK, {}),
    "60, one chosen": (60, DESK, {"selected": 0}),
    "60, show all": (60, DESK, {"selected": 0, "show_all": True}),
    "60, projector": (60, CLASSROOM, {"projector": True}),
    "1,000": (1_000, DESK, {}),
    "1,000, chosen": (1_000, DESK, {"selected": 0}),
}
"""Of each line: how many people, the size of the window, and how they are looked at."""
SECONDS: Final = 10.0
"""of game time drawn, after the first"""
PATIENCE: Final = 20.0
"""real seconds after which a case has been measured enough"""
FRAMES_PER_SECOND: Final = 60
TICKS_PER_SECOND: Final = 10
EACH: Final = FRAMES_PER_SECOND // TICKS_PER_SECOND
"""pictures of a tick"""
SPRITE_PX: Final = 48


def main(commit: str | None) -> None:
    """Print one line for each case, and the ratios beside those that are stored."""
    ratios = {}
    pygame.display.init()
    pygame.font.init()
    print(f"{'people':>14} {'first, ms':>10} {'median, ms':>11} {'p99, ms':>9} {'plain, ms':>10} {'ratio':>7}")
    for name, (size, window, look) in CASES.items():
        drawn, plain, first = measure(pygame.display.set_mode(window), Session(level(size)), look)
        ratios[f"picture/plain, {name}"] = median(drawn) / median(plain)
        ratios[f"after tick/others, {name}"] = median(drawn[::EACH]) / median(
            [one for number, one in enumerate(drawn) if number % EACH]
        )
        print(
            f"{name:>14} {first * 1000:>10.0f} {median(drawn) * 1000:>11.2f} "
            f"{quantiles(drawn, n=100)[-1] * 1000:>9.2f} "
            f"{median(plain) * 1000:>10.3f} {median(drawn) / median(plain):>7.1f}"
        )
    report(ratios, commit)


def measure(
    surface: pygame.Surface, session: Session, look: Mapping[str, Any]
) -> tuple[list[float], list[float], float]:
    """Return the seconds of each picture, of a plain one with as many sprites, in turn, and of the first picture."""
    stage = Stage()
    camera = Camera.fit(session.level.map, surface.get_rect())
    sprite = pygame.Surface((SPRITE_PX, SPRITE_PX), pygame.SRCALPHA)
    pygame.draw.circle(sprite, palette.BLUE, sprite.get_rect().center, SPRITE_PX // 2)
    drawn: list[float] = []
    plain: list[float] = []
    first = 0.0
    frame = session.frame()
    until = seconds() + PATIENCE
    for number in range(int((1 + SECONDS) * FRAMES_PER_SECOND)):
        if number % EACH == 0:
            session.step()
            frame = session.frame()
        alpha = number % EACH / EACH
        viewpoint = Viewpoint(camera=camera, alpha=alpha, seconds=number / FRAMES_PER_SECOND, **look)
        spots = list(zip(*camera.many_to_screen(frame.people.x, frame.people.y), strict=True))
        begin = seconds()
        surface.fill(palette.GRASS)
        surface.fblits([(sprite, spot) for spot in spots])
        between = seconds()
        stage.draw(surface, frame, viewpoint)
        end = seconds()
        first = first or end - between
        if number >= FRAMES_PER_SECOND:
            drawn.append(end - between)
            plain.append(between - begin)
        if end > until:
            break
    return drawn, plain, first


if __name__ == "__main__":
    main(parser("Measure the picture.").parse_args().store)
