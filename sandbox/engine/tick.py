"""One tick, in one direction: the order in which a tenth of a second happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.act import act
from sandbox.engine.attend import attend
from sandbox.engine.choose import choose
from sandbox.engine.fade import fade
from sandbox.engine.feel import feel
from sandbox.engine.happen import happen
from sandbox.engine.judge import judge
from sandbox.engine.learn import learn
from sandbox.engine.meet import meet
from sandbox.engine.move import move
from sandbox.engine.perceive import perceive
from sandbox.engine.table import altered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.happenings.happening import Happening
    from sandbox.engine.world import World


def tick(world: World, happenings: Iterable[Happening] = ()) -> World:
    """Make the world a tenth of a second older; raise Impossible if one of the happenings cannot be."""
    world = happen(world, happenings)
    world = meet(world)
    world = perceive(world)
    world = attend(world)
    world = feel(world)
    world = choose(world)
    world = learn(world)
    world = judge(world)
    world = fade(world)
    world = act(world)
    world = move(world)
    return altered(world, tick=world.tick + 1)
