"""How long a tick takes, beside a plain copy of columns and a toy in Mesa: `python benchmarks/tick.py [SIZE ...]`.

The copy is of as many numbers as a tick replaced at 36f4210, and always of so many: were it of what a tick replaces
now, or into new memory, a tick that replaces less or leaves its memory in better order would look dearer.

Milliseconds depend on the machine; the ratios hardly do, because all is measured in turn in the same process. Some
steps run once a second only, so whole seconds are measured, and the mean counts. Causes are recorded all the while.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from sandbox import bootstrap

bootstrap.ensure()

from importlib.util import find_spec
from statistics import mean, median
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from clock import seconds
from crowd import crowd, hurts
from stored import parser, report

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.tick import tick

if TYPE_CHECKING:
    from sandbox.engine.world import World

SIZES: Final = (12, 30, 60, 100, 1_000, 5_000, 10_000)
GROWTH_FROM: Final = 1_000
"""people from which on the growth exponent is fitted"""
WARM_UP: Final = 2 * TICKS_PER_SECOND
"""ticks before measuring, so that somebody is hurt, seen and talked about"""
SECONDS: Final = 3.0
"""for which each size is measured"""
LEAST: Final = 2 * TICKS_PER_SECOND
"""ticks that are measured at least"""
TOY_STEPS: Final = 4
COPIED: Final = (37, 28)
"""columns of people and of ties that are copied"""


class Measured(NamedTuple):
    """Seconds."""

    ticks: list[float]
    copies: list[float]


def main(sizes: list[int], commit: str | None) -> None:
    """Print one line for each size, how time grows with it, and the ratios beside those that are stored."""
    toys = find_spec("mesa") is not None
    print(
        f"{'people':>7} {'ties':>8} {'mean, ms':>9} {'median':>8} {'worst':>8} {'copy, ms':>9} {'ratio':>6} "
        f"{'records':>8} {'Mesa toy, ms':>13} {'toy/mean':>9}"
    )
    means, ratios = {}, {}
    for size in sizes:
        world = warm(size)
        written = world.causes.count
        world, measured = measure(world)
        means[size] = mean(measured.ticks)
        toy = toy_seconds(size) if toys else float("nan")
        records = (world.causes.count - written) / len(measured.ticks)
        ratio = ratios[f"tick/copy, {size:,}"] = means[size] / mean(measured.copies)
        print(
            f"{size:>7,} {len(world.ties):>8,} {means[size] * 1000:>9.2f} {median(measured.ticks) * 1000:>8.2f} "
            f"{max(measured.ticks) * 1000:>8.2f} {mean(measured.copies) * 1000:>9.3f} {ratio:>6.1f} {records:>8.1f} "
            f"{toy * 1000:>13.1f} {toy / means[size]:>9.1f}"
        )
    large = [size for size in sizes if size >= GROWTH_FROM]
    if len(large) > 1:
        growth = np.polyfit(np.log(large), np.log([means[size] for size in large]), 1)[0]
        print(f"Time grows with people to the power of {growth:.2f}, from {large[0]:,} to {large[-1]:,}.")
    if not toys:
        print("Mesa is not installed, so there is no toy to compare with: python -m pip install mesa")
    report(ratios, commit)


def warm(size: int) -> World:
    """Hurt some, and let it sink in."""
    world = tick(crowd(size), hurts(size))
    for _ in range(WARM_UP - 1):
        world = tick(world)
    return world


def measure(world: World) -> tuple[World, Measured]:
    """Return the seconds of each tick, and of a copy of columns as long as those of the world, taken in turn."""
    measured = Measured([], [])
    lengths = len(world.people), len(world.ties)
    pairs = [
        (np.ones(length), np.ones(length)) for count, length in zip(COPIED, lengths, strict=True) for _ in range(count)
    ]
    until = seconds() + SECONDS
    while seconds() < until or len(measured.ticks) < LEAST or world.tick % TICKS_PER_SECOND:
        begin = seconds()
        world = tick(world)
        measured.ticks.append(seconds() - begin)
        copy(pairs)  # What the tick has left in the processor's cache shall not count.
        begin = seconds()
        copy(pairs)
        measured.copies.append(seconds() - begin)
    return world, measured


def copy(pairs: list[tuple[np.ndarray, np.ndarray]]) -> None:
    """Copy the first column of each pair to the second."""
    for source, target in pairs:
        target[:] = source


def toy_seconds(size: int) -> float:
    """Return the mean seconds of a step of the toy."""
    from toy import Toy

    model = Toy(size)
    model.step()
    begin = seconds()
    for _ in range(TOY_STEPS):
        model.step()
    return (seconds() - begin) / TOY_STEPS


if __name__ == "__main__":
    arguments = parser("Measure a tick of the whole engine.")
    arguments.add_argument("sizes", type=int, nargs="*", metavar="PEOPLE", default=list(SIZES))
    given = arguments.parse_args()
    main(given.sizes, given.store)
