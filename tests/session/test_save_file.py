"""Tests of saves: they open at once with all whys, and play on alike."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.session.files.recording import decode_recording
from sandbox.session.files.save_file import (
    MOMENT,
    PNG,
    RECORDING,
    decode_save,
    encode_save,
    glance,
    open_save,
    saved,
    write_save,
)
from sandbox.session.session import Session
from tests.session.play import HURT, first_difference, level
from tests.session.saves import COMMANDS, FILE, column, forged, moment, npy, refusal, session_at, subjects

if TYPE_CHECKING:
    from pathlib import Path


def test_a_save_opens_with_every_why_and_plays_on_alike(tmp_path: Path) -> None:
    session = session_at(400)
    write_save(tmp_path / FILE, saved(session), picture=PNG, notes=b"[]")
    opened = open_save(tmp_path / FILE)
    again = opened.session
    assert (opened.replayable, opened.picture, opened.notes) == (True, PNG, b"[]")
    assert (again.tick, again.commands, again.settings) == (400, session.commands, {"walk_speed": 1.5})
    for ticks in (0, 1, 100):
        for one in (session, again):
            one.step(ticks)
        assert first_difference(again.world, session.world) == ""
        assert [again.why(subject) for subject in subjects(again)] == [session.why(s) for s in subjects(session)]
        assert again.frame().recent == session.frame().recent
        assert np.array_equal(again.frame().before.x, session.frame().before.x)


def test_whys_that_are_older_than_the_journal_of_a_save_are_kept_and_others_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = session_at(400)
    whole = len(column(encode_save(saved(session)), "journal/ids.npy"))
    monkeypatch.setattr("sandbox.engine.excerpt.WINDOW", 130)
    data = encode_save(saved(session))
    again = decode_save(data, FILE).session
    assert len(column(data, "journal/ids.npy")) < whole
    monkeypatch.setattr("sandbox.session.why.roots.MEMORY", 120)
    assert [again.why(subject) for subject in subjects(again)] == [session.why(s) for s in subjects(session)]
    again.step(50)
    session.step(50)
    assert first_difference(again.world, session.world) == ""
    assert again.world.causes.count == session.world.causes.count


def test_a_save_of_a_save_is_the_same_save() -> None:
    once = saved(session_at(200))
    again = saved(decode_save(encode_save(once), FILE).session)
    assert first_difference(again.moment.world, once.moment.world) == ""
    assert (again.recording.commands, again.recording.digests) == (once.recording.commands, once.recording.digests)


@pytest.mark.parametrize("ticks", [0, 1])
def test_the_very_beginning_can_be_saved(ticks: int) -> None:
    session = Session(level("open-square"))
    session.step(ticks)
    session.do(HURT)
    again = decode_save(encode_save(saved(session)), FILE).session
    assert again.commands == session.commands
    for one in (session, again):
        one.step(20)
    assert first_difference(again.world, session.world) == ""


def test_what_was_done_after_a_moment_still_lies_ahead_of_it() -> None:
    session = session_at(120)
    end = session.world
    session.seek(40)
    again = decode_save(encode_save(saved(session)), FILE).session
    assert (again.tick, again.latest_tick, again.commands) == (40, 120, COMMANDS)
    again.seek(120)
    assert first_difference(again.world, end) == ""


def test_the_past_of_a_save_is_played_again_bit_by_bit_and_other_futures_are_kept() -> None:
    session = session_at(120)
    session.seek(60)
    session.do(HURT)
    session.step(30)
    session.rename(session.branches[0].id, "with")
    session.rename(session.branches[1].id, "without")
    again = decode_save(encode_save(saved(session)), FILE).session
    assert [branch.name for branch in again.branches] == ["with", "without"]
    while not again.fill(0.01):
        pass
    assert again.earliest_tick == 0
    for tick in (10, 70):
        for one in (session, again):
            one.seek(tick)
        assert first_difference(again.world, session.world) == ""
    other = again.branches[1]
    assert (other.name, other.commands, other.fork, other.latest_tick) == ("without", COMMANDS, 60, 120)
    for one in (session, again):
        one.choose(one.branches[1].id, 110)
    assert first_difference(again.world, session.world) == ""


def test_a_glance_gives_the_recording_and_the_picture(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    seen = glance(tmp_path / FILE)
    assert (seen.recording.name, seen.recording.ticks, seen.picture) == ("Monday", 120, PNG + b"picture")


def test_of_another_engine_the_moment_is_opened_as_far_as_its_numbers_mean_the_same(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        recording, head = (json.loads(archive.read(name)) for name in (RECORDING, MOMENT))
    recording["made_with"]["engine"] = "another"
    head["lists"]["options"].pop()
    changes = {RECORDING: json.dumps(recording).encode(), MOMENT: json.dumps(head).encode(), "people/tired.npy": None}
    changes |= {
        f"{table}/{name}.npy": npy(column(data, f"{table}/{name}.npy")[:, :-1].copy())
        for table in ("people", "before")
        for name in ("habit", "norms")
    }
    opened = decode_save(forged(data, {**changes, "people/gone.npy": b"?"}), FILE)
    assert not opened.replayable
    assert opened.session.world.people.tired.max() == 0
    assert any(len(opened.session.why(subject)) > 1 for subject in subjects(opened.session))
    opened.session.step(50)


def test_a_moment_whose_numbers_mean_something_else_cannot_be_opened_but_its_recording_can(data: bytes) -> None:
    lists = json.loads(moment(data))["lists"]
    swapped = {**lists, "options": [*reversed(lists["options"])]}
    other = forged(data, {MOMENT: moment(data, lists=swapped)})
    assert refusal(other).startswith("moment.json was saved by a version of the game that reckons with other things")
    with zipfile.ZipFile(io.BytesIO(other)) as archive:
        assert decode_recording(archive.read(RECORDING), FILE).commands == COMMANDS
