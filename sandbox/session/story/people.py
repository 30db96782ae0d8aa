"""Whom a phrase of a condition means at a moment, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from sandbox.engine.params import Parameters
from sandbox.scenario.conditions.who import IT, chosen
from sandbox.session.frame import averted
from sandbox.session.seen.thresholds import GRUDGE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.scenario.schema import Happening, Level

    Mask: TypeAlias = Callable[["Seen"], Bools]
    """(N,) who is meant at a moment"""


class Seen(NamedTuple):
    """What conditions are read off."""

    tick: int
    people: People
    ties: Ties
    before: People
    """the people one tick earlier"""
    commands: Sequence[Happening]
    """what the player has done by then"""
    right: Mapping[str, Sequence[int]] = {}
    """the right answers to questions, as far as they have turned out"""


class Meant(NamedTuple):
    """Whom a phrase means."""

    mask: Mask
    some: bool
    """whether one of them is enough"""

    def rows(self, seen: Seen) -> Ints:
        """Return their rows at a moment."""
        return self.mask(seen).nonzero()[0]


def meant(phrase: str, level: Level, it: int | None = None) -> Meant:
    """Return whom a phrase means in a level; `it` is the row that a count is at.

    Who is named is always meant. Of groups and other phrases, those are who are on the map and feel.
    """
    which = chosen(phrase)
    if which.relation == "all":
        return Meant(_there, which.some)
    named = _named(which.of, level, it)
    if which.relation == "":
        group = any(person.group == which.of for person in level.people)
        return Meant((lambda seen: named & _there(seen)) if group else (lambda _: named), which.some)
    related = _related(which.relation, named)
    return Meant(lambda seen: related(seen) & _there(seen), which.some)


def place_of(name: str, level: Level) -> tuple[float, float] | None:
    """Return where a place is, metres, or None if there is none of that id."""
    return next(((place.x, place.y) for place in level.map.places if place.id == name), None)


def _there(seen: Seen) -> Bools:
    there: Bools = (seen.people.present > 0) & (seen.people.sentience > 0)
    return there


def _named(name: str, level: Level, it: int | None) -> Bools:
    if name == IT:
        row: Bools = np.arange(len(level.people)) == it
        return row
    return np.array([name in {person.id, person.group} for person in level.people], np.bool_)


def _related(relation: str, named: Bools) -> Mask:
    """Return who stands in a relation to one of (N,) people."""
    line, whom = Parameters().friend_line, np.append(named, np.False_)
    masks: dict[str, Mask] = {
        "but": lambda _: ~named,
        "friends": lambda seen: _observers(seen, named, seen.ties.affinity > line),
        "enemies": lambda seen: _observers(seen, named, seen.ties.affinity < -line),
        "blaming": lambda seen: _observers(seen, named, seen.ties.blame > GRUDGE),
        "looking": lambda seen: whom[seen.people.gaze],
        "averting": lambda seen: whom[averted(seen.people, seen.before)],
    }
    return masks[relation]


def _observers(seen: Seen, named: Bools, those: Bools) -> Bools:
    """Return (N,) whose are the ties to somebody named that are among those."""
    found = np.zeros(len(named), np.bool_)
    found[seen.ties.observer[those & named[seen.ties.target]]] = True
    return found


def between(ties: Ties, one: Ints, other: Ints, column: Floats, count: int) -> Floats:
    """Return (A, B) a column of the ties from some people to some people; nan where there is none."""
    to_row, to_column = np.full(count, -1), np.full(count, -1)
    to_row[one], to_column[other] = np.arange(len(one)), np.arange(len(other))
    rows = ((to_row[ties.observer] >= 0) & (to_column[ties.target] >= 0)).nonzero()[0]
    found = np.full((len(one), len(other)), np.nan)
    found[to_row[ties.observer[rows]], to_column[ties.target[rows]]] = column[rows]
    return found
