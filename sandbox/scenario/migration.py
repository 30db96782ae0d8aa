"""Levels of format 1, which play as they always did: only what a goal says has another shape by now.

A map that is `indoors`, as files said before there were stages, is an office: it has the same floor of boards.

A goal of format 1 is one of three kinds. It is checked as what it is, so that whatever is wrong with it is said in the
words of its own file, and then written as conditions that decide every moment as that kind did.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct, inspect

from sandbox.scenario.fields import Id, Seconds
from sandbox.scenario.problems import Problem
from sandbox.scenario.read_json import oddities
from sandbox.scenario.schema import VERSION
from sandbox.scenario.structure import mend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.ids import Ids

FIRST: Final = 1
"""The version that is still read."""
LATEST: Final = 86_399.0
"""Seconds; what befalls somebody in the last one of a day is not waited for."""
SETTLING: Final = 1.0
"""Seconds that people get to feel what befell them before they can count as relieved."""
PATH: Final = "goal"


class FirstGoal(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A goal of format 1."""

    kind: Literal["relieved", "befriended", "unblamed"]
    who: Id
    within: Seconds
    whom: Id | None = None
    value: Annotated[float, Meta(ge=-1, le=100)] = 0.0


class Migrated:
    """A level that is read, and what was said in a way of an older format."""

    def __init__(self, value: object, *above: str) -> None:
        """Raise a level to this format, in place; `above` are the keys under which it stands in its file."""
        self._path = ".".join((*above, PATH))
        self.found: list[Problem] = []
        """what is wrong with the shape of an old goal"""
        self.goal: FirstGoal | None = None
        """an old goal"""
        if isinstance(value, dict):
            _furnish(value.get("map"))
        version = value.get("schema_version") if isinstance(value, dict) else None
        if isinstance(value, dict) and version == FIRST and version is not True:
            value["schema_version"] = VERSION
            if value.get(PATH) is not None:
                self.found += oddities(value[PATH], (*above, PATH))
                self.goal = msgspec.convert(mend(_described(), value[PATH], self._path, self.found), FirstGoal)
                value[PATH] = _conditions(self.goal, _latest(value.get("happenings"), self.goal.who))

    def meant(self, meant: list[Problem], ids: Ids) -> list[Problem]:
        """Put what is wrong with an old goal in the place of what is wrong with its conditions."""
        if self.goal is None:
            return meant
        others = [problem for problem in meant if not problem.path.startswith(self._path)]
        return [*others, *_check(self.goal, self._path, ids)]


def _furnish(ground: object) -> None:
    """Say of a map that is indoors on which stage it is, in place; one that says both is left to be refused."""
    if isinstance(ground, dict) and isinstance(ground.get("indoors"), bool) and "stage" not in ground:
        ground |= {"stage": "office"} if ground.pop("indoors") else {}


def _conditions(goal: FirstGoal, latest: float) -> dict[str, object]:
    """Write an old goal as a new one; `latest` is when the last happening of the level befalls whom it is about."""
    if goal.kind == "relieved":
        win = {"felt": goal.who, "min": min(1.0, goal.value)}
        return {"win": win, "after": min(latest + SETTLING, goal.within), "within": goal.within}
    if goal.kind == "befriended":
        win = {"likes": goal.who, "whom": goal.whom or goal.who, "min": min(1.0, goal.value)}
        return {"win": win, "within": goal.within}
    kept = {"not": {"blamed": goal.who, "max": max(0.0, goal.value)}}
    return {"win": {"time": goal.within}, "within": goal.within, "lose": [{"when": kept}]}


def _latest(happenings: object, who: str) -> float:
    """Return the last second at which something befalls somebody, by a list that may be anything."""
    if not isinstance(happenings, list):
        return 0.0
    times = [one.get("at", 0.0) for one in happenings if isinstance(one, dict) and one.get("who") == who]
    return max((float(at) for at in times if isinstance(at, int | float) and 0 <= at <= LATEST), default=0.0)


def _check(goal: FirstGoal, path: str, ids: Ids) -> Iterator[Problem]:
    yield from ids.person(goal.who, f"{path}.who")
    yield from ids.person(goal.whom, f"{path}.whom")
    if goal.kind != "unblamed":
        yield from ids.feeling(goal.who, f"{path}.who", "level.thing.feels")
    if goal.kind == "befriended" and goal.whom is None:
        yield Problem(f"{path}.whom", "level.goal_whom")
    if goal.kind != "befriended" and goal.whom is not None:
        yield Problem(f"{path}.whom", "level.goal_no_whom", kind=goal.kind)
    if goal.kind == "befriended" and goal.whom == goal.who:
        yield Problem(f"{path}.whom", "level.goal_self")
    if goal.kind != "unblamed" and goal.value > 1:
        yield Problem(f"{path}.value", "level.goal_value", value=f"{goal.value:.12g}")
    if goal.kind == "unblamed" and goal.value < 0:
        yield Problem(f"{path}.value", "level.goal_blame", value=f"{goal.value:.12g}")


@cache
def _described() -> inspect.Type:
    return inspect.type_info(FirstGoal)
