"""The pages of the theory: what each is about, and where in a line of play its mechanism showed last.

What a page says is in the catalogue of texts (`lesson.ID.…`); the scene that it shows is a level in `assets/theory`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.happenings import INDEX
from sandbox.engine.options import OPTIONS
from sandbox.engine.vocabulary import ACCOUNTS, CIRCUIT_STREAMS, EVASIONS, STREAMS
from sandbox.session.why.cards import Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.session.why.cards import Card

    Shows = Callable[[World, Record], Subject | None]
    """Return what to ask about a record that shows a mechanism, or None if it does not"""

_EVASIONS: Final = frozenset(OPTIONS.index(option) for option in OPTIONS if option.name in EVASIONS)
_CIRCUIT: Final = frozenset(STREAMS.index(stream) for stream in CIRCUIT_STREAMS)
_NEWS: Final = INDEX["news"]
_TOUCHED: Final = frozenset(ACCOUNTS.index(fault) for fault in ("left_alone", "turned_away", "half_helped"))
"""What is held against whoever touched a trouble and did not end it."""


class Found(NamedTuple):
    """Where a mechanism shows."""

    tick: int
    subject: Subject
    """what to ask about it, a moment later"""


def _circuit(_: World, record: Record) -> Subject | None:
    ours = record.kind == "felt" and record.detail in _CIRCUIT
    return Subject("person", record.who, record.whom, record.id) if ours else None


def _thought(world: World, record: Record) -> Subject | None:
    """Return somebody who felt something by what was heard and not seen."""
    if record.kind != "felt" or record.detail not in _CIRCUIT:
        return None
    known = (world.causes[one] for one in record.parents if world.causes.knows(one))
    heard = any(one.kind == "heard" or (one.kind == "happened" and one.detail == _NEWS) for one in known)
    return Subject("person", record.who, record.whom, record.id) if heard else None


def _thing(_: World, record: Record) -> Subject | None:
    ours = record.kind == "dehumanized"
    return Subject("thing", record.who, record.whom, record.id) if ours else None


def _evasion(_: World, record: Record) -> Subject | None:
    ours = record.kind == "chose" and record.detail in _EVASIONS
    return Subject("look", record.who, record.whom, record.id) if ours else None


def _tired(_: World, record: Record) -> Subject | None:
    return Subject("deed", record.who, record.whom, record.id) if record.kind == "let_go" else None


def _touched(world: World, record: Record) -> Subject | None:
    if record.kind != "blamed":
        return None
    rests = (world.causes[one] for one in record.parents if world.causes.knows(one))
    ours = any(one.kind == "held" and one.detail in _TOUCHED for one in rests)
    return Subject("blame", record.who, record.whom, record.id) if ours else None


def _shame(_: World, record: Record) -> Subject | None:
    if record.kind == "ashamed":
        return Subject("shame", record.who, record=record.id)
    return Subject("pride", record.who, record=record.id) if record.kind == "proud" else None


def _told(_: World, record: Record) -> Subject | None:
    ours = record.kind == "told"
    return Subject("told", record.who, record.whom, record.id) if ours else None


LESSONS: Final[dict[str, Shows]] = {
    "T1": _circuit,
    "T4": _thought,
    "T9": _thing,
    "T13": _evasion,
    "T14": _tired,
    "T25": _touched,
    "T28": _shame,
    "T32": _told,
}
"""The mechanisms that have a page, and how each shows in the records."""
_BY_CARD: Final = {
    "blamed": "T25",
    "credited": "T25",
    "held": "T25",
    "told": "T32",
    "found_out": "T32",
    "ashamed": "T28",
    "proud": "T28",
    "despised": "T28",
    "admired": "T28",
    "dehumanized": "T9",
    "rehumanized": "T9",
    "heard": "T4",
    "let_go": "T14",
    "felt": "T1",
}
"""The page that the card of a record leads to, by the record's kind."""


def latest(world: World, lesson: str) -> Found | None:
    """Find where a mechanism showed last in what the journal still knows; None if it has not."""
    for record in reversed(world.causes.since(0)):
        subject = LESSONS[lesson](world, record)
        if subject is not None:
            return Found(record.tick + 1, subject)
    return None


def lesson_of(world: World, cards: tuple[Card, ...]) -> str:
    """Return the page that tells most of a chain of cards: that of its first card that has one; else of the circuit."""
    for card in cards:
        known = 0 <= card.cause < world.causes.count and world.causes.knows(card.cause)
        record = world.causes[card.cause] if known else None
        if record is None:
            continue
        if record.kind == "chose" and record.detail in _EVASIONS:
            return "T13"
        if record.kind in _BY_CARD:
            return _BY_CARD[record.kind]
    return "T1"
