"""Which way bodies lean: into the way they walk, and friends together; of those who stop see `skidding`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.session.seen.tie_sums import STRONG, returned

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.session.frame import Frame

WALKS: Final = 0.15
"""Metres per second above which somebody walks."""
SIDEWAYS: Final = 0.35
"""The part of a way that goes to one side, from which on a body leans there."""
BESIDE: Final = 2.6
"""Metres within which friends lean together."""
LEVEL: Final = 1.2
"""Metres by which one of them may stand farther down: who is behind the other cannot lean there."""
CROWD: Final = 160
"""Among more people friends stand upright."""


_latest: list[tuple[Frame, Ints]] = []


def into_ways(frame: Frame) -> Ints:
    """Return (N,) -1 for who walks to the left, 1 to the right, else 0; worked out once for a frame."""
    if not _latest or _latest[0][0] is not frame:
        _latest[:] = [(frame, _into_ways(frame))]
    return _latest[0][1]


def _into_ways(frame: Frame) -> Ints:
    people, before = frame.people, frame.before
    if len(before) != len(people):
        return np.zeros(len(people), np.int64)
    across, down = people.x - before.x, people.y - before.y
    sides = np.abs(across) > SIDEWAYS * np.hypot(across, down)
    return np.where(sides & (people.speed > WALKS), np.sign(across), 0.0).astype(np.int64)


def to_friends(frame: Frame) -> Ints:
    """Return (N,) to which side everybody who stands has the nearest friend who likes them too and is beside them."""
    ties, people = frame.ties, frame.people
    found = np.zeros(len(people), np.int64)
    if len(people) > CROWD:
        return found
    rows = np.flatnonzero(ties.affinity > STRONG)
    rows = rows[returned(ties, rows, len(people))]
    one, other = ties.observer[rows], ties.target[rows]
    across, down = people.x[other] - people.x[one], people.y[other] - people.y[one]
    near = (
        (np.hypot(across, down) < BESIDE) & (np.abs(down) < LEVEL) & (people.present[one] * people.present[other] > 0)
    )
    one, across = one[near], across[near]
    nearest_last = np.argsort(-np.abs(across), kind="stable")
    found[one[nearest_last]] = np.sign(across[nearest_last]).astype(np.int64)
    return np.where(people.speed > WALKS, 0, found)
