"""Learn: habits, hope, avoidance and anchors. T3, T9, T13, T14."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.cadence import EVERY
from sandbox.engine.learn import learn
from sandbox.engine.options import INDEX, OPTIONS
from sandbox.engine.table import replaced
from sandbox.engine.vocabulary import STREAMS, TIE_STREAMS
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

LOOK_AWAY = INDEX["look_away"]


def lessons(some: World, ticks: int = 1) -> World:
    for _ in range(ticks):
        some = learn(some)
    return some


def rewarded(reward: float, habit: float = 0.0, *, usual: float = 0.0) -> World:
    """Somebody who looks away and gets some reward for it, between two slow steps."""
    habits = np.zeros((1, len(OPTIONS)))
    habits[0, LOOK_AWAY] = habit
    rewards = [[reward, *np.zeros(len(STREAMS) - 1)]]
    some = world({"x": [5.0], "option": LOOK_AWAY, "habit": habits, "usual": usual, "reward": rewards})
    return replaced(some, tick=1)


def test_a_habit_grows_where_it_brings_relief_and_fades_as_fast_when_it_no_longer_does() -> None:
    up = lessons(rewarded(0.3)).people.habit[0, LOOK_AWAY]
    down = lessons(rewarded(-0.3)).people.habit[0, LOOK_AWAY]
    assert up > 0
    assert down == pytest.approx(-up)
    assert lessons(rewarded(0.0, habit=0.3)).people.habit[0, LOOK_AWAY] == pytest.approx(0.3 - up)


def test_only_the_option_one_is_at_is_credited_and_only_for_more_than_the_usual() -> None:
    habit = lessons(rewarded(0.3)).people.habit[0]
    assert np.flatnonzero(habit).tolist() == [LOOK_AWAY]
    assert not lessons(rewarded(0.3, usual=0.3)).people.habit.any()


def test_one_gets_used_to_how_things_are() -> None:
    soon, late = (lessons(rewarded(0.3), ticks).people.usual[0] for ticks in (1, 50))
    assert 0 < soon < late < 0.3


def test_habits_are_lost_little_by_little() -> None:
    habits = np.full((1, len(OPTIONS)), 0.5)
    habit = lessons(world({"x": [5.0], "option": LOOK_AWAY, "habit": habits}), 5).people.habit[0]
    assert (habit < 0.5).all()
    assert (habit > 0).all()


def helping(*, evidence: float, believed: float = -0.8, hope: float = 1.0, hands_on: float = 1.0) -> World:
    """Somebody who helps, and whose belief lags behind what they see."""
    people = {"x": [5.0, 6.0], "option": [INDEX["help"], 0], "option_on": [1, -1], "involvement": [hands_on, 0.0]}
    people["speed"] = [2.0 * (hands_on < 1.0), 0.0]
    return world(people, {(0, 1): {"believed": believed, "believed_anchor": evidence, "hope": hope}})


def test_hope_falls_when_help_changes_nothing_and_stays_when_it_works() -> None:
    in_vain, works = lessons(helping(evidence=-0.8), 30), lessons(helping(evidence=-0.6), 30)
    assert in_vain.ties.hope[0] < 0.8
    assert works.ties.hope[0] == pytest.approx(1.0)


def test_hope_falls_too_when_one_cannot_get_there() -> None:
    barred = helping(evidence=-0.8, hands_on=0.2).with_people(speed=np.zeros(2))
    assert lessons(barred, 30).ties.hope[0] < 0.8


def test_hope_returns_after_rest_and_nobody_loses_it_on_the_way_there() -> None:
    resting = lessons(helping(evidence=-0.8, hope=0.2, hands_on=0.2), 100)
    assert 0.2 < resting.ties.hope[0] < 1
    assert lessons(helping(evidence=-0.8, hands_on=0.2), 30).ties.hope[0] == 1


def suffering(
    *, shown: float = -0.6, answers: float = 0.0, comes: bool = True, sees: float = 1.0, off: tuple[str, ...] = ()
) -> World:
    """Somebody with a face in front of somebody they do not know, who comes or does not."""
    people = {"x": [5.0, 6.0], "shown": [shown, 0.0], "option": [0, INDEX["comfort"] * comes], "option_on": [-1, 0]}
    ties = {(0, 1): {"clarity": 1.0, "affinity": 0.0, "answers": answers}, (1, 0): {"clarity": sees}}
    return world(people, ties, off=off)


def test_who_comes_to_ones_help_is_learned_and_unlearned() -> None:
    comes, stays_away = lessons(suffering(), 30), lessons(suffering(comes=False), 30)
    assert stays_away.ties.answers[0] < 0 < comes.ties.answers[0]
    assert lessons(suffering(answers=0.6, comes=False), 30).ties.answers[0] < 0.6
    assert comes.ties.answers[1] == 0


def test_nothing_is_learned_of_people_to_whom_one_shows_nothing_or_who_do_not_see_it() -> None:
    for some in (suffering(shown=0.0), suffering(sees=0.0), suffering(off=("learning",))):
        assert lessons(some, 30).ties.answers[0] == 0


def test_whoever_pains_the_mind_is_avoided_until_it_is_unlearned() -> None:
    pain = np.zeros((len(TIE_STREAMS), 1))
    pain[0] = -0.3
    some = world({"x": [5.0, 6.0]}, {(0, 1): {}})
    hurt = lessons(some.with_ties(streams=pain), 20)
    glad = lessons(some.with_ties(streams=-pain), 20)
    assert hurt.ties.avoidance[0] > 0 == glad.ties.avoidance[0]
    later = lessons(hurt.with_ties(streams=np.zeros_like(pain)), 100)
    assert 0 < later.ties.avoidance[0] < hurt.ties.avoidance[0]


def test_without_learning_habit_hope_and_avoidance_stay_but_anchors_still_draw() -> None:
    people = {"x": [5.0, 6.0], "reward": np.full((2, len(STREAMS)), -0.1)}
    tie = {"affinity": 0.2, "affinity_anchor": 0.8, "hope": 0.5, "avoidance": 0.5, "streams": -0.1}
    after = learn(world(people, {(0, 1): tie}, off=["learning"]))
    assert not after.people.habit.any()
    assert (after.ties.hope[0], after.ties.avoidance[0]) == (0.5, 0.5)
    assert 0.2 < after.ties.affinity[0] < 0.8
    taught = learn(world(people, {(0, 1): tie}))
    assert taught.people.habit.any()
    assert (taught.ties.hope[0] != 0.5, taught.ties.avoidance[0] != 0.5) == (True, True)


@given(crowds(least=2))
@settings(max_examples=40)
def test_values_return_to_their_anchors_and_drag_them_a_little_along(some: World) -> None:
    nothing = np.zeros(len(some.ties))
    some = replaced(some.with_ties(seen=nothing, proven=nothing), tick=EVERY)
    after = learn(some)
    for name in ("affinity", "personhood", "importance"):
        value, anchor = getattr(some.ties, name), getattr(some.ties, f"{name}_anchor")
        new, new_anchor = getattr(after.ties, name), getattr(after.ties, f"{name}_anchor")
        gap = anchor - value
        assert ((new - value) * gap >= 0).all(), name
        assert ((new_anchor - anchor) * -gap >= 0).all(), name
        assert (np.abs(new_anchor - anchor) <= np.abs(new - value) + 1e-15).all(), name
        assert (np.abs(new_anchor - new) <= np.abs(gap) + 1e-15).all(), name
        assert ((new != value) == (np.abs(gap) > 0)).all(), name


def test_a_face_close_up_undoes_a_label() -> None:
    thing = {"personhood": 0.2, "clarity": 0.9, "seen": 1.0}
    near, unseen = (
        lessons(world({"x": [5.0, 6.0]}, {(0, 1): thing | {"seen": seen}}), 100).ties for seen in (1.0, 0.0)
    )
    assert near.personhood_anchor[0] > 0.4
    assert near.personhood[0] > 0.25
    assert unseen.personhood[0] == pytest.approx(0.2)
