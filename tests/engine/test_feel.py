"""Feel: rewards add up, bodies and company count, faces show it. T2, T6, T29."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.feel import feel, summed
from sandbox.engine.tick import tick
from sandbox.engine.vocabulary import CIRCUIT_STREAMS, STREAMS
from sandbox.lab.ranges import outside
from tests.engine.strategies import crowds, frozen, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

BODY, COMPANY = STREAMS.index("body"), STREAMS.index("company")


@given(crowds(off=True, walls=True), st.integers(1, 3))
@settings(max_examples=25)
def test_every_reward_is_the_sum_of_its_streams_and_each_stream_of_the_people_it_comes_from(
    some: World, ticks: int
) -> None:
    for _ in range(ticks):
        some = tick(some)
    people, ties = some.people, some.ties
    from_others = np.zeros((len(people), len(CIRCUIT_STREAMS)))
    for row, observer in enumerate(ties.observer):
        from_others[observer] += ties.streams[:, row]
    assert people.reward[:, : len(CIRCUIT_STREAMS)] == pytest.approx(from_others)
    whole = from_others.sum(axis=1) + people.reward[:, BODY] + people.reward[:, COMPANY]
    assert summed(people.reward) == pytest.approx(whole)


@given(crowds(off=True, walls=True), st.integers(1, 3))
@settings(max_examples=25)
def test_every_column_stays_a_number_within_its_bounds(some: World, ticks: int) -> None:
    for _ in range(ticks):
        some = tick(frozen(some))
    assert outside(some) == []


@pytest.mark.parametrize(
    ("switch", "affinity", "noticed", "column"),
    [
        ("sympathy", 0.8, 0.0, "believed"),
        ("schadenfreude", -0.8, 0.0, "believed"),
        ("approval", 0.8, 1.0, "regard"),
        ("provocation", -0.8, 1.0, "regard"),
    ],
)
def test_each_drive_can_be_switched_off_alone(switch: str, affinity: float, noticed: float, column: str) -> None:
    sight = {"affinity": affinity, "noticed": noticed, column: -0.8, "attention": 0.5}
    people = {"x": [5, 7], "provocation": 0.5}
    on = feel(world(people, {(0, 1): sight})).people.reward[0, :4]
    off = feel(world(people, {(0, 1): sight}, off=[switch])).people.reward[0, :4]
    assert on.any()
    assert np.flatnonzero(on).tolist() == [CIRCUIT_STREAMS.index(switch)]
    assert not off.any()


def test_a_wound_hurts_and_a_cake_pleases_without_anybody_around() -> None:
    hurt, well, fed = (
        feel(world({"x": [5], "wound": wound, "treat": treat})) for wound, treat in ((0.8, 0.0), (0.0, 0.0), (0.0, 0.8))
    )
    assert hurt.people.reward[0, BODY] < well.people.reward[0, BODY] == 0 < fed.people.reward[0, BODY]
    assert hurt.people.felt[0] < 0 < fed.people.felt[0]
    assert not hurt.people.reward[0, :4].any()


def test_the_lonely_enjoy_company_most_and_loners_do_not() -> None:
    friend = {(0, 1): {"affinity": 0.8, "attention": 0.5, "seen": 1.0}}

    def enjoys(**traits: float) -> float:
        return float(feel(world({"x": [5, 7]} | traits, friend)).people.reward[0, COMPANY])

    assert enjoys(company=0.5, loneliness=1.0) > enjoys(company=0.5, loneliness=0.2) > 0
    assert enjoys(company=-0.5) < 0
    assert not feel(world({"x": [5, 7]}, friend, off=["company"])).people.reward[0, COMPANY]


def test_company_sates_and_being_alone_makes_lonely() -> None:
    friend = {(0, 1): {"affinity": 1.0, "attention": 1.0, "seen": 1.0}}
    together, alone = world({"x": [5, 7]}, friend), world({"x": [5, 7]})
    for _ in range(20):
        together, alone = feel(together), feel(alone)
    assert together.people.loneliness[0] < 0.5 < alone.people.loneliness[0] < 1


def test_a_face_shows_no_more_than_its_owner_lets_it() -> None:
    people = feel(world({"x": [5, 9, 13], "wound": 0.8, "expressiveness": [1.0, 0.5, 0.0]})).people
    assert people.shown.tolist() == pytest.approx([-0.8, -0.4, 0.0])
    assert people.felt.tolist() == pytest.approx([-0.8] * 3)


def test_mood_follows_reward_slowly_up_and_down() -> None:
    glad, sad = world({"x": [5], "treat": 1.0}), world({"x": [5], "wound": 1.0})
    for _ in range(10):
        glad, sad = feel(glad), feel(sad)
    assert 0 < glad.people.mood[0] < summed(glad.people.reward)[0]
    assert sad.people.mood[0] == pytest.approx(-glad.people.mood[0])
