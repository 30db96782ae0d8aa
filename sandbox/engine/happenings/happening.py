"""What a happening is: something that befalls somebody, by the player's hand or by the level's schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import numpy as np

from sandbox.engine.explained import Explained
from sandbox.engine.frozen import frozen
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import KW_ONLY

    from sandbox.engine.world import World


Tone: TypeAlias = Literal["pleasant", "unpleasant", "startling", "neutral"]
"""How whoever it befalls takes a happening: gladly, badly, with a start that is neither, or without a sign."""
PEOPLE: Final = ("by", "who", "about")
"""Fields that name people, in the order in which a player points at them."""
WAYS: Final = ("rule", "cue", "group")
"""Fields that say in which of several ways it happens."""


EDGES: Final = ("left", "right", "top", "bottom")
"""Of the map."""


class Impossible(Explained):
    """Something that cannot happen."""


@frozen
class Event:
    """One happening among people given by their rows."""

    do: str
    who: int = NOBODY
    """whom it befalls"""
    by: int = NOBODY
    """who does it, or NOBODY"""
    about: int = NOBODY
    """the absent person of a piece of news"""
    amount: float | None = None
    """how much; the kind's own default if None"""
    x: float = 0.0
    y: float = 0.0
    drive: str = ""
    on: bool = True
    cue: str = ""
    """one of CUES"""
    rule: int = NOBODY
    """index into RULES"""
    group: int = NOBODY
    """index of a group"""
    to: int = NOBODY
    """to whom somebody is to go, or NOBODY"""
    spot: tuple[float, float] | None = None
    """where somebody is to go, stay, come or leave, metres from the left and top edges; None if that is not said"""
    edge: str = ""
    """the edge of the map where somebody is to come or leave, one of EDGES; nothing if that is not said"""
    radius: float | None = None
    """metres around the spot within which somebody is to stay; as far as anybody strolls if None"""
    until: float = 0.0
    """second of game time by which somebody is to be there, or until which they stay; 0 if that is not said"""
    question: str = ""
    """id of the question of the level that the player answers"""
    option: int = NOBODY
    """which of its answers they hold to be right, from 0"""
    own: bool = False
    """whether the player does it; nothing that comes of it depends on that"""


@frozen
class Kind:
    """One kind of happening."""

    name: str
    takes: frozenset[str]
    """fields that may be given besides `do` and `at`"""
    needs: frozenset[str]
    """fields that must be given"""
    apply: Callable[[World, Event, float], World]
    """(world, happening, amount) → the world after it"""
    amount: float = 0.0
    """default amount"""
    _: KW_ONLY
    tone: Tone
    icon: str
    """name of its picture, which is drawn above the engine"""
    sound: str
    """name of its sound, which is made above the engine"""
    spoken: bool = False
    """whether somebody has to say it: `by`, or the nearest of those who feel"""
    minded: bool = False
    """whether it can only befall somebody who has others in mind"""
    staged: bool = False
    """whether only a level brings it about, and no tool in a player's hand"""
    of_absent: bool = False
    """whether it befalls somebody who is not on the map, and nobody else"""
    sends_off: bool = False
    """whether somebody is to be gone from the map after it"""
    blow: bool = False
    """whether it is a blow to the body, at which the one hit jumps and those who see it start"""
    claims: bool = False
    """whether something is said of somebody, true or not, that a level may give a name"""

    @property
    def befalls_somebody(self) -> bool:
        """Return whether it befalls one person, and not everybody at once."""
        return "who" in self.needs

    @property
    def is_tool(self) -> bool:
        """Return whether players can hold it in their hand."""
        return self.befalls_somebody and not self.staged

    @property
    def people(self) -> tuple[str, ...]:
        """Return the fields for which somebody must be named, in the order in which a player points at them."""
        return tuple(field for field in PEOPLE if field in self.needs)

    @property
    def passed_on(self) -> bool:
        """Return whether one person brings it to another about a third."""
        return self.people == PEOPLE

    @property
    def wants_spot(self) -> bool:
        """Return whether it needs a spot on the ground."""
        return "x" in self.needs

    @property
    def way(self) -> str:
        """Return the field of WAYS that it needs, or nothing."""
        return next((field for field in WAYS if field in self.needs), "")


def speaker(world: World, event: Event) -> int:
    """Return who says it: `by` if given, else the nearest of those who feel; raise Impossible if there is none."""
    if event.by != NOBODY:
        return event.by
    people = world.people
    squares = (people.x - people.x[event.who]) ** 2 + (people.y - people.y[event.who]) ** 2
    squares[(people.sentience <= 0) | (people.present == 0) | (np.arange(len(people)) == event.who)] = np.inf
    if not np.isfinite(squares).any():
        raise Impossible("impossible.nobody_says")
    return int(np.argmin(squares))
