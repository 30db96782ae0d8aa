"""Move: feet, walls and elbows."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.act import act
from sandbox.engine.move import move
from sandbox.engine.options import INDEX
from sandbox.engine.table import replaced
from sandbox.engine.world import Ground, World
from tests.engine.strategies import HEIGHT, WIDTH, crowds, ground, world

WALLS = st.lists(st.tuples(*(st.integers(1, 11).map(lambda place: place + 0.31) for _ in range(4))), max_size=4)
BUSY = INDEX["approach"]


def left_of(x: float, y: float, wall: np.ndarray) -> float:
    return float((wall[2] - wall[0]) * (y - wall[1]) - (wall[3] - wall[1]) * (x - wall[0]))


def steps_through(before: World, after: World, person: int, wall: np.ndarray) -> bool:
    """Tell, by the sides on which the ends of each lie, whether a step crosses a wall."""
    here = before.people.x[person], before.people.y[person]
    there = after.people.x[person], after.people.y[person]
    way = np.array([*here, *there])
    return left_of(*here, wall) * left_of(*there, wall) < 0 and left_of(*wall[:2], way) * left_of(*wall[2:], way) < 0


@given(crowds(), WALLS, st.integers(0, 99))
@settings(max_examples=25)
def test_nobody_walks_through_a_wall_or_over_a_fence_or_off_the_map(
    some: World, walls: list[tuple[float, ...]], seed: int
) -> None:
    chance = np.random.default_rng(seed)
    count = len(some.people)
    low = chance.random(len(walls)) < 0.5
    some = replaced(some, ground=Ground(WIDTH, HEIGHT, np.array(walls, np.float64).reshape(-1, 4), low))
    for _ in range(8):
        goals = chance.uniform(-5, 25, (2, count))
        some = some.with_people(goal_x=goals[0], goal_y=goals[1], speed=np.full(count, 8.0))
        after = move(some)
        assert not any(
            steps_through(some, after, person, wall) for person in range(count) for wall in some.ground.walls
        )
        some = after
        room = some.params.edge_room
        assert ((some.people.x >= room) & (some.people.x <= WIDTH - room)).all()
        assert ((some.people.y >= room) & (some.people.y <= HEIGHT - room)).all()


def test_people_go_where_they_are_going_at_their_pace_and_stop_there() -> None:
    some = world({"x": [5.0], "speed": 1.5, "option": BUSY}).with_people(goal_x=np.array([5.4]))
    one = move(some)
    assert one.people.x[0] == pytest.approx(5.15)
    assert one.people.speed[0] == pytest.approx(1.5)
    assert (one.people.facing_x[0], one.people.facing_y[0]) == (1, 0)
    for _ in range(10):
        one = move(one.with_people(speed=np.array([1.5])))
    assert one.people.x[0] == pytest.approx(5.4)
    assert one.people.speed[0] == 0


def test_a_step_longer_than_a_stride_ends_at_a_wall_too() -> None:
    some = world({"x": [7.0], "y": 5.0, "speed": 60.0, "option": BUSY}, lawn=ground([(9.0, 1.0, 9.0, 11.0)]))
    assert move(some.with_people(goal_x=np.array([18.0]))).people.x[0] == 7.0


def test_a_wall_in_the_way_is_slid_along() -> None:
    some = world({"x": [8.9], "y": 5.0, "speed": 5.0, "option": BUSY}, lawn=ground([(9.0, 1.0, 9.0, 11.0)]))
    some = some.with_people(goal_x=np.array([12.0]), goal_y=np.array([9.0]))
    after = move(some).people
    assert after.x[0] == 8.9
    assert after.y[0] > 5.2


@pytest.mark.parametrize("count", [2, 5, 8])
def test_people_who_stand_too_close_make_room_for_one_another(count: int) -> None:
    pairs = [(one, other) for one in range(count) for other in range(count) if one != other]
    place = np.arange(count)
    columns = {"x": 9.0 + 0.2 * (place % 3), "y": 5.0 + 0.17 * place, "option": BUSY}
    some = world(columns, {pair: {} for pair in pairs})
    start = nearest(some)
    for _ in range(80):
        some = move(some.with_people(goal_x=some.people.x, goal_y=some.people.y))
    assert nearest(some) > max(start, some.params.elbow_room * 0.7)


def nearest(some: World) -> float:
    return min(
        float(np.hypot(some.people.x[one] - some.people.x[other], some.people.y[one] - some.people.y[other]))
        for one, other in combinations(range(len(some.people)), 2)
    )


def test_whoever_stays_strolls_near_home_and_only_now_and_then() -> None:
    some = world({"x": [10.0], "y": 6.0, "home_x": 10.0, "home_y": 6.0})
    goals = set()
    for tick in range(200):
        some = move(replaced(some, tick=tick))
        goals.add((float(some.people.goal_x[0]), float(some.people.goal_y[0])))
        assert abs(some.people.goal_x[0] - 10) <= some.params.idle_range
    assert 2 <= len(goals) <= 4


def test_whoever_is_busy_does_not_stroll() -> None:
    some = world({"x": [10.0], "home_x": 10.0, "option": BUSY})
    assert all(move(replaced(some, tick=tick)).people.goal_x[0] == 10 for tick in range(0, 80, 10))


def on_an_errand(ticks: int, *, option: str = "stay", **people: object) -> World:
    """Somebody on an errand from x = 4 to x = 14, with another way by y = 9."""
    columns = {"x": [4.0], "errand": 1, "errand_x": 14.0, "errand_y": 5.0, "detour_x": 9.0, "detour_y": 9.0}
    some = world(columns | {"option": INDEX[option]} | people)
    for tick in range(ticks):
        some = move(replaced(some, tick=tick))
    return some


def test_whoever_is_on_an_errand_goes_there_and_is_at_home_there() -> None:
    half, done = on_an_errand(40), on_an_errand(200)
    assert 4 < half.people.x[0] < 14
    assert (half.people.errand[0], half.people.y[0]) == (1, 5)
    assert done.people.errand[0] == 0
    assert abs(done.people.x[0] - 14) < done.params.reach + done.params.idle_range
    assert (done.people.home_x[0], done.people.home_y[0]) == (14, 5)


def test_a_detour_passes_its_place_before_it_arrives() -> None:
    highest, some = 0.0, on_an_errand(0, errand=2, option="detour")
    for tick in range(300):
        some = move(replaced(some, tick=tick))
        highest = max(highest, float(some.people.y[0]))
    assert abs(highest - 9) <= some.params.reach
    assert some.people.errand[0] == 0
    assert some.people.home_x[0] == 14


@pytest.mark.parametrize(
    ("option", "goes_on"), [("stay", True), ("look_away", True), ("help", False), ("plead", False)]
)
def test_deeds_interrupt_an_errand_and_inner_moves_do_not(option: str, *, goes_on: bool) -> None:
    some = on_an_errand(20, option=option)
    assert bool(some.people.x[0] > 4) is goes_on
    assert some.people.errand[0] == 1


def test_whoever_chooses_the_other_way_is_on_it_from_then_on() -> None:
    columns = {"x": [4.0, 9.0], "option": [INDEX["detour"], 0], "option_on": [1, -1], "errand": [1, 0]}
    some = world(columns, {(0, 1): {"clarity": 0.5}})
    assert act(some).people.errand.tolist() == [2, 0]


def test_a_thing_stays_where_it_is_put() -> None:
    some = world({"x": [4.0], "sentience": 0.0, "home_x": 4.0, "home_y": 5.0})
    assert all(move(replaced(some, tick=tick)).people.goal_x[0] == 4 for tick in range(0, 200, 10))
