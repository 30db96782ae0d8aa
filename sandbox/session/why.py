"""Why: the way up the recorded causes, from what is seen to what began it.

Nothing is guessed here. Each card is a record that the engine wrote when it happened, with the number that it had then.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np

from sandbox.engine.choose import TERMS
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import CIRCUIT_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level

MOST_CARDS: Final = 5


class Subject(NamedTuple):
    """What is asked about: a person, her look, or what one is to the other."""

    kind: Literal["person", "look", "tie"]
    who: int
    whom: int = NOBODY


@dataclass(frozen=True, slots=True)
class Weighed:
    """One option as it was imagined."""

    name: str
    value: float
    """imagined reward per second, everything together"""
    chosen: bool
    streams: dict[str, float]
    """the parts of the value: the circuit's streams, company, effort, habit"""


@dataclass(frozen=True, slots=True)
class Card:
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
    options: tuple[Weighed, ...] = field(default=())


def explain(world: World, level: Level, subject: Subject) -> tuple[Card, ...]:
    """Walk up from the subject's latest cause: one to MOST_CARDS cards, the effect first, the first cause last."""
    chain = _shortened(_chain(world, _root(world, subject)))
    if not chain:
        return (_nothing(world, level, subject),)
    cards = [_card(level, record) for record in chain]
    top = chain[0]
    if top.kind == "chose":
        cards[0] = _weighed(world, cards[0], top)
    return tuple(cards)


def _root(world: World, subject: Subject) -> int:
    """Find the record from which to walk up: the newest one that is about the subject."""
    people, ties = world.people, world.ties
    pair = np.array([subject.who]), np.array([subject.whom])
    row = int(world.links.rows(*pair)[0]) if subject.whom != NOBODY else NOBODY
    if subject.kind == "tie" and row != NOBODY:
        reasons = (ties.why_blame, ties.why_affinity, ties.why_personhood, ties.why_felt, ties.why_believed)
        return max(int(reason[row]) for reason in reasons)
    choice = int(people.why_option[subject.who])
    if subject.kind == "look" or people.option_on[subject.who] != NOBODY:
        return choice
    return max(int(people.why_body[subject.who]), int(people.why_felt[subject.who]), choice)


def _chain(world: World, root: int) -> list[Record]:
    """Follow the weightiest parent up to a record that has none."""
    chain: list[Record] = []
    while root != NOBODY:
        record = world.causes[root]
        chain.append(record)
        older = [
            (weight, parent)
            for weight, parent in zip(record.weights, record.parents, strict=True)
            if parent < record.id
        ]
        root = max(older)[1] if older else NOBODY
    return chain


def _shortened(chain: list[Record]) -> list[Record]:
    """Keep the beginning and the end of a long chain: the effect and what set it off, then the first causes."""
    if len(chain) <= MOST_CARDS:
        return chain
    head = MOST_CARDS - 2
    return [*chain[:head], *chain[-2:]]


def _card(level: Level, record: Record) -> Card:
    key = record.kind
    if record.kind == "felt":
        key = f"felt.{CIRCUIT_STREAMS[record.detail]}"
    elif record.kind == "happened":
        key = f"happened{'_by' if record.whom != NOBODY else ''}.{HAPPENINGS[record.detail].name}"
    elif record.kind == "chose":
        key = f"chose{'_nobody' if record.whom == NOBODY else ''}.{OPTIONS[record.detail].name}"
    slots = {
        "who": _name(level, record.who),
        "whom": _name(level, record.whom),
        "about": _name(level, record.detail) if record.kind in {"blamed", "credited", "befriended"} else "",
        "value": f"{record.value:+.2f}",
    }
    return Card(key, slots, record.value, record.tick, record.who, record.whom, record.id)


def _weighed(world: World, card: Card, record: Record) -> Card:
    """Add the options that were weighed, the best first."""
    table = world.causes.table(record.id)
    if table is None:
        return card
    options = [
        Weighed(
            option.name,
            float(np.sum(row)),
            index == record.detail,
            {term: float(part) for term, part in zip(TERMS, row, strict=True)},
        )
        for index, (option, row) in enumerate(zip(OPTIONS, table, strict=True))
        if not np.isnan(row).any()
    ]
    ranked = tuple(sorted(options, key=lambda option: -option.value))
    return Card(card.key, card.slots, card.value, card.tick, card.who, card.whom, card.cause, ranked)


def _nothing(world: World, level: Level, subject: Subject) -> Card:
    slots = {"who": _name(level, subject.who), "whom": _name(level, subject.whom), "about": "", "value": "0"}
    return Card("nothing", slots, 0.0, world.tick, subject.who, subject.whom, NOBODY)


def _name(level: Level, row: int) -> str:
    return level.people[row].name if 0 <= row < len(level.people) else ""
