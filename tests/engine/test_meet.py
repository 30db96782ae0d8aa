"""Meeting: the grid of neighbours against a plain loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.meet import EVERY, meet
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World


def near(some: World) -> set[tuple[int, int]]:
    x, y, reach = some.people.x, some.people.y, some.params.meeting_range
    everybody = range(len(x))
    return {
        (one, other)
        for one in np.flatnonzero(some.people.sentience)
        for other in everybody
        if one != other and (x[one] - x[other]) ** 2 + (y[one] - y[other]) ** 2 <= reach**2
    }


def pairs(some: World) -> set[tuple[int, int]]:
    return set(zip(some.ties.observer.tolist(), some.ties.target.tolist(), strict=True))


@given(crowds(least=5), st.sampled_from([1.0, 2.5, 6.0, 30.0]))
@settings(max_examples=40)
def test_whoever_comes_near_is_met_by_all_who_feel_and_nobody_else(some: World, reach: float) -> None:
    some = replaced(some, tick=3 * EVERY, params=some.params.with_settings({"meeting_range": reach}))
    assert pairs(meet(some)) == pairs(some) | near(some)


@pytest.mark.parametrize(("distance", "met"), [(3.99, 2), (4.0, 2), (4.01, 0)])
@pytest.mark.parametrize("place", [0.9, 3.9, 7.0])
def test_strangers_meet_within_meeting_range_whichever_cells_they_stand_in(
    distance: float, met: int, place: float
) -> None:
    for columns in ({"x": [place, place + distance]}, {"x": [6.0, 6.0], "y": [place, place + distance]}):
        assert len(meet(world(columns, meeting_range=4.0)).ties) == met


@given(crowds(least=2))
@settings(max_examples=30)
def test_meeting_changes_no_tie_that_was_there(some: World) -> None:
    after = meet(replaced(some, tick=0))
    rows = after.links.rows(some.ties.observer, some.ties.target)
    for name in ("affinity", "believed", "attention", "hope"):
        assert getattr(after.ties, name)[rows].tolist() == getattr(some.ties, name).tolist()
    assert (np.diff(after.links.keys) > 0).all()


def test_a_mind_keeps_track_of_no_more_than_most_ties_and_of_the_nearest_first() -> None:
    some = meet(world({"x": [5.0, 8.0, 6.5, 6.0, 10.0]}, {(0, 4): {"affinity": 0.5}}, most_ties=3))
    assert sorted(target for observer, target in pairs(some) if observer == 0) == [2, 3, 4]
    assert max(np.bincount(some.ties.observer)) == 3


def test_a_stranger_is_a_little_of_a_friend_as_far_as_she_looks_like_a_person() -> None:
    people = {"x": [5.0, 6.0], "personlike": [1.0, 0.4], "group": NOBODY}
    ties = meet(world(people, stranger_importance=0.2)).ties
    assert ties.affinity.tolist() == ties.affinity_anchor.tolist() == pytest.approx([0.4 * 0.12, 0.12])
    assert ties.personhood.tolist() == ties.personhood_anchor.tolist() == [0.4, 1.0]
    assert ties.importance.tolist() == ties.importance_anchor.tolist() == [0.2, 0.2]


def test_people_look_for_new_neighbours_only_now_and_then() -> None:
    some = replaced(world({"x": [5.0, 6.0]}), tick=1)
    assert meet(some) is some


def test_one_takes_strangers_for_ones_own_kind_until_one_learns_to_read_them() -> None:
    people = {"x": [5.0, 6.0], "company": [0.8, -0.8], "social_attention": [0.0, 0.5]}
    guessed = meet(world(people)).ties.guess
    assert guessed[0] == 0.8
    assert -0.8 < guessed[1] < 0
    assert not meet(world(people, off=["typical_mind"])).ties.guess.any()


def test_things_meet_nobody_but_are_met() -> None:
    ties = meet(world({"x": [5.0, 6.0], "sentience": [1.0, 0.0]})).ties
    assert (ties.observer.tolist(), ties.target.tolist()) == ([0], [1])
