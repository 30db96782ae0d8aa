"""The file of an open level that is changed by another program: taken up, undone, or told of if it is broken."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from sandbox.ui import verbs
from sandbox.ui.course.watched import Watched
from tests.ui.conftest import BOB, LEVEL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Pilot

OTHER = LEVEL.replace(b"Pilot", b"Another")
LOOKS = 2
"""A change is taken up once it has lasted from one look to the next."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pilot.json"
    path.write_bytes(LEVEL)
    return path


@pytest.fixture
def at_home(pilot: Pilot, file: Path) -> Pilot:
    """A pilot before the paused game of a level from a file of their own."""
    pilot.game.perform(verbs.OPEN(file))
    pilot.game.state.paused = True
    pilot.frames()
    return pilot


def write(path: Path, content: bytes, later: int = 1) -> None:
    """Write a file, some seconds after it was written last."""
    written = path.stat().st_mtime_ns
    path.write_bytes(content)
    os.utime(path, ns=(written, written + later * 10**9))


def wait(pilot: Pilot, looks: int = LOOKS) -> None:
    pilot.frames(looks, seconds=1.0)


def test_a_change_is_taken_up_and_undone(at_home: Pilot, file: Path) -> None:
    game = at_home.game
    at_home.click(BOB)
    game.step(20)
    game.state.paused, before, tick = True, game.session, game.session.tick
    write(file, OTHER)
    wait(at_home)
    assert game.session.level.title == "Another"
    assert (game.session.tick, game.playing.path) == (0, file)
    assert game.shell.toast == "“Another” was changed outside, and begins anew. Ctrl+Z brings back what was there."
    at_home.key("ctrl+z")
    assert game.session is before
    assert (before.level.title, before.tick, len(before.commands)) == ("Pilot", tick, 1)
    wait(at_home)
    assert game.session is before
    at_home.key("ctrl+y")
    assert game.session.level.title == "Another"


def test_a_play_that_was_paused_stays_paused_and_one_that_ran_runs(at_home: Pilot, file: Path) -> None:
    for number, paused in enumerate((True, False)):
        at_home.game.state.paused = paused
        write(file, OTHER.replace(b"Another", b"Another %d" % number))
        wait(at_home)
        assert at_home.game.session.level.title == f"Another {number}"
        assert at_home.game.state.paused is paused


def test_a_level_is_played_on_at_the_difficulty_that_it_was_played_at(pilot: Pilot, file: Path) -> None:
    level = json.loads(LEVEL) | {"schema_version": 2, "difficulties": {"hard": {"tools": {"hurt": 1}}}}
    file.write_bytes(json.dumps(level).encode())
    pilot.game.open(file, "hard")
    wait(pilot, 1)
    write(file, json.dumps(level | {"title": "Another"}).encode())
    wait(pilot)
    assert pilot.game.session.level.title == "Another"
    assert pilot.game.session.level.tools == {"hurt": 1}


def test_a_file_that_is_broken_is_told_of_once_and_the_play_goes_on(at_home: Pilot, file: Path) -> None:
    game, before = at_home.game, at_home.game.session
    write(file, OTHER.replace(b'"who": "bob"', b'"who": "bub"').replace(b'"people"', b'"poeple"'))
    wait(at_home)
    assert game.session is before
    assert "pilot.json: " in game.shell.toast
    assert "people" in game.shell.toast
    game.shell.hush()
    wait(at_home)
    assert not game.shell.toast
    write(file, OTHER)
    wait(at_home)
    assert game.session.level.title == "Another"


def test_what_is_half_written_at_one_look_is_not_read_before_the_next(file: Path) -> None:
    watched = Watched(file)
    write(file, LEVEL[:100])
    assert watched.changed(1.0) is None
    write(file, OTHER)
    assert watched.changed(1.0) is None
    level = watched.changed(1.0)
    assert level is not None
    assert level.title == "Another"
    assert watched.changed(1.0) is None


def test_a_file_is_looked_at_once_a_second(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched, looks = Watched(file), list[int]()
    stamp = watched._stamp
    monkeypatch.setattr(watched, "_stamp", lambda: looks.append(1) or stamp())
    for _ in range(100):
        watched.changed(1 / 32)
    assert len(looks) == 3


def test_a_file_with_the_same_content_or_that_is_gone_changes_nothing(at_home: Pilot, file: Path) -> None:
    before = at_home.game.session
    write(file, LEVEL)
    wait(at_home)
    assert at_home.game.session is before
    file.unlink()
    wait(at_home)
    assert at_home.game.session is before
    assert not at_home.game.shell.toast
    file.write_bytes(OTHER)
    wait(at_home)
    assert at_home.game.session.level.title == "Another"


def test_a_play_through_without_a_file_is_left_alone(pilot: Pilot) -> None:
    assert pilot.game.playing.path is None
    wait(pilot)
    assert pilot.game.watched is None
