"""What the goal and the rules of a level are made of: their conditions and questions, and where each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.actions import Ask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.schema import Level


def conditions_of(level: Level) -> Iterator[tuple[str, AnyCondition]]:
    """List the conditions of a level's goal and rules that stand in no other, with their paths."""
    goal = level.goal
    if goal is not None:
        yield "goal.win", goal.win
        yield from ((f"goal.lose[{index}].when", ending.when) for index, ending in enumerate(goal.lose))
        yield from ((f"goal.stars[{index}].when", ending.when) for index, ending in enumerate(goal.stars))
    for index, rule in enumerate(level.rules):
        if rule.when is not None:
            yield f"rules[{index}].when", rule.when
    for path, ask in questions_of(level):
        yield from ((f"{path}.options[{place}].when", option.when) for place, option in enumerate(ask.options))


def questions_of(level: Level) -> list[tuple[str, Ask]]:
    """List the questions that the rules of a level ask, with their paths."""
    return [
        (f"rules[{index}].then[{place}]", action)
        for index, rule in enumerate(level.rules)
        for place, action in enumerate(rule.then)
        if isinstance(action, Ask)
    ]
