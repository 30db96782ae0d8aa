"""The list of levels, dropped files, and how a goal ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pygame

from sandbox.scenario import library
from sandbox.scenario.load import decode_level
from sandbox.ui import verbs
from sandbox.ui.panels import levels
from sandbox.ui.preferences import Preferences
from tests.ui.conftest import LEVEL

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import Pilot

GOAL = b"""{"schema_version": 1, "id": "goal", "title": "Goal", "hook": "Be quick.",
"people": [{"id": "bob", "name": "Bob", "x": 12, "y": 8, "body": {"wound": 0.9}}],
"goal": {"kind": "relieved", "who": "bob", "within": 2, "value": 0.5},
"texts": {"hint": "Help Bob.", "lost": "Nobody came."}}"""
WON_IN_TIME = GOAL.replace(b'"relieved"', b'"unblamed"').replace(b'"value": 0.5', b'"value": 9.0')


def test_a_broken_level_is_listed_with_the_reason(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "010-good.json").write_bytes(GOAL)
    (tmp_path / "020-bad.json").write_bytes(GOAL.replace(b'"who": "bob"', b'"who": "bobb"'))
    (tmp_path / "030-worse.json").write_bytes(b"{")
    monkeypatch.setattr(library, "level_files", lambda: tuple(sorted(tmp_path.glob("*.json"))))
    pilot.key("l")
    assert [entry.broken for entry in pilot.game.state.entries] == [False, True, True]
    assert "bobb" in pilot.game.state.entries[1].line
    assert pilot.control("level.0").enabled
    assert not pilot.control("level.1").enabled
    pilot.click("level.0")
    assert pilot.game.session.level.title == "Goal"


def test_the_list_holds_the_shipped_levels(pilot: Pilot) -> None:
    pilot.key("l")
    assert len(pilot.game.state.entries) >= 4
    assert not any(entry.broken for entry in pilot.game.state.entries)


def test_every_level_has_a_picture_of_its_own(pilot: Pilot) -> None:
    pilot.key("l")
    seen = [entry.level for entry in pilot.game.state.entries]
    pictures = {pygame.image.tobytes(levels.thumbnail(level, (120, 80)), "RGB") for level in seen}
    assert len(pictures) == len(seen)


def test_a_dropped_file_that_is_broken_changes_nothing(pilot: Pilot, tmp_path: Path) -> None:
    pilot.click(1)
    before = pilot.game.session
    (tmp_path / "bad.json").write_bytes(b'{"people": 3}')
    pilot.game.open(tmp_path / "bad.json")
    assert pilot.game.session is before
    assert "bad.json" in pilot.game.shell.toast
    pilot.game.open(tmp_path / "missing.json")
    assert "missing.json" in pilot.game.shell.toast


def test_a_lost_goal_is_said_on_a_sign_and_the_game_goes_on(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=GOAL)
    assert pilot.game.context.outcome is None
    pilot.game.step(25)
    pilot.frames()
    assert pilot.game.context.outcome == "lost"
    pilot.click("banner.restart")
    assert (pilot.game.session.tick, pilot.game.context.outcome) == (0, None)


def test_a_level_with_tools_and_with_norms_of_groups_has_a_picture_too(pilot: Pilot) -> None:
    parts = json.loads(LEVEL)
    parts["groups"] = [{"id": "a", "norms": {"help": 1.0}}]
    level = msgspec.json.encode(decode_level(json.dumps(parts).encode(), "x.json"))
    pilot.game.state.entries = (library.Entry(Path("x.json"), "X", "Y", level),)
    pilot.game.state.dock = "levels"
    pilot.frames()
    assert pilot.control("level.0").enabled


def test_the_strip_shows_the_goal_of_the_level_that_is_played_and_of_no_other(sit_down: type[Pilot]) -> None:
    def strip(pilot: Pilot) -> bytes:
        return pygame.image.tobytes(pilot.surface.subsurface(pilot.control("time.strip").rect), "RGB")

    pilot, file = sit_down(), Path("goal.json")
    without = strip(pilot)
    pilot.game.play(decode_level(GOAL, str(file)), file)
    pilot.frames(seconds=0.0)
    assert strip(pilot) == strip(sit_down(level=GOAL)) != without


def test_a_goal_that_was_won_stays_won_after_a_journey_through_time(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=WON_IN_TIME)
    pilot.game.step(60)
    for there in (verbs.SEEK(5), verbs.NOW()):
        pilot.game.perform(there)
        pilot.frames()
    pilot.game.step()
    assert pilot.game.context.outcome == "won"
    pilot.game.perform(verbs.SEEK(5))
    pilot.frames()
    assert pilot.game.context.outcome is None
    pilot.click(0)
    assert pilot.game.session.decided is None
    for branch in pilot.game.session.branches[1:]:
        pilot.game.session.choose(branch.id, 60)
    assert pilot.game.session.decided == (20, "won")


def test_a_sign_keeps_its_buttons_to_itself_where_there_is_little_room(sit_down: type[Pilot]) -> None:
    pilot = sit_down((1920, 1080), WON_IN_TIME)
    pilot.game.prefer(Preferences(scale=250))
    pilot.key("f2")
    pilot.game.step(20)
    pilot.frames()
    sign = next(pane for pane in pilot.game.panes if pane.name == "banner")
    assert all(sign.rect.contains(control.rect) for control in sign.controls)
    assert not sign.rect.colliderect(pilot.game.layout.tools)


def test_the_tool_in_hand_is_one_that_the_level_offers(sit_down: type[Pilot]) -> None:
    parts = json.loads(LEVEL)
    assert (
        sit_down(level=json.dumps(parts | {"tools": {"gift": 1, "praise": None}}).encode()).game.state.tool == "praise"
    )
    assert sit_down(level=json.dumps(parts | {"tools": {}}).encode()).game.state.tool == "look"
    assert sit_down().game.state.tool == "hurt"
