"""Arousal: plain pain makes everybody matter for a while, and nothing of that stays. T11, T30."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.arousal import arouse, caring, moved
from sandbox.engine.near import Pairs
from sandbox.engine.table import replaced
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.world import World

ENEMY = {"affinity": -0.8, "personhood": 0.2, "importance": 0.2, "clarity": 0.95, "seen": 1.0, "attention": 0.5}
GATES = ("personhood", "importance", "affinity")
FIRST = np.array([0])


def sight(seconds: float = 1.0, *, off: tuple[str, ...] = (), shown: float = -0.95, **tie: float) -> World:
    """So many seconds in which somebody has an enemy in view."""
    people = {"x": [5.0, 6.0], "shown": [0.0, shown], "personlike": tie.pop("personlike", 1.0)}
    some = world(people, {(0, 1): ENEMY | tie}, off=off)
    for _ in range(round(seconds * 10)):
        some = arouse(some, Pairs.of(some.links, FIRST))
    return some


def gates(some: World) -> dict[str, float]:
    """What arousal makes of the one in view."""
    return {name: float(values[0]) for name, values in zip(GATES, moved(some, FIRST), strict=True)}


@pytest.mark.parametrize("gate", GATES)
def test_terrible_pain_makes_an_enemy_more_of_a_person_of_a_matter_and_of_a_friend(gate: str) -> None:
    assert gates(sight())[gate] > ENEMY[gate]
    assert getattr(sight().ties, gate)[0] == ENEMY[gate], "nothing of that is kept"


def test_without_breakthrough_pain_only_makes_them_matter_more() -> None:
    cold = gates(sight(off=("breakthrough",)))
    assert cold["importance"] > ENEMY["importance"]
    assert [cold["personhood"], cold["affinity"]] == [ENEMY["personhood"], ENEMY["affinity"]]


@pytest.mark.parametrize("dim", [{"shown": -0.1}, {"shown": 0.95}, {"seen": 0.0}, {"personlike": 0.1}])
def test_what_is_slight_only_heard_or_on_a_thing_arouses_nobody(dim: dict[str, float]) -> None:
    assert gates(sight(**dim)) == pytest.approx({gate: ENEMY[gate] for gate in GATES})


def test_the_worse_the_plainer_and_the_more_minded_it_is_the_more_is_at_stake() -> None:
    stakes = sight().ties.stakes[0]
    for less in ({"shown": -0.5}, {"clarity": 0.2}, {"attention": 0.05}, {"boredom": 0.9}):
        assert stakes > sight(**less).ties.stakes[0] > 0, less


def test_it_passes_in_some_seconds() -> None:
    some = sight()
    risen = some.ties.stakes[0]
    some = some.with_people(shown=np.zeros(2))
    for _ in range(100):
        some = arouse(some, Pairs.of(some.links, FIRST))
    assert some.ties.stakes[0] < risen / 10


def test_a_minute_later_there_is_none_and_nothing_left_to_work_out() -> None:
    some = sight().with_people(shown=np.zeros(2))
    for _ in range(600):
        some = arouse(some, Pairs.of(some.links, FIRST))
    assert some.ties.stakes[0] == 0
    assert arouse(some, Pairs.of(some.links, FIRST)) is some


def test_mercy_goes_only_so_far_and_takes_nothing_from_a_friend() -> None:
    long = sight(30.0)
    assert gates(long)["affinity"] <= long.params.mercy
    assert gates(sight(affinity=0.9))["affinity"] == 0.9


def test_whoever_hates_them_does_not_wish_them_ill_while_it_lasts() -> None:
    assert caring(sight(seconds=0.0), FIRST)[0] < caring(sight(), FIRST)[0]


@given(crowds(least=2))
@settings(max_examples=20)
def test_it_only_ever_raises_what_they_are_and_stays_within_bounds(some: World) -> None:
    after = arouse(replaced(some, off=frozenset()), some.perceived())
    assert ((after.ties.stakes >= 0) & (after.ties.stakes <= 1)).all()
    every = np.arange(len(after.ties))

    def as_is(name: str) -> Floats:
        column: Floats = getattr(after.ties, name)
        return column

    for name, values in zip(GATES, moved(after, every), strict=True):
        assert (values >= as_is(name)).all()
        assert (values <= 1).all()
