"""Learn: what went better or worse than usual becomes habit, hope or avoidance; anchors draw and are dragged.

Theory: T3, T9, T13, T14, T21. Reads rewards and options; changes habits, hope, avoidance, what is known of who answers,
and the anchors of every tie. The same rate up and down: what no longer pays is unlearned. All but habit takes the slow
step. Switch: learning (all but the anchors).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine import cadence
from sandbox.engine.arrays import NO_ONE, ONE, ZERO
from sandbox.engine.cadence import slow_part
from sandbox.engine.curves import part, positive, share, valence
from sandbox.engine.drives import driven
from sandbox.engine.feel import besides_body
from sandbox.engine.options import INDEX, STAY, those
from sandbox.engine.options.option import sure_of_help
from sandbox.engine.realm import EVERYBODY
from sandbox.engine.vocabulary import STREAMS

if TYPE_CHECKING:
    from sandbox.engine.realm import AnyRealm

_BODY: Final = STREAMS.index("body")
_KIND: Final = those(lambda option: option.answers_need)
_HOPING: Final = those(lambda option: option.tests_hope)


def learn(world: AnyRealm) -> AnyRealm:
    """Take the lesson of this tick, and now and then that of the last second."""
    learning = world.anywhere("learning")
    if learning:
        world = _habit(world)
    if not cadence.due(world.tick):
        return world
    world = _anchor(world)
    return _disuse(_answers(_hope(_avoid(world)))) if learning else world


def _habit(world: AnyRealm) -> AnyRealm:
    """Credit the option one is at with how much better things are than was to be expected (temporal difference).

    What befalls the body of somebody who stays, or who sees to another's need for nothing, comes of nothing that they
    do: a cake teaches nobody to sit still, or to help.
    """
    people = world.people
    unpaid = _KIND[people.option] & (people.gained <= ZERO)
    bodily = np.where((people.option == INDEX[STAY.name]) | unpaid, 0.0, people.reward[:, _BODY])
    better = valence(besides_body(world) + bodily) - people.usual
    habit, (count, options) = people.habit.copy(), people.habit.shape
    used, place = habit.reshape(-1), np.arange(count) * options + people.option  # One index takes half of two.
    params, before = world.law(), used[place]
    used[place] = before + part(params.habit_time) * driven(world, "learning", EVERYBODY, better - before)
    taken = part(params.usual_time) * driven(world, "learning", EVERYBODY, better)
    return world.with_people(habit=habit, usual=people.usual + taken)


def _disuse(world: AnyRealm) -> AnyRealm:
    """Lose habits little by little, used or not."""
    lost = slow_part(world.law().habit_memory_time) * world.on("learning")
    return world.with_people(habit=world.people.habit * np.reshape(ONE - lost, (-1, 1)))


def _avoid(world: AnyRealm) -> AnyRealm:
    """Learn to keep the mind off whoever pains it, and unlearn it in time (T14)."""
    ties, params, on = world.ties, world.tie_law(), world.on("learning", world.ties.observer)
    pain = positive(-(ties.streams[0] + ties.streams[1] + ties.streams[2] + ties.streams[3]))
    fresh = params.avoidance_rate * cadence.SECONDS * pain * on
    return world.with_ties(avoidance=ties.avoidance * (1.0 - slow_part(params.avoidance_time) * on) + fresh)


def _hope(world: AnyRealm) -> AnyRealm:
    """Lose hope in help that changes nothing, or that one cannot bring; find it again in time."""
    people, ties, on = world.people, world.ties, world.on("learning", world.ties.observer)
    hope = ties.hope + slow_part(world.tie_law().hope_return_time) * (ONE - ties.hope) * on
    barred = people.speed < world.law().walk_speed / 2
    doer = (_HOPING[people.option] & ((people.involvement == 1.0) | barred)).nonzero()[0]
    doer = world.where_on("learning", doer, doer)
    row, params = world.links.rows(doer, people.option_on[doer]), world.law(doer)
    progress = share((ties.believed_anchor[row] - ties.believed[row]) / params.expected_progress)
    hope[row] += slow_part(params.hope_time) * (progress - hope[row])
    return world.with_ties(hope=hope)


def _answers(world: AnyRealm) -> AnyRealm:
    """Learn who comes when one is seen to suffer, whether one does or not (T21)."""
    people, ties = world.people, world.ties
    showing = people.shown[ties.observer] <= -world.tie_law().need_threshold
    rows = (showing & (ties.clarity > ZERO)).nonzero()[0]
    rows = world.where_on("learning", rows, ties.observer[rows])
    back = world.links.mirror[rows]
    rows = rows[(back != NO_ONE) & (ties.clarity[back] > ZERO)]
    if not len(rows):
        return world
    observer, target = ties.observer[rows], ties.target[rows]
    comes = _KIND[people.option[target]] & (people.option_on[target] == observer)
    fear, params = driven(world, "fear", observer, ties.fear[rows]), world.law(observer)
    expected = sure_of_help(ties.affinity[rows], ties.answers[rows], fear, params)
    answers = ties.answers.copy()
    answers[rows] = valence(answers[rows] + slow_part(params.hope_time) * (comes - expected))
    return world.with_ties(answers=answers)


def _anchor(world: AnyRealm) -> AnyRealm:
    """Draw affinity, personhood and importance to their anchors, and drag the anchors a little along."""
    people, ties, params = world.people, world.ties, world.tie_law()
    back = (
        slow_part(params.affinity_return_time),
        slow_part(params.personhood_return_time),
        slow_part(params.importance_return_time),
    )
    drag = slow_part(params.drag_time)
    due = valence(ties.affinity_anchor + params.proven_affinity * ties.proven)
    face = slow_part(params.face_time) * ties.clarity * ties.seen
    person = ties.personhood_anchor + drag * (ties.personhood - ties.personhood_anchor)
    return world.with_ties(
        affinity=ties.affinity + back[0] * (due - ties.affinity),
        affinity_anchor=valence(ties.affinity_anchor + drag * (ties.affinity - due)),
        personhood=ties.personhood + back[1] * (ties.personhood_anchor - ties.personhood),
        personhood_anchor=person + face * (people.personlike[ties.target] - person),
        importance=ties.importance + back[2] * (ties.importance_anchor - ties.importance),
        importance_anchor=ties.importance_anchor + drag * (ties.importance - ties.importance_anchor),
    )
