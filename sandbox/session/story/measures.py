"""What a single condition says of a moment: whether it holds, and the number that decides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np

from sandbox.engine.options import INDEX
from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import RULES
from sandbox.scenario.conditions.schema import (
    BELIEVED,
    ENDORSED,
    Believes,
    Blamed,
    Credited,
    Does,
    Endorses,
    Felt,
    Here,
    Likes,
    Looks,
    Near,
    Personhood,
    Predicted,
    Shown,
    Time,
    Used,
)
from sandbox.session.frame import averted
from sandbox.session.story.people import between, meant, place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.schema import Level
    from sandbox.session.story.people import Meant, Seen

    Measure: TypeAlias = Callable[[Seen], "Found"]
    """Reads a condition off a moment"""
    OfEach: TypeAlias = Callable[[Seen, Ints], Floats]
    """(A,) a number of each of some people, nan where it does not count"""

_NOBODY: Final = np.zeros(0, np.int64)
_NONE: Final = np.zeros(0, np.bool_)


class Found(NamedTuple):
    """What a condition says of a moment."""

    held: bool
    value: float = np.nan
    """of whoever decides it: the one who is furthest from it, or nearest if one is enough; nan if there is no number"""
    rows: Ints = _NOBODY
    """(A,) who is meant"""
    so: Bools = _NONE
    """(A,) of whom it is so"""
    by: int = NOBODY
    """the row of whoever decides it, if a number does"""


def measure(condition: AnyCondition, level: Level, it: int | None) -> Measure:
    """Return what reads a condition without conditions in it; `it` is the row that a count is at."""
    match condition:
        case Time():
            due = round(condition.time * TICKS_PER_SECOND)
            return lambda seen: Found(seen.tick >= due, seen.tick * SECONDS_PER_TICK)
        case Used():
            return lambda seen: _used(condition, seen)
        case Predicted():
            return lambda seen: Found(_answered(condition.predicted, seen))
        case Felt() | Shown() | Blamed() | Credited() | Likes() | Personhood() | Believes() | Endorses():
            return _number(condition, level, it)
        case Near():
            return _near(condition, level, it)
        case Looks() | Does() | Here():
            return _flag(condition, level, it)
    msg = f"{type(condition).__name__} holds other conditions"
    raise TypeError(msg)


def within(values: Floats, least: float | None, most: float | None) -> Bools:
    """Return which values lie within bounds, those included; nan never does."""
    low, high = -np.inf if least is None else least, np.inf if most is None else most
    held: Bools = (values >= low) & (values <= high)
    return held


def decided(values: Floats, least: float | None, most: float | None, *, some: bool, rows: Ints = _NOBODY) -> Found:
    """Judge (A,) numbers, of the people in (A,) rows if they are people's.

    Whether one is within bounds, or each of those that count.
    """
    held = within(values, least, most)
    so, counts = held if len(rows) else _NONE, ~np.isnan(values)
    if not counts.any():
        return Found(held=False, rows=rows, so=so)
    if least is not None and most is not None:
        out = np.maximum(least - values, values - most)
        place = int(np.nanargmin(out) if some else np.nanargmax(out))
    else:
        upwards = (least is None) == some
        place = int(np.nanargmin(values) if upwards else np.nanargmax(values))
    is_so = bool(held.any() if some else held[counts].all())
    return Found(is_so, float(values[place]), rows, so, int(rows[place]) if len(rows) else NOBODY)


def _number(
    condition: Felt | Shown | Likes | Personhood | Blamed | Credited | Believes | Endorses, level: Level, it: int | None
) -> Measure:
    """Return what reads a number of each of some people, and holds it against bounds."""
    read = _of_each(condition, level, it)
    who = meant(str(getattr(condition, condition.subject)), level, it)
    least, most = condition.least, condition.most
    if isinstance(condition, Believes | Endorses) and least is most is None:
        least = BELIEVED if isinstance(condition, Believes) else ENDORSED

    def found(seen: Seen) -> Found:
        rows = who.rows(seen)
        return decided(read(seen, rows), least, most, some=who.some, rows=rows)

    return found


def _of_each(
    condition: Felt | Shown | Likes | Personhood | Blamed | Credited | Believes | Endorses, level: Level, it: int | None
) -> OfEach:
    if isinstance(condition, Believes):
        return _belief(condition, level)
    if isinstance(condition, Endorses):
        number = RULES.index(condition.rule)
        return lambda seen, rows: np.where(seen.people.rule == number, seen.people.stance, 0.0)[rows]
    if isinstance(condition, Blamed | Credited):
        return _sum(condition, level, it)
    if isinstance(condition, Likes | Personhood):
        return _tie(condition, meant(condition.whom, level, it))
    column = "felt" if isinstance(condition, Felt) else "shown"
    return lambda seen, rows: getattr(seen.people, column)[rows]


def _sum(condition: Blamed | Credited, level: Level, it: int | None) -> OfEach:
    """Return what adds up what is held against somebody, or in their favour."""
    by = None if condition.by is None else meant(condition.by, level, it)

    def read(seen: Seen, rows: Ints) -> Floats:
        ties = seen.ties
        amount = ties.blame if isinstance(condition, Blamed) else ties.credit
        if by is not None:
            amount = np.where(by.mask(seen)[ties.observer], amount, 0.0)
        whole: Floats = np.bincount(ties.target, weights=amount, minlength=len(seen.people)).astype(np.float64)
        return whole[rows]

    return read


def _tie(condition: Likes | Personhood, whom: Meant) -> OfEach:
    """Return what reads what somebody is to each: of several, to the one who decides it."""
    least, most = condition.least, condition.most
    unknown = 0.0 if isinstance(condition, Likes) else np.nan
    column = "affinity" if isinstance(condition, Likes) else "personhood"

    def read(seen: Seen, rows: Ints) -> Floats:
        others = whom.rows(seen)
        table = between(seen.ties, rows, others, getattr(seen.ties, column), len(seen.people))
        table[np.isnan(table) & (rows[:, None] != others)] = unknown
        return np.array([decided(line, least, most, some=whom.some).value for line in table], np.float64)

    return read


def _belief(condition: Believes, level: Level) -> OfEach:
    """Return what reads how far each holds a claim: by as much of their verdict as rests on what was said alone."""
    claim = next(claim for claim in level.claims if claim.id == condition.claim)
    about = next(row for row, person in enumerate(level.people) if person.id == claim.about)

    def read(seen: Seen, rows: Ints) -> Floats:
        ties, of = seen.ties, seen.ties.target == about
        held, side = np.zeros(len(seen.people)), -np.sign(claim.amount)
        verdict = np.minimum(side * (ties.blame[of] - ties.credit[of]), side * ties.hearsay[of])
        held[ties.observer[of]] = np.maximum(0.0, verdict)
        held[about] = np.nan
        return held[rows]

    return read


def _used(condition: Used, seen: Seen) -> Found:
    count = sum(command.do == condition.used for command in seen.commands)
    return decided(np.array([count], np.float64), condition.least, condition.most, some=False)


def _answered(question: str, seen: Seen) -> bool:
    """Return whether the player's last answer to a question has turned out right."""
    given = [command.option for command in seen.commands if command.question == question]
    return bool(given) and given[-1] in seen.right.get(question, ())


def _near(condition: Near, level: Level, it: int | None) -> Measure:
    """Return what reads how far somebody is from the nearest of some people, or from a place."""
    who, spot = meant(condition.near, level, it), place_of(condition.to, level)
    whom = meant(condition.to, level, it) if spot is None else None

    def found(seen: Seen) -> Found:
        people, rows = seen.people, who.rows(seen)
        rows = rows[people.present[rows] > 0]
        if whom is None:
            x, y = np.array(spot, np.float64)[:, None]
            away = np.hypot(people.x[rows, None] - x, people.y[rows, None] - y)
        else:
            others = whom.rows(seen)
            others = others[people.present[others] > 0]
            away = np.hypot(people.x[rows, None] - people.x[others], people.y[rows, None] - people.y[others])
            away[rows[:, None] == others] = np.inf
        if not away.size:
            return Found(held=False)
        return decided(away.min(axis=1), None, condition.within, some=who.some, rows=rows)

    return found


def _flag(condition: Looks | Does | Here, level: Level, it: int | None) -> Measure:
    """Return what reads who is at something: how many are is not told."""
    who = meant(str(getattr(condition, condition.subject)), level, it)
    is_so = _state(condition, level, it)

    def found(seen: Seen) -> Found:
        rows = who.rows(seen)
        held = is_so(seen)[rows]
        return Found(bool(len(rows)) and bool(held.any() if who.some else held.all()), rows=rows, so=held)

    return found


def _state(condition: Looks | Does | Here, level: Level, it: int | None) -> Callable[[Seen], Bools]:
    """Return what reads (N,) of whom something is so."""
    if isinstance(condition, Here):
        return lambda seen: seen.people.present > 0
    other = condition.at if isinstance(condition, Looks) else condition.to
    whom = None if other is None else meant(other, level, it)

    def towards(seen: Seen, rows: Ints) -> Bools:
        return np.ones(len(rows), np.bool_) if whom is None else np.append(whom.mask(seen), np.False_)[rows]

    if isinstance(condition, Looks):
        if condition.away:
            return lambda seen: towards(seen, averted(seen.people, seen.before))
        return lambda seen: towards(seen, seen.people.gaze)
    deeds = np.isin(np.arange(len(INDEX)), [INDEX[name] for name in condition.what])
    return lambda seen: deeds[seen.people.option] & towards(seen, seen.people.option_on) & (seen.people.present > 0)
