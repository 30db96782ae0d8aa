"""Errands: what somebody is busy with calls them away, and takes a part of the mind.

Theory: T8, T13; Darley & Batson 1973 (people in a hurry pass by). Somebody may be on the way to a spot or to a person,
and may leave the map there. What the errand is worth is lost while an option holds the feet somewhere else, and more of
it the later it is; and whoever is pressed has less attention to give. Without an errand that weighs anything, there is
nothing to work out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arrays import NO_ONE, ONE
from sandbox.engine.curves import share
from sandbox.engine.options import INDEX, STAY, those
from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced, with_rows
from sandbox.engine.ways import NONE, OUT, ROUND, STRAIGHT

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.mind import Mind
    from sandbox.engine.realm import AnyRealm, Realm

ON_THE_WAY: Final = those(lambda option: option.free_feet or option.inner)
"""Options that leave the feet free for an errand."""
_ENDS: Final = those(lambda option: option.answers_need)
"""Options that are over once they are done; all others go on for as long as one likes."""
_DOORSTEP: Final = 4
"""Whoever leaves the map comes so many times nearer to the spot than somebody who only goes there."""
FREED: Final = {
    "errand": NONE,
    "errand_to": NOBODY,
    "errand_weight": 0.0,
    "errand_by": 0.0,
    "errand_out": 0,
}
"""Columns of somebody who has no errand."""


def weighing(world: Realm) -> bool:
    """Return whether an errand weighs anything to anybody."""
    return bool(np.count_nonzero(world.people.errand_weight))


def hurry(world: Realm, who: Ints) -> Floats:
    """Return how pressed (K,) people are: 0 with a horizon to spare, or without a time to be there by, to 1, late."""
    people, params = world.people, world.law(who)
    across, down = people.errand_x[who] - people.x[who], people.errand_y[who] - people.y[who]
    way = np.sqrt(across * across + down * down) / params.walk_speed
    spare = people.errand_by[who] - world.tick * SECONDS_PER_TICK - way
    bound = (people.errand[who] > NONE) & (people.errand_by[who] > 0.0)
    pressed: Floats = np.where(bound, ONE - share(spare / params.horizon), 0.0)
    return pressed


def put_off(mind: Mind, options: Ints, delay: Floats) -> Floats | float:
    """Return (K, M) what each option costs by keeping people from their errands, reward per second, 0 or below.

    Args:
        mind: the M people and whom they have in mind.
        options: (K,) indexes into OPTIONS.
        delay: (K, M) seconds until each takes effect: half of the way there, of the work, and of the way back.
    """
    world, doer, params = mind.world, mind.doer, mind.params
    if not weighing(world):
        return 0.0
    people = world.people
    weight = people.errand_weight[doer] * ((people.errand[doer] > NONE) & (people.errand_to[doer] != mind.target))
    call = params.errand_gain * weight * (ONE + params.errand_lateness * hurry(world, doer))
    held = np.where(_ENDS[options][:, None], np.minimum(ONE, 2 * delay / params.horizon), 1.0)
    cost: Floats = -call * held * ~ON_THE_WAY[options][:, None]
    return cost


def preoccupied(world: Realm) -> Floats | float:
    """Return (N,) what part of the mind everybody's errand has, 0 to 1: half of its weight, and all of it when late."""
    if not weighing(world):
        return 0.0
    people = world.people
    weight = people.errand_weight * ((people.errand > NONE) & (people.present > 0))
    return weight * (ONE + hurry(world, np.arange(len(people)))) / 2


def under_way(world: Realm) -> Bools:
    """Return (N,) who is walking where they are going, by their own feet, and does nothing else with them."""
    people = world.people
    walking: Bools = (people.errand > NONE) & ON_THE_WAY[people.option] & (people.present > 0)
    return walking


def departing(world: Realm) -> Bools:
    """Return (N,) who stands where the map ends for them: they are still seen in this tick, and gone after it."""
    going: Bools = world.people.errand == OUT
    return going


def run(world: AnyRealm) -> AnyRealm:
    """Send all who have an errand and nothing else to do along their way, round by the detour if they chose it."""
    if not np.count_nonzero(world.people.errand):
        return world
    world = _follow(_out(world))
    people, params = world.people, world.law()
    round_by = people.errand == ROUND
    to_x = np.where(round_by, people.detour_x, people.errand_x)
    to_y = np.where(round_by, people.detour_y, people.errand_y)
    free = under_way(world)
    reach = params.reach / np.where(people.errand_out > 0, _DOORSTEP, 1)
    close = (people.x - to_x) ** 2 + (people.y - to_y) ** 2 <= reach**2
    close &= people.present > 0
    passed, there = close & round_by, close & (people.errand == STRAIGHT)
    arrived = there & (people.errand_out == 0)
    world = world.with_people(
        goal_x=np.where(free, to_x, people.goal_x),
        goal_y=np.where(free, to_y, people.goal_y),
        speed=np.where(free, _pace(world), people.speed),
        errand=np.where(passed, STRAIGHT, np.where(there, np.where(arrived, NONE, OUT), people.errand)),
        detour_x=np.where(passed, people.errand_x, people.detour_x),
        detour_y=np.where(passed, people.errand_y, people.detour_y),
        home_x=np.where(arrived, np.where(people.errand_to == NO_ONE, people.errand_x, people.x), people.home_x),
        home_y=np.where(arrived, np.where(people.errand_to == NO_ONE, people.errand_y, people.y), people.home_y),
    )
    done = arrived.nonzero()[0]
    return replaced(world, people=with_rows(world.people, done, **FREED)) if len(done) else world


def _pace(world: Realm) -> Floats | float:
    """Return (N,) metres per second: an ordinary walk, but for those who are pressed."""
    params = world.law()
    if not weighing(world):
        return params.walk_speed
    pressed = hurry(world, np.arange(len(world.people))) * (world.people.errand_weight > 0)
    return params.walk_speed + (params.hurry_speed - params.walk_speed) * pressed


def _follow(world: AnyRealm) -> AnyRealm:
    """Let those who are going to somebody go to where that one is now, if they are there at all."""
    people = world.people
    after = ((people.errand > NONE) & (people.errand_to != NO_ONE)).nonzero()[0]
    after = after[people.present[people.errand_to[after]] > 0]
    if not len(after):
        return world
    whom, columns = people.errand_to[after], {}
    for name in ("errand_x", "errand_y", "detour_x", "detour_y"):
        columns[name] = getattr(people, name).copy()
        columns[name][after] = getattr(people, name[-1])[whom]
    return world.with_people(**columns)


def _out(world: AnyRealm) -> AnyRealm:
    """Take those off the map who stood at its end; nobody goes on with what they did to them or showed them."""
    people = world.people
    going = departing(world)
    gone = going.nonzero()[0]
    if not len(gone):
        return world
    present = people.present.copy()
    present[gone] = 0
    idle = {"option": INDEX[STAY.name], "option_on": NOBODY}
    still = {"effort": 0.0, "playing": 0.0, "speed": 0.0, "gaze": NOBODY, "avoiding": NOBODY}
    here = {"goal_x": people.x[gone], "goal_y": people.y[gone]}
    table = with_rows(people, gone, **idle, **still, **here, **FREED)
    towards = (people.option_on != NO_ONE) & going[people.option_on]
    left = (towards & ~_INNER[people.option]).nonzero()[0]
    return replaced(world, people=with_rows(table, left, **idle)).with_people(present=present)


_INNER: Final = those(lambda option: option.inner)
"""Options that are done in the head, and so also towards somebody who is not there."""
