"""What the goal of a level asks of whom: what just happened is told first where it is about that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.scenario.conditions.schema import Blamed, Credited, Felt, Personhood, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.schema import Level


class Wanted(NamedTuple):
    """The rows of those of whom a goal asks something."""

    credited: frozenset[int]
    """who have to be thought well of"""
    hearers: frozenset[int]
    """who have to blame somebody by hearsay alone"""
    well: frozenset[int]
    """who have to feel good enough"""
    seers: frozenset[int]
    """who have to take somebody for a person"""
    unblamed: frozenset[int]
    """who must not be blamed: the game is lost by that"""


def wanted_by(level: Level) -> Wanted:
    """Return of whom the goal of a level asks what; groups and counts name nobody."""
    named: dict[type, set[str | None]] = {kind: set() for kind in (Credited, Blamed, Felt, Personhood)}
    for condition in () if level.goal is None else _asked(level.goal.win):
        match condition:
            case Credited(least=float()):
                named[Credited].add(condition.credited)
            case Blamed(least=float(), heard=True):
                named[Blamed].add(condition.by)
            case Felt(least=float()):
                named[Felt].add(condition.felt)
            case Personhood(least=float()):
                named[Personhood].add(condition.person)
    losses = [] if level.goal is None else [part for loss in level.goal.lose for part in _asked(loss.when)]
    blamed: set[str | None] = {part.blamed for part in losses if isinstance(part, Blamed) and part.least is not None}
    rows = {person.id: row for row, person in enumerate(level.people)}
    return Wanted(*(frozenset(rows[name] for name in names if name in rows) for names in (*named.values(), blamed)))


def _asked(condition: AnyCondition) -> Iterator[AnyCondition]:
    """Yield a condition and what it is made of, but for what must not be."""
    yield condition
    for path, part in parts_of(condition):
        if path not in {"not", "lasted"}:
            yield from _asked(part)
