"""About: whether a level shows what it is about, in the moments that follow the deed that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.effects import half_helper, look_away, next_please, open_square

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sandbox.engine.arrays import Bools, Ints
    from sandbox.engine.stack import Stack
    from sandbox.lab.run import Run

    Moments = Sequence[Stack]
    """those after the deed, the first of which has it"""
    Shows = Callable[[Run, Moments], Bools]
    """(scenes,) whether each scene shows it"""


def friends_and_rivals(run: Run, moments: Moments) -> Bools:
    """The Open Square: a friend of Bob's winces, the rivals are gladder than before, and somebody turns away."""
    friends, rivals = (
        np.stack([run.rows(name) for name in names]) for names in (open_square.FRIENDS, open_square.RIVALS)
    )
    worst = np.min([world.people.felt[friends] for world in moments], axis=(0, 1))
    watched = moments[: round(open_square.WATCHED * TICKS_PER_SECOND)]
    glad = np.array([world.people.emotion[rivals].mean(axis=0) for world in watched])
    rise = glad.mean(axis=0) - glad[0]
    shows: Bools = (worst < open_square.WINCE) & (rise >= open_square.SMIRK) & (_averting(run, moments) > 0)
    return shows


def several_avert(run: Run, moments: Moments) -> Bools:
    """The Look Away: several keep their eyes off Bob."""
    shows: Bools = _averting(run, moments) >= look_away.SEVERAL
    return shows


def the_helper_is_blamed(run: Run, moments: Moments) -> Bools:
    """Half a Hand: at some moment who helped by half is blamed the most, and who was away not at all."""
    shown = [half_helper.blames_the_helper(half_helper.reckoned(run, world, "then"), when="then") for world in moments]
    shows: Bools = np.any(shown, axis=0)
    return shows


def several_are_things(run: Run, moments: Moments) -> Bools:
    """Next, Please: at some moment several of the queue are things to Carl."""
    most = np.max([next_please.things(run, world) for world in moments], axis=0)
    shows: Bools = most >= next_please.SEVERAL
    return shows


def only_who_hears_comes(run: Run, moments: Moments) -> Bools:
    """Two Yards: Ann, who only hears Bob, comes round to where she sees him and helps; Lou never knows."""
    ann, bob = run.rows("ann"), run.rows("bob")
    comes, knows = np.zeros((2, run.scenes), np.bool_)
    for world in moments:
        comes |= doing(world, ann, HELPING, on=bob) & (world.ties.seen[run.ties(world, "ann", "bob")] > 0)
        knows |= world.ties.clarity[run.ties(world, "lou", "bob")] > 0
    unseen = moments[0].ties.seen[run.ties(moments[0], "ann", "bob")] == 0
    shows: Bools = unseen & comes & ~knows
    return shows


def _averting(run: Run, moments: Moments) -> Ints:
    """Return (scenes,) how many people keep their eyes off Bob at one moment or another."""
    bob = run.rows("bob")[:, None]
    averts = [world.people.avoiding.reshape(run.scenes, -1) == bob for world in moments]
    people: Ints = np.any(averts, axis=0).sum(axis=1)
    return people


ABOUT: Final[Mapping[str, Shows]] = {
    "open-square": friends_and_rivals,
    "look-away": several_avert,
    "half-helper": the_helper_is_blamed,
    "next-please": several_are_things,
    "two-yards": only_who_hears_comes,
}
"""What each level is about, by its id."""
