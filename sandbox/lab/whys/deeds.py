"""Deeds: what a restless player does in any level, drawn anew for each scene."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.lab.experiment import shipped
from sandbox.lab.ordinary import draws
from sandbox.scenario.library import level_files, number_and_id
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level, Person

NAME: Final = "whys"
DONE: Final = ("hurt", "hurt-by", "gift", "rumour")
"""What is done in a scene, each once, in an order of its own: two of a size that hurt, and two that do not."""
FIRST: Final = 2.0
"""Second from which on something is done, and then again and again."""
APART: Final = 4.0
"""Seconds from one deed to the next."""
SECONDS: Final = FIRST + APART * len(DONE) + 5.0
"""How long a scene is looked at."""


def names() -> tuple[str, ...]:
    """List the levels that ship with the game, by their ids."""
    return tuple(number_and_id(file)[1] for file in level_files())


def deeds(name: str, number: int) -> tuple[Happening, ...]:
    """Draw what is done in a scene of a level, in its order, to each once at most.

    `number` is that of its seed, from 1 on.
    """
    draw = draws(number, NAME, name)
    people = [person.id for person in shipped(name).people if _feels_and_is_there(person)]
    order, met = draw.permutation(len(DONE)).tolist(), draw.permutation(len(people)).tolist()
    return tuple(
        _deed(DONE[place], people[met[turn]], people[met[turn - 1]], FIRST + APART * turn)
        for turn, place in enumerate(order[: len(people)])
    )


def _feels_and_is_there(person: Person) -> bool:
    return person.being == "person" and person.present


def _deed(what: str, who: str, other: str, at: float) -> Happening:
    """Let something befall somebody, whom nothing befalls else; another one does it, or is talked about."""
    if what == "rumour":
        return Happening(do="rumour", at=at, who=who, about=other)
    return Happening(do=what.partition("-")[0], at=at, who=who, by=other if what == "hurt-by" else None)


def free(name: str) -> Level:
    """Return a level in which the player can do whatever there is, as often as they like."""
    return replace(shipped(name), tools=None)
