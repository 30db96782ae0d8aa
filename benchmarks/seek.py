"""How long it takes to go to another moment: `python benchmarks/seek.py [SIZE ...] [--dragged SIZE ...]`.

Of ten minutes of play, and in the window, of a minute and a half, while a hand drags the strip of time. Milliseconds
depend on the machine; the ratio to a tick hardly does, because both are measured in one process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.update(OPENBLAS_NUM_THREADS="1", SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

from sandbox import bootstrap

bootstrap.ensure()

from functools import partial
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame
from clock import seconds
from square import level
from stored import parser, report

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.session import Session
from sandbox.ui.scenes.play import Play
from sandbox.ui.state import Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SIZES: Final = (12, 60)
TICKS: Final = 600 * TICKS_PER_SECOND
SEEKS: Final = 120
"""seeks to anywhere, one in each of as many stretches of the play"""
NEAR: Final = 3 * TICKS_PER_SECOND
"""how far from one place the pointer goes, to either side"""
TIMES: Final = 4
"""how often it goes to and fro"""
WITHIN: Final = 0.04
"""seconds that a seek may take out of one picture while the pointer drags"""
DRAGGED: Final = (60, 250, 500, 1_000)
WINDOW: Final = (1280, 800)
PLAYED: Final = 90 * TICKS_PER_SECOND
FRAMES: Final = 240
"""pictures while the strip is dragged"""
FARTHEST: Final = 15
"""pictures from one place that the hand goes to on the strip to the next, at most"""


def main(sizes: list[int], dragged: list[int], commit: str | None) -> None:
    """Print one line for each number of people, and the ratios beside those that are stored."""
    report(seeks(sizes) | drags(dragged), commit)


def seeks(sizes: list[int]) -> dict[str, float]:
    """Print what it takes to go to a moment, and return that as ratios to a tick."""
    ratios: dict[str, float] = {}
    print(f"{'people':>7} {'tick, ms':>9} {'seek, ms':>9} {'worst':>7} {'near':>7} {'again':>7} {'dragging':>9}")
    for size in sizes:
        session = Session(level(size))
        tick = median(timed(session.step for _ in range(TICKS)))
        anywhere = timed(partial(session.seek, to) for to in scattered(size))
        middle = TICKS // 3
        near, *again = (max(timed(partial(session.seek, to) for to in around(middle))) for _ in range(TIMES))
        dragging = max(timed(partial(session.seek, to, within=WITHIN) for to in scattered(size + 1)))
        found = {"median": median(anywhere), "worst": max(anywhere), "near": near, "near again": max(again)}
        ratios |= {f"seek {name}/tick, {size:,}": spent / tick for name, spent in found.items()}
        row = " ".join(f"{spent * 1000:>7.1f}" for spent in found.values())
        print(f"{size:>7,} {tick * 1000:>9.2f}   {row} {dragging * 1000:>9.1f}")
    return ratios


def drags(sizes: list[int]) -> dict[str, float]:
    """Print what the pictures take while the strip is dragged, and return the longest as ratios to a tick."""
    ratios = {}
    pygame.display.init()
    pygame.font.init()
    print(f"{'people':>7} {'tick, ms':>9} {'picture while dragged, ms':>26} {'p99':>7} {'longest':>9}")
    for size in sizes:
        play = Play(Shell(), level(size), WINDOW)
        tick = median(timed(play.session.step for _ in range(PLAYED)))
        found = drag(play, size)
        longest = max(found)
        ratios[f"longest picture while dragged/tick, {size:,}"] = longest / tick
        row = f"{median(found) * 1000:>26.1f} {quantiles(found, n=100)[98] * 1000:>7.1f} {longest * 1000:>9.1f}"
        print(f"{size:>7,} {tick * 1000:>9.2f} {row}")
    return ratios


def drag(play: Play, seed: int) -> list[float]:
    """Drag the strip to and fro, and return the seconds of each picture with all that goes before it."""
    surface = pygame.display.set_mode(WINDOW)
    play.look_again()
    play.state.paused = True
    for _ in range(FARTHEST):
        play.update(1 / 60)
        play.draw(surface)
    strip = play.control("time.strip")
    assert strip is not None, "There is a strip of time."
    left, right, y = strip.rect.left + 2, strip.rect.right - 2, strip.rect.centery

    def picture(x: int) -> None:
        play.handle(pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(1, 0), buttons=(1, 0, 0)))
        play.update(1 / 60)
        play.draw(surface)

    picture(left)
    play.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(left, y), button=1))
    return timed(partial(picture, x) for x in swept(left, right, seed))


def swept(left: int, right: int, seed: int) -> list[int]:
    """Return where a hand is on a strip, picture by picture, that goes from place to place, now fast, now slowly."""
    rng = np.random.default_rng(seed)
    found = [left]
    while len(found) < FRAMES:
        there = np.linspace(found[-1], rng.integers(left, right), int(rng.integers(2, FARTHEST)))
        found += [round(float(x)) for x in there[1:]]
    return found


def timed(calls: Iterable[Callable[[], object]]) -> list[float]:
    """Return the seconds that each call takes."""
    spent = []
    for call in calls:
        begin = seconds()
        call()
        spent.append(seconds() - begin)
    return spent


def scattered(seed: int) -> list[int]:
    """Return ticks all over the play, in no order."""
    rng = np.random.default_rng(seed)
    stretch = TICKS // SEEKS
    ticks = np.arange(SEEKS) * stretch + rng.integers(0, stretch, SEEKS)
    return [int(tick) for tick in rng.permutation(ticks)]


def around(middle: int) -> list[int]:
    """Return ticks to and fro about a place, as a hand drags."""
    there = [*range(middle - NEAR, middle + NEAR, 3)]
    return [*there, *reversed(there)]


if __name__ == "__main__":
    arguments = parser("Measure whether going to another moment is a look-up.")
    arguments.add_argument("sizes", type=int, nargs="*", metavar="PEOPLE", default=list(SIZES))
    arguments.add_argument("--dragged", type=int, nargs="*", metavar="PEOPLE", default=list(DRAGGED))
    given = arguments.parse_args()
    main(given.sizes, given.dragged, given.store)
