"""Feel: rewards add up, bodies and company count, faces show it. T2, T6, T29."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.feel import feel, summed
from sandbox.engine.ranges import outside
from sandbox.engine.tick import tick
from sandbox.engine.vocabulary import STREAMS, TIE_STREAMS
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

BODY, COMPANY, PRIDE, PLAY, WORRY = (STREAMS.index(name) for name in ("body", "company", "pride", "play", "worry"))
OWN = range(len(TIE_STREAMS), len(STREAMS))
"""Streams that come from nobody in particular."""


@given(crowds(off=True, walls=True), st.integers(1, 3))
@settings(max_examples=25)
def test_every_reward_is_the_sum_of_its_streams_and_each_stream_of_the_people_it_comes_from(
    some: World, ticks: int
) -> None:
    for _ in range(ticks):
        some = tick(some)
    people, ties = some.people, some.ties
    from_others = np.zeros((len(people), len(TIE_STREAMS)))
    for row, observer in enumerate(ties.observer):
        from_others[observer] += ties.streams[:, row]
    assert people.reward[:, : len(TIE_STREAMS)] == pytest.approx(from_others * people.sentience[:, None])
    whole = from_others.sum(axis=1) * people.sentience + sum(people.reward[:, row] for row in OWN)
    assert summed(people.reward.T) == pytest.approx(whole)


@given(crowds(off=True, walls=True), st.integers(1, 3))
@settings(max_examples=25)
def test_every_column_stays_a_number_within_its_bounds(some: World, ticks: int) -> None:
    for _ in range(ticks):
        some = tick(some)
    assert outside(some) == []


@pytest.mark.parametrize(
    ("switch", "tie"),
    [
        ("sympathy", {"affinity": 0.8, "believed": -0.8}),
        ("schadenfreude", {"affinity": -0.8, "believed": -0.8}),
        ("approval", {"affinity": 0.8, "noticed": 1.0, "regard": -0.8}),
        ("provocation", {"affinity": -0.8, "noticed": 1.0, "regard": -0.8}),
        ("love", {"love": 0.8}),
        ("fear", {"fear": 0.8}),
        ("envy", {"affinity": 0.8}),
    ],
)
def test_each_drive_can_be_switched_off_alone(switch: str, tie: dict[str, float]) -> None:
    sight = {"attention": 0.5, "nearness": 0.5} | tie
    people = {"x": [5, 7], "provocation": 0.5, "standing": [0.0, 0.8], "field": 0}
    on = feel(world(people, {(0, 1): sight})).people.reward[0, : len(TIE_STREAMS)]
    off = feel(world(people, {(0, 1): sight}, off=[switch])).people.reward[0, : len(TIE_STREAMS)]
    assert TIE_STREAMS.index(switch) in np.flatnonzero(on)
    assert off[TIE_STREAMS.index(switch)] == 0
    others = np.delete(on, TIE_STREAMS.index(switch))
    assert others.tolist() == np.delete(off, TIE_STREAMS.index(switch)).tolist()


@pytest.mark.parametrize(
    ("stream", "switch", "people", "sign"),
    [
        (PRIDE, "imagined_audience", {"esteem": 0.8}, 1),
        (PRIDE, "imagined_audience", {"esteem": -0.8}, -1),
        (PRIDE, "approval", {"esteem": -0.8}, -1),
        (PLAY, "play", {"playing": 0.8}, 1),
        (WORRY, "anxiety", {"unease": 0.8}, -1),
    ],
)
def test_pride_shame_play_and_worry_are_felt_alone_and_can_be_switched_off(
    stream: int, switch: str, people: dict[str, float], sign: int
) -> None:
    on = feel(world({"x": [5.0], "playfulness": 0.5} | people)).people
    off = feel(world({"x": [5.0], "playfulness": 0.5} | people, off=[switch])).people
    assert np.sign(on.reward[0, stream]) == np.sign(on.emotion[0]) == sign
    assert off.reward[0, stream] == off.emotion[0] == 0


def test_worry_is_quiet_while_something_explains_it() -> None:
    sight = {"attention": 0.5, "believed": -0.8}
    known = feel(world({"x": [5.0, 7.0], "unease": 0.8}, {(0, 1): sight})).people.reward[:, WORRY]
    assert known[1] < known[0] <= 0


def test_the_anxious_become_uneasy_and_the_calm_do_not() -> None:
    some = world({"x": [5.0, 9.0], "anxiety": [0.8, 0.0]})
    for _ in range(20):
        some = feel(some)
    assert some.people.unease[0] > 0 == some.people.unease[1]


@given(crowds(off=True), st.integers(1, 12))
@settings(max_examples=20)
def test_things_feel_nothing_and_do_nothing_whatever_is_done_to_them(some: World, ticks: int) -> None:
    """A doll has nobody in mind, so that it can neither feel nor choose (T16)."""
    for _ in range(ticks):
        some = tick(some)
    things = some.people.sentience == 0
    assert not some.people.reward[things].any()
    assert not some.people.felt[things].any()
    assert (some.people.option[things] == 0).all()
    assert not things[some.ties.observer].any()


def test_a_wounded_doll_shows_only_what_is_painted_on_it() -> None:
    people = feel(world({"x": [5.0, 9.0], "wound": 0.8, "sentience": 0.0, "pretence": [0.0, -0.6]})).people
    assert people.shown.tolist() == [0.0, -0.6]


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
    glad, sad = (world({"x": [5], "anxiety": 0.0} | body) for body in ({"treat": 1.0}, {"wound": 1.0}))
    for _ in range(10):
        glad, sad = feel(glad), feel(sad)
    assert 0 < glad.people.mood[0] < summed(glad.people.reward.T)[0]
    assert sad.people.mood[0] == pytest.approx(-glad.people.mood[0])
