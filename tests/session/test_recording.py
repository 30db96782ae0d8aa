"""Tests of recordings: what is written is read again and plays alike, and what no file may say is refused."""

from __future__ import annotations

import json
import tracemalloc
from functools import cache
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import describe
from sandbox.engine.vocabulary import DRIVES
from sandbox.lab.ordinary import draws
from sandbox.lab.town import whim
from sandbox.scenario.language import explain
from sandbox.scenario.problems import LevelError
from sandbox.scenario.schema import Happening
from sandbox.session.files.recording import (
    LARGEST,
    Branch,
    Digest,
    Recording,
    decode_recording,
    encode_recording,
    read_recording,
    record,
    write_recording,
)
from sandbox.session.files.replay import PartedError, replay
from sandbox.session.session import Session
from tests.session.play import HURT, first_difference, level, played

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COMMANDS = (HURT, Happening(do="praise", who="dee", at=2.5), Happening(do="switch", drive="company", on=False, at=8.0))
FILE = "some.json"
LONG_WALLS = [{"x1": 0, "y1": 0, "x2": 900, "y2": 9}] * 4000


@cache
def recorded(ticks: int = 130) -> Recording:
    session = Session(level("open-square"), seed=5, off=["envy"], settings={"walk_speed": 1.5})
    return record(played(session, ticks, COMMANDS), shelf="open-square", name="Monday", report=["one", "two\tthree"])


def test_a_recording_is_read_as_it_was_written_and_is_pleasant_to_read(tmp_path: Path) -> None:
    recording = recorded()
    write_recording(tmp_path / FILE, recording)
    assert read_recording(tmp_path / FILE) == recording
    lines = (tmp_path / FILE).read_text("utf-8").splitlines()
    assert '    {"do": "praise", "at": 2.5, "who": "dee"},' in lines
    assert '    {"name": "Bob"' not in lines
    assert max(map(len, lines)) < 400


def test_a_recording_replays_alike_to_any_tick() -> None:
    recording = recorded()
    session = played(Session(level("open-square"), seed=5, off=["envy"], settings={"walk_speed": 1.5}), 130, COMMANDS)
    assert first_difference(replay(recording).world, session.world) == ""
    assert record(replay(recording)).commands == recording.commands
    session.seek(60)
    assert first_difference(replay(recording, 60).world, session.world) == ""


def test_what_is_waiting_to_be_done_is_recorded_and_replayed() -> None:
    session = played(Session(level("open-square")), 20, [HURT])
    session.do(Happening(do="gift", who="bob"))
    again = replay(record(session))
    assert again.commands == session.commands
    again.step()
    session.step()
    assert first_difference(again.world, session.world) == ""


def test_whatever_is_recorded_can_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.session.files.recording.MOST_DONE", 6)
    session = played(Session(level("open-square")), 20, [HURT])
    for number in range(5):
        session.seek(9 - number)
        session.do(Happening(do="gift", who="bob", amount=0.1 * (number + 1)))
        session.step(2)
    for shelf in ("/home/\udcff/a.json", "/a\n.json", "/" * 5000):
        recording = record(session, shelf=shelf)
        assert decode_recording(encode_recording(recording), FILE) == recording
        assert recording.shelf == ""
    latest = [branch.commands for branch in session.branches[-2:]]
    assert [branch.commands for branch in recording.branches] == latest


def test_fingerprints_are_dense_at_first_and_those_of_a_future_that_was_replaced_are_gone() -> None:
    session = played(Session(level("open-square")), 250, [HURT])
    assert [digest.tick for digest in record(session).digests] == [50, 100, 150, 200, 250]
    session.seek(120)
    session.do(HURT)
    assert [digest.tick for digest in record(session).digests] == [50, 100]


def test_a_replay_that_goes_another_way_says_from_when_on() -> None:
    recording = recorded()
    other = msgspec.structs.replace(recording, digests=(recording.digests[0], Digest(tick=100, digest="0" * 32)))
    with pytest.raises(PartedError) as caught:
        replay(other)
    assert explain(caught.value).startswith("by tick 100 this goes another way")
    assert replay(other, 90).tick == 90


def test_a_replay_of_what_cannot_be_done_says_when_and_why() -> None:
    few = msgspec.structs.replace(level("open-square"), tools={"hurt": 1})
    recording = msgspec.structs.replace(recorded(), level=few, commands=(HURT, HURT), digests=())
    with pytest.raises(PartedError) as caught:
        replay(recording)
    assert explain(caught.value).startswith("what was done at 0 s cannot be done any more: ")


def told(**changes: object) -> bytes:
    value = json.loads(encode_recording(recorded()))
    for path, entry in changes.items():
        *above, last = path.split("__")
        place = value
        for step in above:
            place = place[int(step) if step.isdecimal() else step]
        place[int(last) if last.isdecimal() else last] = entry
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"recording_version": 2}, "recording_version is 2, so it was made for a newer version of the game; this one"),
        ({"recording_version": "1"}, 'recording_version = "1" is a text'),
        ({"sead": 3}, 'sead is not a field that is known here; did you mean "seed"?'),
        ({"seed": -1}, "seed = -1 lies outside 0 to 2,147,483,647"),
        ({"ticks": 864_001}, "ticks = 864001 lies outside 0 to 864,000"),
        ({"off": ["envi"]}, 'off[0] = "envi" is no drive; did you mean "envy"?'),
        ({"settings": {"walk_speed": 99}}, "settings.walk_speed: "),
        ({"settings": {"walk_sped": 1}}, "settings.walk_sped: "),
        ({"commands__0__who": "bub"}, 'commands[0].who = "bub" is nobody in this level; did you mean "bob"?'),
        ({"commands__1__at": 9.0}, "commands[2].at is 8; it must not come before the one above it"),
        ({"commands__2__at": 14.0}, "commands[2].at is 14; it must not come before"),
        ({"commands": [{"do": "hurt", "who": "bob"}] * 40_001}, "commands has 40001 entries"),
        ({"digests__0__digest": "0"}, "digests[0].digest has 1 character"),
        ({"digests__0__tick": 100}, "digests[1].tick is 100; it must not come before"),
        ({"branches": [{"from": 5, "until": 4}]}, "branches[0].from is 5, and the branch ends at 4"),
        ({"branches": [{"until": 4, "commands": [{"do": "hrt"}]}]}, 'branches[0].commands[0].do = "hrt"'),
        ({"level__people__0__x": 500}, "level.people[0].x = 500 lies off the map"),
        ({"level__schema_version": 7}, "level.schema_version = 7"),
        ({"level__map__width": 900, "level__map__walls": LONG_WALLS}, "the level asks for "),
        ({"report": ["a\nb"]}, "report[0] holds the unprintable character U+000A"),
    ],
    ids=lambda entry: str(entry)[:50] if isinstance(entry, dict) else "",
)
def test_what_a_recording_may_not_say_is_refused_in_a_sentence(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(LevelError) as caught:
        decode_recording(told(**changes), FILE)
    assert caught.value.problems[0].startswith(f"{FILE}: {sentence}"), caught.value.problems[0]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"[" * 100_000, b'{"recording_version": 1}', b"\xff"])
def test_any_other_file_is_refused(content: bytes) -> None:
    with pytest.raises(LevelError):
        decode_recording(content, FILE)


@pytest.mark.parametrize("entry", [b"{},", b"[],", b"1,"])
def test_more_values_than_can_be_played_are_refused_before_they_take_memory(entry: bytes) -> None:
    content = b"[" + entry * (LARGEST // len(entry))
    tracemalloc.start()
    with pytest.raises(LevelError, match="it holds more than"):
        decode_recording(content, FILE)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b" " * (LARGEST + 1))
    with pytest.raises(LevelError, match="more than 8,000,000 bytes"):
        read_recording(tmp_path / FILE)


NAMES = st.text("abc Äöяж’", max_size=60)
PARAMETERS = {parameter.name: parameter for parameter in describe()}


@st.composite
def recordings(draw: Callable[[st.SearchStrategy[object]], object]) -> Recording:
    """Draw a recording of anything that can be recorded."""
    stage, whims = level("open-square"), draws(draw(st.integers(0, 2**31 - 1)), "player")
    session = Session(stage, seed=draw(st.integers(0, 2**31 - 1)), off=draw(st.sets(st.sampled_from(DRIVES))))
    for ticks in draw(st.lists(st.integers(0, 9), max_size=4)):
        session.step(ticks)
        try:
            session.do(whim(stage, whims))
        except Impossible:
            continue
    names = draw(st.sets(st.sampled_from([*PARAMETERS]), max_size=3))
    changed = {name: draw(st.floats(PARAMETERS[name].low, PARAMETERS[name].high)) for name in names}
    branch = Branch(name=draw(NAMES), commands=session.commands, start=2, end=session.tick + 2)
    recording = record(session, name=draw(NAMES), report=draw(st.lists(NAMES, max_size=3)))
    return msgspec.structs.replace(recording, settings=changed, branches=(branch,) * draw(st.integers(0, 2)))


@settings(max_examples=12)
@given(recordings())
def test_every_recording_survives_being_written(recording: Recording) -> None:
    assert decode_recording(encode_recording(recording), FILE) == recording
