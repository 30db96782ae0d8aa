"""How much memory the window takes: `python benchmarks/window_memory.py [--minutes N] [--size WxH]`, on Linux.

It plays as fast as it can what a restless player does: turns the wheel, drags the map, opens panels, changes lenses and
does something to people, all at random. Then the window is made small again, as it was at first.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.update(OPENBLAS_NUM_THREADS="1", SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

from sandbox import bootstrap

bootstrap.ensure()

import random
from argparse import ArgumentParser
from statistics import quantiles
from typing import TYPE_CHECKING, Final

import pygame
from clock import seconds
from square import level

from sandbox.ui import verbs
from sandbox.ui.panels.registry import DOCKS
from sandbox.ui.scenes.play import Play
from sandbox.ui.state import Shell
from sandbox.view.canvas.picture_cache import PICTURES
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from collections.abc import Callable

SMALL: Final = (1280, 800)
PER_SECOND: Final = 20
"""pictures of a second of play"""
CALM: Final = 10
"""seconds of play in the small window, before and after"""
LINES: Final = 10
"""how often the figure is printed on the way"""
NEXT: Final = 4
"""the player does something before one in so many pictures"""
STATM: Final = Path("/proc/self/statm")
PAGE: Final = 4096


def main(size: tuple[int, int], minutes: float, people: int) -> None:
    """Print the memory before, on the way, and after."""
    pygame.display.init()
    pygame.font.init()
    play = Play(Shell(), level(people), SMALL)
    rng = random.Random(people)  # noqa: S311 - a restless player, no secret
    look(play, SMALL, CALM * PER_SECOND)
    before = resident()
    print(f"{people} people, {SMALL[0]}×{SMALL[1]}: {before:.0f} MB; pictures kept: {PICTURES.taken / 1e6:.0f} MB")
    play.resize(size)
    pictures = round(minutes * 60 * PER_SECOND)
    spent: list[float] = []
    for part in range(LINES):
        spent += look(play, size, pictures // LINES, lambda: act(play, rng))
        cache = f"pictures kept: {PICTURES.taken / 1e6:.0f} of {PICTURES.budget / 1e6:.0f} MB"
        print(f"{size[0]}×{size[1]}, {(part + 1) * minutes / LINES:4.1f} min: {resident():.0f} MB; {cache}")
    play.state.dock = ""
    play.resize(SMALL)
    look(play, SMALL, CALM * PER_SECOND)
    after = resident()
    print(f"{SMALL[0]}×{SMALL[1]} again: {after:.0f} MB, {after - before:+.0f}; kept: {PICTURES.taken / 1e6:.0f} MB")
    places = quantiles(spent, n=100)
    shown = f"median {places[49] * 1000:.0f}, p99 {places[98] * 1000:.0f}, worst {max(spent) * 1000:.0f}"
    print(f"A picture took, of the processor's time in ms: {shown}.")


def look(play: Play, size: tuple[int, int], pictures: int, do: Callable[[], object] = lambda: None) -> list[float]:
    """Draw so many pictures in a window of a size, with something done before each, and return the seconds of each."""
    surface = pygame.display.set_mode(size)
    spent = []
    for _ in range(pictures):
        do()
        play.update(1 / PER_SECOND)
        begin = seconds()
        play.draw(surface)
        spent.append(seconds() - begin)
    return spent


def act(play: Play, rng: random.Random) -> None:
    """Do, now and then, one thing that players do."""
    if rng.randrange(NEXT):
        return
    spot = (rng.randrange(play.size[0]), rng.randrange(play.size[1]))
    play.handle(pygame.Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 1), buttons=(0, 0, 0)))
    play.pointer.follow()
    deeds: list[Callable[[], object]] = [
        lambda: play.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=rng.choice((-3, -2, -1, 1, 2, 3)))),
        lambda: play.pan(rng.randrange(-400, 400), rng.randrange(-300, 300)),
        lambda: play.perform(verbs.TOUCH(rng.randrange(len(play.frame.people)))),
        lambda: play.perform(verbs.DOCK(rng.choice(sorted(DOCKS)))),
        lambda: play.perform(verbs.LENS(rng.choice(LENSES))),
    ]
    rng.choices(deeds, (8, 3, 4, 1, 1))[0]()


def resident() -> float:
    """Return how much memory this process holds now, in MB."""
    return int(STATM.read_text(encoding="ascii").split()[1]) * PAGE / 1e6


def size_of(words: str) -> tuple[int, int]:
    """Read WIDTHxHEIGHT."""
    width, height = words.split("x")
    return int(width), int(height)


if __name__ == "__main__":
    parser = ArgumentParser(description="Measure the memory of the window.")
    parser.add_argument("--size", type=size_of, default=(1920, 1080))
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--people", type=int, default=12)
    given = parser.parse_args()
    main(given.size, given.minutes, given.people)
