"""Choose: one rule for deeds and for inner moves.

Theory: T3, T13. Everybody who is due takes the option that is imagined to feel best: the better, the likelier. The
imagined rewards, stream by stream, are the answer to "why did they do that?".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arrays import NO_ONE
from sandbox.engine.curves import exponential, whole
from sandbox.engine.imagine import imagine, possible
from sandbox.engine.mind import Mind
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced, with_rows
from sandbox.engine.traces import Choices

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import AnyRealm

COHORTS: Final = 2
"""People choose in so many groups, so that not all of them turn at once; fewer groups cost less time."""
_IMPOSSIBLE: Final = -1e9


def choose(world: AnyRealm) -> AnyRealm:
    """Let everybody who is due in this tick choose what to do about whom they have in mind."""
    period = whole(world.law().decision_ticks)
    turns = (_due(world.tick, period, cohort) for cohort in range(COHORTS))
    if not any(turn if isinstance(turn, bool) else turn.any() for turn in turns):
        return world
    due = _due(world.tick, period, world.numbers() % COHORTS)
    focus = world.links.strongest(world.ties.attention)
    doer = (due & (focus != NO_ONE) & (world.people.present > 0)).nonzero()[0]
    if not len(doer):
        return world
    mind = Mind(world, doer, focus[doer])
    can = possible(mind)
    options = np.flatnonzero(can.any(axis=1))
    terms, worth = imagine(mind, options), np.full(can.shape, _IMPOSSIBLE)
    worth[options] = np.where(can[options], terms.sum(axis=0), _IMPOSSIBLE)
    chosen = _pick(mind, worth)
    choices = Choices(doer, mind.tie, chosen, worth[chosen, np.arange(len(doer))], can, options, terms)
    return _take_up(world, mind, chosen).leaving(choices=choices)


def _due(tick: int, period: int, cohort: int | Ints) -> bool | Bools:
    """Return whether it is the turn of a cohort."""
    return (tick + cohort * (period // COHORTS)) % period == 0


def odds(worth: Floats, params: Parameters) -> Floats:
    """Return how likely options of (A, M) worth are, each against the best of its column, 0 to 1: a softmax (T3)."""
    return exponential((worth - worth.max(axis=0)) / params.temperature)


def _pick(mind: Mind, worth: Floats) -> Ints:
    """Draw (M,) options by the odds of their (A, M) worth."""
    ladder = odds(worth, mind.params).cumsum(axis=0)
    draw = mind.world.draw("choose", mind.doer) * ladder[-1]
    passed: Ints = (ladder < draw).sum(axis=0)
    return np.minimum(passed, len(OPTIONS) - 1)


def _take_up(world: AnyRealm, mind: Mind, chosen: Ints) -> AnyRealm:
    """Let everybody be at what they chose, where that is something else than before."""
    people, doer = world.people, mind.doer
    idle = (chosen == 0) & (mind.attention <= mind.params.focus_share)
    on = np.where(idle, NOBODY, mind.target)
    new = ((people.option[doer] != chosen) | (people.option_on[doer] != on)).nonzero()[0]
    if not len(new):
        return world
    who = doer[new]
    return replaced(world, people=with_rows(people, who, option=chosen[new], option_on=on[new], option_tick=world.tick))
