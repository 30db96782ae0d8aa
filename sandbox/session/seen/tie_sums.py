"""What the picture needs to know of the ties: who is watched, blamed, credited, and how one observer has the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.frozen import frozen
from sandbox.session.seen.meters import as_things, watchers
from sandbox.session.seen.thresholds import A_PERSON, ATTENDED, GRUDGE

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.ties import Ties
    from sandbox.session.frame import Frame

PLAINLY: Final = 0.7
"""Personhood from which on somebody is plainly a person."""
HALF: Final = 1 / 3
"""How much of a thing half a person is."""
HOSTILE: Final = -0.15
MATTERS: Final = 0.3
TOO_WELL: Final = 0.45
"""How much better than the truth a belief must be to count as "they're fine"."""
REJOICES: Final = 0.45
STRONG: Final = 0.5
"""A friendship or enmity worth a line when nobody is selected."""
ADORES: Final = 0.6
REVERES: Final = 0.8
"""Affinity and importance above which somebody is looked up to."""
PEBBLE_WEIGHT: Final = 0.25
"""How much blame one pebble stands for."""


class Regard(NamedTuple):
    """How far one person is a person to another."""

    who: int
    whom: int
    face: str
    """thing, half, person or taken"""


@frozen
class TieSums:
    """Sums over everybody's minds, by person."""

    watchers: Ints
    """(N,) how many attend to them"""
    pebbles: Ints
    """(N,) how much is held against them"""
    stars: Ints
    """(N,) how much is held in their favour"""
    admirers: Ints
    """(N,) how many look up to them without being looked up to: they are an idol (T27)"""

    @classmethod
    def of(cls, frame: Frame) -> TieSums:
        """Add up the ties of a frame."""
        ties, count = frame.ties, len(frame.people)
        return cls(
            watchers(ties, count),
            weighed(ties.target, ties.blame, count),
            weighed(ties.target, ties.credit, count),
            _admirers(ties, count),
        )


def weighed(target: Ints, amount: Floats, count: int) -> Ints:
    """Return (N,) how many pebbles, or stars, (E,) amounts of blame, or credit, come to."""
    total = np.bincount(target, weights=np.where(amount > GRUDGE, amount, 0.0), minlength=count)
    return np.ceil(total / PEBBLE_WEIGHT).astype(np.int64)


def _admirers(ties: Ties, count: int) -> Ints:
    rows = np.flatnonzero((ties.affinity > ADORES) & (ties.importance > REVERES))
    return np.bincount(ties.target[rows[~returned(ties, rows, count)]], minlength=count)


def returned(ties: Ties, rows: Ints, count: int) -> Bools:
    """Return (K,) which of (K,) ascending rows of ties among so many people are returned by another of them."""
    one, other = ties.observer[rows], ties.target[rows]
    keys, back = one * count + other, other * count + one
    return keys.take(keys.searchsorted(back), mode="clip") == back if len(keys) else np.zeros(0, np.bool_)


def rows_of(ties: Ties, observer: int) -> slice:
    """Return the rows of one observer's ties, which lie together."""
    return slice(int(np.searchsorted(ties.observer, observer)), int(np.searchsorted(ties.observer, observer, "right")))


def perceived_as(frame: Frame, row: int) -> str:
    """Return how the observer of a tie sees its target: in the first of five ways that applies, else as believed."""
    ties, people = frame.ties, frame.people
    target = int(ties.target[row])
    truth = float(min(people.felt[target], people.shown[target]))
    verdicts = (
        ("unattended", ties.attention[row] < ATTENDED),
        ("thing", ties.personhood[row] < A_PERSON),
        ("enemy", ties.affinity[row] < HOSTILE),
        ("unimportant", ties.importance[row] < MATTERS),
        ("fine", ties.believed[row] - truth > TOO_WELL and truth < 0),
    )
    return next((name for name, applies in verdicts if applies), "believed")


def face_given(frame: Frame, row: int) -> str:
    """Return how far a tie's target is a person to its observer: a thing, half, a person, or wrongly taken for one.

    Theory: T9, T16.
    """
    ties = frame.ties
    if ties.personhood[row] < A_PERSON:
        return "thing"
    if frame.people.sentience[ties.target[row]] == 0:
        return "taken"
    return "half" if ties.personhood[row] < PLAINLY else "person"


def regards(frame: Frame, focus: int | None) -> list[Regard]:
    """List all that the person in question makes of the others, or, with nobody in question, who is a thing to whom.

    Of the latter only those count whom `as_things` knows. The least a person comes first.
    """
    ties = frame.ties
    if focus is not None:
        own = rows_of(ties, focus)
        order = np.argsort(ties.personhood[own], kind="stable") + own.start
        return [Regard(focus, int(ties.target[row]), face_given(frame, row)) for row in order.tolist()]
    rows = np.flatnonzero(as_things(frame.people, ties))
    rows = rows[np.argsort(ties.personhood[rows], kind="stable")]
    pairs = zip(ties.observer[rows].tolist(), ties.target[rows].tolist(), strict=True)
    return [Regard(who, whom, "thing") for who, whom in pairs]


def thing_shares(frame: Frame) -> Floats:
    """Return (N,) how far those who have somebody in mind see a thing in them, from 0, none at all, to 1, all (T9).

    To whom they are but half a person, as `face_given` has it, counts in part: a label shows before anybody is a thing.
    """
    ties, count = frame.ties, len(frame.people)
    minded = ties.attention >= ATTENDED
    half = minded & (ties.personhood < PLAINLY)
    seen = np.where(as_things(frame.people, ties), 1.0, half * HALF)
    having = np.bincount(ties.target[minded], minlength=count)
    return np.bincount(ties.target, weights=seen, minlength=count) / np.maximum(1, having)


def minds_view(frame: Frame, observer: int) -> dict[int, str]:
    """Return how everybody in an observer's mind is perceived; who is missing is not attended."""
    rows = rows_of(frame.ties, observer)
    return {int(frame.ties.target[row]): perceived_as(frame, row) for row in range(rows.start, rows.stop)}


def believed_by(frame: Frame, observer: int) -> Floats:
    """Return (N,) how an observer believes everybody to feel, -1 to 1; 0 for those not in that mind."""
    rows, believed = rows_of(frame.ties, observer), np.zeros(len(frame.people))
    believed[frame.ties.target[rows]] = frame.ties.believed[rows]
    return believed
