"""How a goal stands, in words: each condition with its live value and the time held, and what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.scenario.actions import Lose, Win
from sandbox.scenario.conditions.schema import Counted, Near, Some, Then, Time
from sandbox.scenario.conditions.sentences import number, sentence
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from sandbox.scenario.conditions.sentences import Names
    from sandbox.scenario.schema import AnyAction, Level
    from sandbox.session.story.told import Decided
    from sandbox.session.story.tree import Standing


def now(standing: Standing) -> str:
    """Say the live value of a condition and the time it has held; nothing if it has neither."""
    condition, parts = standing.condition, list[str]()
    if not np.isnan(standing.value) and not isinstance(condition, Time):
        unit = "metres" if isinstance(condition, Near) else "number"
        parts.append(text_of(f"standing.{unit}", value=number(standing.value)))
    if condition.lasting and not standing.met:
        held = f"{standing.seconds:.1f}"
        parts.append(text_of("standing.held", held=held, seconds=number(condition.lasting), count=condition.lasting))
    return ", ".join(parts)


def ending(level: Level, decided: Decided) -> str:
    """Return the level's own words for how the game ended, or nothing: those of a loss or a rule before the others."""
    goal, said = level.goal, ""
    if decided.by == "rule":
        said = next((_last_words(action) for action in level.rules[decided.place].then if _last_words(action)), "")
    elif decided.by == "loss" and goal is not None:
        said = goal.lose[decided.place].text
    return said or (level.texts.won if decided.outcome == "won" else level.texts.lost)


def _last_words(action: AnyAction) -> str:
    return action.win if isinstance(action, Win) else action.lose if isinstance(action, Lose) else ""


def missing(standing: Standing, names: Names) -> tuple[str, ...]:
    """List what is still missing until a condition is met, each with how it stands now; nothing once it is met."""
    return tuple(line(part, names) for part in lacking(standing))


def lacking(standing: Standing) -> tuple[Standing, ...]:
    """List the conditions in a condition that are still to be met, those that are told apart each by itself."""
    condition = standing.condition
    if standing.met:
        return ()
    if isinstance(condition, Then):
        return next((lacking(part) for part in standing.parts if not part.met), ())
    apart = standing.parts and not isinstance(condition, Counted | Some) and not condition.text and not standing.held
    if apart and len(standing.parts) > 1:
        return tuple(one for part in standing.parts for one in lacking(part))
    return (standing,)


def line(standing: Standing, names: Names, words: str = "") -> str:
    """Say a condition, in its own words or in `words`, and how it stands now."""
    said, stands = words or sentence(standing.condition, names), now(standing)
    return text_of("standing.line", what=said, now=stands) if stands else said
