"""How a goal stands, in words: each condition with its live value and the time held, and what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.scenario.actions import Lose, Win
from sandbox.scenario.conditions.bounds import NEAR, graded, number
from sandbox.scenario.conditions.schema import (
    Blamed,
    Counted,
    Credited,
    Felt,
    Here,
    Lasted,
    Near,
    Not,
    Shown,
    Some,
    Then,
    Time,
    Used,
)
from sandbox.scenario.conditions.sentences import sentence
from sandbox.scenario.conditions.who import chosen
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import all_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.conditions.sentences import Names
    from sandbox.scenario.schema import AnyAction, Level
    from sandbox.session.story.told import Decided
    from sandbox.session.story.tree import Standing, Tally

    Figure = Callable[[Standing], str]
    """How what decides a condition is said."""

MOST_NAMES: Final = 2
"""More people than that are counted."""


def now(standing: Standing, *, plain: bool = False) -> str:
    """Say the live value of a condition and the time it has held, or plainly in words that alone while it holds."""
    condition, parts = standing.condition, [_stands(standing, _in_words if plain else _in_numbers)]
    if condition.lasting and not standing.met and (standing.held or parts == [""]):
        held = _seconds(standing.seconds, condition.lasting)
        parts = [held] if plain else [*parts, held]
    return ", ".join(part for part in parts if part)


def _seconds(held: float, wanted: float) -> str:
    return text_of("standing.held", held=int(held), seconds=f"{wanted:g}")


def _so_far(condition: Lasted, value: float) -> str:
    wanted = condition.least if condition.most is None else condition.most
    return _seconds(value, wanted or 0.0)


def _stands(standing: Standing, figure: Figure) -> str:
    """Say of whom a condition is so by now, or how near they are; nothing if it tells of several things."""
    condition, tally = standing.condition, standing.tally
    begun = 0.0 if np.isnan(standing.value) else standing.value
    match condition:
        case Time():
            return _seconds(begun, condition.time)
        case Used():
            key = "standing.used" if begun or not condition.least else "standing.not_yet"
            return text_of(key, count=int(begun))
        case Not():
            return _denied(standing.parts[0], figure)
    if tally is None or not condition.subject:
        return _so_far(condition, begun) if isinstance(condition, Lasted) else ""
    if tally.named:
        return _value(standing, figure) or ("" if standing.held else text_of("standing.not_yet"))
    return _of_several(standing, tally, figure) if tally.so or tally.others else text_of("standing.empty")


def _denied(inner: Standing, figure: Figure) -> str:
    """Say who still does what nobody should."""
    tally, condition = inner.tally, inner.condition
    if tally is None or condition.lasting or not condition.subject:
        return ""
    if tally.named:
        return _value(inner, figure) or (text_of("standing.not_yet") if inner.held else "")
    return _who(condition, tally.so) if inner.held else ""


def _of_several(standing: Standing, tally: Tally, figure: Figure) -> str:
    condition = standing.condition
    if isinstance(condition, Counted) or chosen(str(getattr(condition, condition.subject))).some:
        if tally.so:
            return _who(condition, tally.so)
        near = _value(standing, figure, "nearest", name=tally.by) if tally.by else ""
        return near or text_of(f"standing.nobody.{_verb(condition)}")
    if not tally.others:
        return text_of(f"standing.all.{_verb(condition)}")
    have, whole, value = len(tally.so), len(tally.so) + len(tally.others), _value(standing, figure, "of", name=tally.by)
    if have > 1 and whole - have == 1 and not value:
        return text_of(f"standing.only.{_verb(condition)}", name=tally.others[0])
    share = text_of(f"standing.part.{_verb(condition)}", have=have, all=whole, count=have)
    return ", ".join(part for part in (share, value) if part)


def _who(condition: AnyCondition, names: tuple[str, ...]) -> str:
    """Name who does it, or say how many they are."""
    told = all_of(names) if len(names) <= MOST_NAMES else str(len(names))
    return text_of(f"standing.some.{_verb(condition)}", names=told, count=len(names))


def _verb(condition: AnyCondition) -> str:
    """Return what stands for the verb of a condition: `do`, or `are`."""
    match condition:
        case Counted():
            return _verb(condition.where)
        case Not():
            return _verb(condition.denied)
        case Near() | Here() | Blamed() | Credited():
            return "is"
    return "does"


def _value(standing: Standing, figure: Figure, way: str = "", name: str = "") -> str:
    """Say what decides a condition, and whose it is; nothing if nothing does."""
    metres, value = isinstance(standing.condition, Near), "" if np.isnan(standing.value) else figure(standing)
    if not value:
        return ""
    if not way:
        return text_of("standing.metres" if metres else "standing.value", value=value)
    return text_of(f"standing.{way}{'.metres' if metres else ''}", name=name, value=value)


def _in_numbers(standing: Standing) -> str:
    return number(standing.value)


def _in_words(standing: Standing) -> str:
    """Say how somebody feels or looks; of anything else that is a number of the model, what is amiss with it."""
    condition, value = standing.condition, standing.value
    if isinstance(condition, Near):
        return f"{value:.0f}"
    least, most = getattr(condition, "least", None), getattr(condition, "most", None)
    under, over = 0.0 if least is None else least - value, 0.0 if most is None else value - most
    if isinstance(condition, Felt | Shown):
        mood = text_of(f"condition.{condition.__struct_config__.tag}.{graded(value)}")
        return text_of("standing.almost") if 0 < max(under, over) <= NEAR else mood
    return text_of("standing.too_little") if under > 0 else text_of("standing.too_much") if over > 0 else ""


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


def line(standing: Standing, names: Names, words: str = "", *, plain: bool = False) -> str:
    """Say a condition, in its own words or in `words`, and how it stands now; plainly without numbers of the model."""
    said, stands = words or sentence(standing.condition, names, plain=plain), now(standing, plain=plain)
    return text_of("standing.line", what=said.removesuffix("."), now=stands) if stands else said
