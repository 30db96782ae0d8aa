"""What people are to one another: one row for each ordered pair (observer → target) that has ever mattered.

Theory: T1, T4, T11, T12, T23. E ties, sorted by observer and then target; E is far below N². Columns are never
changed in place. Affinity, personhood, importance and the believed feeling each have an anchor, what evidence alone
would say: the value returns to it, and what is pushed off it for long drags it along (T13).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.frozen import frozen
from sandbox.engine.people import NOBODY
from sandbox.engine.table import Frozen, column, filled
from sandbox.engine.vocabulary import TIE_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints

EYES = -2
"""The source of a belief that the observer saw or heard at first hand; 0 and above is the person who told them."""
ANCHORED: Final = ("affinity", "personhood", "importance", "believed")
"""Columns with an anchor, which bears their name and `_anchor`."""


@frozen
class Ties(Frozen):
    """Columns (E,) of every tie. Valences lie in [-1, 1] (positive is pleasant or friendly), strengths in [0, 1]."""

    observer: Ints = column(NOBODY, owner="mind", person=True)
    """whose mind this is, a row of People"""
    target: Ints = column(NOBODY, owner="mind", person=True)
    """whom it is about, a row of People"""

    affinity: Floats = column(owner="mind")
    """friend (+) or enemy (-), -1 to 1"""
    affinity_anchor: Floats = column(owner="mind")
    personhood: Floats = column(1.0, owner="mind")
    """gain of the flag "thinking of a conspecific": 0 a thing, 1 a person (T9)"""
    personhood_anchor: Floats = column(1.0, owner="mind")
    importance: Floats = column(0.5, owner="mind")
    """how much is at stake with them, a slow number that stands for arousal, 0 to 1 (T11)"""
    importance_anchor: Floats = column(0.5, owner="mind")
    believed: Floats = column(owner="mind")
    """how the observer takes the target to feel, -1 to 1 (T12)"""
    believed_anchor: Floats = column(owner="mind")
    """what the latest evidence alone says of it, -1 to 1"""
    believed_tick: Ints = column(owner="mind")
    """the tick of the latest evidence"""
    believed_source: Ints = column(NOBODY, owner="mind", person=True)
    """EYES, the person who told it, or NOBODY"""
    regard: Floats = column(owner="mind")
    """what the observer believes that the target thinks of them, -1 to 1"""
    stakes: Floats = column(owner="mind")
    """bodily arousal at the sight of the target, 0 to 1: how much seems to be at stake just now; soon over (T11)"""
    witnessed: Floats = column(owner="mind")
    """how much the observer has seen of what the target does about the trouble that they are in touch with, 0 to 1"""
    proven: Floats = column(owner="mind")
    """what meetings with a trouble have shown of the target, -1 heartless to 1 devoted; fades slowly (T23)"""
    blame: Floats = column(owner="mind")
    """held against the target, 0 to 1 (T25)"""
    credit: Floats = column(owner="mind")
    """held in the target's favour, 0 to 1 (T25)"""
    love: Floats = column(owner="mind")
    """attachment: what it is worth to have the target near, 0 to 1 (T15, T29)"""
    fear: Floats = column(owner="mind")
    """how much the target frightens, 0 to 1 (T29)"""
    trust: Floats = column(1.0, owner="mind")
    """how far the observer takes what the target shows for real, 0 to 1 (T21)"""
    guess: Floats = column(owner="mind")
    """what the observer takes to be the target's taste for company, -1 to 1 (T18)"""
    asked: Floats = column(owner="mind")
    """how much the target lately begged of the observer, 0 to 1; fades"""
    told: Floats = column(owner="mind")
    """how much the observer lately told the target about others, 0 to 1; fades (T32)"""
    reproach: Floats = column(owner="mind", rare=True)
    """what the observer takes the target to hold against them, 0 to 1: seen in a face or found out; fades (T28)"""
    sorry: Floats = column(owner="mind", rare=True)
    """how much the observer lately said sorry to the target, 0 to 1; fades"""
    thanked: Floats = column(owner="mind", rare=True)
    """how much the observer lately thanked the target, 0 to 1; fades"""
    claim: Floats = column(owner="mind", rare=True)
    """what was last said of the target to the observer, -1 ill to 1 well; fades (T32)"""
    claim_by: Ints = column(NOBODY, owner="mind", person=True, rare=True)
    """who said so, or NOBODY"""
    hearsay: Floats = column(owner="mind", rare=True)
    """how much of blame less credit rests on what was said alone, -1 to 1 (T32)"""
    hope: Floats = column(1.0, owner="mind")
    """how well help has worked on the target so far, 0 to 1 (T3)"""
    answers: Floats = column(owner="mind")
    """how much likelier the target comes to the observer's help than was taken for granted, -1 to 1 (T21)"""

    clarity: Floats = column(owner="mind")
    """how plainly the target is perceived in this tick, 0 (not at all) to 1"""
    nearness: Floats = column(owner="mind")
    """how near the target is, 1 side by side to 0 far away or not perceived"""
    seen: Floats = column(owner="mind")
    """1 where the clarity comes from the eyes, else 0"""
    noticed: Floats = column(owner="mind")
    """how surely the observer takes the target to be thinking of them, 0 to 1 (T1)"""
    attention: Floats = column(owner="mind")
    """share of the observer's thought, 0 to 1; an observer's shares add up to at most 1"""
    averted: Floats = column(owner="mind")
    """how firmly the look is kept away, 0 to 1, soon over (T13)"""
    boredom: Floats = column(owner="mind")
    """how used the observer is to thinking of the target now, 0 to 1; soon over"""
    avoidance: Floats = column(owner="mind")
    """learned wish not to attend, 0 and up (T3, T14)"""
    streams: Floats = column(owner="mind", high=len(TIE_STREAMS))
    """(S, E) reward per second from this person in this tick, in the order of TIE_STREAMS"""

    thing: Ints = column(owner="why")
    """1 once it has been written down that they are but a thing to the observer, else 0"""
    noted: Floats = column(owner="why")
    """`believed` when it was last recorded"""
    felt_from: Ints = column(NOBODY, owner="why")
    """id of the cause from which the latest recorded feeling came, or NOBODY"""
    why_believed: Ints = column(NOBODY, owner="why")
    """id of the cause of the latest noticeable change of `believed`, or NOBODY; the next six likewise"""
    why_regard: Ints = column(NOBODY, owner="why")
    why_felt: Ints = column(NOBODY, owner="why")
    why_affinity: Ints = column(NOBODY, owner="why")
    why_personhood: Ints = column(NOBODY, owner="why")
    why_blame: Ints = column(NOBODY, owner="why")
    why_credit: Ints = column(NOBODY, owner="why")

    def __len__(self) -> int:
        """Count the ties, E."""
        return len(self.observer)

    @classmethod
    def of(cls, observer: object, target: object, **given: object) -> Ties:
        """Build ties from (E,) observers and targets; what is `given` is broadcast to (E,).

        An anchor that is not given starts at its value. The rows come out sorted by observer, then target.
        """
        anchors = {f"{name}_anchor": given[name] for name in ANCHORED if name in given}
        given = {"observer": observer, "target": target, **anchors, **given}
        values = filled(cls, len(np.asarray(observer)), given)
        if "thing" not in given:
            values["thing"] = (values["personhood"] < 1.0 / 2).astype(np.int64)
        order = np.lexsort((values["target"], values["observer"]))
        return cls(**{name: value.take(order, axis=-1) for name, value in values.items()})
