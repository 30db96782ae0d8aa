"""The map of levels and their pictures, dropped files, and how a goal ends."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import msgspec
import pygame

from sandbox.scenario import library
from sandbox.scenario.load import decode_level, load_level
from sandbox.ui import verbs
from sandbox.ui.campaign import pictures
from sandbox.ui.preferences import Preferences
from tests.ui.conftest import LEVEL

if TYPE_CHECKING:
    import pytest

    from sandbox.scenario.schema import Level
    from sandbox.session.frame import Frame
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
    monkeypatch.setattr(library, "LEVELS", tmp_path)
    pilot.key("l")
    assert [entry.broken for entry in pilot.game.state.entries] == [False, True, True]
    assert "bobb" in pilot.game.state.entries[1].line
    assert "bobb" in pilot.control("level.1").tip
    pilot.click("level.1")
    assert pilot.game.control("levels.play") is None
    pilot.click("level.1")
    assert pilot.game.session.level.title == "Pilot"
    pilot.click("level.0")
    pilot.click("levels.play")
    assert pilot.game.session.level.title == "Goal"


def test_the_list_holds_the_shipped_levels(pilot: Pilot) -> None:
    pilot.key("l")
    assert len(pilot.game.state.entries) >= 4
    assert not any(entry.broken for entry in pilot.game.state.entries)


def test_the_examples_stand_on_pages_of_their_own_and_can_be_played(pilot: Pilot) -> None:
    pilot.key("l")
    entries = pilot.game.state.entries
    example = next(index for index, entry in enumerate(entries) if entry.example)
    while pilot.game.control(f"level.{example}") is None:
        pilot.click("levels.more")
    listed = [control.name for control in pilot.game.controls if control.name.startswith("level.")]
    assert all(int(name.split(".")[1]) >= example for name in listed)
    pilot.click(f"level.{example}")
    pilot.click("levels.play")
    assert pilot.game.playing.path == entries[example].path


def test_every_level_has_a_picture_of_its_own(pilot: Pilot) -> None:
    pilot.key("l")
    seen = [entry.level for entry in pilot.game.state.entries]
    drawn = {pygame.image.tobytes(pictures.picture_of(level, (120, 80)).draw(), "RGB") for level in seen}
    assert len(drawn) == len(seen)


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
    pilot.click("ending.again")
    assert (pilot.game.session.tick, pilot.game.context.outcome) == (0, None)


def test_a_level_with_tools_and_with_norms_of_groups_has_a_picture_too() -> None:
    parts = json.loads(LEVEL)
    parts["groups"] = [{"id": "a", "norms": {"help": 1.0}}]
    level = msgspec.json.encode(decode_level(json.dumps(parts).encode(), "x.json"))
    assert pictures.picture_of(level, (60, 40)).draw().get_size() == (60, 40)


def test_the_list_of_two_hundred_files_reads_those_of_its_page_once(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def load(path: Path) -> Level:
        read.append(path)
        return load_level(path)

    for number in range(200):
        (tmp_path / f"{number:03}-goal.json").write_bytes(GOAL)
    monkeypatch.setattr(library, "LEVELS", tmp_path)
    monkeypatch.setattr(library, "load_level", load)
    pilot.key("l")
    pilot.frames()
    assert len(pilot.game.state.entries) == 200
    assert 0 < len(read) < 40
    shown = len(read)
    pilot.key("l")
    pilot.key("l")
    assert len(read) == shown
    changed = GOAL.replace(b"Goal", b"Another")
    (tmp_path / "000-goal.json").write_bytes(changed)
    pilot.key("l")
    pilot.key("l")
    assert pilot.game.state.entries[0].title == "Another"


def held_up(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, list[bytes]]:
    """Let levels be set up only once something has come; return that, and those that were begun with."""
    pictures._WORKER.submit(bool).result()  # What other tests began is done.
    hold, begun, first_frame = Event(), list[bytes](), pictures._first_frame

    def late(level: bytes) -> Frame:
        begun.append(level)
        hold.wait()
        return first_frame(level)

    monkeypatch.setattr(pictures, "_first_frame", late)
    return hold, begun


def test_pictures_of_levels_come_one_at_a_time_and_nobody_waits_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [GOAL.replace(b'"x": 12', b'"x": %d' % x) for x in (3, 5, 7)]
    read = [msgspec.json.encode(decode_level(file, "goal.json")) for file in files]
    wanted = [(level, pygame.Rect(0, place * 40, 60, 40)) for place, level in enumerate(read)]
    hold, begun = held_up(monkeypatch)
    surface = pygame.Surface((60, 120))
    for _ in range(3):
        pictures.draw_pictures(surface, wanted)
    waiting = [pictures.picture_of(level, box.size) for level, box in wanted]
    assert not any(picture.drawn for picture in waiting)
    hold.set()
    for drawn in range(1, 4):
        pictures._WORKER.submit(bool).result()
        assert len(begun) == drawn
        pictures.draw_pictures(surface, wanted)
        assert sum(picture.drawn for picture in waiting) == drawn


def test_what_is_no_longer_wanted_is_not_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    hold, begun = held_up(monkeypatch)
    surface, box = pygame.Surface((60, 40)), pygame.Rect(0, 0, 60, 40)
    pages = [GOAL.replace(b'"x": 12', b'"x": %d' % x) for x in (2, 4, 6, 8)]
    for level in pages:
        pictures.draw_pictures(surface, [(level, box)])
    hold.set()
    pictures._WORKER.submit(bool).result()
    pictures.draw_pictures(surface, [(pages[-1], box)])
    pictures._WORKER.submit(bool).result()
    assert begun == [pages[0], pages[-1]]


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
    sign = next(pane for pane in pilot.game.panes if pane.name == "goal")
    assert all(sign.rect.contains(control.rect) for control in sign.controls)
    assert not sign.rect.colliderect(pilot.game.layout.tools)


def test_the_tool_in_hand_is_one_that_the_level_offers(sit_down: type[Pilot]) -> None:
    parts = json.loads(LEVEL)
    assert sit_down(level=json.dumps(parts | {"tools": {"gift": 1, "praise": None}}).encode()).game.state.tool == "gift"
    assert sit_down(level=json.dumps(parts | {"tools": {}}).encode()).game.state.tool == "look"
    assert sit_down().game.state.tool == "hurt"
