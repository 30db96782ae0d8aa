"""Happen: what befalls people from outside, and the slow course of their bodies.

Theory: T2. Reads and changes bodies, places, news; every happening is written down as a first cause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.curves import part
from sandbox.engine.happenings import HAPPENINGS, INDEX
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.happenings.happening import Happening
    from sandbox.engine.world import World


def happen(world: World, happenings: Iterable[Happening]) -> World:
    """Let each happening befall the world in turn, then let wounds heal and treats wear off a little.

    Raises:
        Impossible: if one of them cannot happen.
    """
    for happening in happenings:
        world = befall(world, happening)
    people, params = world.people, world.params
    return world.with_people(
        wound=people.wound * (1.0 - part(params.wound_time)), treat=people.treat * (1.0 - part(params.treat_time))
    )


def befall(world: World, happening: Happening) -> World:
    """Let one happening befall the world; raise Impossible if it cannot."""
    index = INDEX[happening.do]
    kind = HAPPENINGS[index]
    amount = kind.amount if happening.amount is None else happening.amount
    whom = happening.about if happening.about != NOBODY else happening.by
    causes, ids = world.causes.add(
        tick=world.tick, kind="happened", detail=index, who=happening.who, whom=whom, value=amount
    )
    return kind.apply(altered(world, causes=causes), happening, amount, int(ids[0]))
