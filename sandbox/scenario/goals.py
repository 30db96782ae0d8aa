"""Whether a level's goal is reached, lost or still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from sandbox.engine.params import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.scenario.schema import Goal, Level

Outcome = Literal["open", "won", "lost"]

SETTLING: Final = TICKS_PER_SECOND
"""Ticks that people get to feel what befell them before a goal can be won."""


def outcome(level: Level, people: People, ties: Ties, tick: int) -> Outcome | None:
    """Judge one moment of a level; None for a level without a goal.

    It looks at this moment only: whoever asks keeps the first answer that is not "open".
    """
    if level.goal is None:
        return None
    return _JUDGES[level.goal.kind](level, level.goal, people, ties, tick)


def _relieved(level: Level, goal: Goal, people: People, _: Ties, tick: int) -> Outcome:
    """Judge whether somebody feels well enough in time, after all that the level has in store for them."""
    befell = [happening.at for happening in level.happenings if happening.who == goal.who]
    begun = tick >= max(befell, default=0.0) * TICKS_PER_SECOND + SETTLING
    reached = begun and people.felt[_row(level, goal.who)] >= goal.value
    return _in_time(goal, tick, reached=bool(reached))


def _befriended(level: Level, goal: Goal, _: People, ties: Ties, tick: int) -> Outcome:
    """Judge whether somebody likes somebody enough in time."""
    pair = (ties.observer == _row(level, goal.who)) & (ties.target == _row(level, goal.whom or goal.who))
    return _in_time(goal, tick, reached=bool((ties.affinity[pair] >= goal.value).any()))


def _unblamed(level: Level, goal: Goal, _: People, ties: Ties, tick: int) -> Outcome:
    """Judge whether the blame on somebody, added up, stays at or below the value until time is up."""
    blame = ties.blame[ties.target == _row(level, goal.who)].sum()
    if blame > goal.value:
        return "lost"
    return "won" if tick >= _deadline(goal) else "open"


def _in_time(goal: Goal, tick: int, *, reached: bool) -> Outcome:
    late = tick > _deadline(goal)
    return "lost" if late else "won" if reached else "open"


def _deadline(goal: Goal) -> float:
    return goal.within * TICKS_PER_SECOND


def _row(level: Level, name: str) -> int:
    return next(row for row, person in enumerate(level.people) if person.id == name)


_JUDGES: Final[Mapping[str, Callable[[Level, Goal, People, Ties, int], Outcome]]] = {
    "relieved": _relieved,
    "befriended": _befriended,
    "unblamed": _unblamed,
}
