"""What is odd about a level that can be played: its designer may have meant something else."""

from __future__ import annotations

from collections import Counter
from math import inf
from typing import TYPE_CHECKING, Final

from sandbox.scenario.actions import Give
from sandbox.scenario.conditions.schema import All, Does, Looks, Near, Then, Used, parts_of
from sandbox.scenario.difficulty import adjusted, difficulties
from sandbox.scenario.problems import Problem
from sandbox.scenario.stages import INDOORS
from sandbox.scenario.walled_in import walled_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.schema import Level

MOMENTARY: Final = (Does, Looks, Near)
"""Conditions that hold for a moment, and are seldom so when the game is won."""


def remarks(level: Level) -> list[Problem]:
    """List everything that is odd about a level that is right."""
    found = (_names, _groups, _walled_in, _light, _tools, _after_the_end, _never, _stars)
    return [remark for each in found for remark in each(level)]


def _names(level: Level) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, person in enumerate(level.people):
        if person.name in seen:
            yield Problem(
                f"people[{index}].name", "remark.name", name=person.name, other=f"people[{seen[person.name]}]"
            )
        seen.setdefault(person.name, index)


def _groups(level: Level) -> Iterator[Problem]:
    """Find groups that nobody is in, and ties of them."""
    sizes = Counter(person.group for person in level.people if person.group)
    empty = {group.id for group in level.groups if not sizes[group.id]}
    for index, group in enumerate(level.groups):
        if group.id in empty:
            yield Problem(f"groups[{index}].id", "remark.group", name=group.id)
    for index, tie in enumerate(level.ties):
        for field, name in (("from", tie.source), ("to", tie.target)):
            if name in empty:
                yield Problem(f"ties[{index}].{field}", "remark.tie", name=name)
        if tie.source == tie.target and sizes[tie.source] == 1:
            yield Problem(f"ties[{index}]", "remark.tie_alone", name=tie.source)


def _walled_in(level: Level) -> Iterator[Problem]:
    for row in walled_in(level):
        yield Problem(f"people[{row}]", "remark.walled_in", name=level.people[row].name)


def _light(level: Level) -> Iterator[Problem]:
    """Find rain under a roof, and lamp light without any lamp."""
    light, stage = level.map.light, level.map.stage
    if light == "rain" and stage in INDOORS:
        yield Problem("map.light", "remark.rain", stage=stage)
    if light == "lamp" and not any(place.kind == "lamp" for place in level.map.places):
        yield Problem("map.light", "remark.lamp")


def _tools(level: Level) -> Iterator[Problem]:
    """Find whether there is a goal and nothing that the player could do."""
    gives = any(isinstance(action, Give) for rule in level.rules for action in rule.then)
    idle = level.tools is not None and not any(amount is None or amount > 0 for amount in level.tools.values())
    if level.goal is not None and idle and not gives:
        yield Problem("tools", "remark.tools")


def _after_the_end(level: Level) -> Iterator[Problem]:
    """Find what comes only after the time is up, even where the player has most of it."""
    within = _longest(level)
    if within is None:
        return
    moments = [(f"happenings[{index}].at", one.at) for index, one in enumerate(level.happenings)]
    moments += [(f"rules[{index}].at", rule.at) for index, rule in enumerate(level.rules) if rule.at is not None]
    for path, at in moments:
        if at >= within:
            yield Problem(path, "remark.after_the_end", value=f"{at:g}", within=f"{within:g}")


def _longest(level: Level) -> float | None:
    """Return how many seconds the player has where they have most; None without a goal or a deadline."""
    if level.goal is None or level.goal.within is None:
        return None
    goals = [adjusted(level, name).goal for name in difficulties(level)]
    return max(goal.within for goal in goals if goal is not None and goal.within is not None)


def _never(level: Level) -> Iterator[Problem]:
    """Find what keeps the goal from ever being reached: too little time, or tools that nobody has."""
    goal, within = level.goal, _longest(level)
    if goal is None:
        return
    if within is not None and goal.after + goal.win.lasting > within:
        value = f"{goal.win.lasting:g}"
        yield Problem("goal.win.for", "remark.too_short", value=value, after=f"{goal.after:g}", within=f"{within:g}")
    waiting = [("goal.win", goal.win)]
    for path, condition in waiting:
        if isinstance(condition, Used) and condition.least is not None:
            most = _uses(level, condition.used)
            if condition.least > most:
                slots = {"value": condition.least, "tool": condition.used, "most": int(most)}
                yield Problem(f"{path}.min", "remark.too_few", **slots)
        if isinstance(condition, All | Then):
            waiting += [(f"{path}.{inner}", part) for inner, part in parts_of(condition)]


def _uses(level: Level, tool: str) -> float:
    """Return how often a tool can be used where it can be used most."""
    gives = any(isinstance(action, Give) and tool in action.give for rule in level.rules for action in rule.then)
    bags = [adjusted(level, name).tools for name in difficulties(level)]
    counts = [inf if bag is None or bag.get(tool, 0) is None else bag.get(tool, 0) or 0 for bag in bags]
    return inf if gives else max(counts)


def _stars(level: Level) -> Iterator[Problem]:
    """Find stars for what hardly anybody is just at when the game is won."""
    for index, star in enumerate(() if level.goal is None else level.goal.stars):
        if isinstance(star.when, MOMENTARY):
            yield Problem(f"goal.stars[{index}].when", "remark.star")
