"""Happen: what befalls people from outside, and the slow course of their bodies.

Theory: T2. Reads and changes bodies, places, news.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine import cadence
from sandbox.engine.cadence import slow_part
from sandbox.engine.happenings import HAPPENINGS, INDEX
from sandbox.engine.happenings.column_edits import feels
from sandbox.engine.happenings.happening import Impossible, speaker
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.realm import AnyRealm
    from sandbox.engine.world import World


def happen(world: World, event: Event) -> World:
    """Let one happening befall the world; raise Impossible if it cannot.

    What would befall, or be done by, somebody who is not on the map by then does not happen.
    """
    if misses(world, event):
        return world
    check(world, event)
    return HAPPENINGS[INDEX[event.do]].apply(world, event, amount(event))


def check(world: World, event: Event) -> None:
    """Raise Impossible if a happening cannot befall the world; what would come of it is not worked out."""
    kind = HAPPENINGS[INDEX[event.do]]
    if misses(world, event):
        raise Impossible("impossible.there" if kind.of_absent else "impossible.absent")
    if event.by != NOBODY and not feels(world, event.by):
        raise Impossible("impossible.thing_does")
    if kind.minded and not feels(world, event.who):
        raise Impossible("impossible.thing_minds")
    if kind.passed_on and event.about in {event.who, event.by}:
        raise Impossible("impossible.order_to_self")
    if "about" in kind.needs and event.about == event.who:
        raise Impossible("impossible.news_of_self")
    if kind.spoken:
        speaker(world, event)


def misses(world: World, event: Event) -> bool:
    """Return whether somebody whom a happening would befall, or who would do it, is not there; or is, to be brought."""
    present, kind = world.people.present, HAPPENINGS[INDEX[event.do]]
    gone = event.who != NOBODY and bool(present[event.who] == 0) != kind.of_absent
    return gone or (event.by != NOBODY and not present[event.by])


def amount(event: Event) -> float:
    """Return how much of it there is: what was given, or what is usual."""
    return HAPPENINGS[INDEX[event.do]].amount if event.amount is None else event.amount


def recover(world: AnyRealm) -> AnyRealm:
    """Once a second, let wounds heal and treats wear off by themselves."""
    if not cadence.due(world.tick):
        return world
    wounds, treats = slow_part(world.law().wound_time), slow_part(world.law().treat_time)
    return world.with_people(wound=world.people.wound * (1.0 - wounds), treat=world.people.treat * (1.0 - treats))
