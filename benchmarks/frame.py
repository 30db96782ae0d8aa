"""How long a picture takes, beside filling the window and blitting as many sprites: `python benchmarks/frame.py`.

Milliseconds depend on the machine; the ratio hardly does, because both are measured in turn in the same process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])
os.environ.update(OPENBLAS_NUM_THREADS="1", SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

from sandbox import bootstrap

bootstrap.ensure()

from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pygame

from sandbox.scenario.schema import Happening, Level, Look, Map, Person, Tie
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
FRIENDS: Final = 14
"""the first person has so many friends"""
HATS: Final = ("none", "cap", "bow", "leaf", "cone")
PATTERNS: Final = ("plain", "stripes", "dots", "checks")
COLOURS: Final = ("sky", "pink", "green", "yellow")
METRES_EACH: Final = 2.4
HURT: Final = 12
"""one in so many people is hurt"""
SECONDS: Final = 10.0
"""of game time drawn, after the first"""
PATIENCE: Final = 20.0
"""real seconds after which a case has been measured enough"""
FRAMES_PER_SECOND: Final = 60
TICKS_PER_SECOND: Final = 10
SPRITE_PX: Final = 48


def main() -> None:
    """Print one line for each case."""
    pygame.display.init()
    pygame.font.init()
    print(f"{'people':>14} {'first, ms':>10} {'median, ms':>11} {'p99, ms':>9} {'plain, ms':>10} {'ratio':>7}")
    for name, (size, window, look) in CASES.items():
        drawn, plain, first = measure(pygame.display.set_mode(window), Session(level(size)), look)
        print(
            f"{name:>14} {first * 1000:>10.0f} {median(drawn) * 1000:>11.2f} "
            f"{quantiles(drawn, n=100)[-1] * 1000:>9.2f} "
            f"{median(plain) * 1000:>10.3f} {median(drawn) / median(plain):>7.1f}"
        )


def level(size: int) -> Level:
    """Set up so many people of four groups on a square, some of whom get hurt."""
    rng = np.random.default_rng(size)
    across = int(np.ceil(np.sqrt(size * DESK[0] / DESK[1])))
    down = -(-size // across)
    people = tuple(
        Person(
            id=f"p{index}",
            name=f"Person {index}",
            x=round((index % across + float(rng.uniform(0.2, 0.8))) * METRES_EACH, 2),
            y=round((index // across + float(rng.uniform(0.2, 0.8))) * METRES_EACH, 2),
            group=COLOURS[index % len(COLOURS)],
            look=Look(
                hat=HATS[index % len(HATS)],
                pattern=PATTERNS[index % len(PATTERNS)],
                colour=COLOURS[index % len(COLOURS)],
            ),
        )
        for index in range(size)
    )
    hurt = tuple(Happening(do="hurt", at=index % 5, who=f"p{index}") for index in range(0, size, HURT))
    pairs = [(index, index + 1) for index in range(size - 1)]
    pairs += [(0, index * size // (FRIENDS + 1)) for index in range(2, FRIENDS + 1)]
    ties = tuple(Tie(source=f"p{one}", target=f"p{other}", mutual=True, affinity=0.8) for one, other in pairs)
    ground = Map(width=across * METRES_EACH, height=down * METRES_EACH)
    return Level(
        schema_version=1, id="crowd", title="Crowd", hook="Many.", map=ground, people=people, ties=ties, happenings=hurt
    )


def measure(
    surface: pygame.Surface, session: Session, look: Mapping[str, Any]
) -> tuple[list[float], list[float], float]:
    """Give the seconds of each picture, of a plain picture with as many sprites, in turn, and of the first picture."""
    stage = Stage()
    camera = Camera.fit(session.level.map, surface.get_rect())
    sprite = pygame.Surface((SPRITE_PX, SPRITE_PX), pygame.SRCALPHA)
    pygame.draw.circle(sprite, palette.BLUE, sprite.get_rect().center, SPRITE_PX // 2)
    drawn: list[float] = []
    plain: list[float] = []
    first = 0.0
    frame = session.frame()
    frames_per_tick = FRAMES_PER_SECOND // TICKS_PER_SECOND
    until = perf_counter() + PATIENCE
    for number in range(int((1 + SECONDS) * FRAMES_PER_SECOND)):
        if number % frames_per_tick == 0:
            session.step()
            frame = session.frame()
        alpha = number % frames_per_tick / frames_per_tick
        viewpoint = Viewpoint(camera=camera, alpha=alpha, seconds=number / FRAMES_PER_SECOND, **look)
        spots = list(zip(*camera.many_to_screen(frame.people.x, frame.people.y), strict=True))
        begin = perf_counter()
        surface.fill(palette.GRASS)
        surface.fblits([(sprite, spot) for spot in spots])
        between = perf_counter()
        stage.draw(surface, frame, viewpoint)
        end = perf_counter()
        first = first or end - between
        if number >= FRAMES_PER_SECOND:
            drawn.append(end - between)
            plain.append(between - begin)
        if end > until:
            break
    return drawn, plain, first


if __name__ == "__main__":
    main()
