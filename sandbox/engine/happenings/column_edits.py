"""Small changes that several happenings leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from sandbox.engine.gossip import heard
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.meet import with_ties_between
from sandbox.engine.meeting import OF_A_MEETING
from sandbox.engine.traces import Hearsay

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sandbox.engine.world import World

Number = TypeVar("Number", np.float64, np.int64)


def changed(column: NDArray[Number], place: int, value: float) -> NDArray[Number]:
    """Copy `column` with another value at one place."""
    copy = column.copy()
    copy[place] = value
    return copy


def feels(world: World, who: int) -> bool:
    """Return whether somebody feels, and so has others in mind (T16)."""
    return bool(world.people.sentience[who] > 0)


def tied(world: World, observer: int, target: int) -> tuple[World, int]:
    """Return the row of the tie observer → target, in a world where it exists; raise Impossible if that is a thing."""
    if not feels(world, observer):
        raise Impossible("impossible.thing_minds")
    pair = np.array([observer]), np.array([target])
    world = with_ties_between(world, *pair)
    return world, int(world.links.rows(*pair)[0])


def harmed(world: World, doer: int, sufferer: int) -> World:
    """Let the doer be to blame for the sufferer's trouble (T24)."""
    people, met = world.people, dict.fromkeys(OF_A_MEETING, 0.0) | {"involvement": 1.0, "harm": 1.0}
    columns = {name: changed(getattr(people, name), doer, value) for name, value in met.items()}
    return world.with_people(involved=changed(people.involved, doer, sufferer), **columns)


def addressed(world: World, speaker: int, listener: int, regard: float) -> World:
    """Let the listener know what the speaker thinks of them (T1), and warm or cool to the speaker for it.

    A thing hears nothing; but whoever speaks to it has it in mind.
    """
    world, back = tied(world, speaker, listener)
    world = world.with_ties(attention=drawn(world, back))
    if not feels(world, listener):
        return world
    world, row = tied(world, listener, speaker)
    ties = world.ties
    warmer = float(np.clip(ties.affinity[row] + regard * world.params.address_affinity, -1.0, 1.0))
    anchor = float(np.clip(ties.affinity_anchor[row] + regard * world.params.address_affinity / 2, -1.0, 1.0))
    return world.with_ties(
        regard=changed(ties.regard, row, regard),
        noticed=changed(ties.noticed, row, 1.0),
        attention=drawn(world, row),
        affinity=changed(ties.affinity, row, warmer),
        affinity_anchor=changed(ties.affinity_anchor, row, anchor),
    )


def overheard(world: World, listener: int, regard: float) -> World:
    """Let the listener take it that bystanders think so too, less strongly: pride or shame (T28)."""
    ties, people = world.ties, world.people
    audience = (ties.observer == listener) & (ties.clarity > 0)
    squares = (people.x[ties.target] - people.x[listener]) ** 2 + (people.y[ties.target] - people.y[listener]) ** 2
    audience &= squares <= world.params.hearing_range**2
    heard = np.clip(ties.regard + regard * world.params.audience_share, -1.0, 1.0)
    return world.with_ties(
        regard=np.where(audience, heard, ties.regard),
        noticed=np.where(audience, np.maximum(ties.noticed, world.params.audience_share), ties.noticed),
    )


def hears_of(world: World, speaker: int, listener: int, about: int, amount: float) -> World:
    """Let a listener be told ill or well, -1 to 1, of a third by a speaker, or by nobody in particular (T32)."""
    who, whom, third = (np.array([one]) for one in (speaker, listener, about))
    return heard(world, Hearsay(who, whom, third, np.array([-amount]), who, np.ones(1)))


def drawn(world: World, row: int) -> NDArray[np.float64]:
    """Draw half of the observer's thought to one of their ties."""
    ties = world.ties
    own = ties.observer == ties.observer[row]
    half = 1.0 / 2
    attention = np.where(own, ties.attention * half, ties.attention)
    attention[row] += half
    return attention
