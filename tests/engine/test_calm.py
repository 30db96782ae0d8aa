"""Calm: distress that leaves the other onlookers calm is not taken for quite what it looks like. T12."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings

from sandbox.engine.calm import alarming
from sandbox.engine.near import Pairs
from sandbox.engine.people import NOBODY
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

SUFFERER = 0
SEEN = {"clarity": 0.9, "seen": 1.0}


def real(
    faces: list[float], *, efforts: list[float] | None = None, sees_them: float = 1.0, looks: bool = True
) -> float:
    """How real the distress looks to the last onlooker, among others with these faces."""
    count = len(faces)
    others = [SUFFERER if looks else NOBODY] * count
    people = {
        "x": np.arange(count + 2.0) + 4.0,
        "shown": [-0.8, *faces, 0.0],
        "effort": [0.0, *(efforts or [0.0] * count), 0.0],
        "gaze": [NOBODY, *others, SUFFERER],
    }
    beside = {(count + 1, other): SEEN | {"seen": sees_them} for other in range(1, count + 1)}
    some = world(people, {(count + 1, SUFFERER): SEEN} | beside)
    return float(alarming(some, Pairs.of(some.links, np.arange(len(some.ties))))[0])


def test_alone_with_a_sufferer_one_takes_it_for_real() -> None:
    assert real([]) == 1
    assert real([0.0, 0.0], looks=False) == 1


def test_calm_onlookers_make_it_look_less_than_it_is_the_more_the_more_of_them() -> None:
    assert 0 < real([0.0, 0.0, 0.0]) < real([0.0]) < 1


def test_onlookers_who_are_alarmed_or_help_do_not() -> None:
    assert real([-0.8]) == 1
    assert real([0.0], efforts=[0.8]) == 1
    assert real([0.0]) < real([-0.4]) < 1


def test_onlookers_whom_one_does_not_see_calm_nobody() -> None:
    assert real([0.0], sees_them=0.0) == 1


def test_who_is_upset_over_another_in_view_is_in_no_trouble_of_their_own() -> None:
    people = {
        "x": [4.0, 5.0, 6.0],
        "shown": [-0.8, -0.6, 0.0],
        "shown_for": [0.0, -0.6, 0.0],
        "involved": [-1, SUFFERER, -1],
    }
    both = world(people, {(2, SUFFERER): SEEN, (2, 1): SEEN})
    assert alarming(both, both.perceived()).tolist() == [1, 0]
    unseen = world(people, {(2, SUFFERER): {"clarity": 0.0}, (2, 1): SEEN})
    assert alarming(unseen, unseen.perceived()).tolist() == [1]


def test_that_holds_of_the_faintest_distress_too_whatever_goes_on_elsewhere() -> None:
    people = {
        "x": [4.0, 5.0, 6.0],
        "shown": [-0.1, -0.05, 0.0],
        "shown_for": [0.0, -0.05, 0.0],
        "involved": [-1, 0, -1],
    }
    faint = world(people, {(2, SUFFERER): SEEN, (2, 1): SEEN})
    assert alarming(faint, faint.perceived()).tolist() == [1, 0]


@given(crowds(least=2))
@settings(max_examples=30)
def test_it_is_always_a_share_and_by_others_calm_never_all_of_the_distress_goes(some: World) -> None:
    some = some.with_people(shown_for=np.zeros(len(some.people)))
    seems = alarming(some, some.perceived())
    assert seems.shape == some.ties.clarity.nonzero()[0].shape
    assert ((seems >= 1 - some.params.calm_weight) & (seems <= 1)).all()
