"""Cards: what each link of a chain of causes says, with the options that were weighed behind a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sandbox.engine.causes import PEOPLE
from sandbox.engine.choose import odds
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.imagine import TERMS
from sandbox.engine.options import OPTIONS, STAY
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import TIE_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level


class Subject(Struct, frozen=True):
    """What is asked about: a person, their look, or what one is to the other."""

    kind: Literal["person", "look", "tie"]
    who: int
    whom: int = NOBODY


class Weighed(Struct, frozen=True):
    """One option as it was imagined."""

    name: str
    value: float
    """imagined reward per second, everything together"""
    chance: float
    """how likely it was to be chosen, 0 to 1"""
    chosen: bool
    streams: dict[str, float]
    """the parts of the value: the circuit's streams, company, effort, habit"""


class Card(Struct, frozen=True):
    """One link of the chain."""

    key: str
    """the sentence's key, to be said as why.<key>"""
    slots: dict[str, str]
    value: float
    tick: int
    who: int
    whom: int
    cause: int
    """id of the record, or NOBODY"""
    options: tuple[Weighed, ...] = ()
    gain: str = ""
    """the stream by which the chosen option was ahead most; none if it was a whim, for something else felt better"""
    link: Literal["because", "and"] = "because"
    """how the card before rests on this one"""


def told(level: Level, record: Record) -> Card:
    """Make the card of a record."""
    key = record.kind
    if record.kind == "felt":
        key = f"felt.{TIE_STREAMS[record.detail]}"
    elif record.kind == "happened":
        key = f"happened{'_by' if record.whom != NOBODY else ''}.{HAPPENINGS[record.detail].name}"
    elif record.kind == "chose":
        key = f"chose{'_nobody' if record.whom == NOBODY else ''}.{OPTIONS[record.detail].name}"
    slots = {
        "who": _name(level, record.who),
        "whom": _name(level, record.whom),
        "about": _name(level, record.detail) if record.kind in PEOPLE else "",
        "value": f"{record.value:+z.2f}",
    }
    return Card(key, slots, record.value, record.tick, record.who, record.whom, record.id)


def weighed(world: World, card: Card, record: Record) -> Card:
    """Add the options that were weighed, the best first."""
    table = world.causes.table(record.id)
    if table is None:
        return card
    possible = np.flatnonzero(~np.isnan(table).any(axis=1))
    worth = table[possible].sum(axis=1, dtype=np.float64)
    likely = odds(worth, world.params)
    options = [
        Weighed(
            OPTIONS[index].name,
            float(value),
            float(chance),
            index == record.detail,
            {term: float(part) for term, part in zip(TERMS, table[index], strict=True)},
        )
        for index, value, chance in zip(possible, worth, likely / likely.sum(), strict=True)
    ]
    ranked = tuple(sorted(options, key=lambda option: -option.value))
    return replace(card, options=ranked, gain=_gain(ranked))


def _gain(ranked: tuple[Weighed, ...]) -> str:
    """Name the stream by which the chosen option was ahead most of staying, or staying of the next best.

    There is none if that was worth more.
    """
    chosen = next((option for option in ranked if option.chosen), None)
    others = [option for option in ranked if not option.chosen]
    if chosen is None or not others:
        return ""
    other = next((option for option in others if option.name == STAY.name), others[0])
    if other.value >= chosen.value:
        return ""
    ahead = {stream: value - other.streams[stream] for stream, value in chosen.streams.items()}
    return max(ahead, key=lambda stream: ahead[stream])


def now(world: World, level: Level, key: str, subject: Subject) -> Card:
    """Make a card of what can be seen now."""
    slots = {"who": _name(level, subject.who), "whom": _name(level, subject.whom), "about": "", "value": "0"}
    return Card(key, slots, 0.0, world.tick, subject.who, subject.whom, NOBODY)


def _name(level: Level, row: int) -> str:
    return level.people[row].name if 0 <= row < len(level.people) else ""
