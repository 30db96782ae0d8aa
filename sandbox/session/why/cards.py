"""Cards: what is asked, and what each link of a chain of causes says, with the options weighed behind a choice."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sandbox.engine.causes import PEOPLE
from sandbox.engine.choose import odds
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.imagine import TERMS
from sandbox.engine.options import OPTIONS, STAY
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import ACCOUNTS, TIE_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level

Kind = Literal[
    "person",
    "look",
    "tie",
    "blame",
    "credit",
    "pebbles",
    "stars",
    "shame",
    "pride",
    "pain",
    "thing",
    "thought",
    "deed",
    "told",
    "saying",
    "meter",
]

REASON: Final = 2.0
"""How many times as likely something must make a choice to be its reason: then the choice is due to that rather than to
chance (the probability of causation, Robins & Greenland 1989)."""


class Subject(Struct, frozen=True):
    """What is asked about: a person, or something about them that shows."""

    kind: Kind
    who: int
    """whose it is; of a told verdict, who was told, or while it is being said who says it"""
    whom: int = NOBODY
    """towards whom, or NOBODY where it is towards nobody, or towards whom it is most"""
    record: int = NOBODY
    """id of the record that it shows, or NOBODY where it is what is so now"""
    meter: str = ""
    """the name of a meter, which is nobody's"""


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


class Said(Struct, frozen=True):
    """A sentence: its key, to be said as why.<key>, and what goes into its slots."""

    key: str
    slots: dict[str, str]


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
    """the stream that pulled most towards the chosen option; none if it was a whim, for it was left to chance"""
    torn: bool = False
    """whether something else felt better than the chosen option, all in all"""
    link: Literal["because", "and"] = "because"
    """how the card before rests on this one"""
    account: Said | None = None
    """what a verdict rests on"""
    own: bool = False
    """whether it is the player's doing"""
    also: tuple[Card, ...] = ()
    """what else began it as much, on the last card of a chain"""
    asks: Subject | None = None
    """what a press on it asks; it goes to the card's moment if None"""


def told(level: Level, record: Record, held: Record | None = None) -> Card:
    """Make the card of a record; `held` is the one of what it rests on."""
    key = record.kind
    if record.kind == "felt":
        key = f"felt.{TIE_STREAMS[record.detail]}"
    elif record.kind == "happened":
        key = f"happened{'_by' if record.whom != NOBODY else ''}.{HAPPENINGS[record.detail].name}"
    elif record.kind == "chose":
        key = f"chose{'_nobody' if record.whom == NOBODY else ''}.{OPTIONS[record.detail].name}"
    elif record.kind == "held":
        key = f"held.{ACCOUNTS[record.detail]}"
    slots = {
        "who": _name(level, record.who),
        "whom": _name(level, record.whom),
        "about": _name(level, record.detail) if record.kind in PEOPLE else "",
        "value": f"{record.value:+z.2f}",
    }
    account = None if held is None else Said(f"held.{ACCOUNTS[held.detail]}", told(level, held).slots)
    return Card(
        key,
        slots,
        record.value,
        record.tick,
        record.who,
        record.whom,
        record.id,
        account=account,
        own=record.own,
    )


def weighed(world: World, card: Card, record: Record) -> Card:
    """Add the options that were weighed, the best first."""
    ranked = _ranked(world, record)
    gain, torn = _pull(ranked, world.params.temperature)
    return replace(card, options=ranked, gain=gain, torn=torn)


def gain_of(world: World, record: Record) -> str:
    """Return the stream that pulled most towards a choice; nothing of anything else, or if it was left to chance."""
    return _pull(_ranked(world, record), world.params.temperature)[0] if record.kind == "chose" else ""


def _ranked(world: World, record: Record) -> tuple[Weighed, ...]:
    """List what was weighed in a choice, the best first; nothing if that is not known any more."""
    table = world.causes.table(record.id)
    if table is None:
        return ()
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
    return tuple(sorted(options, key=lambda option: -option.value))


def _pull(ranked: tuple[Weighed, ...], temperature: float) -> tuple[str, bool]:
    """Name the stream by which the chosen option was ahead most of staying, or staying of the next best.

    All that pulled must have made it REASON times as likely beside the other, or there is none, however much spoke
    against it. Also tell whether the other was worth more.
    """
    chosen = next((option for option in ranked if option.chosen), None)
    others = [option for option in ranked if not option.chosen]
    if chosen is None or not others:
        return "", False
    other = next((option for option in others if option.name == STAY.name), others[0])
    ahead = {stream: value - other.streams[stream] for stream, value in chosen.streams.items()}
    pulled = sum(value for value in ahead.values() if value > 0) >= temperature * log(REASON)
    return (max(ahead, key=lambda stream: ahead[stream]) if pulled else ""), other.value > chosen.value


def now(world: World, level: Level, key: str, who: int, whom: int = NOBODY, value: float = 0.0) -> Card:
    """Make a card of what is so now."""
    return Card(key, said(level, who, whom), value, world.tick, who, whom, NOBODY)


def at_first(level: Level, key: str, who: int, whom: int = NOBODY) -> Card:
    """Make a card of what has been so from the start."""
    return Card(key, said(level, who, whom), 0.0, 0, who, whom, NOBODY)


def said(level: Level, who: int, whom: int = NOBODY) -> dict[str, str]:
    """Fill the slots of a sentence that is about no record."""
    return {"who": _name(level, who), "whom": _name(level, whom), "about": "", "value": "0"}


def moment_of(card: Card) -> int:
    """Return the tick at which what a card says is first to be seen: a choice only as it is acted upon."""
    return card.tick + (card.cause != NOBODY) + (card.key.partition(".")[0] == "chose")


def _name(level: Level, row: int) -> str:
    return level.people[row].name if 0 <= row < len(level.people) else ""
