"""Difficulties: chosen in the list of levels, kept apart, shown while one plays, and undone like anything else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.app import cli
from sandbox.scenario import library
from sandbox.scenario.difficulty import adjusted, difficulties, difficulty_of
from sandbox.scenario.library import level_files
from sandbox.scenario.load import decode_level, load_level
from sandbox.session.files.recording import decode_recording, encode_recording, record
from sandbox.session.files.replay import replay
from sandbox.session.session import Session
from sandbox.session.story.best import Best
from sandbox.ui import verbs
from sandbox.ui.commands.table import possible
from sandbox.ui.hud.goal_words import time_left
from sandbox.ui.scenes.play import Play
from tests.ui.conftest import BOB, LEVEL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Pilot

GOAL: dict[str, Any] = {
    "win": {"used": "praise", "min": 1},
    "within": 30,
    "stars": [{"when": {"used": "hurt", "max": 0}, "text": "Nobody was hurt."}],
}
OTHERS: dict[str, Any] = {"gentle": {"tools": {"praise": 5}, "within": 120}, "hard": {"within": 9}}


def level_with(**more: object) -> bytes:
    changes = {"schema_version": 2, "goal": GOAL, "difficulties": OTHERS}
    return json.dumps({**json.loads(LEVEL), **changes} | more).encode()


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Two levels, of which the first has three difficulties, the second two, and a third without a goal."""
    files = {
        "010-pilot.json": level_with(),
        "020-later.json": level_with(id="later", title="Later", difficulties={"hard": {"within": 5}}),
        "030-free.json": level_with(id="free", title="Free", goal=None, difficulties=None),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    paths = sorted(tmp_path.glob("*.json"))
    monkeypatch.setattr(library, "level_files", lambda: tuple(paths))
    return paths


def left(pilot: Pilot) -> str:
    goal = pilot.game.session.level.goal
    assert goal is not None
    return time_left(pilot.game.context, goal)


def test_the_title_offers_them_too(shelf: list[Path], sit_down: type[Pilot]) -> None:
    pilot = sit_down()
    pilot.game.show_title()
    pilot.frames(2)
    pilot.key("l")
    pilot.tab_to("level.0.hard")
    pilot.key("return")
    pilot.tab_to("levels.play")
    pilot.key("return")
    pilot.frames(2)
    assert isinstance(pilot.scenes.top, Play)
    assert (pilot.scenes.top.playing.path, difficulty_of(pilot.scenes.top.session.level)) == (shelf[0], "hard")


@pytest.mark.parametrize("path", level_files(), ids=lambda path: path.stem)
def test_a_level_knows_at_which_difficulty_it_stands(path: Path) -> None:
    level = load_level(path)
    assert [difficulty_of(adjusted(level, name)) for name in difficulties(level)] == difficulties(level)


def test_they_are_offered_in_the_list_and_begin_the_level_otherwise(pilot: Pilot, shelf: list[Path]) -> None:
    pilot.key("l")
    offered = list[str]()
    for stop in ("level.2", "level.1", "level.0"):
        pilot.click(stop)
        offered += [name for name in pilot.ring() if name.startswith("level.") and name.count(".") == 2]
    assert offered == ["level.1.usual", "level.1.hard", "level.0.gentle", "level.0.usual", "level.0.hard"]
    assert pilot.control("level.0.gentle").tip == "Easy: Praise 5, 2:00 to do it"
    pilot.click("level.0.hard")
    assert pilot.game.session.level.id == "pilot"
    pilot.click("levels.play")
    pilot.game.state.paused = True
    pilot.game.perform(verbs.SEEK(0))
    pilot.frames(2)
    assert (pilot.game.session.level.title, left(pilot)) == ("Pilot", "0:09 left · Hard")
    pilot.key("ctrl+z")
    pilot.frames(2)
    assert pilot.game.session.level.difficulties is None
    pilot.key("ctrl+y")
    pilot.frames(2)
    assert left(pilot).endswith(" left · Hard")
    pilot.game.open(shelf[0])
    assert left(pilot) == "0:30 left"


def test_the_keyboard_chooses_one_in_the_list_and_in_the_palette(pilot: Pilot, shelf: list[Path]) -> None:
    assert pilot.game.playing.path not in shelf
    pilot.key("l")
    pilot.tab_to("level.0.gentle")
    pilot.key("return")
    pilot.tab_to("levels.play")
    pilot.key("return")
    assert pilot.game.session.remaining("praise") == 5
    offers = {one for one in possible(pilot.game) if one.command == verbs.DIFFICULTY.name}
    assert offers == {verbs.DIFFICULTY("usual"), verbs.DIFFICULTY("hard")}
    pilot.game.state.paused = True
    pilot.game.step(20)
    there = pilot.game.session.tick, left(pilot)
    pilot.game.perform(verbs.DIFFICULTY("hard"))
    assert (pilot.game.session.tick, left(pilot)) == (0, "0:09 left · Hard")
    pilot.key("ctrl+z")
    pilot.frames(3)
    assert (pilot.game.session.tick, left(pilot)) == there


def test_another_level_begins_no_faster_than_usual_and_the_same_as_fast_as_before(
    pilot: Pilot, shelf: list[Path]
) -> None:
    speeds = []
    pilot.game.open(shelf[0])
    for speed, path, difficulty in (
        (4.0, shelf[1], "usual"),
        (4.0, shelf[1], "usual"),
        (4.0, shelf[1], "hard"),
        (0.5, shelf[0], "usual"),
    ):
        pilot.game.state.speed = speed
        pilot.game.open(path, difficulty)
        speeds.append(pilot.game.state.speed)
    assert speeds == [1.0, 4.0, 1.0, 0.5]


def test_the_best_is_kept_for_each_and_the_next_level_is_as_hard(pilot: Pilot, shelf: list[Path]) -> None:
    pilot.game.open(shelf[0], "hard")
    pilot.game.step(20)
    pilot.game.state.tool = "praise"
    pilot.click(BOB)
    pilot.game.step(2)
    best = pilot.game.shell.best
    assert best == {"pilot:hard": Best(stars=1, ticks=21)}
    pilot.game.open_dock("levels")
    pilot.frames()
    pilot.click("level.0")
    assert pilot.control("level.0.hard").tip.endswith("Won at 0:02, with 1 star.")
    assert "Won" not in pilot.control("level.0.usual").tip
    pilot.game.perform(verbs.NEXT())
    assert left(pilot) == "0:05 left · Hard"


def test_whoever_lost_is_offered_an_easier_one(pilot: Pilot, shelf: list[Path]) -> None:
    pilot.game.open(shelf[0], "hard")
    pilot.game.step(95)
    pilot.frames(2)
    pilot.tab_to("ending.easier")
    assert pilot.control("ending.easier").tip.endswith("Usual")
    pilot.key("return")
    assert difficulty_of(pilot.game.session.level) == "usual"
    assert pilot.game.session.tick < 5
    pilot.game.open(shelf[0], "gentle")
    pilot.game.step(1205)
    pilot.frames(2)
    assert pilot.game.state.ended is not None
    assert pilot.game.control("ending.easier") is None


def test_what_was_played_at_one_replays_at_it() -> None:
    session = Session(adjusted(decode_level(level_with(), "pilot.json"), "hard"))
    session.step(95)
    recording = decode_recording(encode_recording(record(session)), "pilot.recording.json")
    again = replay(recording)
    assert difficulty_of(again.level) == "hard"
    assert (again.world.digest(), again.decided) == (session.world.digest(), (91, "lost"))


def test_the_command_line_plays_at_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pilot.json"
    file.write_bytes(level_with())
    words = ["run", str(file), "--seconds", "10"]
    assert cli.main(words) == 0
    assert "lost" not in capsys.readouterr().out
    assert cli.main([*words, "--difficulty", "hard"]) == 0
    assert "lost" in capsys.readouterr().out
    assert cli.main([*words, "--difficulty", "hart"]) != 0
    assert "hart" in capsys.readouterr().err
    assert cli.main(["play", "--difficulty", "hard"]) != 0
