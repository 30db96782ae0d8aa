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
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def happen(world: World, event: Event) -> World:
    """Let one happening befall the world; raise Impossible if it cannot."""
    if event.by != NOBODY and world.people.sentience[event.by] <= 0:
        raise Impossible("impossible.thing_does")
    return HAPPENINGS[INDEX[event.do]].apply(world, event, amount(event))


def amount(event: Event) -> float:
    """Return how much of it there is: what was given, or what is usual."""
    return HAPPENINGS[INDEX[event.do]].amount if event.amount is None else event.amount


def recover(world: World) -> World:
    """Once a second, let wounds heal and treats wear off by themselves."""
    if not cadence.due(world.tick):
        return world
    wounds, treats = slow_part(world.params.wound_time), slow_part(world.params.treat_time)
    return world.with_people(wound=world.people.wound * (1.0 - wounds), treat=world.people.treat * (1.0 - treats))
