"""What a happening is: something that befalls somebody, by the player's hand or by the level's schedule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.world import World


class Impossible(Exception):  # noqa: N818 - not a fault: the player's wish cannot come true, and the text says why
    """Something that cannot happen; its text is a sentence for the player."""


class Happening(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of happening."""

    name: str
    takes: frozenset[str]
    """fields that may be given besides `do` and `at`"""
    needs: frozenset[str]
    """fields that must be given"""
    apply: Callable[[World, Happening, float], World]
    """(world, happening, amount) → the world after it"""
    amount: float = 0.0
    """default amount"""


def speaker(world: World, happening: Happening) -> int:
    """Tell who says it: `by` if given, else the nearest of those who feel; raise Impossible if there is none."""
    if happening.by != NOBODY:
        return happening.by
    people = world.people
    squares = (people.x - people.x[happening.who]) ** 2 + (people.y - people.y[happening.who]) ** 2
    squares[(people.sentience <= 0) | (np.arange(len(people)) == happening.who)] = np.inf
    if not np.isfinite(squares).any():
        msg = "Nobody is there to say it."
        raise Impossible(msg)
    return int(np.argmin(squares))
