"""Conditions in sentences, for goals, lists of rules and whoever reads a level: `Tim feels good (0.2 or more)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.conditions.clauses import Telling, clause
from sandbox.scenario.labels import group_name
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.goals import Goal
    from sandbox.scenario.schema import Level

    Names = dict[str, str]
    """What people, places, groups and claims are called, as `in_words` takes it."""


def names_of(level: Level) -> Names:
    """Return what people, places, groups and claims of a level are called."""
    names = {place.id: place.name or group_name(place.id) for place in level.map.places}
    names |= {person.id: person.name for person in level.people}
    groups = {person.group for person in level.people if person.group} | {group.id for group in level.groups}
    names |= {f"group:{group}": group_name(group) for group in groups}
    return names | {f"claim:{claim.id}": claim.text.rstrip(".") for claim in level.claims}


def asked(goal: Goal, names: Names) -> str:
    """Say what a goal asks for, without numbers of the model: in its own words if it has some."""
    what = goal.text or sentence(goal.win, names, plain=True)
    if goal.text:
        return what
    if goal.after:
        what = text_of("goal.after", what=what, seconds=f"{goal.after:g}")
    return (
        what
        if goal.within is None
        else text_of("goal.within", what=what, seconds=f"{goal.within:g}", count=goal.within)
    )


def sentence(condition: AnyCondition, names: Names, *, plain: bool = False) -> str:
    """Say a condition, in its own words if it has some: without its `for` then, plain without numbers of the model."""
    said = clause(condition, Telling(names, plain=plain))
    return said[:1].upper() + said[1:]
