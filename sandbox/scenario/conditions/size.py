"""How much there is of a condition: whom it may count, how often it stands there, and what it takes.

Milliseconds were measured on one core, among 12 to 600 people with 130 to 7,500 ties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.conditions.schema import Blamed, Counted, Likes, Near, Personhood, parts_of
from sandbox.scenario.conditions.who import chosen

if TYPE_CHECKING:
    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.schema import Level

PAIRS: Final = 20
"""So many pairs of people of whom is remembered who saw whom take as long as one condition."""


def size(condition: AnyCondition, level: Level) -> int:
    """Count the conditions in a condition with itself: those of a count once for each person that it may count."""
    within = sum(size(part, level) for _, part in parts_of(condition))
    if isinstance(condition, Blamed) and condition.heard:
        within = len(candidates(condition.blamed, level)) * len(level.people) // PAIRS
    return 1 + within * (len(candidates(condition.counted, level)) if isinstance(condition, Counted) else 1)


def candidates(phrase: str, level: Level) -> list[int]:
    """List the rows of all whom a phrase may ever mean: who feels, and is in the group that it names, if it does."""
    meant = chosen(phrase)
    rows = [row for row, person in enumerate(level.people) if person.being == "person"]
    if meant.relation:
        return rows
    return [row for row in rows if meant.of in {level.people[row].id, level.people[row].group}]


def cost(condition: AnyCondition, level: Level, ties: int) -> float:
    """Return the milliseconds that a condition takes at each moment, among so many ties."""
    within = sum(cost(part, level, ties) for _, part in parts_of(condition))
    if isinstance(condition, Counted):
        within *= len(candidates(condition.counted, level))
    if isinstance(condition, Likes | Personhood):
        within += 0.015 * _number(str(getattr(condition, condition.subject)), level)
    if isinstance(condition, Near) and not any(place.id == condition.to for place in level.map.places):
        within += 0.00006 * _number(condition.near, level) * _number(condition.to, level)
    return 0.03 + 0.000005 * ties + within


def _number(phrase: str, level: Level) -> int:
    """Return how many a phrase may mean at most."""
    return max(1, len(candidates(phrase, level)))
