"""What the goal and the rules of a level take: their conditions at each moment, and the happenings that rules bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.plot import conditions_of
from sandbox.scenario.schema import Do

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.scenario.schema import Level, Rule


def following(level: Level, ties: int) -> tuple[int, float]:
    """Return how many conditions are followed, and the milliseconds that they take at each moment."""
    found = [condition for _, condition in conditions_of(level)]
    if not found:
        return 0, 0.0
    from sandbox.scenario.conditions.size import cost, size

    return sum(size(one, level) for one in found), sum(cost(one, level, ties) for one in found)


def deeds(rule: Rule) -> list[Do]:
    """List the happenings that a rule brings at once."""
    return [action for action in rule.then if isinstance(action, Do)]


def brought(level: Level, window: float, of_one: Callable[[Do], float]) -> tuple[int, float]:
    """Return how many happenings rules may bring within so many seconds, and what they take, by what one takes."""
    found = [(often(rule, window), of_one(action)) for rule in level.rules for action in deeds(rule)]
    return sum(times for times, _ in found), sum(times * each for times, each in found)


def often(rule: Rule, window: float) -> int:
    """Return how often a rule may act within so many seconds; whenever something comes to be so is once a second."""
    if rule.once or rule.at is not None:
        return 1
    times = int(window / (rule.every or 1.0)) + 1
    return times if rule.times is None else min(times, rule.times)
