"""Conditions in words, for goals, for lists of rules and for whoever reads a level: `Tim feels 0.2 or more`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.conditions.schema import (
    All,
    Believes,
    Blamed,
    Counted,
    Credited,
    Does,
    Here,
    Likes,
    Looks,
    Near,
    Not,
    Personhood,
    Predicted,
    Some,
    Then,
    Time,
    Used,
)
from sandbox.scenario.conditions.who import in_words
from sandbox.scenario.labels import group_name
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import all_of, one_of

if TYPE_CHECKING:
    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.goals import Goal
    from sandbox.scenario.schema import Level

    Names = dict[str, str]
    """What people, places and groups are called, as `in_words` takes it."""


def names_of(level: Level) -> Names:
    """Return what people, places and groups of a level are called."""
    names = {place.id: place.name or group_name(place.id) for place in level.map.places}
    names |= {person.id: person.name for person in level.people}
    groups = {person.group for person in level.people if person.group} | {group.id for group in level.groups}
    names |= {f"group:{group}": group_name(group) for group in groups}
    return names | {f"claim:{claim.id}": claim.text.rstrip(".") for claim in level.claims}


def asked(goal: Goal, names: Names) -> str:
    """Say what a goal asks for: in its own words if it has some."""
    what = goal.text or sentence(goal.win, names)
    if goal.text:
        return what
    if goal.after:
        what = text_of("goal.after", what=what, seconds=number(goal.after))
    return (
        what
        if goal.within is None
        else text_of("goal.within", what=what, seconds=number(goal.within), count=goal.within)
    )


def sentence(condition: AnyCondition, names: Names) -> str:
    """Say a condition: in its own words if it has some, without its `for` then."""
    if condition.text:
        return condition.text
    said = _said(condition, names)
    return (
        text_of("condition.held", what=said, seconds=number(condition.lasting), count=condition.lasting)
        if condition.lasting
        else said
    )


def number(value: float) -> str:
    """Write a number of a condition: with at most two places, and a true minus."""
    return f"{round(value, 2):g}".replace("-", "−")


def bounds(least: float | None, most: float | None) -> str:
    """Say between which numbers something is to be."""
    if most is None:
        return text_of("condition.least", low=number(least or 0.0))
    if least is None:
        return text_of("condition.most", high=number(most))
    if least == most:
        return number(least)
    return text_of("condition.between", low=number(least), high=number(most))


def _said(condition: AnyCondition, names: Names) -> str:
    who = in_words(str(getattr(condition, condition.subject)), names) if condition.subject else ""
    match condition:
        case Time():
            return text_of("condition.time", seconds=number(condition.time), count=condition.time)
        case Predicted():
            return text_of("condition.predicted")
        case Looks() | Does() | Near() | Here():
            return _of_moment(condition, who, names)
        case All() | Some() | Not() | Then():
            return _joined(condition, names)
        case _:
            return _of_number(condition, who, names)


def _of_moment(condition: Looks | Does | Near | Here, who: str, names: Names) -> str:
    """Say where somebody is, whom they look at, or what they are at."""
    match condition:
        case Looks():
            way = "away" if condition.away else "at"
            return text_of(f"condition.looks.{way}", who=who, whom=in_words(condition.at, names))
        case Does():
            return _deed(condition, who, names)
        case Near():
            metres = number(condition.within)
            return text_of("condition.near", who=who, whom=in_words(condition.to, names), metres=metres)
        case Here():
            return text_of("condition.here", who=who)


def _deed(condition: Does, who: str, names: Names) -> str:
    what = one_of(text_of(f"option.{option}.name") for option in condition.what)
    if condition.to is None:
        return text_of("condition.does", who=who, what=what)
    return text_of("condition.does_to", who=who, what=what, whom=in_words(condition.to, names))


def _joined(condition: All | Some | Not | Then, names: Names) -> str:
    if isinstance(condition, Not):
        return text_of("condition.not", what=sentence(condition.denied, names))
    parts = [sentence(part, names) for part in condition.parts]
    if isinstance(condition, Then):
        first, *later = parts
        for part in later:
            first = text_of("condition.then", first=first, second=part)
        return first
    return all_of(parts) if isinstance(condition, All) else one_of(parts)


def _of_number(condition: AnyCondition, who: str, names: Names) -> str:
    """Say a condition about a number."""
    within = bounds(getattr(condition, "least", None), getattr(condition, "most", None))
    match condition:
        case Used():
            return text_of("condition.used", tool=text_of(f"happening.{condition.used}.name"), bounds=within)
        case Believes():
            said = text_of("condition.believes", who=who, claim=names[f"claim:{condition.claim}"])
            bare = condition.least is None and condition.most is None
            return said if bare else text_of("condition.believes.far", what=said, bounds=within)
        case Counted():
            return text_of("condition.count", who=who, bounds=within, where=sentence(condition.where, names))
        case Likes() | Personhood():
            tag = condition.__struct_config__.tag
            return text_of(f"condition.{tag}", who=who, whom=in_words(condition.whom, names), bounds=within)
        case Blamed() | Credited():
            heard = isinstance(condition, Blamed) and condition.heard
            by = in_words(condition.by or "anyone", names)
            way = "heard" if heard else "all" if condition.by is None else "by"
            return text_of(f"condition.{condition.__struct_config__.tag}.{way}", who=who, by=by, bounds=within)
        case _:
            return text_of(f"condition.{condition.__struct_config__.tag}", who=who, bounds=within)
