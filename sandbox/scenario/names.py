"""The ids that a level declares, and sentences about ids that it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.scenario.problems import Problem
from sandbox.scenario.suggest import suggestion
from sandbox.scenario.wanted import BLANK_ID

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sandbox.scenario.schema import Level

MOST_GUESSES: Final = 200
"""Ids among which the likeliest is looked for; each takes a fifth of a millisecond, for every misspelt one."""


class Names(NamedTuple):
    """Every id of a level, by what it stands for."""

    people: frozenset[str]
    groups: frozenset[str]
    places: frozenset[str]
    people_and_groups: frozenset[str]
    people_and_places: frozenset[str]
    things: Mapping[str, str]
    """what each of those is who feel nothing, by id: a doll, a robot …"""

    @classmethod
    def of(cls, level: Level) -> Names:
        """Collect the ids of a level."""
        people = frozenset(person.id for person in level.people)
        groups = frozenset(person.group for person in level.people if person.group)
        groups |= frozenset(group.id for group in level.groups)
        places = frozenset(place.id for place in level.map.places)
        things = {person.id: person.being for person in level.people if person.being != "person"}
        return cls(people, groups, places, people | groups, people | places, things)

    def person(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a person."""
        return unknown(name, self.people, path, "nobody in this level")

    def feeling(self, name: str | None, path: str, what: str) -> Iterator[Problem]:
        """Complain if `name` is a thing, which cannot do `what`."""
        if name is not None and name in self.things:
            yield Problem(path, f'{path} = "{name}" is {a(self.things[name])}, and {what}; name a person.')

    def group(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a group."""
        return unknown(name, self.groups, path, "no group in this level")

    def person_or_group(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a person or a group."""
        return unknown(name, self.people_and_groups, path, "nobody in this level")

    def person_or_place(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a person or a place."""
        return unknown(name, self.people_and_places, path, "nobody and no place in this level")

    def place(self, name: str | None, path: str) -> Iterator[Problem]:
        """Complain unless `name` is a place."""
        return unknown(name, self.places, path, "no place in this level")


def a(noun: str) -> str:
    """Put the article before a noun."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def unknown(name: str | None, known: Collection[str], path: str, what: str) -> Iterator[Problem]:
    """Complain about a name that is not among the known ones, unless it or one of them could not be read at all."""
    if name is not None and name not in known and BLANK_ID not in (name, *known):
        ending = suggestion(name, known) if len(known) <= MOST_GUESSES else "; check its spelling."
        yield Problem(path, f'{path} = "{name}" is {what}{ending}')
