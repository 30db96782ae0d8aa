"""Acts: what the one who does a deed does with arms, mouth and body, and which deed has which.

Theory: T13, T18 to T20, T24. Every deed has an act but those told by feet (to come, to go, to go round), by a face with
hands of its own (pleading, a brave face), by feet and sleeves already (looking away), or by nothing, since they are
done in the head only, where nobody else can see them, or put on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.view.acting.beats import BOWED, KNEELING, USUAL

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints

AIMS: Final = 16
"""Directions in which arms reach, from 0 (right) clockwise."""


class Act(NamedTuple):
    """One way to do a deed."""

    name: str
    aim: Literal["way", "side", "none"] = "none"
    """whether arms go the whole way towards the other, only to their side, or are the same wherever the other is"""
    held: int = USUAL
    """the form of a body that is at it"""
    lunges: float = 0.0
    """how far the body is thrown towards the other, in tiles"""
    again: bool = False
    """whether somebody who goes on with it begins again and again"""
    rests: bool = False
    """whether the arms of somebody who goes on with it come down in between"""


ACTS: Final = (
    Act("kneel", "side", held=KNEELING),
    Act("hug", "side"),
    Act("offer", "side"),
    Act("beckon", "side", rests=True),
    Act("palms", rests=True),
    Act("catch"),
    Act("cup", "side", rests=True),
    Act("jeer", lunges=0.12, again=True),
    Act("pull", "side", again=True),
    Act("bow", held=BOWED),
    Act("heart", "side"),
    Act("wag", "side", rests=True),
    Act("shout", "way", lunges=0.25),
    Act("hit", "side", lunges=0.25),
    Act("give", "side"),
    Act("clap", "side"),
    Act("point", "way"),
    Act("open"),
)
"""All acts; that of a person is an index into them plus 1, or 0."""
PLACE: Final = {act.name: place + 1 for place, act in enumerate(ACTS)}
_BY_OPTION: Final = {
    "help": "kneel",
    "comfort": "hug",
    "dose": "offer",
    "slip": "offer",
    "invite": "beckon",
    "give_space": "palms",
    "play": "catch",
    "tell": "cup",
    "taunt": "jeer",
    "strike": "pull",
    "apologise": "bow",
    "thank": "heart",
    "contradict": "wag",
}
ACTLESS: Final = frozenset(
    {
        *("stay", "approach", "detour", "leave"),  # feet
        *("plead", "hide", "feign"),  # a face with hands of its own, and what must look like real tears
        *("look_away", "see_thing", "see_enemy", "belittle", "deny", "suspect", "dwell"),  # only in the head
    }
)
"""Options without an act."""
_BY_HAPPENING: Final = {
    "hurt": "hit",
    "insult": "shout",
    "gift": "give",
    "drops": "offer",
    "praise": "clap",
    "apologise": "bow",
    "thank": "heart",
}
BY_RECORD: Final = {
    "blamed": PLACE["point"],
    "despised": PLACE["point"],
    "credited": PLACE["clap"],
    "admired": PLACE["clap"],
    "forgave": PLACE["open"],
}
"""By the kind of a record, the act of who made up their mind about another."""


BUSY: Final = frozenset({PLACE["kneel"], PLACE["hug"]})
"""Acts whose arms stay where they are when a verdict comes in between."""


def act_of(code: int) -> tuple[str, int]:
    """Return the name of an act and its aim, by the number into which `codes_of` folds them; no name for 0."""
    if not code:
        return "", 0
    place, aim = divmod(code - 1, AIMS)
    return ACTS[place].name, aim


CODES: Final = len(ACTS) * AIMS + 1
"""How many such numbers there are."""
OF_OPTION: Final[Ints] = np.array([PLACE.get(_BY_OPTION.get(option.name, ""), 0) for option in OPTIONS])
"""(A,) the act of each option, or 0."""
OF_HAPPENING: Final[Ints] = np.array([PLACE.get(_BY_HAPPENING.get(kind.name, ""), 0) for kind in HAPPENINGS])
"""The act of whoever brings each happening about, or 0."""
_AIM: Final = {
    "way": np.arange(AIMS),
    "side": np.where(np.abs(np.arange(AIMS) - AIMS // 2) < AIMS // 4, AIMS // 2, 0),
    "none": np.zeros(AIMS, np.int64),
}
_FOLDED: Final = np.array(
    [np.zeros(AIMS, np.int64), *(place * AIMS + 1 + _AIM[act.aim] for place, act in enumerate(ACTS))]
)
"""By act and direction the number that `act_of` unfolds."""
HELD: Final = np.array([USUAL, *(act.held for act in ACTS)])
LUNGES: Final = np.array([0.0, *(act.lunges for act in ACTS)])
AGAIN: Final = np.array([False, *(act.again for act in ACTS)])
RESTS: Final = np.array([False, *(act.rests for act in ACTS)])


def codes_of(acts: Ints, angle: Ints) -> Ints:
    """Fold (K,) acts and (K,) directions out of AIMS into one number each; directions that do not show are left out."""
    codes: Ints = _FOLDED[acts, angle]
    return codes
