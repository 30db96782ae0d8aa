"""Somebody has to go somewhere: to a place, or to a person, wherever that one is.

Theory: design; Darley & Batson 1973. The amount is what it is worth to be there; with a time to be there by, they
hurry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.errand import here, sent
from sandbox.engine.happenings.happening import Impossible, Kind
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, weight: float) -> World:
    if event.to == event.who:
        raise Impossible("impossible.go_to_self")
    target = event.who if event.to == NOBODY else event.to
    return sent(world, event, weight, event.spot or here(world, target))


KIND = Kind(
    "go",
    frozenset({"who", "to", "amount", "until"}),
    frozenset({"who", "to"}),
    _apply,
    0.5,
    tone="neutral",
    icon="approach",
    sound="steps",
    staged=True,
)
