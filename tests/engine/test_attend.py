"""Attend: thoughts compete for one mind, and the eyes follow. T4, T8, T14, T15."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.attend import attend
from sandbox.engine.links import total
from sandbox.engine.mind import Mind
from sandbox.engine.options import INDEX
from sandbox.engine.params import Parameters
from sandbox.engine.people import NOBODY
from tests.engine.strategies import crowds, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

PLACES = {"x": [5.0, 8.0, 8.0], "y": [5.0, 3.0, 7.0], "look_x": 1.0, "look_y": 0.0}
STARING = {"glance_pull": 0.0}
"""No idle glances."""
IN_VIEW = {"clarity": 0.8, "seen": 1.0, "affinity": 0.5}


def share_of_first(people: dict[str, object] | None = None, off: tuple[str, ...] = (), **tie: float) -> float:
    """How much of a mind the first of two people in view takes in the end."""
    some = world(
        PLACES | (people or {}), {(0, 1): IN_VIEW | tie, (0, 2): IN_VIEW}, off=off, averted_time=600.0, **STARING
    )
    for _ in range(30):
        some = attend(some)
    return float(some.ties.attention[0])


@given(crowds(off=True))
@settings(max_examples=30)
def test_a_mind_shares_out_no_more_than_all_of_its_attention(some: World) -> None:
    for _ in range(3):
        some = attend(some)
    assert (some.ties.attention >= 0).all()
    assert (total(some.ties.attention, some.ties.observer, len(some.people)) <= 1 + 1e-12).all()


def test_suffering_importance_and_surprise_draw_the_mind() -> None:
    plain = share_of_first()
    assert share_of_first(believed=-0.8) > plain
    assert share_of_first(believed=-0.8, importance=0.9) > share_of_first(believed=-0.8, importance=0.2)
    assert share_of_first({"shown": [0.0, -0.9, 0.0]}) > plain
    assert share_of_first(noticed=1.0) > plain


def test_a_cry_draws_the_mind_by_its_loudness_however_faint_it_comes_through_a_wall() -> None:
    behind_a_wall = {"clarity": 0.05, "seen": 0.0}
    quiet, loud = ({"shown": [0.0, shown, 0.0]} for shown in (-0.3, -0.9))
    assert share_of_first(loud, **behind_a_wall) > share_of_first(quiet, **behind_a_wall) > 0.3
    assert share_of_first(loud, **behind_a_wall) > share_of_first(loud, clarity=0.05, seen=1.0)
    enemy = share_of_first(loud, **behind_a_wall | {"affinity": -0.8})
    assert enemy < share_of_first(loud, **behind_a_wall)


@pytest.mark.parametrize("bond", ["love", "fear", "asked"])
def test_somebody_loved_feared_or_begging_draws_the_mind(bond: str) -> None:
    assert share_of_first(**{bond: 0.9}) > share_of_first()
    if bond != "asked":
        assert share_of_first(off=(bond,), **{bond: 0.9}) == pytest.approx(share_of_first())


def test_the_loved_are_thought_of_while_they_are_away_and_the_feared_are_not() -> None:
    absent = {"clarity": 0.0, "seen": 0.0}
    assert share_of_first(love=0.9, **absent) > share_of_first(**absent)
    assert share_of_first(fear=0.9, **absent) == share_of_first(**absent)


def dwelling(off: tuple[str, ...] = (), **tie: float) -> tuple[float, float]:
    """How much of a mind two others take in the end, the first of whom is dwelt on."""
    at_it = {"option": [INDEX["dwell"], 0, 0], "option_on": [1, NOBODY, NOBODY]}
    some = world(PLACES | at_it, {(0, 1): IN_VIEW | tie, (0, 2): IN_VIEW}, off=off, **STARING | {"boredom": 0.0})
    for _ in range(30):
        some = attend(some)
    return float(some.ties.attention[0]), float(some.ties.attention[1])


def test_who_dwells_on_somebody_holds_as_much_of_all_other_thought_as_they_imagine() -> None:
    plain = share_of_first(boredom=0.0)
    held, _ = dwelling()
    push = Parameters().dwell_push
    assert held == pytest.approx(plain + push * (1 - plain), abs=0.03)
    mind = Mind(world(PLACES, {(0, 1): IN_VIEW | {"attention": plain}}), np.array([0]), np.array([0]))
    assert float((mind.drawn + mind.hold * (1 - mind.drawn))[0]) == pytest.approx(plain + push * (1 - plain))


def test_the_unseen_are_dwelt_on_by_who_imagines_and_a_stale_thought_holds_less() -> None:
    absent = {"clarity": 0.0, "seen": 0.0, "believed": 0.4}
    assert dwelling(**absent)[0] > 0.5 > dwelling(("imagination",), **absent)[0]
    fresh, stale = (
        Mind(world(PLACES, {(0, 1): IN_VIEW | {"boredom": boredom}}), np.array([0]), np.array([0])).hold[0]
        for boredom in (0.0, 1.0)
    )
    assert stale < fresh


def test_love_undoes_looking_away() -> None:
    away = {"believed": -0.5, "averted": 0.8}
    gain = share_of_first(love=0.5, **away) - share_of_first(off=("love",), love=0.5, **away)
    open_ = {"believed": -0.5}
    assert gain > share_of_first(love=0.5, **open_) - share_of_first(off=("love",), love=0.5, **open_)


def test_a_look_kept_away_and_learned_avoidance_lower_attention() -> None:
    plain = share_of_first(believed=-0.5)
    assert share_of_first(believed=-0.5, averted=0.8) < plain
    assert share_of_first(believed=-0.5, avoidance=1.0) < plain


def test_worry_draws_the_anxious_and_undoes_looking_away_unless_it_is_switched_off() -> None:
    anxious = {"anxiety": 1.0}
    for tie in ({"believed": -0.5}, {"believed": -0.5, "averted": 0.8}):
        calm = share_of_first({"anxiety": 0.0}, **tie)
        assert share_of_first(anxious, **tie) > calm
        assert share_of_first(anxious, ("anxiety",), **tie) == pytest.approx(calm)


def test_somebody_absent_is_still_thought_of_unless_imagination_is_off() -> None:
    absent = {"clarity": 0.0, "seen": 0.0, "believed": -0.8, "attention": 0.4}
    assert share_of_first(**absent) > 0.1
    assert share_of_first(off=("imagination",), **absent) < 1e-3
    assert share_of_first(off=("imagination",), believed=-0.8) == share_of_first(believed=-0.8) > 0.1


def test_a_thought_goes_stale_and_is_fresh_again_after_a_rest() -> None:
    assert share_of_first(believed=-0.5, boredom=0.9) < share_of_first(believed=-0.5)
    some = world(PLACES, {(0, 1): IN_VIEW | {"believed": -0.5}}, **STARING)
    for _ in range(60):
        some = attend(some)
    tired = some.ties.boredom[0]
    assert 0 < tired <= some.ties.attention[0]
    some = some.with_ties(clarity=np.zeros(1), importance=np.zeros(1))
    for _ in range(60):
        some = attend(some)
    assert some.ties.boredom[0] < tired


def test_now_and_then_an_idle_eye_falls_on_somebody_in_view_but_never_while_she_works() -> None:
    ties = {(0, 1): IN_VIEW | {"attention": 0.1}, (0, 2): IN_VIEW | {"attention": 0.1}}

    def glances(effort: float) -> list[float]:
        with_glance, without = (
            attend(world(PLACES | {"effort": effort}, ties, glance_pull=pull)) for pull in (0.3, 0.0)
        )
        return (with_glance.ties.attention - without.ties.attention).tolist()

    assert max(glances(0.0)) > 0.2
    assert glances(0.5) == [0, 0]


def test_something_else_always_takes_its_part() -> None:
    alone = world(PLACES, {(0, 1): IN_VIEW}, elsewhere=0.5, **STARING)
    busy = world(PLACES, {(0, 1): IN_VIEW}, elsewhere=5.0, **STARING)
    for _ in range(30):
        alone, busy = attend(alone), attend(busy)
    assert 0 < busy.ties.attention[0] < alone.ties.attention[0] < 1


def test_the_eyes_go_to_the_strongest_thought_in_view_and_never_to_somebody_unseen() -> None:
    ties = {(0, 1): IN_VIEW | {"attention": 0.2}, (0, 2): IN_VIEW | {"attention": 0.6}}
    assert attend(world(PLACES, ties, **STARING)).people.gaze[0] == 2
    unseen = ties | {(0, 2): {"clarity": 0.0, "attention": 0.6}}
    some = attend(world(PLACES, unseen, **STARING)).people
    assert some.gaze[0] == 1
    assert (some.look_x[0], some.look_y[0]) == pytest.approx((3 / 13**0.5, -2 / 13**0.5))


def test_eyes_that_avoid_somebody_turn_away_from_her() -> None:
    people = attend(world(PLACES, {(0, 1): IN_VIEW | {"attention": 0.6, "averted": 0.8}}, **STARING)).people
    assert (people.gaze[0], people.avoiding[0]) == (NOBODY, 1)
    assert (people.look_x[0], people.look_y[0]) == pytest.approx((-3 / 13**0.5, 2 / 13**0.5))


@given(crowds(off=True))
@settings(max_examples=40)
def test_nobody_looks_at_the_one_she_avoids_nor_at_somebody_she_cannot_perceive(some: World) -> None:
    some = attend(some.with_ties(clarity=np.where(some.ties.hope > 0.5, 0.7, 0.0)))
    people = some.people
    looking = np.flatnonzero(people.gaze != NOBODY)
    rows = some.links.rows(looking, people.gaze[looking])
    assert (some.ties.clarity[rows] > 0).all()
    assert (people.gaze[looking] != people.avoiding[looking]).all()
    assert np.allclose(people.look_x**2 + people.look_y**2, 1)
