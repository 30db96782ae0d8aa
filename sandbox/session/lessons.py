"""The pages of the theory: what each is about, and where in a line of play its mechanism showed last.

What a page says is in the catalogue of texts (`lesson.ID.…`); the scene that it shows is a level in `assets/theory`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.happenings import INDEX
from sandbox.engine.options import OPTIONS, feign, invite, look_away, slip, suspect
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import ACCOUNTS, CIRCUIT_STREAMS, EVASIONS, STREAMS
from sandbox.session.why.cards import Subject
from sandbox.session.why.ends import OF_DEEDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.causes import Record
    from sandbox.engine.options.option import Option
    from sandbox.engine.world import World
    from sandbox.session.why.cards import Card

    Shows = Callable[[World, Record], Subject | None]
    """Return what to ask about a record that shows a mechanism, or None if it does not"""

_EVASIONS: Final = frozenset(OPTIONS.index(option) for option in OPTIONS if option.name in EVASIONS)
_HELP: Final = tuple(option for option in OPTIONS if option.answers_need)
_CIRCUIT: Final = frozenset(STREAMS.index(stream) for stream in CIRCUIT_STREAMS)
_SYMPATHY, _ENVY = (STREAMS.index(name) for name in ("sympathy", "envy"))
_MUCH: Final = 0.5
"""So much love, or worry, keeps somebody's eyes where it hurts."""
_NEWS: Final = INDEX["news"]
_TOUCHED: Final = frozenset({"left_alone", "turned_away", "half_helped"})
"""What is held against whoever touched a trouble and did not end it."""


_NARROW: Final = ("T5", "T16", "T17", "T18", "T20", "T21", "T31")
"""Pages of something that a record is of by more than its kind: a joy, or a deed."""
_BY_KEY: Final = {"thing": "T9"}
"""The page that a card leads to that tells what is so now."""


class Found(NamedTuple):
    """Where a mechanism shows."""

    tick: int
    subject: Subject
    """what to ask about it, a moment later"""


def _circuit(_: World, record: Record) -> Subject | None:
    ours = record.kind == "felt" and record.detail in _CIRCUIT
    return Subject("person", record.who, record.whom, record.id) if ours else None


def _joy(_: World, record: Record) -> Subject | None:
    ours = record.kind == "felt" and record.detail == _SYMPATHY and record.value > 0
    return Subject("person", record.who, record.whom, record.id) if ours else None


def _outdone(_: World, record: Record) -> Subject | None:
    ours = record.kind == "felt" and record.detail == _ENVY
    return Subject("person", record.who, record.whom, record.id) if ours else None


def _voted(_: World, record: Record) -> Subject | None:
    return Subject("person", record.who, record=record.id) if record.kind in {"endorsed", "refused"} else None


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


def _unseen(_: World, record: Record) -> Subject | None:
    ours = record.kind == "chose" and OPTIONS[record.detail] is look_away.OPTION
    return Subject("look", record.who, record.whom, record.id) if ours else None


def _held(world: World, record: Record) -> Subject | None:
    """Return somebody whom it pains to look at another, and whom love or worry keeps at it."""
    if record.kind != "felt" or record.detail != _SYMPATHY or record.value > 0:
        return None
    row = int(world.links.rows(np.array([record.who]), np.array([record.whom]))[0])
    loved = row != NOBODY and world.ties.love[row] >= _MUCH
    ours = loved or world.people.anxiety[record.who] >= _MUCH
    return Subject("person", record.who, record.whom, record.id) if ours else None


def _deed(record: Record, *options: Option) -> Subject | None:
    """Return what to ask about a record if it is of the choice of one of some options."""
    ours = record.kind == "chose" and OPTIONS[record.detail] in options
    return Subject("deed", record.who, record.whom, record.id) if ours else None


def _toy(world: World, record: Record) -> Subject | None:
    """Return whoever sets out to help what feels nothing."""
    felt_nothing = record.whom != NOBODY and world.people.sentience[record.whom] == 0
    return _deed(record, *_HELP) if felt_nothing else None


def _taste(world: World, record: Record) -> Subject | None:
    """Return whoever keeps somebody company who loves to be alone."""
    alone = record.whom != NOBODY and world.people.company[record.whom] < 0
    return _deed(record, invite.OPTION) if alone else None


def _tired(_: World, record: Record) -> Subject | None:
    return Subject("deed", record.who, record.whom, record.id) if record.kind == "let_go" else None


def _rests_on(world: World, record: Record) -> set[str]:
    """Return on which accounts a verdict rests."""
    known = (world.causes[one] for one in record.parents if world.causes.knows(one))
    return {ACCOUNTS[one.detail] for one in known if one.kind == "held"}


def _for_a_deed(world: World, record: Record) -> bool:
    """Return whether somebody is blamed for the trouble itself, and not for how they met it."""
    return bool(_rests_on(world, record) & OF_DEEDS)


def _touched(world: World, record: Record) -> Subject | None:
    ours = record.kind == "blamed" and bool(_rests_on(world, record) & _TOUCHED)
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
    "T5": _joy,
    "T7": _voted,
    "T8": _unseen,
    "T9": _thing,
    "T13": _evasion,
    "T14": _tired,
    "T15": _held,
    "T16": _toy,
    "T17": lambda _, record: _deed(record, suspect.OPTION),
    "T18": _taste,
    "T20": lambda _, record: _deed(record, slip.OPTION),
    "T21": lambda _, record: _deed(record, feign.OPTION),
    "T25": _touched,
    "T28": _shame,
    "T31": _outdone,
    "T32": _told,
}
"""The mechanisms that have a page, and how each shows in the records."""
_BY_CARD: Final = {
    "credited": "T25",
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
    "endorsed": "T7",
    "refused": "T7",
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
        if card.key in _BY_KEY:
            return _BY_KEY[card.key]
        known = 0 <= card.cause < world.causes.count and world.causes.knows(card.cause)
        page = _page_of(world, world.causes[card.cause]) if known else ""
        if page:
            return page
    return "T1"


def _page_of(world: World, record: Record) -> str:
    """Return the page that a record leads to, or nothing: one that is of it alone, before that of its kind."""
    if record.kind == "chose" and record.detail in _EVASIONS:
        return "T13"
    if record.kind == "blamed" and not _for_a_deed(world, record):
        return "T25"
    narrow = (page for page in _NARROW if LESSONS[page](world, record) is not None)
    return next(narrow, _BY_CARD.get(record.kind, ""))
