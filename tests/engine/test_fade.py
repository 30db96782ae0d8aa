"""Fade: what passes by itself, and what is picked up slowly. T18, T21, T27, T29, T31."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine import cadence
from sandbox.engine.fade import fade
from sandbox.engine.ranges import outside
from sandbox.engine.table import replaced
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

SEEN = {"seen": 1.0, "clarity": 1.0, "attention": 0.5}


def seconds(some: World, count: int) -> World:
    for _ in range(count):
        some = fade(some)
    return some


@pytest.mark.parametrize("column", ["standing", "esteem"])
def test_triumphs_and_pride_pass(column: str) -> None:
    after = seconds(world({"x": [5.0], column: 0.8}), 10).people
    assert 0 < getattr(after, column)[0] < 0.8


def test_shame_passes_as_pride_does() -> None:
    proud, ashamed = (seconds(world({"x": [5.0], "esteem": esteem}), 5).people.esteem[0] for esteem in (0.8, -0.8))
    assert ashamed == -proud


@pytest.mark.parametrize("column", ["asked", "told", "fear"])
def test_begging_telling_and_fear_are_forgotten(column: str) -> None:
    ties = seconds(world({"x": [5.0, 6.0]}, {(0, 1): {column: 0.8}}), 10).ties
    assert 0 <= getattr(ties, column)[0] < 0.8


@pytest.mark.parametrize("column", ["asked", "told", "fear"])
def test_what_is_next_to_nothing_of_them_is_over(column: str) -> None:
    ties = seconds(world({"x": [5.0, 6.0]}, {(0, 1): {column: 0.001}}), 1).ties
    assert getattr(ties, column)[0] == 0


def test_a_false_face_costs_trust_with_the_keen_while_it_is_not_meant_for_them() -> None:
    def trust(pretence: float = -0.6, gaze: int = -1, keen: float = 0.9, **columns: object) -> float:
        people = {"x": [5.0, 6.0], "pretence": [0.0, pretence], "gaze": [1, gaze], "social_attention": keen} | columns
        return float(seconds(world(people, {(0, 1): SEEN}), 5).ties.trust[0])

    assert trust() < 1
    assert trust(pretence=0.6) == trust()
    assert trust(gaze=0) == trust(keen=0.0) == trust(pretence=0.0) == 1
    assert trust(sentience=[1.0, 0.0]) == 1


def test_romping_makes_tired_and_a_rest_fresh() -> None:
    some = seconds(world({"x": [5.0, 7.0], "playing": [0.8, 0.0], "tired": [0.0, 0.5]}), 5).people
    assert some.tired[0] > 0
    assert 0 < some.tired[1] < 0.5


def test_trust_comes_back() -> None:
    assert 0.3 < seconds(world({"x": [5.0, 6.0]}, {(0, 1): {"trust": 0.3}}), 10).ties.trust[0] < 1


def test_tastes_are_read_off_reactions_by_those_who_look_and_attend() -> None:
    def guess(treat: float = 0.4, keen: float = 0.9, **tie: float) -> float:
        people = {"x": [5.0, 6.0], "treat": [0.0, treat], "company": [0.8, -0.8], "social_attention": keen}
        return float(seconds(world(people, {(0, 1): SEEN | {"guess": 0.5} | tie}), 8).ties.guess[0])

    assert -0.8 < guess() < 0.5
    assert guess() == guess(treat=-0.4)
    assert guess() < guess(keen=0.3) < guess(keen=0.0) == 0.5
    assert guess(treat=0.0) == guess(attention=0.0) == guess(seen=0.0) == 0.5


def test_whoever_is_admired_comes_to_matter_more() -> None:
    some = seconds(world({"x": [5.0, 6.0]}, {(0, 1): {"credit": 0.8}, (1, 0): {}}), 5)
    assert some.ties.importance_anchor[0] > 0.5 == some.ties.importance_anchor[1]


def test_it_is_looked_at_once_a_second() -> None:
    some = world({"x": [5.0], "standing": 0.8})
    between = replaced(some, tick=1)
    assert fade(between) is between
    assert fade(replaced(some, tick=cadence.EVERY)).people.standing[0] < 0.8


@given(crowds(), st.integers(1, 30))
@settings(max_examples=15)
def test_everything_stays_within_bounds(some: World, count: int) -> None:
    assert outside(seconds(replaced(some, tick=0), count)) == []
