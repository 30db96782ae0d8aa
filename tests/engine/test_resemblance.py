"""Resemblance: whoever looks like somebody who mattered starts as a little of what that one was. T18, T26."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.happen import happen
from sandbox.engine.happenings.happening import Event
from sandbox.engine.meet import meet
from sandbox.engine.params import Parameters
from sandbox.engine.people import NOBODY
from sandbox.engine.resemblance import carried_over, projected, resembling, similarity
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

ME, KNOWN, STRANGER = range(3)
ALIKE = [[0, 0, 0, 0], [0, 1, 2, 3], [0, 1, 2, 3]]
ORDINARY = [[0, 0, 0, 0]] * 3
ANYBODY = Parameters().fellowship
"""What anybody is to one who is plainly a person."""


def at_first_sight(feeling: float, *, off: tuple[str, ...] = (), **columns: object) -> float:
    """What I feel about a stranger, if I know somebody about whom I feel `feeling`."""
    people = {"x": [5.0, 18.0, 6.0], "looks": ALIKE, "group": NOBODY} | columns
    some = meet(world(people, {(ME, KNOWN): {"affinity": feeling, "importance": 0.8}}, off=off))
    row = some.links.rows(np.array([ME]), np.array([STRANGER]))[0]
    return float(some.ties.affinity[row])


@pytest.mark.parametrize("feeling", [-0.8, 0.8])
def test_a_stranger_who_looks_like_my_tormentor_starts_below_zero_and_like_my_friend_above(feeling: float) -> None:
    start = at_first_sight(feeling)
    assert np.sign(start) == np.sign(feeling)
    assert abs(start - ANYBODY) < abs(feeling)
    assert at_first_sight(feeling, off=("resemblance",)) == ANYBODY


def test_looks_that_everybody_has_are_no_resemblance() -> None:
    assert at_first_sight(-0.8, looks=ORDINARY) == ANYBODY
    assert at_first_sight(-0.8, looks=ORDINARY, personlike=0.5) == ANYBODY / 2, "of a thing, there is less to like"


def test_a_group_counts_like_a_look_and_the_more_they_share_the_stronger() -> None:
    by_group = at_first_sight(-0.8, looks=ORDINARY, group=[NOBODY, 1, 1])
    assert by_group < ANYBODY == at_first_sight(-0.8, looks=ORDINARY, group=[NOBODY, 1, 2])
    assert at_first_sight(-0.8, group=[NOBODY, 1, 1]) < by_group
    hats = [[0, 0, 0, 0], [0, 1, 2, 3], [0, 1, 0, 0]]
    assert at_first_sight(-0.8) < at_first_sight(-0.8, looks=hats) < ANYBODY


def test_whoever_looks_like_me_and_mine_is_a_little_of_a_friend() -> None:
    assert at_first_sight(0.0, looks=ORDINARY, group=[1, NOBODY, 1]) > ANYBODY
    assert at_first_sight(0.0, looks=ORDINARY, group=[1, NOBODY, 2]) == ANYBODY


def test_what_somebody_does_to_me_carries_over_to_her_double_unless_it_is_switched_off() -> None:
    people = {"x": [5.0, 6.0, 7.0], "looks": ALIKE, "group": NOBODY}
    ties = {(ME, KNOWN): {}, (ME, STRANGER): {}, (KNOWN, STRANGER): {}}
    for do, sign in (("hurt", -1), ("gift", 1)):
        after = happen(world(people, ties), Event(do, who=ME, by=KNOWN))
        double = after.links.rows(np.array([ME, KNOWN]), np.array([STRANGER, STRANGER]))
        assert np.sign(after.ties.affinity[double]).tolist() == [sign, 0]
        assert np.sign(after.ties.affinity_anchor[double]).tolist() == [sign, 0]
        without = happen(world(people, ties, off=["resemblance"]), Event(do, who=ME, by=KNOWN))
        assert without.ties.affinity[double[0]] == 0


@given(crowds(least=2), st.floats(-1, 1), st.integers(0, 7), st.integers(0, 7))
@settings(max_examples=25)
def test_it_stays_within_bounds_whoever_resembles_whom(some: World, change: float, one: int, other: int) -> None:
    count = len(some.people)
    observer, target = (pairs.ravel() for pairs in np.meshgrid(np.arange(count), np.arange(count)))
    apart = observer != target
    start = resembling(some, observer[apart], target[apart])
    assert (np.abs(start) <= 1).all()
    alike = similarity(some.people, observer, target)
    assert ((alike >= 0) & (alike <= 1)).all()
    assert (alike == similarity(some.people, target, observer)).all()
    moved = carried_over(some, one % count, other % count, change).ties
    assert (np.abs(moved.affinity) <= 1).all()
    assert (
        moved.affinity[some.ties.observer != one % count] == some.ties.affinity[some.ties.observer != one % count]
    ).all()


def test_others_are_taken_to_like_what_one_likes_oneself_the_more_the_less_one_looks() -> None:
    people = world({"x": [5.0, 6.0, 7.0], "company": [0.8, 0.8, -0.8], "social_attention": [0.0, 0.6, 0.0]}).people
    blind, keen, loner = projected(people, np.arange(3), typical=True)
    assert blind == 0.8 > keen > 0 > loner
    assert not projected(people, np.arange(3), typical=False).any()
