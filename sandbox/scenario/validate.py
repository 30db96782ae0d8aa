"""What the types of a level cannot say: ids that exist, spots inside the map, happenings that make sense."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.engine.happenings import HAPPENINGS, NAMED
from sandbox.engine.mechanisms import IDS as MECHANISMS
from sandbox.engine.options import INDEX as OPTIONS
from sandbox.scenario.check_claims import check_claims
from sandbox.scenario.ids import Ids, unknown
from sandbox.scenario.problems import MOST, Problem
from sandbox.scenario.read_json import joined
from sandbox.scenario.suggest import suggestion
from sandbox.scenario.validate_happenings import check_happening
from sandbox.scenario.vary import check_vary
from sandbox.scenario.wanted import BLANK_ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sandbox.scenario.schema import Errand, Happening, Level, Person

HINT_WORDS: Final = 8
"""The longest hint."""
ROOM: Final = 4.0
"""Square metres that each person needs at the start."""
TOOLS: Final = frozenset(kind.name for kind in HAPPENINGS if kind.is_tool)
"""What a player can be given; drives have a panel of their own."""


def check_level(level: Level) -> list[Problem]:
    """List everything that is wrong with a level whose structure is right."""
    repeated = list(_repeated_ids(level))
    if repeated:
        level = _without_repeated(level)
    ids = Ids.of(level)
    problems = chain(
        repeated,
        _spots(level),
        _people(level, ids),
        check_vary(level),
        _groups(level, ids),
        _ties(level, ids),
        check_claims(level, ids),
        _happenings("happenings", level.happenings, level),
        _comings(level),
        _tools(level),
        _plot(level, ids),
        _texts(level),
        _mechanisms(level),
    )
    return list(islice(problems, MOST + 1))


def _plot(level: Level, ids: Ids) -> Iterable[Problem]:
    """List what is wrong with goal, rules and proof; a level without any does without what reads conditions."""
    if level.goal is None and not level.rules and level.proof is None:
        return ()
    from sandbox.scenario.check_plot import check_plot

    return check_plot(level, ids, TOOLS)


def check_commands(commands: Sequence[Happening], level: Level) -> list[Problem]:
    """List everything that is wrong with commands for a level."""
    return list(islice(_happenings("", commands, level), MOST + 1))


def _repeated_ids(level: Level) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    declared = [(f"map.places[{index}].id", place.id) for index, place in enumerate(level.map.places)]
    declared += [(f"people[{index}].id", person.id) for index, person in enumerate(level.people)]
    for path, name in declared:
        if name in seen and name != BLANK_ID:
            yield Problem(path, "level.taken", name=name, taken=seen[name])
        seen.setdefault(name, path)
    for index, person in enumerate(level.people):
        path = f"people[{index}].group"
        if person.group in seen and person.group != BLANK_ID:
            yield Problem(path, "level.taken", name=person.group, taken=seen[person.group])


def _without_repeated(level: Level) -> Level:
    """Blank every id that another has before, so that nothing else follows from it: whoever is named may be either."""
    ids = [*(place.id for place in level.map.places), *(person.id for person in level.people)]
    first = {name: index for index, name in reversed(list(enumerate(ids)))}
    kept = iter([name if first[name] == index else BLANK_ID for index, name in enumerate(ids)])
    places = tuple(replace(place, id=next(kept)) for place in level.map.places)
    people = tuple(replace(person, id=next(kept)) for person in level.people)
    return replace(level, map=replace(level.map, places=places), people=people)


def _spots(level: Level) -> Iterator[Problem]:
    """Find places, people and walls that lie off the map."""
    for index, wall in enumerate(level.map.walls):
        yield from _inside(level, f"map.walls[{index}]", wall.x1, wall.y1, ("x1", "y1"))
        yield from _inside(level, f"map.walls[{index}]", wall.x2, wall.y2, ("x2", "y2"))
        if (wall.x1, wall.y1) == (wall.x2, wall.y2):
            yield Problem(f"map.walls[{index}]", "level.wall")
    for index, place in enumerate(level.map.places):
        yield from _inside(level, f"map.places[{index}]", place.x, place.y)
    for index, person in enumerate(level.people):
        yield from _inside(level, f"people[{index}]", person.x, person.y)
    if len(level.people) * ROOM > level.map.width * level.map.height:
        room = int(level.map.width * level.map.height / ROOM)
        yield Problem("map", "level.room", room=room, count=len(level.people))


def _inside(
    level: Level, path: str, x: float | None, y: float | None, fields: tuple[str, str] = ("x", "y")
) -> Iterator[Problem]:
    for name, value, limit in zip(fields, (x, y), (level.map.width, level.map.height), strict=True):
        if value is not None and value > limit:
            yield Problem(f"{path}.{name}", "level.off_map", value=f"{value:.12g}", limit=f"{limit:.12g}")


def _people(level: Level, ids: Ids) -> Iterator[Problem]:
    for index, person in enumerate(level.people):
        yield from _person(person, f"people[{index}]", ids)


def _person(person: Person, path: str, ids: Ids) -> Iterator[Problem]:
    yield from ids.place(person.place, f"{path}.place")
    if person.errand:
        yield from ids.person_or_place(person.errand.target, f"{path}.errand.to")
        yield from ids.place(person.errand.detour, f"{path}.errand.detour")
        yield from _errand(person, person.errand, f"{path}.errand", ids)
        if person.errand.detour == person.errand.target != BLANK_ID:
            yield Problem(f"{path}.errand.detour", "level.detour", name=person.errand.target)
    yield from ids.person_or_place(person.facing, f"{path}.facing")
    if person.facing == person.id:
        yield Problem(f"{path}.facing", "level.facing_self", name=person.id)
    spot = (person.x, person.y)
    if person.place is None and None in spot:
        yield Problem(path, "level.nowhere")
    elif person.place is not None and spot != (None, None):
        yield Problem(path, "level.twice_placed")


def _errand(person: Person, errand: Errand, path: str, ids: Ids) -> Iterator[Problem]:
    """Find what an errand cannot be: one to oneself, one that leaves the map at a person, or a way round to one."""
    if errand.target == person.id:
        yield Problem(f"{path}.to", "level.errand_self", name=person.id)
    elif errand.target in ids.people:
        if errand.detour:
            yield Problem(f"{path}.detour", "level.errand_detour", name=errand.target)
        if errand.leave:
            yield Problem(f"{path}.leave", "level.errand_leave", name=errand.target)
    if errand.by is not None and not errand.weight:
        yield Problem(f"{path}.by", "level.errand_by")


def _groups(level: Level, ids: Ids) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, group in enumerate(level.groups):
        path = f"groups[{index}].id"
        if group.id in seen and group.id != BLANK_ID:
            yield Problem(path, "level.group_taken", name=group.id, taken=f"groups[{seen[group.id]}].id")
        elif group.id in ids.people_and_places and group.id != BLANK_ID:
            yield Problem(path, "level.group_named", name=group.id)
        seen.setdefault(group.id, index)
        for name in group.norms:
            where = joined(f"groups[{index}].norms", name)
            yield from unknown(name, OPTIONS, where, "level.unknown.norm")


def _ties(level: Level, ids: Ids) -> Iterator[Problem]:
    for index, tie in enumerate(level.ties):
        path = f"ties[{index}]"
        yield from ids.person_or_group(tie.source, f"{path}.from")
        yield from ids.person_or_group(tie.target, f"{path}.to")
        yield from ids.feeling(tie.source, f"{path}.from", "level.thing.tied")
        if tie.mutual and tie.target in ids.things:
            yield Problem(f"{path}.mutual", "level.mutual_thing", name=tie.target, thing=ids.thing(tie.target))
        if tie.source == tie.target and tie.source in ids.people:
            yield Problem(path, "level.tied_to_self", name=tie.source)


def _happenings(path: str, happenings: Sequence[Happening], level: Level) -> Iterator[Problem]:
    ids = Ids.of(level)
    for index, happening in enumerate(happenings):
        where = f"{path}[{index}]"
        yield from check_happening(happening, where, ids)
        yield from _inside(level, where, happening.x, happening.y)


def _comings(level: Level) -> Iterator[Problem]:
    """Find who is to come that is there from the start and that nothing in the level sends away."""
    absent = {person.id for person in level.people if not person.present or (person.errand and person.errand.leave)}
    kinds = [NAMED.get(happening.do) for happening in level.happenings]
    pairs = list(zip(level.happenings, kinds, strict=True))
    absent |= {happening.who for happening, kind in pairs if happening.who and kind and kind.sends_off}
    there = {person.id for person in level.people} - absent
    for index, (happening, kind) in enumerate(pairs):
        if kind and kind.of_absent and happening.who in there:
            yield Problem(f"happenings[{index}].who", "level.there_already", name=happening.who)


def _tools(level: Level) -> Iterator[Problem]:
    given = {"tools": level.tools}
    for name in ("gentle", "hard"):
        other = getattr(level.difficulties, name, None)
        given[f"difficulties.{name}.tools"] = None if other is None else other.tools
        if other is not None and other.within is not None and level.goal is None:
            yield Problem(f"difficulties.{name}.within", "level.no_deadline")
    for path, tools in given.items():
        for tool in tools or {}:
            if tool not in TOOLS:
                yield Problem(joined(path, tool), "level.tool", ending=suggestion(tool, TOOLS))


def _texts(level: Level) -> Iterator[Problem]:
    words = len(level.texts.hint.split())
    if words > HINT_WORDS:
        yield Problem("texts.hint", "level.hint", count=words, most=HINT_WORDS)


def _mechanisms(level: Level) -> Iterator[Problem]:
    named = level.teaching.mechanisms
    for index, name in enumerate(named):
        path = f"teaching.mechanisms[{index}]"
        yield from unknown(name, MECHANISMS, path, "level.unknown.mechanism")
        if name in named[:index]:
            yield Problem(path, "level.mechanism_twice", name=name)
