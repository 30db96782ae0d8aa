"""What is odd about a level that can be played."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sandbox.scenario.library import example_files, level_files
from sandbox.scenario.load import load_level
from sandbox.scenario.remarks import remarks
from sandbox.scenario.walled_in import walled_in
from tests.scenario.small import load, small

if TYPE_CHECKING:
    from pathlib import Path

PLACES = small()["map"]["places"]
GOAL = {"win": {"felt": "ann", "min": 0.5}, "within": 30}


def walls(*corners: tuple[float, float], low: bool = False) -> list[dict[str, Any]]:
    """Walls from corner to corner, and back to the first."""
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return [{"x1": x1, "y1": y1, "x2": x2, "y2": y2, "low": low} for (x1, y1), (x2, y2) in pairs]


def walled(*corners: tuple[float, float], low: bool = False, gap: bool = False) -> list[int]:
    """Return who is walled in where walls stand around Bob, who is at x 3, y 4."""
    around = walls(*corners, low=low)[gap:]
    return walled_in(load(small(map={"width": 20, "height": 10, "walls": around, "places": small()["map"]["places"]})))


BOX = (1.0, 2.0), (5.0, 2.0), (5.0, 6.0), (1.0, 6.0)


def test_somebody_is_walled_in_whom_high_walls_part_from_all_others_and_all_places() -> None:
    assert walled(*BOX) == [1]
    assert walled(*BOX, low=True) == []
    assert walled(*BOX, gap=True) == []
    assert walled((0.3, 0.2), (6, 5), (1.2, 7.1)) == [1]


def test_two_who_are_walled_in_together_are_not_remarked_on() -> None:
    assert walled((2, 0), (18, 0), (18, 10), (2, 10)) == []


@pytest.mark.parametrize(
    ("changes", "sentences"),
    [
        ({"groups": [{"id": "reds"}], "ties": [{"from": "reds", "to": "ann"}]}, [
            'groups[0].id = "reds" is a group that nobody is in.',
            'ties[0].from = "reds" is a group that nobody is in, so that this tie joins nobody.',
        ]),
        ({"map": {"stage": "ward", "light": "rain", "places": PLACES}}, [
            'map.light = "rain" falls under the roof of the stage "ward", and is seen only at its windows.',
        ]),
        ({"map": {"light": "lamp", "places": PLACES}}, [
            'map.light = "lamp" leaves everything dark: there is no place of the kind "lamp".',
        ]),
        ({"map": {"light": "lamp", "places": [*PLACES, {"id": "lamp", "x": 3, "y": 3, "kind": "lamp"}]}}, []),
        ({"goal": GOAL, "tools": {"hurt": 0}}, ["tools leaves the player nothing to do, and there is a goal."]),
        ({"goal": GOAL, "tools": {}, "rules": [{"at": 2, "then": [{"give": {"hurt": 1}}]}]}, []),
        ({"goal": GOAL, "happenings": [{"do": "hurt", "who": "bob", "at": 30}]}, [
            "happenings[0].at = 30 comes when the time is up: there are 30 seconds at most.",
        ]),
        ({
            "goal": GOAL,
            "difficulties": {"gentle": {"within": 60}, "hard": {"within": 10}},
            "happenings": [{"do": "hurt", "who": "bob", "at": 30}, {"do": "hurt", "who": "bob", "at": 60}],
        }, ["happenings[1].at = 60 comes when the time is up: there are 60 seconds at most."]),
        ({"goal": GOAL, "rules": [{"at": 40, "then": [{"hint": "Look."}]}]}, [
            "rules[0].at = 40 comes when the time is up: there are 30 seconds at most.",
        ]),
        ({"goal": {"win": {"felt": "bob", "min": 0, "for": 9}, "after": 12, "within": 20}}, [
            (
                "goal.win.for = 9 is more than is left of the time: it counts from second 12, and there are 20 seconds"
                " at most."
            ),
        ]),
        ({"goal": {"win": {"felt": "bob", "min": 0, "for": 8}, "after": 12, "within": 20}}, []),
        ({"goal": {"win": {"all": [{"used": "move", "min": 3}, {"used": "praise", "min": 1}]}}, "tools": {"move": 2}}, [
            "goal.win.all[0].min = 3 is more than can be: move can be used 2 times at most.",
            "goal.win.all[1].min = 1 is more than can be: praise can be used 0 times at most.",
        ]),
        ({
            "goal": {"win": {"all": [{"used": "move", "min": 3}, {"used": "praise", "min": 1}]}, "within": 9},
            "tools": {"move": 2},
            "difficulties": {"gentle": {"tools": {"move": 3}}},
            "rules": [{"at": 1, "then": [{"give": {"praise": 1}}]}],
        }, []),
        ({"goal": {**GOAL, "stars": [{"when": {"looks": "ann", "at": "bob"}}]}}, [
            (
                "goal.stars[0].when counts only if it is just so when the game is won; to remember it, put it into"
                ' "then": [ … ].'
            ),
        ]),
    ],
)  # fmt: skip
def test_each_oddity_is_one_sentence(changes: dict[str, Any], sentences: list[str]) -> None:
    assert [remark.text for remark in remarks(load(small(schema_version=2, **changes)))] == sentences


def test_two_people_of_one_name_are_remarked_on() -> None:
    level = small()
    level["people"][2]["name"] = "Ann"
    assert [remark.text for remark in remarks(load(level))] == [
        'people[2].name = "Ann" is also the name of people[0]; players cannot tell them apart.'
    ]


@pytest.mark.parametrize("file", [*level_files(), *example_files()], ids=lambda file: file.stem)
def test_there_is_nothing_odd_about_the_levels_of_the_game(file: Path) -> None:
    assert remarks(load_level(file)) == []
