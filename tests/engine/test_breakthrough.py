"""Breakthrough: a very vivid pain makes a fellow being of anybody. T30."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.breakthrough import break_through
from sandbox.engine.table import replaced
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

ENEMY = {"affinity": -0.8, "personhood": 0.2, "importance": 0.2, "clarity": 0.95, "seen": 1.0, "attention": 0.5}
GATES = ("personhood", "importance", "affinity")


def sight(*, off: tuple[str, ...] = (), shown: float = -0.95, personlike: float = 1.0, **tie: float) -> World:
    """A second in which somebody has an enemy in view."""
    people = {"x": [5.0, 6.0], "shown": [0.0, shown], "personlike": personlike}
    some = world(people, {(0, 1): ENEMY | tie}, off=off, breakthrough_line=0.45, mercy=0.3)
    for _ in range(10):
        some = break_through(some, np.array([0]))
    return some


@pytest.mark.parametrize("gate", GATES)
def test_vivid_pain_makes_an_enemy_more_of_a_person_of_a_matter_and_of_a_friend(gate: str) -> None:
    assert getattr(sight().ties, gate)[0] > ENEMY[gate]
    assert getattr(sight(off=("breakthrough",)).ties, gate)[0] == ENEMY[gate]


@pytest.mark.parametrize(
    "dim", [{"shown": -0.2}, {"shown": 0.95}, {"clarity": 0.2}, {"seen": 0.0}, {"personlike": 0.1}]
)
def test_what_is_slight_far_off_only_heard_or_on_a_thing_breaks_through_nothing(dim: dict[str, float]) -> None:
    some = sight(**dim)
    assert [float(getattr(some.ties, gate)[0]) for gate in GATES] == [ENEMY[gate] for gate in GATES]


def test_the_plainer_and_the_more_minded_it_is_the_more_it_does() -> None:
    assert sight().ties.personhood[0] > sight(attention=0.05).ties.personhood[0]
    assert sight().ties.personhood[0] > sight(shown=-0.7).ties.personhood[0]


def test_mercy_goes_only_so_far_and_takes_nothing_from_a_friend() -> None:
    some = sight()
    for _ in range(3000):
        some = break_through(some, np.array([0]))
    assert some.ties.affinity[0] <= some.params.mercy
    assert sight(affinity=0.9).ties.affinity[0] == 0.9


@given(crowds(least=2))
@settings(max_examples=20)
def test_it_only_ever_raises_and_stays_within_bounds(some: World) -> None:
    perceived = some.ties.clarity.nonzero()[0]
    after = break_through(replaced(some, off=frozenset()), perceived)
    for gate in GATES:
        values = getattr(after.ties, gate)
        assert (values >= getattr(some.ties, gate)).all()
        assert (values <= 1).all()
