"""Somebody proposes a rule, and everybody makes up their mind about it.

Theory: T7. Each imagines the world under the rule and feels it by the circuit; what the proposer would think of one
counts too. Who endorses it comes to admire and despise deeds by it (T28).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.happenings.happening import Impossible, Kind
from sandbox.engine.happenings.marks import feels
from sandbox.engine.principles import vote
from sandbox.engine.table import altered

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Happening
    from sandbox.engine.world import World


def _apply(world: World, happening: Happening, _amount: float, cause: int) -> World:
    if not feels(world, happening.who):
        msg = "A thing proposes nothing."
        raise Impossible(msg)
    world = vote(world, happening.who, happening.rule, cause)
    for kind, sign in (("endorsed", 1.0), ("refused", -1.0)):
        stance = world.people.stance * sign
        who = np.flatnonzero((stance > 0) & (world.people.rule == happening.rule))
        if len(who):
            causes, _ = world.causes.add(
                tick=world.tick,
                kind=kind,
                who=who,
                whom=happening.who,
                detail=happening.rule,
                value=stance[who],
                parents=((np.full(len(who), cause), 1.0),),
            )
            world = altered(world, causes=causes)
    return world


KIND = Kind("propose", frozenset({"who", "rule"}), frozenset({"who", "rule"}), _apply)
