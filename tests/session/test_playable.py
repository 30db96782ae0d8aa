"""Tests of what can be played: a level, a recording and a save all lead to a recording, and to what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.scenario.format import encode
from sandbox.scenario.problems import LevelError
from sandbox.scenario.schema import Happening
from sandbox.session.files.playable import read_commands, read_playable
from sandbox.session.files.recording import record, write_recording
from sandbox.session.files.save_file import saved, write_save
from sandbox.session.session import Session
from tests.session.play import HURT, level, played

if TYPE_CHECKING:
    from pathlib import Path

STAGE = level("open-square")


@pytest.fixture
def session() -> Session:
    return played(Session(STAGE, seed=9), 30, [HURT])


def test_a_level_is_a_recording_of_nothing_done_yet(tmp_path: Path) -> None:
    (tmp_path / "level.json").write_bytes(encode(STAGE))
    recording = read_playable(tmp_path / "level.json")
    assert (recording.level, recording.seed, recording.commands, recording.ticks) == (STAGE, STAGE.seed, (), 0)


def test_a_recording_and_a_save_are_read_alike(tmp_path: Path, session: Session) -> None:
    recording = record(session)
    write_recording(tmp_path / "it.json", recording)
    write_save(tmp_path / "it.play", saved(session)._replace(recording=recording))
    for name in ("it.json", "it.play"):
        assert read_playable(tmp_path / name) == recording
        assert read_commands(tmp_path / name, STAGE) == (HURT,)


def test_commands_are_a_list_as_well(tmp_path: Path) -> None:
    (tmp_path / "do.json").write_text('[{"do": "hurt", "who": "bob", "at": 1.5}]', "utf-8")
    assert read_commands(tmp_path / "do.json", STAGE) == (Happening(do="hurt", who="bob", at=1.5),)


def test_what_was_done_in_a_level_without_such_people_is_refused(tmp_path: Path, session: Session) -> None:
    write_recording(tmp_path / "it.json", record(session))
    with pytest.raises(LevelError, match=r'commands\[0\]\.who = "bob" is nobody in this level'):
        read_commands(tmp_path / "it.json", level("next-please"))
