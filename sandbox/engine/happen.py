"""Happen: what befalls people from outside, and the slow course of their bodies.

Theory: T2. Reads and changes bodies, places, news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine import cadence
from sandbox.engine.cadence import slow_part
from sandbox.engine.happenings import HAPPENINGS, INDEX
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Happening
    from sandbox.engine.world import World


def happen(world: World, happening: Happening) -> World:
    """Let one happening befall the world; raise Impossible if it cannot."""
    if happening.by != NOBODY and world.people.sentience[happening.by] <= 0:
        raise Impossible("impossible.thing_does")
    return HAPPENINGS[INDEX[happening.do]].apply(world, happening, amount(happening))


def amount(happening: Happening) -> float:
    """Return how much of it there is: what was given, or what is usual."""
    return HAPPENINGS[INDEX[happening.do]].amount if happening.amount is None else happening.amount


def recover(world: World) -> World:
    """Once a second, let wounds heal and treats wear off by themselves."""
    if not cadence.due(world.tick):
        return world
    wounds, treats = slow_part(world.params.wound_time), slow_part(world.params.treat_time)
    return world.with_people(wound=world.people.wound * (1.0 - wounds), treat=world.people.treat * (1.0 - treats))
