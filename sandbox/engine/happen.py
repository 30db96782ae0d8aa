"""Happen: what befalls people from outside, and the slow course of their bodies.

Theory: T2. Reads and changes bodies, places, news; every happening is written down as a first cause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine import cadence
from sandbox.engine.cadence import slow_part
from sandbox.engine.happenings import HAPPENINGS, INDEX
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.happenings.happening import Happening
    from sandbox.engine.world import World


def happen(world: World, happenings: Iterable[Happening]) -> World:
    """Let each happening befall the world in turn; once a second, let bodies recover a little.

    Raises:
        Impossible: if one of them cannot happen.
    """
    for happening in happenings:
        world = befall(world, happening)
    return _recover(world) if cadence.due(world.tick) else world


def _recover(world: World) -> World:
    """Let wounds heal and treats wear off by themselves."""
    wounds, treats = slow_part(world.params.wound_time), slow_part(world.params.treat_time)
    return world.with_people(wound=world.people.wound * (1.0 - wounds), treat=world.people.treat * (1.0 - treats))


def befall(world: World, happening: Happening) -> World:
    """Let one happening befall the world; raise Impossible if it cannot."""
    if happening.by != NOBODY and world.people.sentience[happening.by] <= 0:
        msg = "A thing does nothing."
        raise Impossible(msg)
    index = INDEX[happening.do]
    kind = HAPPENINGS[index]
    amount = kind.amount if happening.amount is None else happening.amount
    whom = happening.about if happening.about != NOBODY else happening.by
    causes, ids = world.causes.add(
        tick=world.tick, kind="happened", detail=index, who=happening.who, whom=whom, value=amount
    )
    return kind.apply(altered(world, causes=causes), happening, amount, int(ids[0]))
