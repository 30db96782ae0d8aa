"""Errands: what one is busy with calls one away, takes part of the mind, and may lead off the map. T8, T13, T25."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.attend import attend
from sandbox.engine.errands import departing, hurry, under_way
from sandbox.engine.frozen import replace
from sandbox.engine.happen import check
from sandbox.engine.happenings.happening import EDGES, Event, Impossible
from sandbox.engine.imagine import TERMS, imagine, possible
from sandbox.engine.mind import Mind
from sandbox.engine.options import INDEX, OPTIONS
from sandbox.engine.people import NOBODY, People
from sandbox.engine.ranges import outside
from sandbox.engine.stack import Stack
from sandbox.engine.table import columns, replaced
from sandbox.engine.tick import tick
from tests.engine.strategies import crowds, ground, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

ANN, BOB, CY = range(3)
TRIO = {"x": [5.0, 7.0, 15.0], "y": [5.0, 5.0, 9.0], "home_x": [5.0, 7.0, 15.0], "home_y": [5.0, 5.0, 9.0]}
SAD = {"believed": -0.8, "believed_anchor": -0.8, "clarity": 0.8, "seen": 1.0, "attention": 0.5}
FRIEND = SAD | {"affinity": 0.8, "importance": 0.8, "affinity_anchor": 0.8, "importance_anchor": 0.8}
AWAY = {"errand": [1, 0, 0], "errand_x": 18.0, "errand_y": 5.0, "detour_x": 18.0, "detour_y": 5.0}
FREE = {option.name for option in OPTIONS if option.free_feet or option.inner}


def busy(weight: float, by: float = 0.0, **more: object) -> World:
    """Ann has a suffering friend in mind, and somewhere to be."""
    errand = AWAY | {"errand_weight": [weight, 0, 0], "errand_by": [by, 0, 0]}
    return world(TRIO | errand | more, {(ANN, BOB): FRIEND})


def costs(some: World) -> dict[str, float]:
    """What each option costs Ann by keeping her from her errand."""
    terms = imagine(Mind(some, np.array([ANN]), np.array([0])), np.arange(len(OPTIONS)))
    return {option.name: float(terms[TERMS.index("errand"), row, 0]) for row, option in enumerate(OPTIONS)}


def played(some: World, ticks: int, *events: Event) -> World:
    some = tick(some, events)
    for _ in range(ticks - 1):
        some = tick(some)
    return some


def test_an_errand_that_weighs_nothing_costs_nothing_and_takes_no_part_of_the_mind() -> None:
    assert set(costs(busy(0.0, by=1.0)).values()) == {0}
    plain = world(TRIO, {(ANN, BOB): FRIEND})
    assert attend(busy(0.0, by=1.0)).ties.attention.tolist() == attend(plain).ties.attention.tolist()


def test_whatever_holds_the_feet_costs_by_its_weight_and_its_delay_and_nothing_else_does() -> None:
    light, heavy = costs(busy(0.4)), costs(busy(0.8))
    assert {name for name, cost in heavy.items() if not cost} == FREE
    assert all(0 > heavy[name] == pytest.approx(2 * light[name]) for name in heavy.keys() - FREE)
    assert costs(busy(0.8))["comfort"] > costs(busy(0.8))["play"]
    far = busy(0.8, x=[5.0, 13.0, 15.0])
    assert costs(far)["comfort"] < heavy["comfort"]


def test_the_later_it_is_the_more_it_costs() -> None:
    spare, soon, late = (costs(busy(0.8, by=by))["help"] for by in (500.0, 22.0, 1.0))
    assert costs(busy(0.8))["help"] == spare > soon > late
    assert late == pytest.approx(spare * (1 + busy(0.8).params.errand_lateness))


def test_nothing_keeps_one_from_an_errand_to_the_very_person() -> None:
    some = busy(0.8, errand_to=[BOB, NOBODY, NOBODY])
    assert set(costs(some).values()) == {0}


def test_a_weighty_errand_makes_the_helper_let_go_and_walk() -> None:
    hurt = TRIO | {"wound": [0, 0.9, 0], "competence": 0.05}
    some = world(hurt, {(ANN, BOB): FRIEND | {"love": 0.5}}, errand_gain=0.3)
    helping = played(some, 20)
    assert OPTIONS[helping.people.option[ANN]].answers_need
    called = played(helping, 40, Event("go", ANN, spot=(18.0, 5.0), amount=1.0, until=2.0))
    stays = played(helping, 40, Event("go", ANN, spot=(18.0, 5.0), amount=0.0))
    assert called.people.x[ANN] > 8
    assert under_way(called)[ANN]
    assert stays.people.x[ANN] < 8
    assert stays.people.errand[ANN] == 1


def test_whoever_is_pressed_notices_less_and_walks_faster() -> None:
    shares = [float(attend(busy(weight, by=by)).ties.attention[0]) for weight, by in ((0, 0), (0.8, 0), (0.8, 1))]
    assert shares[0] > shares[1] > shares[2] > 0
    calm, pressed = (played(busy(0.8, by=by, option=0), 20).people.x[ANN] for by in (0.0, 1.0))
    assert pressed - 5 > 1.5 * (calm - 5) > 0


def test_hurry_grows_from_nothing_to_all_within_the_horizon() -> None:
    some = busy(0.5, by=0.0)
    assert hurry(some, np.array([ANN, BOB])).tolist() == [0, 0]
    way = 13 / some.params.walk_speed
    half = busy(0.5, by=way + some.params.horizon / 2)
    assert hurry(half, np.array([ANN, BOB])) == pytest.approx([0.5, 0])


def test_whoever_goes_to_somebody_follows_them_and_is_at_home_where_they_met() -> None:
    some = played(world(TRIO, fellowship=0.0), 1, Event("go", ANN, to=CY))
    some = played(some, 120, Event("move", CY, x=9.0, y=3.0))
    people = some.people
    assert (people.errand[ANN], people.errand_to[ANN]) == (0, NOBODY)
    assert np.hypot(people.home_x[ANN] - 9, people.home_y[ANN] - 3) <= some.params.reach
    (arrived,) = (record for record in some.causes.since(0) if record.kind == "arrived")
    assert (arrived.who, arrived.whom, arrived.parents) == (ANN, NOBODY, (0,))


@pytest.mark.parametrize("edge", ["", *EDGES])
def test_whoever_leaves_walks_to_the_edge_and_is_seen_there_and_then_is_gone(edge: str) -> None:
    some = tick(
        world(TRIO | {"wound": [0, 0.8, 0]}, {(BOB, ANN): FRIEND}), [Event("leave", ANN, edge=edge, amount=1.0)]
    )
    step, seen = 0.0, False
    while some.people.present[ANN]:
        before, some = some.people, tick(some)
        step = max(step, float(np.hypot(some.people.x[ANN] - before.x[ANN], some.people.y[ANN] - before.y[ANN])))
        seen |= bool(departing(some)[ANN])
        assert some.tick < 300
    assert seen
    assert step < 0.4
    room = some.params.edge_room + some.params.reach / 4
    x, y = some.people.x[ANN], some.people.y[ANN]
    assert {"left": x, "right": 20 - x, "top": y, "bottom": 12 - y}[edge or "left"] <= room
    (left,) = (record for record in some.causes.since(0) if record.kind == "left")
    assert (left.who, some.causes[left.parents[0]].kind) == (ANN, "happened")


def test_the_nearest_edge_is_one_to_which_no_wall_bars_the_way() -> None:
    lawn = ground([(3.0, 0.0, 3.0, 12.0), (3.0, 3.0, 20.0, 3.0)])
    some = world(TRIO, lawn=lawn)
    assert tick(some, [Event("leave", ANN)]).people.errand_y[ANN] == pytest.approx(11.2)
    assert tick(some, [Event("leave", ANN, edge="left")]).people.errand_x[ANN] == pytest.approx(0.8)


def test_who_is_gone_is_not_seen_nor_acted_on_but_may_be_thought_of() -> None:
    ties = {(ANN, BOB): FRIEND | {"love": 0.8}}
    some = world(TRIO | {"wound": [0, 0.9, 0], "present": [1, 0, 1]}, ties)
    for _ in range(15):
        some = tick(some)
        assert some.ties.clarity[some.links.rows(np.array([ANN]), np.array([BOB]))[0]] == 0
        option = OPTIONS[some.people.option[ANN]]
        assert option.inner or option.name == "stay"
    assert some.people.gaze[ANN] != BOB
    assert some.ties.attention[0] > 0.1
    mind = Mind(some, np.array([ANN]), np.array([0]))
    can = {option.name for option, open_ in zip(OPTIONS, possible(mind)[:, 0], strict=True) if open_}
    assert "deny" in can
    assert not can & {"help", "comfort", "strike", "leave"}


def test_others_let_go_of_who_has_left() -> None:
    some = world(
        TRIO | {"errand": [0, 3, 0], "option": [INDEX["help"], 0, INDEX["deny"]], "option_on": [BOB, NOBODY, BOB]},
        {(ANN, BOB): FRIEND, (CY, BOB): FRIEND},
    )
    after = tick(replaced(some, tick=2)).people
    assert (after.present[BOB], after.option[ANN], after.option_on[ANN]) == (0, 0, NOBODY)


def test_what_would_befall_somebody_who_is_not_there_does_not_happen() -> None:
    some = world(TRIO | {"present": [1, 0, 1]})
    for event in (Event("hurt", BOB), Event("gift", ANN, by=BOB), Event("go", BOB, to=ANN), Event("enter", ANN)):
        after = tick(some, [event])
        assert after.causes.count == 0
        assert after.people.wound.tolist() == [0, 0, 0]
        with pytest.raises(Impossible, match=r"^impossible\.(absent|there)"):
            check(some, event)
    assert tick(some, [Event("news", ANN, about=BOB)]).causes.count > 0


@pytest.mark.parametrize(
    ("event", "spot"),
    [
        (Event("enter", BOB), (7.0, 5.0)),
        (Event("enter", BOB, edge="right"), (19.2, 5.0)),
        (Event("enter", BOB, spot=(3.0, 11.0)), (3.0, 11.0)),
    ],
)
def test_whoever_enters_is_there_from_then_on(event: Event, spot: tuple[float, float]) -> None:
    some = tick(world(TRIO | {"present": [1, 0, 1]}), [event])
    assert some.people.present.tolist() == [1, 1, 1]
    assert (some.people.x[BOB], some.people.y[BOB]) == pytest.approx(spot, abs=0.3)


def test_whoever_has_an_errand_goes_on_it_from_where_they_enter() -> None:
    some = world(TRIO | AWAY | {"present": [0, 1, 1], "errand_weight": [0.8, 0, 0], "y": [3.0, 5.0, 9.0]})
    assert played(some, 30).people.x[ANN] == 5
    there = played(some, 150, Event("enter", ANN, edge="left"))
    assert (there.people.errand[ANN], there.people.home_x[ANN]) == (0, 18)


def test_whoever_is_to_stay_strolls_only_within_the_radius_and_until_the_time() -> None:
    some = tick(world({"x": [10.0], "home_x": 10.0, "home_y": 5.0}), [Event("stay", 0, radius=0.5, until=60.0)])
    way = []
    for _ in range(1200):
        some = tick(some)
        way.append(float(np.hypot(some.people.x[0] - 10, some.people.y[0] - 5)))
    assert max(way[:590]) <= 0.5
    assert max(way) > 0.6


def test_whoever_is_to_stay_elsewhere_walks_there_first() -> None:
    some = played(world(TRIO, fellowship=0.0), 150, Event("stay", ANN, spot=(16.0, 3.0), radius=0.0))
    assert np.hypot(some.people.x[ANN] - 16, some.people.y[ANN] - 3) <= some.params.reach
    assert (some.people.home_x[ANN], some.people.stay_within[ANN]) == (16, 0)


def test_nobody_is_sent_to_themself() -> None:
    with pytest.raises(Impossible, match=r"^impossible\.go_to_self"):
        tick(world(TRIO), [Event("go", ANN, to=ANN)])


def test_columns_that_nobody_uses_are_not_in_a_fingerprint_and_all_others_are() -> None:
    plain = world(TRIO)
    rare = {name for name, kind in columns(People).items() if kind.rare}
    assert rare == {
        *("errand_to", "errand_weight", "errand_by", "errand_out", "stay_within", "stay_until"),
    }
    digests = {plain.digest()}
    for name in sorted(rare):
        digests.add(plain.with_people(**{name: getattr(plain.people, name) + np.array([0, 1, 0])}).digest())
    assert len(digests) == len(rare) + 1


@st.composite
def errands(draw: st.DrawFn, count: int) -> Event:
    """Draw any happening that is about where somebody goes."""
    do = draw(st.sampled_from(["go", "stay", "enter", "leave"]))
    who = draw(st.integers(0, count - 1))
    spot = draw(st.none() | st.tuples(st.floats(0, 20), st.floats(0, 12)))
    if do == "go":
        other = (who + draw(st.integers(1, count - 1))) % count
        event = Event(do, who, to=NOBODY if spot else other, spot=spot)
    else:
        event = Event(do, who, spot=spot, edge="" if spot or do == "stay" else draw(st.sampled_from(["", *EDGES])))
    radius = draw(st.none() | st.floats(0, 3)) if do == "stay" else None
    until = draw(st.sampled_from([0.0, 1.0, 30.0]))
    return replace(event, radius=radius, amount=draw(st.floats(0, 1)), until=until)


@st.composite
def sent(draw: st.DrawFn) -> tuple[World, list[Event]]:
    """Draw a world, in which the first may not be there yet, and who is sent where in it, one after the other."""
    start = replaced(draw(crowds(least=2, walls=True)), tick=0)
    if draw(st.booleans()):
        start = start.with_people(present=(np.arange(len(start.people)) != 0).astype(np.int64))
    return start, draw(st.lists(errands(len(start.people)), min_size=4, max_size=4))


@given(st.lists(sent(), min_size=1, max_size=3))
@settings(max_examples=12, deadline=None)
def test_errands_go_in_a_stack_as_they_go_alone_and_leave_every_column_in_its_range(
    worlds: list[tuple[World, list[Event]]],
) -> None:
    alone = [start for start, _ in worlds]
    stack = Stack.of(alone)
    for now in range(24):
        events = [[each[now // 6]] if now % 6 == 0 else [] for _, each in worlds]
        alone = [tick(some, of_world) for some, of_world in zip(alone, events, strict=True)]
        stack = stack.next(events)
    for some, stacked in zip(alone, stack.worlds(), strict=True):
        assert outside(some) == []
        assert some.digest() == stacked.digest()
        assert some.causes.since(0) == stacked.causes.since(0)
        for name in columns(People):
            assert np.array_equal(getattr(some.people, name), getattr(stacked.people, name)), name
