"""Which way bodies lean: into the way they walk, and friends together; of those who stop see `skidding`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.session.seen.tie_sums import STRONG

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


class Leaning(NamedTuple):
    """(N,) columns: -1 to the left, 1 to the right, else 0."""

    ways: Ints
    """into the way"""
    friends: Ints
    """towards a friend"""


_latest: list[tuple[Frame, Leaning]] = []


def leaning(frame: Frame) -> Leaning:
    """Return which way everybody leans; worked out once for a frame."""
    if not _latest or _latest[0][0] is not frame:
        _latest[:] = [(frame, _leaning(frame))]
    return _latest[0][1]


def _leaning(frame: Frame) -> Leaning:
    people, before = frame.people, frame.before
    nobody = np.zeros(len(people), np.int64)
    friends = _friends(frame) if len(people) <= CROWD else nobody
    if len(before) != len(people):
        return Leaning(nobody, friends)
    across, down = people.x - before.x, people.y - before.y
    far = np.hypot(across, down)
    sides = np.where(np.abs(across) > SIDEWAYS * far, np.sign(across), 0.0).astype(np.int64)
    walks = people.speed > WALKS
    return Leaning(np.where(walks, sides, 0), np.where(walks, 0, friends))


def _friends(frame: Frame) -> Ints:
    """Return (N,) to which side everybody has the nearest friend who likes them too and stands beside them."""
    ties, people = frame.ties, frame.people
    found = np.zeros(len(people), np.int64)
    rows = np.flatnonzero(ties.affinity > STRONG)
    one, other = ties.observer[rows], ties.target[rows]
    mutual = np.isin(other * len(people) + one, one * len(people) + other)
    one, other = one[mutual], other[mutual]
    across, down = people.x[other] - people.x[one], people.y[other] - people.y[one]
    near = (
        (np.hypot(across, down) < BESIDE) & (np.abs(down) < LEVEL) & (people.present[one] * people.present[other] > 0)
    )
    one, across = one[near], across[near]
    nearest_last = np.argsort(-np.abs(across), kind="stable")
    found[one[nearest_last]] = np.sign(across[nearest_last]).astype(np.int64)
    return found
