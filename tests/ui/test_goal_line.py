"""The line of the goal: what is still missing, how long it has held, how long there is."""

from __future__ import annotations

import json
import re
from math import hypot
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.scenario.conditions.bounds import graded
from sandbox.scenario.conditions.schema import All, Then, parts_of
from sandbox.scenario.conditions.sentences import names_of, sentence
from sandbox.scenario.language import text_of
from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from sandbox.ui.hud.goal_line import goal_line
from sandbox.ui.preferences import Preferences
from sandbox.ui.verbs import SEEK
from tests.ui.conftest import LEVEL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Pilot

GOAL: dict[str, Any] = {
    "win": {"all": [{"felt": "bob", "min": 0.9, "for": 5}, {"near": "ann", "to": "bob", "within": 1}]},
    "after": 1,
    "within": 30,
    "lose": [{"when": {"not": {"used": "praise", "min": 1}, "for": 9}, "text": "Nobody was praised."}],
}


def level_with(**more: object) -> bytes:
    return json.dumps({**json.loads(LEVEL), "schema_version": 2, "goal": GOAL} | more).encode()


def told(pilot: Pilot) -> Any:  # noqa: ANN401 - what a pane is built from
    """Return the lines and the time left, or how it ended."""
    pane = goal_line(pilot.game.context)
    assert pane is not None
    return pane.value


def test_it_tells_what_is_missing_with_its_live_value_and_the_time_that_is_left(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(goal={**GOAL, "lose": []}))
    assert told(pilot)[1] == "from 0:01 on"
    pilot.game.step(20)
    felt = float(pilot.game.frame.people.felt[1])
    rows, left = told(pilot)
    assert rows[0].words.endswith(f"now {text_of(f'condition.felt.{graded(felt)}')}")
    people = pilot.game.frame.people
    away = hypot(*(float(column[0] - column[1]) for column in (people.x, people.y)))
    assert f"now {away:.0f} m" in rows[1].words
    assert (left, rows[0].part) == ("0:28 left", 0.0)
    pilot.game.perform(SEEK(0))
    pilot.frames(9)
    assert told(pilot)[1] == "from 0:01 on"


def test_until_it_counts_the_goal_is_told_in_the_words_of_the_level(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(goal={**GOAL, "text": "Let Bob be glad beside Ann."}))
    assert [row.words for row in told(pilot)[0]] == ["Let Bob be glad beside Ann."]
    pilot.game.step(9)
    first, second = told(pilot)[0]
    assert first.danger
    assert second.words == "Let Bob be glad beside Ann."
    pilot.game.step(1)
    assert "Bob feels" in told(pilot)[0][1].words


def test_what_has_begun_to_hold_fills_a_bar(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with(goal={"win": {"near": "ann", "to": "bob", "within": 9, "for": 4}}))
    pilot.game.step(21)
    (row,), left = told(pilot)
    assert row.part == pytest.approx(0.5)
    assert not row.danger
    assert not left


def test_what_is_about_to_lose_is_said_before_all_else(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with())
    pilot.game.step(31)
    first, second = told(pilot)[0]
    assert first.danger
    assert "Nobody was praised – 3 of 9 s" in first.words
    assert "and 1 more" in second.words


def test_a_level_without_a_goal_has_no_such_line(sit_down: type[Pilot]) -> None:
    pilot = sit_down()
    assert pilot.game.layout.goal.height == 0
    assert goal_line(pilot.game.context) is None


def test_a_game_that_is_over_says_there_how_it_ended(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=level_with())
    pilot.game.step(100)
    assert told(pilot) == "Lost at 0:09"
    pilot.key("escape")
    assert told(pilot) == "Lost at 0:09: Nobody was praised."
    pilot.game.perform(SEEK(50))
    pilot.frames(3)
    assert told(pilot)[1] == "0:25 left"


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (800, 500)])
@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize("key", ["", "f2", "i"])
def test_it_overlaps_nothing_and_tells_more_by_the_keyboard(
    sit_down: type[Pilot], size: tuple[int, int], *, projector: bool, key: str
) -> None:
    pilot = sit_down(size, level_with(), Preferences(projector=projector))
    if key:
        pilot.key(key)
    pane = next(pane for pane in pilot.game.panes if pane.name == "goal")
    assert pilot.game.layout.window.contains(pane.rect)
    others = [other for other in pilot.game.panes if other is not pane]
    assert [other.name for other in others if other.rect.colliderect(pane.rect)] == []
    assert "goal" in pilot.game.ring
    pilot.game.press_control("goal")
    assert "Lost if: Nobody was praised." in pilot.game.shell.toast


@pytest.mark.parametrize("path", level_files()[:6], ids=lambda path: path.stem)
def test_what_is_missing_in_the_campaign_is_said_without_numbers_of_the_model(path: Path) -> None:
    level = load_level(path)
    assert level.goal is not None
    steps = (
        [part for _, part in parts_of(level.goal.win)] if isinstance(level.goal.win, All | Then) else [level.goal.win]
    )
    parts = [
        one
        for step in steps
        for one in (step, *(inner for _, inner in parts_of(step) if isinstance(step, All) and not step.text))
    ]
    said = [sentence(one, names_of(level)) for one in parts if one.text or not isinstance(one, All)]
    assert len(said) >= len(steps)
    assert not [words for words in said if re.search(r"\d", words)]
