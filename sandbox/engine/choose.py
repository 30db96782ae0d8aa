"""Choose: one rule for deeds and for inner moves.

Theory: T3, T13. Everybody who is due takes the option that is imagined to feel best: the better, the likelier. The
imagined rewards are kept, stream by stream; they are the answer to "why did she do that?".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.curves import exponential
from sandbox.engine.imagine import TERMS, imagine, mind_of, possible
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.params import Parameters
    from sandbox.engine.people import People
    from sandbox.engine.world import World

COHORTS: Final = 2
"""People choose in so many groups, so that not all of them turn at once; fewer groups cost less time."""
_IMPOSSIBLE: Final = -1e9


def choose(world: World) -> World:
    """Let everybody who is due in this tick choose what to do about whom they have in mind."""
    period = int(world.params.decision_ticks)
    group = np.arange(len(world.people)) % COHORTS
    due = (world.tick + group * (period // COHORTS)) % period == 0
    if not due.any():
        return world
    focus = world.links.strongest(world.ties.attention)
    doer = np.flatnonzero(due & (focus != NOBODY))
    if not len(doer):
        return world
    tie = focus[doer]
    mind = mind_of(world, doer, tie)
    can = possible(world, mind)
    options = np.flatnonzero(can.any(axis=1))
    terms = np.full((len(TERMS), *can.shape), np.nan)
    terms[:, options] = np.where(can[options], imagine(world, doer, tie, mind, options), np.nan)
    worth = np.where(can, terms.sum(axis=0), _IMPOSSIBLE)
    chosen = _pick(world, doer, worth)
    return _take_up(world, doer, tie, chosen, worth[chosen, np.arange(len(doer))], terms)


def odds(worth: Floats, params: Parameters) -> Floats:
    """Tell how likely options of some (A, M) worth are, each against the best of its column, 0 to 1: a softmax (T3)."""
    return exponential((worth - worth.max(axis=0)) / params.temperature)


def _pick(world: World, doer: Ints, worth: Floats) -> Ints:
    """Draw (M,) options by the odds of their (A, M) worth."""
    weights = odds(worth, world.params)
    ladder = np.cumsum(weights, axis=0)
    draw = world.draw("choose")[doer] * ladder[-1]
    passed: Ints = np.count_nonzero(ladder < draw, axis=0)
    return np.minimum(passed, len(OPTIONS) - 1)


def _take_up(world: World, doer: Ints, tie: Ints, chosen: Ints, worth: Floats, terms: Floats) -> World:
    """Let the doers be at what they chose, and write down the choices that are new or now made for other reasons."""
    people, target = world.people, world.ties.target[tie]
    on = np.where((chosen == 0) & (world.ties.attention[tie] <= world.params.focus_share), NOBODY, target)
    new = (people.option[doer] != chosen) | (people.option_on[doer] != on)
    told = new | (np.abs(worth - people.worth[doer]) > world.params.worth_step)
    if not told.any():
        return world
    changed = _with_rows(people, doer[new], option=chosen[new], option_on=on[new], option_tick=world.tick)
    doer, tie, chosen, on, worth, terms = doer[told], tie[told], chosen[told], on[told], worth[told], terms[:, :, told]
    causes, ids = world.causes.add(
        tick=world.tick,
        kind="chose",
        detail=chosen,
        who=doer,
        whom=on,
        value=worth,
        parents=_reasons(world, tie, chosen, terms),
        tables=np.moveaxis(terms, (0, 1, 2), (2, 1, 0)),
    )
    return altered(world, people=_with_rows(changed, doer, worth=worth, why_option=ids), causes=causes)


def _reasons(world: World, tie: Ints, chosen: Ints, terms: Floats) -> tuple[tuple[Ints, Floats], ...]:
    """Give the causes behind M choices, weighted by the part that their streams had in choosing that over staying.

    What is felt about the other's state stands behind Sympathy and Schadenfreude, what she seems to think behind
    Approval and Provocation, what she has done behind love, fear and envy; company, play and bodily hopes have no cause
    outside. A part that hardly counted names no cause.
    """
    ties, each = world.ties, np.arange(len(chosen))
    gain = np.abs(terms[:, chosen, each] - np.where(chosen == 0, 0.0, terms[:, 0, each]))
    part = {term: gain[row] for row, term in enumerate(TERMS)}
    for_her = part["sympathy"] + part["schadenfreude"] + part["pride"] + part["worry"]
    for_me = part["approval"] + part["provocation"]
    for_bond = part["love"] + part["fear"] + part["envy"]
    whole = for_her + for_me + for_bond + part["company"] + part["play"] + part["body"]
    felt = np.where(ties.why_felt[tie] != NOBODY, ties.why_felt[tie], ties.why_believed[tie])
    parts = ((felt, for_her), (ties.why_regard[tie], for_me), (ties.why_affinity[tie], for_bond))
    weighed = [(cause, size / np.where(whole > 0, whole, 1.0)) for cause, size in parts]
    least = world.params.reason_share
    return tuple((np.where(weight >= least, cause, NOBODY), weight) for cause, weight in weighed)


def _with_rows(people: People, rows: Ints, **values: ArrayLike) -> People:
    """Replace some columns of people in `rows` only."""
    columns = {name: getattr(people, name).copy() for name in values}
    for name, value in values.items():
        columns[name][rows] = value
    return altered(people, **columns)
