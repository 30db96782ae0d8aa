"""The card with which a level opens: what it says, whose faces it leaves alone, and how it goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.scenario.library import campaign_files
from sandbox.scenario.load import load_level
from sandbox.ui.hud import level_card
from sandbox.ui.hud.hints import hint_of
from sandbox.ui.preferences import Preferences
from sandbox.ui.told.introduction import is_introduced
from tests.ui.conftest import BOB, GOAL, campaign_level

if TYPE_CHECKING:
    from pathlib import Path

    import pygame

    from tests.ui.conftest import Pilot

BET: dict[str, Any] = {
    "ask": "first",
    "text": "Who will be praised?",
    "options": [
        {"text": "Ann", "when": {"time": 90}, "who": "ann"},
        {"text": "Bob", "when": {"used": "praise", "min": 1}, "who": "bob"},
    ],
}
NOTED = {"hint": "Look at Bob."}


def card(pilot: Pilot) -> pygame.Rect | None:
    """Return where the card lies."""
    return next((pane.rect for pane in pilot.game.panes if pane.name == "level_card"), None)


def opened(pilot: Pilot, campaign: Path, **more: object) -> Pilot:
    """Open a level with something to tell, while time passes."""
    (campaign / "001-one.json").write_bytes(campaign_level("one", **more))
    pilot.game.open(campaign / "001-one.json")
    pilot.frames(2)
    return pilot


def test_it_lies_where_nobody_stands_and_goes_by_itself(pilot: Pilot, campaign: Path) -> None:
    opened(pilot, campaign, texts=NOTED)
    rect = card(pilot)
    assert rect is not None
    assert pilot.game.layout.map.contains(rect)
    assert rect.collidelist(pilot.stage.eyes()) < 0
    assert hint_of(pilot.game.context) is None
    assert (pilot.game.viewpoint.legend, pilot.game.viewpoint.minimap) == (False, False)
    tick = pilot.game.session.tick
    pilot.frames(5, 1.0)
    assert pilot.game.presence == 1.0, "it does not step back with the bars"
    pilot.frames(5, level_card.SECONDS / 5)
    assert card(pilot) is None
    assert pilot.game.session.tick > tick, "time has not waited for it"
    hint = hint_of(pilot.game.context)
    assert hint is not None
    assert hint.words == "Look at Bob."


@pytest.mark.parametrize("how", ["click", "on it", "escape", "deed"])
def test_the_first_click_puts_it_away(pilot: Pilot, campaign: Path, how: str) -> None:
    opened(pilot, campaign)
    rect = card(pilot)
    assert rect is not None
    pilot.game.state.tool = "praise"
    if how == "escape":
        pilot.key("escape")
    else:
        pilot.click({"click": (300, 620), "on it": rect.center, "deed": pilot.where(BOB)}[how])
    pilot.frames()
    assert card(pilot) is None
    assert [command.do for command in pilot.done] == (["praise"] if how == "deed" else [])


def test_whoever_tries_again_has_read_it(pilot: Pilot, campaign: Path) -> None:
    opened(pilot, campaign)
    pilot.key("r")
    pilot.frames()
    assert card(pilot) is None
    pilot.game.open(campaign / "002-two.json")
    pilot.frames()
    assert card(pilot) is not None


def test_there_is_none_where_nothing_is_to_be_reached_or_the_first_deed_comes_first(
    pilot: Pilot, campaign: Path
) -> None:
    assert card(opened(pilot, campaign, goal=None)) is None
    assert card(opened(pilot, campaign, goal=GOAL | {"waits": True})) is None


def test_the_first_level_has_no_card_before_the_first_effect() -> None:
    first, *others = map(load_level, campaign_files())
    assert not is_introduced(first)
    assert any(map(is_introduced, others))


def words(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let a frame pass and list what an introduction tells."""
    told = list[str]()
    for name, place in (("paragraph", 2), ("write", 2)):
        monkeypatch.setattr(f"sandbox.ui.told.introduction.{name}", lambda *all, place=place: told.append(all[place]))
    pilot.screen.pane_cache = type(pilot.screen.pane_cache)()
    pilot.frames()
    return told


def test_it_tells_the_hook_the_note_the_goal_and_what_one_has(
    pilot: Pilot, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = GOAL | {"text": "Praise somebody."}
    more = {"teaching": {"content_note": "Nobody is hurt."}, "tools": {"praise": 2, "heal": 0, "gift": None}}
    opened(pilot, campaign, goal=goal, **more)
    assert words(pilot, monkeypatch) == ["one?", "Nobody is hurt.", "Praise somebody.", "×2", ""]


@pytest.mark.parametrize(
    ("size", "likes"), [((1280, 800), Preferences()), ((1920, 1080), Preferences(projector=True))], ids=str
)
def test_a_question_that_comes_at_once_is_asked_on_the_card_itself(
    sit_down: type[Pilot], campaign: Path, size: tuple[int, int], likes: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = sit_down(size, preferences=likes)
    many = BET | {"options": [*BET["options"], *({"text": f"{n}", "when": {"time": 99}} for n in range(2))]}
    opened(pilot, campaign, rules=[{"at": 1, "then": [many]}])
    assert card(pilot) is None
    pilot.game.step(12)
    pilot.frames()
    assert pilot.game.state.dock == "question"
    assert "one?" in words(pilot, monkeypatch)
    assert not any(pane.hidden for pane in pilot.game.panes), "all answers are seen at once"
    pilot.click("answer.1")
    assert pilot.game.state.dock == ""
    assert [command.option for command in pilot.done] == [1]


def test_a_later_question_comes_alone(pilot: Pilot, campaign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(pilot, campaign, rules=[{"at": 3, "then": [json.loads(json.dumps(BET))]}])
    assert card(pilot) is not None
    pilot.game.step(31)
    pilot.frames()
    assert pilot.game.state.dock == "question"
    assert words(pilot, monkeypatch) == []


def test_in_a_classroom_it_hides_no_eyes_even_where_people_stand_everywhere(sit_down: type[Pilot]) -> None:
    queue = next(file for file in campaign_files() if file.stem == "006-next-please")
    pilot = sit_down((1920, 1080), queue.read_bytes(), Preferences(projector=True))
    pilot.frames(2)
    rect = card(pilot)
    assert rect is not None
    assert len(pilot.stage.eyes()) > 6
    assert rect.collidelist(pilot.stage.eyes()) < 0
