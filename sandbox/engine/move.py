"""Move: feet carry people to where they are going, round one another and never through a wall.

Theory: design. Reads goals and speeds; changes places and directions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine import errands
from sandbox.engine.arrays import ONE, TICK, ZERO
from sandbox.engine.curves import whole
from sandbox.engine.links import total
from sandbox.engine.options import INDEX, STAY
from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.realm import AnyRealm, Realm

STROLL_SPREAD: Final = 7
"""Ticks between the strolls of neighbours in the list."""
_INSCRIBED: Final = float(np.sqrt(0.5))
"""Half the side of the square within a circle of radius 1."""


def move(world: AnyRealm) -> AnyRealm:
    """Take one step."""
    world = errands.run(_stroll(world))
    people = world.people
    across, down = people.goal_x - people.x, people.goal_y - people.y
    distance = np.sqrt(across * across + down * down)
    step = np.minimum(distance, people.speed * TICK)
    distance[distance == ZERO] = 1.0
    aside_x, aside_y = _separation(world)
    step_x, step_y = across / distance * step + aside_x, down / distance * step + aside_y
    x, y = _unwalled(world, step_x, step_y)
    went_x, went_y = x - people.x, y - people.y
    length = np.sqrt(went_x * went_x + went_y * went_y)
    walked = (length > SECONDS_PER_TICK / 2).nonzero()[0]
    facing_x, facing_y = people.facing_x.copy(), people.facing_y.copy()
    facing_x[walked], facing_y[walked] = went_x[walked] / length[walked], went_y[walked] / length[walked]
    return world.with_people(
        x=x,
        y=y,
        speed=length / TICK,
        facing_x=facing_x,
        facing_y=facing_y,
    )


def _stroll(world: AnyRealm) -> AnyRealm:
    """Now and then give somebody who stays a new spot near home to stroll to."""
    people, turn = world.people, world.turns(STROLL_SPREAD, whole(world.law().idle_seconds * TICKS_PER_SECOND))
    if not len(turn):
        return world
    stays = (people.option[turn] == INDEX[STAY.name]) & (people.sentience[turn] > ZERO) & (people.present[turn] > 0)
    idle = turn[stays]
    if not len(idle):
        return world
    across, down, far = world.draw("stroll across", idle), world.draw("stroll down", idle), _range(world, idle)
    goal_x, goal_y = people.goal_x.copy(), people.goal_y.copy()
    goal_x[idle] = people.home_x[idle] + (across * 2 - 1.0) * far
    goal_y[idle] = people.home_y[idle] + (down * 2 - 1.0) * far
    return world.with_people(goal_x=goal_x, goal_y=goal_y)


def _range(world: Realm, who: Ints) -> Floats | float:
    """Return (K,) how far (K,) people stroll from home, across and down, metres: those who are to stay, not so far."""
    people, usual = world.people, world.law(who).idle_range
    if not np.count_nonzero(people.stay_within >= ZERO):
        return usual
    within, until = people.stay_within[who], people.stay_until[who]
    bound = (within >= ZERO) & ((until == ZERO) | (world.tick * SECONDS_PER_TICK < until))
    return np.where(bound, np.minimum(within * _INSCRIBED, usual), usual)


def _separation(world: Realm) -> tuple[Floats, Floats]:
    """Return (N,) and (N,) the step aside, across and down, that makes room between those who stand too close."""
    people, pairs = world.people, world.near().crowded
    across, down = pairs.apart(people)
    distance = np.sqrt(across * across + down * down)
    close = (distance < world.law(pairs.observer).elbow_room).nonzero()[0]
    if not len(close):
        return np.zeros(len(people)), np.zeros(len(people))
    observer, target = pairs.observer[close], pairs.target[close]
    across, down, distance, params = -across[close], -down[close], distance[close], world.law(observer)
    push = (ONE - distance / params.elbow_room) * params.elbow_speed * TICK
    same = (distance == ZERO).nonzero()[0]
    if len(same):
        across[same], distance[same] = np.where(observer[same] < target[same], -1.0, 1.0), 1.0
    push /= distance
    return total(across * push, observer, len(people)), total(down * push, observer, len(people))


def _unwalled(world: Realm, step_x: Floats, step_y: Floats) -> tuple[Floats, Floats]:
    """Take each step as far as map and walls allow, sliding along one axis where the straight way is blocked."""
    people, everybody = world.people, world.links.everybody
    x, y = world.kept_in(people.x + step_x, people.y + step_y)
    blocked = world.cut(everybody, people.x, people.y, x, y).nonzero()[0]
    if not len(blocked):
        return x, y
    old_x, old_y, new_x, new_y = people.x[blocked], people.y[blocked], x[blocked], y[blocked]
    slide_x = ~world.cut(blocked, old_x, old_y, new_x, old_y)
    slide_y = ~world.cut(blocked, old_x, old_y, old_x, new_y)
    x[blocked] = np.where(slide_x, new_x, old_x)
    y[blocked] = np.where(slide_y & ~slide_x, new_y, old_y)
    return x, y
