"""Journals that are torn, broken, forged or long are read as far as they can be, or refused in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.scenario.problems import LevelError
from sandbox.session.files.play_journal import MOST_LEFT, decode_journal, encode_head, read_journal
from sandbox.session.files.recording import record
from sandbox.session.files.reopen import Reopened, reopen
from sandbox.session.session import Session
from tests.scenario.full import full
from tests.scenario.small import load
from tests.session.keeping import NOTES, assert_same, keeping, nothing
from tests.session.play import HURT, fresh

if TYPE_CHECKING:
    from sandbox.session.files.autosaves import Autosaves


@pytest.mark.parametrize("torn", [1, 5, 12])
def test_a_last_line_that_was_torn_off_loses_itself_only(autosaves: Autosaves, session: Session, torn: int) -> None:
    kept = keeping(autosaves, session)
    session.do(HURT)
    session.step(5)
    kept.tell()
    (path,) = autosaves.paths()
    path.write_bytes(path.read_bytes()[:-torn])
    assert read_journal(path).tick == 50


def test_a_journal_of_a_level_with_goal_rules_and_roles_reads_back() -> None:
    session = Session(load(full()))
    session.step(20)
    recording = record(session)
    head = encode_head(recording)
    assert head.count(b"\n") == 1
    assert decode_journal(head, "it").recording.level == session.level


def test_a_broken_save_beside_a_journal_is_said_and_played_again(autosaves: Autosaves, session: Session) -> None:
    kept = keeping(autosaves, session)
    kept.finish(nothing, NOTES)
    kept.path.write_bytes(b"PK broken")
    opened = reopen(kept.path)
    assert isinstance(opened, Reopened)
    assert "no save" in opened.complaint
    assert (opened.session.tick, opened.to) == (0, 50)


def test_a_broken_journal_beside_a_save_is_said_and_the_moment_is_there(autosaves: Autosaves, session: Session) -> None:
    kept = keeping(autosaves, session)
    kept.finish(nothing, NOTES)
    kept.path.with_suffix(".journal").write_bytes(b'{"recording_version": 1}\n')
    opened = reopen(kept.path)
    assert isinstance(opened, Reopened)
    assert opened.complaint
    assert opened.session.tick == 50


@pytest.mark.parametrize(
    "line",
    [
        b"[]",
        b"{",
        b'{"tick": 1}',
        b'{"tick": -1, "latest": 5}',
        b'{"tick": 60, "latest": 60, "keep": 5}',
        b'{"tick": 60, "latest": 60, "do": [{"do": "hurt", "who": "nobody", "at": 6}]}',
        b'{"tick": 60, "latest": 60, "do": [{"do": "hurt", "who": "bob", "at": 7}]}',
        b'{"tick": 60, "latest": 60, "off": ["hunger"]}',
        b'{"tick": 60, "latest": 1e999}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_a_strangers_journal_is_refused_in_a_sentence(autosaves: Autosaves, line: bytes) -> None:
    keeping(autosaves, fresh())
    data = autosaves.paths()[0].read_bytes() + line + b"\n"
    with pytest.raises(LevelError) as raised:
        decode_journal(data, "stranger.journal")
    assert str(raised.value.problems[0]).startswith("stranger.journal")


def test_a_journal_of_endless_lines_is_refused() -> None:
    with pytest.raises(LevelError, match="lines"):
        decode_journal(b"{}\n" * 50_000, "long.journal")


def test_futures_that_were_left_are_counted(autosaves: Autosaves, session: Session) -> None:
    kept = keeping(autosaves, session)
    for _ in range(MOST_LEFT + 10):
        session.seek(1)
        session.do(HURT)
        session.step()
        kept.tell()
    assert len(read_journal(autosaves.paths()[0]).recording.branches) == MOST_LEFT


def test_a_journal_that_has_grown_long_begins_anew(
    autosaves: Autosaves, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.session.files.autosave.MOST_LINES", 20)
    kept = keeping(autosaves, session)
    for _ in range(30):
        session.step()
        kept.tell()
    (path,) = autosaves.paths()
    assert path.read_bytes().count(b"\n") < 15
    assert_same(path, session)
