"""Choose: one rule for deeds and for inner moves.

Theory: T3, T13. Everybody who is due takes the option that is imagined to feel best: the better, the likelier. The
imagined rewards, stream by stream, are the answer to "why did they do that?".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.curves import exponential, whole
from sandbox.engine.imagine import TERMS, imagine, mind_of, possible
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.traces import Choices

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import AnyRealm, Realm

COHORTS: Final = 2
"""People choose in so many groups, so that not all of them turn at once; fewer groups cost less time."""
_IMPOSSIBLE: Final = -1e9


def choose(world: AnyRealm) -> AnyRealm:
    """Let everybody who is due in this tick choose what to do about whom they have in mind."""
    period = whole(world.law().decision_ticks)
    group = world.numbers() % COHORTS
    due = (world.tick + group * (period // COHORTS)) % period == 0
    if not due.any():
        return world
    focus = world.links.strongest(world.ties.attention)
    doer = np.flatnonzero(due & (focus != NOBODY) & (world.people.present > 0))
    if not len(doer):
        return world
    tie = focus[doer]
    mind = mind_of(world, doer, tie)
    can = possible(world, doer, mind)
    options = np.flatnonzero(can.any(axis=1))
    terms = np.full((len(TERMS), *can.shape), np.nan)
    terms[:, options] = np.where(can[options], imagine(world, doer, tie, mind, options), np.nan)
    worth = np.where(can, terms.sum(axis=0), _IMPOSSIBLE)
    chosen = _pick(world, doer, worth)
    choices = Choices(doer, tie, chosen, worth[chosen, np.arange(len(doer))], terms)
    return _take_up(world, choices).leaving(choices=choices)


def odds(worth: Floats, params: Parameters) -> Floats:
    """Return how likely options of (A, M) worth are, each against the best of its column, 0 to 1: a softmax (T3)."""
    return exponential((worth - worth.max(axis=0)) / params.temperature)


def _pick(world: Realm, doer: Ints, worth: Floats) -> Ints:
    """Draw (M,) options by the odds of their (A, M) worth."""
    weights = odds(worth, world.law(doer))
    ladder = np.cumsum(weights, axis=0)
    draw = world.draw("choose", doer) * ladder[-1]
    passed: Ints = np.count_nonzero(ladder < draw, axis=0)
    return np.minimum(passed, len(OPTIONS) - 1)


def _take_up(world: AnyRealm, choices: Choices) -> AnyRealm:
    """Let everybody be at what they chose, where that is something else than before."""
    people, doer, chosen = world.people, choices.doer, choices.option
    idle = (chosen == 0) & (world.ties.attention[choices.tie] <= world.law(doer).focus_share)
    on = np.where(idle, NOBODY, world.ties.target[choices.tie])
    new = ((people.option[doer] != chosen) | (people.option_on[doer] != on)).nonzero()[0]
    if not len(new):
        return world
    option, option_on, option_tick = people.option.copy(), people.option_on.copy(), people.option_tick.copy()
    option[doer[new]], option_on[doer[new]], option_tick[doer[new]] = chosen[new], on[new], world.tick
    return world.with_people(option=option, option_on=option_on, option_tick=option_tick)
