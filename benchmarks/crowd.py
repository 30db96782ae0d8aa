"""The crowd that the benchmarks measure: people on a wide lawn, everybody with ties to others who stand near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.happenings.happening import Event
from sandbox.engine.params import Parameters
from sandbox.engine.people import People
from sandbox.engine.ties import Ties
from sandbox.engine.world import Ground, World

if TYPE_CHECKING:
    from numpy.typing import NDArray

TIES_EACH: Final = 20
METRES_EACH: Final = 4.0
"""people stand on a grid of this width, some off their spot"""
HURT: Final = 12
"""one in so many people is hurt"""


def crowd(size: int) -> World:
    """Set up so many people, each with ties to TIES_EACH others who stand near: friends, rivals and strangers."""
    rng = np.random.default_rng(size)
    x, y, side = spots(size)
    people = People.of(size, x=x, y=y, home_x=x, home_y=y, sympathy=rng.uniform(0.2, 1, size))
    observer, target = pairs(size)
    ties = Ties.of(observer, target, affinity=rng.uniform(-0.6, 1, len(observer)))
    params = Parameters().with_settings({"most_ties": TIES_EACH})
    ground = Ground(side, side, np.empty((0, 4)), np.empty(0, np.bool_))
    return World.start(people, ties, ground, params, seed=size, off=frozenset())


def spots(size: int) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Return where everybody stands, and the width of the lawn, in metres."""
    rng = np.random.default_rng(size)
    across = int(np.ceil(np.sqrt(size)))
    place = np.arange(size)
    x = (place % across + rng.uniform(0.1, 0.9, size)) * METRES_EACH
    y = (place // across + rng.uniform(0.1, 0.9, size)) * METRES_EACH
    return x, y, across * METRES_EACH


def pairs(size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return who has whom in mind: the ten before and the ten behind in the rows of the lawn."""
    steps = [step for step in range(-TIES_EACH // 2, TIES_EACH // 2 + 1) if step]
    observer = np.repeat(np.arange(size), TIES_EACH)
    return observer, (observer + np.tile(steps, size)) % size


def hurts(size: int, first: int = 0) -> list[Event]:
    """Let one in HURT people be hurt, from number `first` on."""
    return [Event("hurt", who) for who in range(first, size, HURT)]
