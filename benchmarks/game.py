"""How evenly the whole game draws, and what a moving mouse costs: `python benchmarks/game.py`.

Ratios of pictures in one run: the first after a tick to the others of that tick, and one before which the mouse moved
twenty times over people to one before which it rested. The tick itself and the sounds are not measured here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.update(OPENBLAS_NUM_THREADS="1", SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

from sandbox import bootstrap

bootstrap.ensure()

from statistics import mean, median
from typing import Final

import numpy as np
import pygame
from clock import seconds
from square import level
from stored import parser, report

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.ui.scenes.play import Play
from sandbox.ui.state import Shell

WINDOW: Final = (1280, 800)
SIZES: Final = (12, 60, 1_000)
EACH: Final = 6
"""pictures of a tick"""
WARM_UP: Final = 3 * TICKS_PER_SECOND
TICKS: Final = 12 * TICKS_PER_SECOND
MOTIONS: Final = 20


def main(commit: str | None) -> None:
    """Print one line for each number of people, and the ratios beside those that are stored."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(WINDOW)
    ratios = {}
    heads = f"{'people':>7} {'after tick, ms':>15} {'others, ms':>11} {'ratio':>6}"
    print(f"{heads} {'resting, ms':>12} {'moving, ms':>11} {'ratio':>6}")
    for size in SIZES:
        first, others = evenness(surface, size)
        resting, moving = mouse(surface, size)
        ratios[f"game after tick/others, {size:,}"] = first / others
        ratios[f"game moving/resting, {size:,}"] = moving / resting
        print(
            f"{size:>7,} {first * 1000:>15.2f} {others * 1000:>11.2f} {first / others:>6.2f} "
            f"{resting * 1000:>12.2f} {moving * 1000:>11.2f} {moving / resting:>6.2f}"
        )
    report(ratios, commit)


def evenness(surface: pygame.Surface, size: int) -> tuple[float, float]:
    """Return the median seconds of the first picture after a tick, and of the others."""
    play = Play(Shell(), level(size), WINDOW)
    first: list[float] = []
    others: list[float] = []
    for number in range((WARM_UP + TICKS) * EACH):
        place = number % EACH
        if place == 0:
            play.step()
        spent = picture(play, surface, place / EACH)
        if number >= WARM_UP * EACH:
            (others if place else first).append(spent)
    return median(first), median(others)


def mouse(surface: pygame.Surface, size: int) -> tuple[float, float]:
    """Return the mean seconds of a picture before which the mouse rested, and of one before which it went along people.

    Both kinds come in turn. Where the mouse ends, there is somebody.
    """
    play = Play(Shell(), level(size), WINDOW)
    play.step(WARM_UP)
    resting: list[float] = []
    moving: list[float] = []
    people = play.frame.people
    x, y = play.camera.many_to_screen(people.x, people.y - 0.5)
    over = np.flatnonzero([play.on_map(pygame.Vector2(spot)) for spot in zip(x, y, strict=True)])
    for number in range(TICKS):
        spots = [over[(number * MOTIONS + step) % len(over)] for step in range(MOTIONS)] if number % 2 else []
        begin = seconds()
        for who in spots:
            spot = (round(float(x[who])), round(float(y[who])))
            play.handle(pygame.Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 1), buttons=(0, 0, 0)))
        picture(play, surface, 1.0)
        (moving if number % 2 else resting).append(seconds() - begin)
    return mean(resting), mean(moving)


def picture(play: Play, surface: pygame.Surface, alpha: float) -> float:
    """Draw one, so far between two ticks, and return its seconds."""
    play.shell.clock += 1 / (EACH * TICKS_PER_SECOND)
    play.playback.accumulator = alpha
    begin = seconds()
    play.pointer.follow()
    play.draw(surface)
    return seconds() - begin


if __name__ == "__main__":
    main(parser("Measure how evenly the game draws.").parse_args().store)
