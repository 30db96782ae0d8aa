"""How long a tick takes, beside a plain copy of the same columns in memory: `python benchmarks/tick.py`.

Milliseconds depend on the machine; the ratio hardly does, because both are measured in turn in the same process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from sandbox import bootstrap

bootstrap.ensure()

from dataclasses import fields
from statistics import median
from time import perf_counter
from typing import Final

import numpy as np

from sandbox.engine.happenings.happening import Happening
from sandbox.engine.params import Parameters
from sandbox.engine.people import People
from sandbox.engine.tick import tick
from sandbox.engine.ties import Ties
from sandbox.engine.world import Ground, World

SIZES: Final = (100, 1_000, 5_000)
TIES_EACH: Final = 20
METRES_EACH: Final = 4.0
"""people stand on a grid of this width, some off their spot"""
WARM_UP: Final = 20
"""ticks before measuring, so that somebody is hurt, seen and talked about"""
SECONDS: Final = 3.0
"""for which each size is measured, at least MEASURED ticks"""
MEASURED: Final = 15
HURT: Final = 12
"""one in so many people is hurt"""


def main() -> None:
    """Print one line for each size."""
    print(f"{'people':>7} {'ties':>8} {'tick, ms':>10} {'copy, ms':>10} {'ratio':>8}")
    for size in SIZES:
        world = warm(crowd(size))
        tick_seconds, copy_seconds = measure(world)
        print(
            f"{size:>7,} {len(world.ties):>8,} {tick_seconds * 1000:>10.2f} {copy_seconds * 1000:>10.3f} "
            f"{tick_seconds / copy_seconds:>8.1f}"
        )


def crowd(size: int) -> World:
    """Set up so many people, each with ties to TIES_EACH others who stand near: friends, rivals and strangers."""
    rng = np.random.default_rng(size)
    across = int(np.ceil(np.sqrt(size)))
    spot = np.arange(size)
    x = (spot % across + rng.uniform(0.1, 0.9, size)) * METRES_EACH
    y = (spot // across + rng.uniform(0.1, 0.9, size)) * METRES_EACH
    people = People.of(size, x=x, y=y, home_x=x, home_y=y, sympathy=rng.uniform(0.2, 1, size))
    steps = [step for step in range(-TIES_EACH // 2, TIES_EACH // 2 + 1) if step]
    observer = np.repeat(spot, TIES_EACH)
    target = (observer + np.tile(steps, size)) % size
    ties = Ties.of(observer, target, affinity=rng.uniform(-0.6, 1, len(observer)))
    params = Parameters().with_settings({"most_ties": TIES_EACH})
    side = across * METRES_EACH
    ground = Ground(side, side, np.empty((0, 4)), np.empty(0, np.bool_))
    return World.start(people, ties, ground, params, seed=size, off=frozenset())


def warm(world: World) -> World:
    """Hurt some, and let it sink in."""
    world = tick(world, [Happening("hurt", who) for who in range(0, len(world.people), HURT)])
    for _ in range(WARM_UP):
        world = tick(world)
    return world


def measure(world: World) -> tuple[float, float]:
    """Give the median seconds of a tick, and of a copy of all columns, taken in turn."""
    ticks: list[float] = []
    copies: list[float] = []
    until = perf_counter() + SECONDS
    while perf_counter() < until or len(ticks) < MEASURED:
        begin = perf_counter()
        copy(world)
        between = perf_counter()
        world = tick(world)
        ticks.append(perf_counter() - between)
        copies.append(between - begin)
    return median(ticks), median(copies)


def copy(world: World) -> list[np.ndarray]:
    """Copy every column of the people and the ties."""
    return [getattr(table, column.name).copy() for table in (world.people, world.ties) for column in fields(table)]


if __name__ == "__main__":
    main()
