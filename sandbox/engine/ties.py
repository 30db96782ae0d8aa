"""What people are to one another: one row for each ordered pair (observer → target) that has ever mattered.

Theory: T1, T4, T11, T12, T23. E ties, sorted by observer and then target; E is far below N². Columns are never
changed in place. Affinity, personhood, importance and the believed feeling each have an anchor, what evidence alone
would say: the value returns to it, and what is pushed off it for long drags it along (T13).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import TIE_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints

EYES = -2
"""The source of a belief that the observer saw or heard for herself; 0 and above is the person who told her."""


@dataclass(frozen=True, eq=False, repr=False)
class Ties:
    """Columns (E,) of every tie. Valences lie in [-1, 1] (positive is pleasant or friendly), strengths in [0, 1]."""

    observer: Ints
    """whose mind this is, a row of People"""
    target: Ints
    """whom it is about, a row of People"""

    affinity: Floats
    """friend (+) or enemy (-), -1 to 1"""
    affinity_anchor: Floats
    personhood: Floats
    """gain of the flag "thinking of a conspecific": 0 a thing, 1 a person (T9)"""
    personhood_anchor: Floats
    thing: Ints
    """1 once it has been written down that she is but a thing to the observer, else 0"""
    importance: Floats
    """how much is at stake with her, a slow number that stands for arousal, 0 to 1 (T11)"""
    importance_anchor: Floats
    believed: Floats
    """how the observer takes the target to feel, -1 to 1 (T12)"""
    believed_anchor: Floats
    """what the latest evidence alone says of it, -1 to 1"""
    believed_tick: Ints
    """the tick of the latest evidence"""
    believed_source: Ints
    """EYES, the person who told it, or NOBODY"""
    regard: Floats
    """what the observer believes that the target thinks of her, -1 to 1"""
    strength: Floats
    """sympathy that the observer reads off the target's behaviour, 0 to 1 (T23)"""
    evidence: Floats
    """how much of such behaviour has been seen, 0 and up"""
    blame: Floats
    """held against the target, 0 to 1 (T25)"""
    credit: Floats
    """held in the target's favour, 0 to 1 (T25)"""
    love: Floats
    """attachment: what it is worth to have the target near, 0 to 1 (T15, T29)"""
    fear: Floats
    """how much the target frightens, 0 to 1 (T29)"""
    trust: Floats
    """how far the observer takes what the target shows for real, 0 to 1 (T21)"""
    guess: Floats
    """what the observer takes to be the target's taste for company, -1 to 1 (T18)"""
    asked: Floats
    """how much the target lately begged of the observer, 0 to 1; fades"""
    told: Floats
    """how much the observer lately told the target about others, 0 to 1; fades (T32)"""
    hope: Floats
    """how well help has worked on the target so far, 0 to 1 (T3)"""
    answers: Floats
    """how much likelier the target comes to the observer's help than was taken for granted, -1 to 1 (T21)"""

    clarity: Floats
    """how plainly the target is perceived in this tick, 0 (not at all) to 1"""
    nearness: Floats
    """how near the target is, 1 side by side to 0 far away or not perceived"""
    seen: Floats
    """1 where the clarity comes from the eyes, else 0"""
    noticed: Floats
    """how surely the observer takes the target to be thinking of her, 0 to 1 (T1)"""
    attention: Floats
    """share of the observer's thought, 0 to 1; an observer's shares add up to at most 1"""
    averted: Floats
    """how firmly the look is kept away, 0 to 1, soon over (T13)"""
    boredom: Floats
    """how used the observer is to thinking of the target now, 0 to 1; soon over"""
    avoidance: Floats
    """learned wish not to attend, 0 and up (T3, T14)"""
    streams: Floats
    """(S, E) reward per second from this person in this tick, in the order of TIE_STREAMS"""

    noted: Floats
    """`believed` when it was last recorded"""
    felt_from: Ints
    """id of the cause from which the latest recorded feeling came, or NOBODY"""
    why_believed: Ints
    """id of the cause of the latest noticeable change of `believed`, or NOBODY; the next five likewise"""
    why_regard: Ints
    why_felt: Ints
    why_affinity: Ints
    why_personhood: Ints
    why_blame: Ints

    def __len__(self) -> int:
        """Count the ties, E."""
        return len(self.observer)

    @classmethod
    def of(cls, observer: object, target: object, **columns: object) -> Ties:
        """Build ties from (E,) observers and targets; `columns` override the defaults and are broadcast to (E,).

        An anchor that is not given starts at its value. The rows come out sorted by observer, then target.
        """
        observers, targets = np.asarray(observer, np.int64), np.asarray(target, np.int64)
        given = {
            name: np.broadcast_to(np.asarray(column), _shape(name, len(observers))) for name, column in columns.items()
        }
        values: dict[str, Any] = {"observer": observers, "target": targets}
        for name, (start, dtype) in _DEFAULTS.items():
            source = given.get(name, given.get(name.removesuffix("_anchor"), start))
            values[name] = np.broadcast_to(np.asarray(source, dtype), _shape(name, len(observers))).copy()
        if "thing" not in given:
            values["thing"] = (values["personhood"] < 1.0 / 2).astype(np.int64)
        order = np.lexsort((targets, observers))
        return cls(**{name: value[..., order] for name, value in values.items()})


def _shape(name: str, count: int) -> tuple[int, ...]:
    return (len(TIE_STREAMS), count) if name == "streams" else (count,)


_INTEGER = {
    "thing",
    "believed_tick",
    "believed_source",
    "felt_from",
    "why_believed",
    "why_regard",
    "why_felt",
    "why_affinity",
    "why_personhood",
    "why_blame",
}
_START: dict[str, float] = {
    "personhood": 1.0,
    "importance": 0.5,
    "strength": 0.5,
    "hope": 1.0,
    "trust": 1.0,
} | dict.fromkeys(_INTEGER - {"believed_tick", "thing"}, NOBODY)
_DEFAULTS = {
    field.name: (
        _START.get(field.name, _START.get(field.name.removesuffix("_anchor"), 0.0)),
        np.int64 if field.name in _INTEGER else np.float64,
    )
    for field in fields(Ties)
    if field.name not in {"observer", "target"}
}
