"""Whether the goal and the rules of a level make sense: their conditions, and what rules do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.actions import Give, LookAt, Say
from sandbox.scenario.conditions.check import Known, check_condition
from sandbox.scenario.conditions.schema import MOST
from sandbox.scenario.conditions.size import size
from sandbox.scenario.ids import unknown
from sandbox.scenario.plot import conditions_of, questions_of
from sandbox.scenario.problems import Problem
from sandbox.scenario.read_json import joined
from sandbox.scenario.schema import Do
from sandbox.scenario.suggest import suggestion
from sandbox.scenario.validate_happenings import check_happening

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sandbox.scenario.ids import Ids
    from sandbox.scenario.schema import AnyAction, Level, Rule

WAYS: Final = ("when", "at", "every")
"""What a rule begins by."""


def check_plot(level: Level, ids: Ids, tools: Collection[str]) -> Iterator[Problem]:
    """List everything that is wrong with the goal and the rules of a level; `tools` are those that there are."""
    known = Known(ids, tools, [ask.ask for _, ask in questions_of(level)])
    for path, condition in conditions_of(level):
        yield from check_condition(condition, path, known)
    if level.goal is not None and level.goal.within is not None and level.goal.after > level.goal.within:
        yield Problem("goal.after", "level.goal_after", value=f"{level.goal.after:g}", within=f"{level.goal.within:g}")
    for index, rule in enumerate(level.rules):
        yield from _rule(rule, f"rules[{index}]", level, ids, tools)
    yield from _questions(level, ids)
    yield from _proof(level, ids)
    whole = sum(size(condition, level) for _, condition in conditions_of(level))
    if whole > MOST:
        yield Problem("", "condition.many", count=whole, most=MOST)


def _proof(level: Level, ids: Ids) -> Iterator[Problem]:
    if level.proof is None:
        return
    if level.goal is None:
        yield Problem("proof", "level.proof_goal")
    for index, command in enumerate(level.proof.commands):
        yield from check_happening(command, f"proof.commands[{index}]", ids)
    for field in ("off", "cause"):
        for index, drive in enumerate(getattr(level.proof, field)):
            yield from unknown(drive, DRIVES, f"proof.{field}[{index}]", "level.unknown.drive")


def _questions(level: Level, ids: Ids) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for path, ask in questions_of(level):
        if ask.ask in seen:
            yield Problem(f"{path}.ask", "level.taken", name=ask.ask, taken=f"{seen[ask.ask]}.ask")
        seen.setdefault(ask.ask, path)
        for place, option in enumerate(ask.options):
            yield from ids.person(option.who, f"{path}.options[{place}].who")


def _rule(rule: Rule, path: str, level: Level, ids: Ids, tools: Collection[str]) -> Iterator[Problem]:
    begun = [way for way in WAYS if getattr(rule, way) is not None]
    if len(begun) != 1:
        yield Problem(path, "rule.ways" if begun else "rule.no_way")
    if rule.once and rule.times is not None:
        yield Problem(f"{path}.times", "rule.once")
    if begun == ["at"] and rule.times is not None:
        yield Problem(f"{path}.times", "rule.at_times")
    for index, action in enumerate(rule.then):
        yield from _action(action, f"{path}.then[{index}]", level, ids, tools)


def _action(action: AnyAction, path: str, level: Level, ids: Ids, tools: Collection[str]) -> Iterator[Problem]:
    match action:
        case Do():
            yield from check_happening(action, path, ids)
            if action.at:
                yield Problem(f"{path}.at", "rule.do_at")
            for field, value, limit in (("x", action.x, level.map.width), ("y", action.y, level.map.height)):
                if value is not None and value > limit:
                    yield Problem(f"{path}.{field}", "level.off_map", value=f"{value:.12g}", limit=f"{limit:.12g}")
        case Say():
            yield from ids.person(action.say, f"{path}.say")
        case LookAt():
            yield from ids.person_or_place(action.look_at, f"{path}.look_at")
        case Give():
            for tool in action.give:
                if tool not in tools:
                    yield Problem(joined(f"{path}.give", tool), "level.tool", ending=suggestion(tool, tools))
