"""Tests of the columns that a level becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.params import Parameters
from sandbox.scenario.build import ALL_KNOWN, build_people, build_ties, personlike
from sandbox.scenario.schema import Cues
from tests.scenario.small import load, small

if TYPE_CHECKING:
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties


def crowd(count: int, **changes: object) -> dict[str, object]:
    people = [{"id": f"p{index}", "name": f"P{index}", "place": "well"} for index in range(count)]
    return small(people=people, ties=[], happenings=[], map={"width": 100, "height": 100, "places": [
        {"id": "well", "x": 1, "y": 1}]}) | changes  # fmt: skip


def tie(ties: Ties, observer: int, target: int) -> int:
    (row,) = np.flatnonzero((ties.observer == observer) & (ties.target == target))
    return int(row)


def gaps(people: People) -> np.ndarray:
    squares = (people.x[:, None] - people.x) ** 2 + (people.y[:, None] - people.y) ** 2
    return np.sqrt(squares)[np.triu_indices(len(people), 1)]


def test_people_stand_where_the_level_says_and_face_whom_it_says() -> None:
    people = build_people(load(small()))
    assert (people.x[0], people.y[0]) == (10, 5)
    assert (people.x[1], people.y[1]) == (3, 4)
    assert people.facing_x[1] > 0.9
    assert people.facing_x[2] < -0.9
    assert np.allclose(people.facing_x**2 + people.facing_y**2, 1)
    assert people.group.tolist() == [0, 0, -1]


@pytest.mark.parametrize("count", [2, 60, 500])
def test_people_at_one_place_keep_a_metre_apart_and_stay_on_the_map(count: int) -> None:
    people = build_people(load(crowd(count)))
    assert gaps(people).min() >= 1.0
    assert people.x.min() >= 0
    assert people.y.min() >= 0


def test_people_at_a_place_are_not_put_behind_a_wall() -> None:
    ground = {"width": 40, "height": 40, "places": [{"id": "well", "x": 18, "y": 20}], "walls": [
        {"x1": 20, "y1": 0, "x2": 20, "y2": 40}]}  # fmt: skip
    people = build_people(load(crowd(60, map=ground)))
    assert people.x.max() < 20


def test_people_find_a_spot_even_where_walls_leave_no_room() -> None:
    walls = [{"x1": 10, "y1": 10, "x2": 11, "y2": 10}, {"x1": 11, "y1": 10, "x2": 11, "y2": 11},
             {"x1": 11, "y1": 11, "x2": 10, "y2": 11}, {"x1": 10, "y1": 11, "x2": 10, "y2": 10}]  # fmt: skip
    ground = {"width": 30, "height": 30, "places": [{"id": "well", "x": 10.5, "y": 10.5}], "walls": walls}
    assert len(build_people(load(crowd(20, map=ground)))) == 20


@pytest.mark.parametrize(
    ("cues", "expected"),
    [
        (Cues(), 1.0),
        (Cues(mask=True), 0.65),
        (Cues(face=False, mask=True, name=False, label=True), 0.0),
        (Cues(uniform=True, label=True), 0.6),
        (Cues(face=False, voice=False, name=False), 0.25),
    ],
)
def test_masks_uniforms_and_labels_hide_the_person_and_faces_names_and_voices_show_it(
    cues: Cues, expected: float
) -> None:
    assert personlike(cues) == pytest.approx(expected)


def test_unnamed_pairs_of_a_small_level_are_strangers() -> None:
    level = load(small())
    ties = build_ties(level, build_people(level))
    assert len(ties) == 6
    stranger = tie(ties, 2, 0)
    assert ties.affinity[stranger] == 0
    assert ties.importance[stranger] == Parameters().stranger_importance
    assert ties.personhood[stranger] == 1


def test_in_a_crowd_only_named_pairs_are_tied() -> None:
    level = load(crowd(ALL_KNOWN + 1, ties=[{"from": "p3", "to": "p1", "affinity": 0.5}]))
    ties = build_ties(level, build_people(level))
    assert (ties.observer.tolist(), ties.target.tolist()) == ([3], [1])


def test_a_group_tie_holds_for_each_pair_both_ways_if_mutual_and_never_for_oneself() -> None:
    level = load(small(ties=[{"from": "blues", "to": "blues", "affinity": 0.6}, {"from": "cy", "to": "blues",
        "affinity": -0.3, "mutual": True}]))  # fmt: skip
    ties = build_ties(level, build_people(level))
    pairs = zip(ties.observer.tolist(), ties.target.tolist(), ties.affinity.tolist(), strict=True)
    assert sorted(pairs) == [(0, 1, 0.6), (0, 2, -0.3), (1, 0, 0.6), (1, 2, -0.3), (2, 0, -0.3), (2, 1, -0.3)]


def test_a_later_line_overrides_what_it_names_and_leaves_the_rest() -> None:
    lines = [
        {"from": "blues", "to": "blues", "affinity": 0.6, "importance": 0.9},
        {"from": "ann", "to": "bob", "affinity": -1},
    ]
    level = load(small(ties=lines))
    ties = build_ties(level, build_people(level))
    assert (ties.affinity[tie(ties, 0, 1)], ties.importance[tie(ties, 0, 1)]) == (-1, 0.9)
    assert (ties.affinity[tie(ties, 1, 0)], ties.importance[tie(ties, 1, 0)]) == (0.6, 0.9)


def test_anchors_start_at_their_values_and_personhood_follows_the_cues() -> None:
    level = small()
    level["people"][1]["cues"] = {"mask": True}
    ties = build_ties(load(level), build_people(load(level)))
    assert np.array_equal(ties.affinity, ties.affinity_anchor)
    assert ties.personhood[tie(ties, 0, 1)] == pytest.approx(0.65)
    assert ties.personhood[tie(ties, 1, 0)] == 1
