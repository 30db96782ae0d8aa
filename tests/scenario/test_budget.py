"""Tests of what a level may ask for: what is refused and how, that nothing is built for it, and what passes."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.scenario.budget import SET_UP, TICK, check_budget, setting_up, ticking, troubled, walls_in_the_way
from sandbox.scenario.build import build_people, build_ties
from sandbox.scenario.conditions.size import cost
from tests.scenario.small import load, problems, small

ACROSS = 100.0


def crowd(count: int, **changes: object) -> dict[str, Any]:
    """People in rows on a square of 100 metres, in ten groups."""
    people = [
        {"id": f"p{row}", "name": "P", "x": row % 50 * 2, "y": row // 50 * 2, "group": f"g{row % 10}"}
        for row in range(count)
    ]
    ground = {"width": ACROSS, "height": ACROSS}
    return small(map=ground, people=people, ties=[], happenings=[]) | changes


def walls(count: int, length: float, **ground: object) -> dict[str, Any]:
    rows = [{"x1": 0, "y1": row % 90 + 1, "x2": length, "y2": row % 90 + 2} for row in range(count)]
    return {"width": ACROSS, "height": ACROSS, "walls": rows} | ground


def test_twelve_hundred_people_can_be_played() -> None:
    assert load(crowd(1200))


def test_a_thousand_people_with_twenty_thousand_ties_can_be_played() -> None:
    lines = [{"from": f"p{row % 1000}", "to": f"p{(row + 1 + row // 1000) % 1000}"} for row in range(20_000)]
    assert load(crowd(1000, ties=lines))


def test_a_crowd_of_whom_all_are_unwell_is_smaller() -> None:
    unwell = [person | {"body": {"illness": 0.5}} for person in crowd(1000)["people"]]
    assert load(crowd(600, people=unwell[:600]))
    (sentence,) = problems(crowd(1000, people=unwell))
    assert "can be played at double speed" in sentence


def test_everybody_may_know_everybody_among_two_hundred() -> None:
    assert load(crowd(200, ties=[{"from": f"g{one}", "to": f"g{other}"} for one in range(10) for other in range(10)]))


@pytest.mark.parametrize(
    ("level", "parts"),
    [
        (
            crowd(2000, ties=[{"from": "g0", "to": f"g{other}", "mutual": True} for other in range(10)]),
            ("can be set up in a second", "800,000 ties", "2,000 people", "ties can be had, counting each pair"),
        ),
        (
            crowd(1000, ties=[{"from": f"g{one}", "to": f"g{one}"} for one in range(10)]),
            ("can be played at double speed", "100,000 ties", "1,000 people", "ties can be had, counting each pair"),
        ),
        (crowd(9, map=walls(4000, 90)), ("can be set up in a second", "4,000 walls", "such walls can be had")),
        (crowd(1000, map=walls(1500, 9)), ("can be played at double speed", "1,500 walls", "such walls can be had")),
        (
            crowd(9, map=walls(0, 1, places=[{"id": f"w{one}", "x": 9, "y": 9} for one in range(1500)])),
            ("can be set up in a second", "1,500 places", "such places can be had"),
        ),
        (
            crowd(9, map=walls(0, 1, places=[{"id": f"w{one}", "x": 9, "y": 9, "radius": 50} for one in range(99)])),
            ("can be set up in a second", "99 places", "such places can be had"),
        ),
        (
            crowd(900, happenings=[{"do": "insult", "who": "p1", "by": "p2", "at": one / 20} for one in range(3000)]),
            ("can be played at double speed", "happenings within ten seconds", "happenings can be had"),
        ),
        (
            crowd(600, happenings=[{"do": "insult", "who": "p1", "by": "p2", "at": 3} for _ in range(60)]),
            ("happenings holds 60 things at 3 seconds", "32 things of one moment can be played"),
        ),
        (
            crowd(
                600,
                map=walls(0, 1, places=[{"id": f"w{one}", "x": 50 + one / 999, "y": 50} for one in range(500)]),
                people=[{"id": f"p{row}", "name": "P", "place": f"w{row % 500}"} for row in range(600)],
            ),
            ("people stand so close around their places", "60,000 tries"),
        ),
    ],
)
def test_too_much_is_refused_with_how_much_it_is_and_what_would_do(
    level: dict[str, Any], parts: tuple[str, ...]
) -> None:
    (sentence,) = problems(level)
    assert [part for part in parts if part not in sentence] == []


def test_what_a_refusal_allows_is_allowed() -> None:
    ground = walls(4000, 90)
    (sentence,) = problems(crowd(9, map=ground))
    most = int(sentence.split("beside the rest, ")[1].split(" ")[0].replace(",", ""))
    assert load(crowd(9, map=ground | {"walls": ground["walls"][:most]}))
    assert problems(crowd(9, map=ground | {"walls": ground["walls"][: most + 40]}))


def test_a_level_that_is_wrong_otherwise_is_not_weighed() -> None:
    (sentence,) = problems(crowd(9, map=walls(4000, 90), title=""))
    assert sentence.startswith("title ")


def test_shipped_and_small_levels_ask_for_little() -> None:
    level = load(small())
    assert list(check_budget(level)) == []
    assert sum(part.cost for part in setting_up(level)) < SET_UP / 100
    assert sum(part.cost for part in ticking(level, 6)) < TICK / 100


def test_no_more_ties_are_made_than_are_counted() -> None:
    level = load(crowd(100, ties=[{"from": "g1", "to": "g2", "mutual": True}, {"from": "p3", "to": "g1"}]))
    assert len(build_ties(level, build_people(level))) == setting_up(level)[1].number == 210


def test_those_who_are_unwell_or_befallen_by_something_are_in_trouble() -> None:
    level = load(small(happenings=[{"do": "hurt", "who": "bob", "at": one} for one in (2, 4)]))
    assert troubled(level) == 1
    people = [person | {"body": {"wound": 0.3}} for person in small()["people"]]
    assert troubled(load(small(people=people, happenings=[]))) == 3
    assert troubled(load(small(happenings=[{"do": "stay", "who": "bob"}]))) == 0


def heap(x: float, y: float) -> dict[str, Any]:
    """Ninety walls in one cell, and a place there."""
    rows = [{"x1": x, "y1": y, "x2": x + 1, "y2": y + one / 90} for one in range(90)]
    return walls(0, 1, walls=rows, places=[{"id": "heap", "x": x, "y": y}])


def test_walls_count_where_people_stand_and_where_they_are_going_to_be() -> None:
    assert walls_in_the_way(load(crowd(9, map=heap(5, 5)))) == 90
    assert walls_in_the_way(load(crowd(9, map=walls(90, 90)))) < 30
    assert walls_in_the_way(load(crowd(9, map=heap(50, 50)))) == 0
    bound = [person | {"errand": {"to": "heap"}} for person in crowd(9)["people"]]
    assert walls_in_the_way(load(crowd(9, map=heap(50, 50), people=bound))) == 90
    sent = [{"do": "go", "who": "p0", "to": "heap"}]
    assert walls_in_the_way(load(crowd(9, map=heap(50, 50), happenings=sent))) == 10
    moved = [{"do": "move", "who": "p0", "x": 50, "y": 50}]
    assert walls_in_the_way(load(crowd(9, map=heap(50, 50), happenings=moved))) == 10


def test_low_walls_hide_nobody() -> None:
    ground = heap(5, 5)
    low = [wall | {"low": True} for wall in ground["walls"]]
    assert walls_in_the_way(load(crowd(9, map=ground | {"walls": low}))) == 0


def test_goal_and_rules_are_weighed_with_the_rest() -> None:
    level = load(
        small(
            schema_version=2,
            goal={"win": {"all": [{"felt": "ann", "min": 0}] * 3}},
            rules=[
                {"every": 2, "then": [{"do": "hurt", "who": "ann"}, {"hint": "Look."}]},
                {"when": {"time": 1}, "times": 3, "then": [{"do": "hurt", "who": "ann"}]},
                {"at": 1, "then": [{"do": "hurt", "who": "ann"}]},
            ],
        )
    )
    parts = {part.name: part for part in ticking(level, 6)}
    assert (parts["conditions"].number, parts["happenings"].number) == (5, 1 + 6 + 3 + 1)
    counted = {"count": "everyone", "where": {"likes": "everyone", "whom": "it", "min": 0}, "min": 1}
    assert cost(load(small(schema_version=2, goal={"win": counted})).goal.win, level, 6) > 0.015 * 9  # type: ignore[union-attr]
    assert troubled(level) == 2
