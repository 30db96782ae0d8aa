"""Acts: what somebody can be asked not to do, when it counts as done, and who is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from msgspec import Struct

from sandbox.engine.options import OPTIONS
from sandbox.session.seen.thresholds import GRUDGE
from sandbox.session.what_if.question import Measure
from sandbox.session.what_if.readings import AnyReading, Blame, Doing, Glance, Looking

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.session.moment import Moment

Act: TypeAlias = Literal["help", "look", "blame"]
ACTS: Final[tuple[Act, ...]] = ("help", "look", "blame")
HELPING: Final = tuple(option.name for option in OPTIONS if option.answers_need)
"""What counts as help."""
SECONDS: Final = 12.0
"""How far ahead of the moment in question an act is waited for."""
HOLD: Final[dict[Act, float]] = {"help": 1.0, "look": 2.0, "blame": 0.0}
"""Seconds for which it must last to count: an idle glance is none."""


class Wonder(Struct, frozen=True):
    """Why does one person not do something about another?"""

    act: Act
    who: int
    """row of whoever does not"""
    whom: int
    """row of whom it would be about"""


def happens(moment: Moment, level: Level, wonder: Wonder) -> bool:
    """Return whether an act is being done at a moment."""
    asked = measure(level, wonder)
    return asked.at_least is not None and asked.of.reader(level)(Glance.of(moment)) >= asked.at_least


def measure(level: Level, wonder: Wonder) -> Measure:
    """Return what tells whether the act happens in a world."""
    who, whom = (level.people[row].id for row in (wonder.who, wonder.whom))
    readings: dict[Act, AnyReading] = {
        "help": Doing(what=HELPING, who=who, whom=whom),
        "look": Looking(who=who, whom=whom),
        "blame": Blame(by=who, whom=whom),
    }
    least = GRUDGE if wonder.act == "blame" else 1.0
    return Measure(name=wonder.act, of=readings[wonder.act], at_least=least, hold=HOLD[wonder.act])
