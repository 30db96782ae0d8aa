"""The ids that a level declares, and sentences about ids that it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.frozen import frozen
from sandbox.scenario.language import text_of
from sandbox.scenario.problems import Problem
from sandbox.scenario.suggest import suggestion
from sandbox.scenario.wanted import BLANK_ID

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sandbox.scenario.schema import Level

MOST_GUESSES: Final = 200
"""Ids among which the likeliest is looked for; each takes a fifth of a millisecond, for every misspelt one."""


@frozen
class Ids:
    """Every id of a level, by what it stands for."""

    people: frozenset[str]
    groups: frozenset[str]
    places: frozenset[str]
    people_and_groups: frozenset[str]
    people_and_places: frozenset[str]
    things: Mapping[str, str]
    """what each of those is who feel nothing, by id: a doll, a robot …"""
    claims: Mapping[str, str]
    """of whom each claim says something, by its id"""

    @classmethod
    def of(cls, level: Level) -> Ids:
        """Collect the ids of a level."""
        people = frozenset(person.id for person in level.people)
        groups = frozenset(person.group for person in level.people if person.group)
        groups |= frozenset(group.id for group in level.groups)
        places = frozenset(place.id for place in level.map.places)
        things = {person.id: person.being for person in level.people if person.being != "person"}
        claims = {claim.id: claim.about for claim in level.claims}
        return cls(people, groups, places, people | groups, people | places, things, claims)

    def person(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a person."""
        return unknown(name, self.people, path, "level.unknown.person")

    def feeling(self, name: str | None, path: str, key: str) -> Iterator[Problem]:
        """Complain if `name` is a thing, which cannot do what the text of `key` says."""
        if name is not None and name in self.things:
            yield Problem(path, key, name=name, thing=self.thing(name))

    def thing(self, name: str) -> str:
        """Say what a thing is: a doll, a robot …."""
        return text_of(f"level.a.{self.things[name]}")

    def group(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a group."""
        return unknown(name, self.groups, path, "level.unknown.group")

    def person_or_group(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a person or a group."""
        return unknown(name, self.people_and_groups, path, "level.unknown.person")

    def person_or_place(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a person or a place."""
        return unknown(name, self.people_and_places, path, "level.unknown.person_or_place")

    def place(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a place."""
        return unknown(name, self.places, path, "level.unknown.place")


def unknown(name: str | None, known: Collection[str], path: str, key: str) -> Iterator[Problem]:
    """Complain about a name that is not among the known ones, unless it or one of them could not be read at all."""
    if name is not None and name not in known and BLANK_ID not in (name, *known):
        ending = suggestion(name, known) if len(known) <= MOST_GUESSES else text_of("level.spelling")
        yield Problem(path, key, name=name, ending=ending)
