"""Reading: a number of one moment, as plain data that can come from a file: whose, and which, by names.

`who`, `whom` and `by` are the ids of a person or of a group; left out, they mean everybody.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, NamedTuple, TypeAlias

import msgspec
import numpy as np
from msgspec import Meta, Struct

from sandbox.engine.options import INDEX
from sandbox.engine.people import NOBODY
from sandbox.scenario.fields import Id
from sandbox.scenario.ids import Ids, unknown
from sandbox.scenario.plot import questions_of
from sandbox.session.frame import averted
from sandbox.session.seen.meters import NAMES, Meters
from sandbox.session.seen.quantities import INNER, PERSON, STREAM_QUANTITIES, TIE, TRAITS
from sandbox.session.story.told import NONE
from sandbox.session.what_if.forks import TIE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.scenario.problems import Problem
    from sandbox.scenario.schema import Level
    from sandbox.session.moment import Moment
    from sandbox.session.story.told import Story

Reader: TypeAlias = "Callable[[Glance], float]"
"""Reads a number off a moment."""

OUTCOMES: Final = {None: 0.0, "open": 0.0, "won": 1.0, "lost": -1.0}
STREAMS: Final = {quantity.name: place for place, quantity in enumerate(STREAM_QUANTITIES)}
OF_PEOPLE: Final = (*(quantity.name for quantity in (*PERSON, *INNER, *TRAITS)), *STREAMS)
OF_TIES: Final = tuple(dict.fromkeys((*(quantity.name for quantity in TIE), *TIE_FIELDS)))


class Glance(NamedTuple):
    """What is to be seen of one moment."""

    tick: int
    people: People
    ties: Ties
    before: People
    """the people one tick earlier"""
    story: Story = NONE

    @classmethod
    def of(cls, moment: Moment) -> Glance:
        """Look at a moment of a play-through."""
        return cls(moment.tick, moment.world.people, moment.world.ties, moment.before, moment.story)


class Reading(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="read"):
    """What all readings have in common."""

    names: ClassVar[Collection[str]] = ()
    """what `name` may be"""

    def problems(self, path: str, ids: Ids) -> Iterator[Problem]:
        """List the names in it that there are not."""
        given = msgspec.structs.asdict(self)
        yield from unknown(given.get("name"), self.names, f"{path}.name", "what_if.quantity")
        for place, option in enumerate(given.get("what", ())):
            yield from unknown(option, INDEX, f"{path}.what[{place}]", "level.unknown.norm")
        for field in ("who", "whom", "by"):
            yield from ids.person_or_group(given.get(field), f"{path}.{field}")

    def reader(self, level: Level) -> Reader:
        """Return what reads it off a moment of a level."""
        raise NotImplementedError


class Goal(Reading, frozen=True, tag="goal"):
    """How the goal of the level stands: 1 won, -1 lost, 0 open. What it was decided as first, it stays."""

    def reader(self, level: Level) -> Reader:  # noqa: ARG002 - a moment knows it
        """Return what reads it off a moment of a level."""
        return lambda seen: OUTCOMES[None if seen.story.decided is None else seen.story.decided.outcome]


class BetOn(Reading, frozen=True, tag="bet"):
    """Whether an answer to a question of the level has turned out right: 1, or 0 if not so far."""

    question: Id
    option: Annotated[int, Meta(ge=0)]

    def reader(self, level: Level) -> Reader:
        """Return what reads it off a moment of a level; an answer that there is not is never right."""
        names = [ask.ask for _, ask in questions_of(level)]
        place = names.index(self.question) if self.question in names else len(names)
        return lambda seen: float(any(self.option in bet.right for bet in seen.story.bets[place : place + 1]))


class Meter(Reading, frozen=True, tag="meter"):
    """One of the five numbers of how the world fares, from `meters.NAMES`."""

    names: ClassVar[Collection[str]] = NAMES
    name: str

    def reader(self, level: Level) -> Reader:  # noqa: ARG002 - it names nobody
        """Return what reads it off a moment of a level."""
        place = NAMES.index(self.name)
        return lambda seen: float(Meters.of(seen.people, seen.before, seen.ties)[place])


class OfPeople(Reading, frozen=True, tag="people"):
    """A quantity of people: that of one person, or the mean of those of several who feel.

    Its name is that of a quantity of a person, a trait or a stream in `session/seen/quantities.py`.
    """

    names: ClassVar[Collection[str]] = OF_PEOPLE
    name: str
    who: Id | None = None

    def reader(self, level: Level) -> Reader:
        """Return what reads it off a moment of a level."""
        rows = _rows(level, self.who)
        rows = rows if len(rows) == 1 else _feeling(level, rows)
        return lambda seen: _mean(_column(seen.people, self.name)[rows])


class Count(OfPeople, frozen=True, tag="count"):
    """How many people there are of whom a quantity lies within limits; only beings that feel are counted."""

    at_least: float | None = None
    at_most: float | None = None

    def reader(self, level: Level) -> Reader:
        """Return what reads it off a moment of a level."""
        rows = _feeling(level, _rows(level, self.who))

        def read(seen: Glance) -> float:
            values = _column(seen.people, self.name)[rows]
            return float(np.count_nonzero(within(values, self.at_least, self.at_most)))

        return read


class OfTies(Reading, frozen=True, tag="ties"):
    """A quantity of the tie of one person to another, or the mean of those of several; nan if there is none.

    Its name is that of a quantity of a tie in `session/seen/quantities.py`, or a field of a tie in a level file.
    """

    names: ClassVar[Collection[str]] = OF_TIES
    name: str
    who: Id | None = None
    """whose ties they are"""
    whom: Id | None = None
    """to whom"""

    def reader(self, level: Level) -> Reader:
        """Return what reads it off a moment of a level."""
        of, to = _mask(level, self.who), _mask(level, self.whom)

        def read(seen: Glance) -> float:
            column: Floats = getattr(seen.ties, self.name)
            return _mean(column[_between(seen.ties, of, to)])

        return read


class Blame(Reading, frozen=True, tag="blame"):
    """What is held against somebody, added up over all who hold it, as a goal of the kind "unblamed" adds it up."""

    column: ClassVar[str] = "blame"
    whom: Id | None = None
    by: Id | None = None

    def reader(self, level: Level) -> Reader:
        """Return what reads it off a moment of a level."""
        of, to = _mask(level, self.by), _mask(level, self.whom)
        return lambda seen: float(getattr(seen.ties, self.column)[_between(seen.ties, of, to)].sum())


class Credit(Blame, frozen=True, tag="credit"):
    """What is held in somebody's favour, added up likewise."""

    column: ClassVar[str] = "credit"


class Doing(Reading, frozen=True, tag="doing"):
    """How many people are at one of these options, towards somebody if `whom` is given."""

    what: tuple[str, ...]
    who: Id | None = None
    whom: Id | None = None

    def reader(self, level: Level) -> Reader:
        """Return what reads it off a moment of a level."""
        rows, options = _rows(level, self.who), np.isin(np.arange(len(INDEX)), [INDEX[name] for name in self.what])
        towards = _towards(level, self.whom)

        def read(seen: Glance) -> float:
            people = seen.people
            at = options[people.option[rows]]
            return float(np.count_nonzero(at if towards is None else at & towards[people.option_on[rows]]))

        return read


class Averting(Reading, frozen=True, tag="averting"):
    """How many people keep their eyes off somebody; `whom` says off whom."""

    who: Id | None = None
    whom: Id | None = None

    def reader(self, level: Level) -> Reader:
        """Return what reads it off a moment of a level."""
        rows, towards = _feeling(level, _rows(level, self.who)), _towards(level, self.whom)

        def read(seen: Glance) -> float:
            off = averted(seen.people, seen.before)[rows]
            return float(np.count_nonzero(off != NOBODY if towards is None else towards[off]))

        return read


class Looking(Reading, frozen=True, tag="looking"):
    """How many people have their eyes on somebody; `whom` says on whom."""

    who: Id | None = None
    whom: Id | None = None

    def reader(self, level: Level) -> Reader:
        """Return what reads it off a moment of a level."""
        rows, towards = _feeling(level, _rows(level, self.who)), _towards(level, self.whom)

        def read(seen: Glance) -> float:
            on = seen.people.gaze[rows]
            return float(np.count_nonzero(on != NOBODY if towards is None else towards[on]))

        return read


AnyReading: TypeAlias = Goal | BetOn | Meter | OfPeople | Count | OfTies | Blame | Credit | Doing | Averting | Looking


def within(values: Floats, at_least: float | None, at_most: float | None) -> Bools:
    """Return which values lie within limits, those included; nan never does."""
    low, high = -np.inf if at_least is None else at_least, np.inf if at_most is None else at_most
    found: Bools = (values >= low) & (values <= high)
    return found


def _rows(level: Level, who: str | None) -> Ints:
    """Return the rows of a person, of a group, or of everybody."""
    people = enumerate(level.people)
    return np.array([row for row, person in people if who is None or who in {person.id, person.group}], np.int64)


def _feeling(level: Level, rows: Ints) -> Ints:
    return np.array([row for row in rows if level.people[row].being == "person"], np.int64)


def _mask(level: Level, who: str | None) -> Bools:
    """Return (N,) who of everybody is meant."""
    mask = np.zeros(len(level.people), np.bool_)
    mask[_rows(level, who)] = True
    return mask


def _towards(level: Level, whom: str | None) -> Bools | None:
    """Return (N + 1,) whether a row is meant, the last for NOBODY; None if it does not matter."""
    return None if whom is None else np.append(_mask(level, whom), np.False_)


def _between(ties: Ties, of: Bools, to: Bools) -> Bools:
    """Return (E,) which ties lead from some people to some people."""
    return of[ties.observer] & to[ties.target]


def _column(people: People, name: str) -> Floats:
    """Return (N,) a quantity of everybody."""
    if name in STREAMS:
        return people.reward[:, STREAMS[name]]
    column: Floats = getattr(people, name)
    return column


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else np.nan
