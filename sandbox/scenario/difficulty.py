"""Difficulties: the same level with other tools and another deadline. What people are like never changes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level

USUAL: Final = "usual"
"""As the level has it."""


def difficulties(level: Level) -> list[str]:
    """List the difficulties of a level, the gentlest first."""
    other = level.difficulties
    return [name for name in ("gentle", USUAL, "hard") if name == USUAL or (other and getattr(other, name))]


def adjusted(level: Level, difficulty: str) -> Level:
    """Return a level at one of its difficulties; the usual one is the level itself."""
    change = None if difficulty == USUAL else getattr(level.difficulties, difficulty, None)
    if change is None:
        return level
    tools = level.tools if change.tools is None else change.tools
    goal = level.goal
    if goal is not None and change.within is not None:
        goal = replace(goal, within=change.within)
    return replace(level, tools=tools, goal=goal)


def difficulty_of(level: Level) -> str:
    """Return at which difficulty a level stands: whose tools and time it has, which is all that tells them apart."""
    changed = (name for name in difficulties(level) if name != USUAL and _changes(level, name))
    return next((name for name in changed if adjusted(level, name) == level), USUAL)


def _changes(level: Level, difficulty: str) -> bool:
    """Return whether anything is otherwise at a difficulty."""
    change = getattr(level.difficulties, difficulty)
    return change.tools is not None or change.within is not None
