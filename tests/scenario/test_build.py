"""Tests of the columns that a level becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.options import INDEX
from sandbox.engine.params import Parameters
from sandbox.engine.vocabulary import BEINGS, CUES
from sandbox.scenario.build import ALL_KNOWN, LOOKS, build_people, build_ties
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


def test_cues_and_being_say_how_much_of_a_person_somebody_looks() -> None:
    level = small()
    level["people"] += [
        {"id": "dee", "name": "Dee", "x": 1, "y": 1, "cues": {"mask": True}},
        {"id": "teddy", "name": "Teddy", "x": 2, "y": 1, "being": "doll"},
    ]
    people = build_people(load(level))
    assert people.cues[3].tolist() == [cue in {"face", "voice", "name", "mask"} for cue in CUES]
    assert people.personlike[3] < people.personlike[0]
    assert people.personlike[4] < people.personlike[0]
    assert people.sentience.tolist() == [1, 1, 1, 1, 0]
    assert [BEINGS[being] for being in people.looks[:, 0]] == ["person"] * 4 + ["doll"]


def test_looks_and_fields_are_numbered_with_nothing_distinctive_first() -> None:
    level = small()
    level["people"][0] |= {"look": {"hat": "bow", "colour": "pink"}, "field": "baking"}
    level["people"][1] |= {"look": {"pattern": "dots"}, "field": "chess"}
    people = build_people(load(level))
    assert (people.looks[0] > 0).tolist() == [False, True, False, True]
    assert LOOKS[1][people.looks[0, 1]] == "bow"
    assert not people.looks[2].any()
    assert people.field.tolist() == [0, 1, -1]


def test_a_group_hands_its_norms_to_its_members() -> None:
    level = load(small(groups=[{"id": "blues", "norms": {"help": 0.5, "taunt": -1}}, {"id": "reds"}]))
    people = build_people(level)
    for member in (0, 1):
        assert (people.norms[member, INDEX["help"]], people.norms[member, INDEX["taunt"]]) == (0.5, -1)
        assert np.count_nonzero(people.norms[member]) == 2
    assert not people.norms[2].any()
    assert people.group.tolist() == [0, 0, -1]


def test_a_group_without_members_may_be_named() -> None:
    level = load(small(groups=[{"id": "reds"}], ties=[{"from": "reds", "to": "blues", "affinity": -1, "mutual": True}]))
    assert (build_ties(level, build_people(level)).affinity == Parameters().fellowship).all()


def test_errands_and_bags_are_carried_and_whoever_has_none_is_there_already() -> None:
    level = small()
    level["people"][1] |= {"errand": {"to": "well"}, "bag": {"doses": 2, "drops": 1}}
    level["people"][2] |= {"errand": {"to": "well", "detour": "gate"}}
    level["map"]["places"].append({"id": "gate", "x": 4, "y": 9})
    people = build_people(load(level))
    assert people.errand.tolist() == [0, 1, 1]
    assert (people.errand_x.tolist(), people.errand_y.tolist()) == ([10, 10, 10], [5, 5, 5])
    assert (people.detour_x.tolist(), people.detour_y.tolist()) == ([10, 10, 4], [5, 5, 9])
    assert (people.doses.tolist(), people.drops.tolist()) == ([0, 2, 0], [0, 1, 0])


def test_an_errand_may_weigh_something_by_a_time_to_a_person_or_off_the_map_and_somebody_may_not_be_there() -> None:
    level = small()
    level["people"][0] |= {"errand": {"to": "bob", "weight": 0.5}}
    level["people"][1] |= {"errand": {"to": "well", "weight": 1, "by": 20, "leave": True}, "present": False}
    people = build_people(load(level))
    assert people.errand_to.tolist() == [1, -1, -1]
    assert (people.errand_x[0], people.errand_y[0]) == (people.x[1], people.y[1])
    assert people.errand_weight.tolist() == [0.5, 1, 0]
    assert (people.errand_by.tolist(), people.errand_out.tolist()) == ([0, 20, 0], [0, 1, 0])
    assert people.present.tolist() == [1, 0, 1]


def test_traits_and_bodies_are_as_the_level_says() -> None:
    level = small()
    level["people"][1] |= {
        "traits": {"envy": 0.9, "playfulness": 0.8, "social_attention": 0.1},
        "body": {"illness": 0.4, "pretence": -0.5},
        "tastes": {"company": -0.5},
    }
    people = build_people(load(level))
    assert (people.envy[1], people.playfulness[1], people.social_attention[1]) == (0.9, 0.8, 0.1)
    assert (people.illness[1], people.pretence[1], people.company[1]) == (0.4, -0.5, -0.5)


def test_love_fear_and_trust_are_as_a_line_says_and_else_none_none_and_full() -> None:
    level = load(small(ties=[{"from": "ann", "to": "bob", "love": 0.9, "fear": 0.2, "trust": 0.4}]))
    ties = build_ties(level, build_people(level))
    row, other = tie(ties, 0, 1), tie(ties, 0, 2)
    assert (ties.love[row], ties.fear[row], ties.trust[row]) == (0.9, 0.2, 0.4)
    assert (ties.love[other], ties.fear[other], ties.trust[other]) == (0, 0, 1)


def test_everybody_takes_others_for_her_own_kind_at_first_unless_that_is_switched_off() -> None:
    level = small()
    level["people"][0] |= {"tastes": {"company": -0.8}, "traits": {"social_attention": 0}}
    people = build_people(load(level))
    assert build_ties(load(level), people).guess[:2].tolist() == [-0.8, -0.8]
    assert not build_ties(load(level), people, off=frozenset({"typical_mind"})).guess.any()


def test_things_have_no_ties_but_others_have_ties_to_them() -> None:
    level = small(ties=[{"from": "blues", "to": "blues", "mutual": True, "affinity": 0.6}])
    level["people"].append({"id": "teddy", "name": "Teddy", "x": 1, "y": 1, "being": "doll", "group": "blues"})
    ties = build_ties(load(level), build_people(load(level)))
    assert 3 not in ties.observer
    assert ties.affinity[tie(ties, 0, 3)] == 0.6
    assert len(ties) == 9


def test_unnamed_pairs_of_a_small_level_are_strangers() -> None:
    level = load(small())
    ties = build_ties(level, build_people(level))
    assert len(ties) == 6
    stranger = tie(ties, 2, 0)
    assert ties.affinity[stranger] == ties.affinity_anchor[stranger] == Parameters().fellowship
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
    people = build_people(load(level))
    ties = build_ties(load(level), people)
    assert np.array_equal(ties.affinity, ties.affinity_anchor)
    assert ties.personhood[tie(ties, 0, 1)] == people.personlike[1] < people.personlike[0]
    assert ties.personhood[tie(ties, 1, 0)] == people.personlike[0]


def test_a_place_behind_thousands_of_walls_is_found_full_soon() -> None:
    box = [(9, 4, 11, 4), (11, 4, 11, 6), (11, 6, 9, 6), (9, 6, 9, 4)]
    walls = [dict(zip(("x1", "y1", "x2", "y2"), wall, strict=True)) for wall in box * 800]
    places = [{"id": f"w{index}", "x": 10, "y": 5} for index in range(10)]
    people = [{"id": f"p{index}", "name": "P", "place": f"w{index}"} for index in range(10)]
    ground = {"width": 20, "height": 10, "places": places, "walls": walls}
    built = build_people(load(small(map=ground, people=people, ties=[], happenings=[])))
    assert (np.hypot(built.x - 10, built.y - 5) < 2**0.5).all()
