"""What the types of a level cannot say: ids that exist, spots inside the map, happenings that make sense."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import INDEX as OPTIONS
from sandbox.scenario.check_happenings import check_happening
from sandbox.scenario.names import Names, a, unknown
from sandbox.scenario.problems import MOST, Problem
from sandbox.scenario.raw import joined
from sandbox.scenario.suggest import suggestion
from sandbox.scenario.wanted import BLANK_ID

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.scenario.schema import Happening, Level, Person

HINT_WORDS: Final = 8
"""The longest hint."""
ROOM: Final = 4.0
"""Square metres that each person needs at the start."""
MOST_PAIRS: Final = 400_000
"""How many ordered pairs of people the lines of ties may name together."""
TOOLS: Final = frozenset(kind.name for kind in HAPPENINGS if kind.befalls_somebody)
"""What a player can be given; drives have a panel of their own."""


def check_level(level: Level) -> list[Problem]:
    """List everything that is wrong with a level whose structure is right."""
    names = Names.of(level)
    problems = chain(
        _repeated_ids(level),
        _spots(level),
        _people(level, names),
        _groups(level, names),
        _ties(level, names),
        _happenings("happenings", level.happenings, level),
        _tools(level),
        _goal(level, names),
        _texts(level),
    )
    return list(islice(problems, MOST + 1))


def check_commands(commands: Sequence[Happening], level: Level) -> list[Problem]:
    """List everything that is wrong with commands for a level."""
    return list(islice(_happenings("", commands, level), MOST + 1))


def _repeated_ids(level: Level) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    declared = [(f"map.places[{index}].id", place.id) for index, place in enumerate(level.map.places)]
    declared += [(f"people[{index}].id", person.id) for index, person in enumerate(level.people)]
    for path, name in declared:
        if name in seen and name != BLANK_ID:
            yield Problem(path, f'{path} = "{name}" is taken by {seen[name]}; choose another id.')
        seen.setdefault(name, path)
    for index, person in enumerate(level.people):
        path = f"people[{index}].group"
        if person.group in seen and person.group != BLANK_ID:
            yield Problem(path, f'{path} = "{person.group}" is taken by {seen[person.group]}; choose another id.')


def _spots(level: Level) -> Iterator[Problem]:
    """Find places, people and walls that lie off the map."""
    for index, wall in enumerate(level.map.walls):
        yield from _inside(level, f"map.walls[{index}]", wall.x1, wall.y1, ("x1", "y1"))
        yield from _inside(level, f"map.walls[{index}]", wall.x2, wall.y2, ("x2", "y2"))
        if (wall.x1, wall.y1) == (wall.x2, wall.y2):
            path = f"map.walls[{index}]"
            yield Problem(path, f"{path} has no length; let it end elsewhere.")
    for index, place in enumerate(level.map.places):
        yield from _inside(level, f"map.places[{index}]", place.x, place.y)
    for index, person in enumerate(level.people):
        yield from _inside(level, f"people[{index}]", person.x, person.y)
    if len(level.people) * ROOM > level.map.width * level.map.height:
        room = int(level.map.width * level.map.height / ROOM)
        yield Problem("map", f"map has room for {room} people and the level has {len(level.people)}; make it larger.")


def _inside(
    level: Level, path: str, x: float | None, y: float | None, fields: tuple[str, str] = ("x", "y")
) -> Iterator[Problem]:
    for name, value, limit in zip(fields, (x, y), (level.map.width, level.map.height), strict=True):
        if value is not None and value > limit:
            where = f"{path}.{name}"
            yield Problem(
                where, f"{where} = {value:.12g} lies off the map; choose a number between 0 and {limit:.12g}."
            )


def _people(level: Level, names: Names) -> Iterator[Problem]:
    for index, person in enumerate(level.people):
        yield from _person(person, f"people[{index}]", names)


def _person(person: Person, path: str, names: Names) -> Iterator[Problem]:
    yield from names.place(person.place, f"{path}.place")
    if person.errand:
        yield from names.place(person.errand.target, f"{path}.errand.to")
        yield from names.place(person.errand.detour, f"{path}.errand.detour")
        if person.errand.detour == person.errand.target != BLANK_ID:
            where = f"{path}.errand.detour"
            yield Problem(where, f'{where} = "{person.errand.target}" is where the errand ends; name another place.')
    yield from names.person_or_place(person.facing, f"{path}.facing")
    if person.facing == person.id:
        yield Problem(f"{path}.facing", f'{path}.facing = "{person.id}" is the person; name somebody else or a place.')
    spot = (person.x, person.y)
    if person.place is None and None in spot:
        yield Problem(path, f"{path} stands nowhere; give a place, or both x and y.")
    elif person.place is not None and spot != (None, None):
        yield Problem(path, f"{path} has both a place and x or y; keep one of them.")


def _groups(level: Level, names: Names) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, group in enumerate(level.groups):
        path = f"groups[{index}].id"
        if group.id in seen and group.id != BLANK_ID:
            yield Problem(path, f'{path} = "{group.id}" is taken by groups[{seen[group.id]}].id; say it all there.')
        elif group.id in names.people_and_places and group.id != BLANK_ID:
            yield Problem(path, f'{path} = "{group.id}" is a person or a place; choose another id.')
        seen.setdefault(group.id, index)
        for name in group.norms:
            where = joined(f"groups[{index}].norms", name)
            yield from unknown(name, OPTIONS, where, "nothing that people can do")


def _ties(level: Level, names: Names) -> Iterator[Problem]:
    sizes = Counter(person.group for person in level.people)
    pairs = 0
    for index, tie in enumerate(level.ties):
        path = f"ties[{index}]"
        yield from names.person_or_group(tie.source, f"{path}.from")
        yield from names.person_or_group(tie.target, f"{path}.to")
        yield from names.feeling(tie.source, f"{path}.from", "to a thing nobody is anything")
        if tie.mutual and tie.target in names.things:
            thing = a(names.things[tie.target])
            yield Problem(f"{path}.mutual", f'{path}.mutual ties "{tie.target}" back, which is {thing}; leave it out.')
        if tie.source == tie.target and tie.source in names.people:
            yield Problem(path, f'{path} ties "{tie.source}" to the same person; name two people.')
        before, pairs = pairs, pairs + max(1, sizes[tie.source]) * max(1, sizes[tie.target]) * (1 + tie.mutual)
        if before <= MOST_PAIRS < pairs:
            text = f"{path} brings the pairs of people in all ties to {pairs:,}; name at most {MOST_PAIRS:,}."
            yield Problem(path, text)


def _happenings(path: str, happenings: Sequence[Happening], level: Level) -> Iterator[Problem]:
    names = Names.of(level)
    for index, happening in enumerate(happenings):
        where = f"{path}[{index}]"
        yield from check_happening(happening, where, names)
        yield from _inside(level, where, happening.x, happening.y)


def _tools(level: Level) -> Iterator[Problem]:
    for tool in level.tools or {}:
        if tool not in TOOLS:
            path = joined("tools", tool)
            yield Problem(path, f"{path} is no tool{suggestion(tool, TOOLS)}")


def _goal(level: Level, names: Names) -> Iterator[Problem]:
    goal = level.goal
    if goal is None:
        return
    yield from names.person(goal.who, "goal.who")
    yield from names.person(goal.whom, "goal.whom")
    if goal.kind != "unblamed":
        yield from names.feeling(goal.who, "goal.who", "things feel nothing")
    if goal.kind == "befriended" and goal.whom is None:
        yield Problem("goal.whom", "goal.whom is missing; name the person to whom goal.who should warm.")
    if goal.kind != "befriended" and goal.whom is not None:
        yield Problem("goal.whom", f'goal.whom says nothing in a goal of kind "{goal.kind}"; take it out.')
    if goal.kind == "befriended" and goal.whom == goal.who:
        yield Problem("goal.whom", "goal.whom is the same person as goal.who; name somebody else.")
    if goal.kind != "unblamed" and goal.value > 1:
        yield Problem(
            "goal.value", f"goal.value = {goal.value:.12g} lies outside -1 to 1; choose a number between -1 and 1."
        )
    if goal.kind == "unblamed" and goal.value < 0:
        yield Problem(
            "goal.value", f"goal.value = {goal.value:.12g} is less than no blame; choose a number between 0 and 100."
        )


def _texts(level: Level) -> Iterator[Problem]:
    words = len(level.texts.hint.split())
    if words > HINT_WORDS:
        yield Problem("texts.hint", f"texts.hint has {words} words; use at most {HINT_WORDS}.")
