"""Tests of saves: they open at once with all whys, play on alike, and nothing forged in one gets past the reader."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from contextlib import suppress
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.people import People
from sandbox.engine.ranges import RANGES
from sandbox.engine.table import columns, replaced
from sandbox.engine.ties import Ties
from sandbox.scenario.problems import LevelError
from sandbox.scenario.schema import Happening
from sandbox.session.cards import Subject
from sandbox.session.recording import decode_recording
from sandbox.session.save_file import (
    MOMENT,
    PNG,
    RECORDING,
    Saved,
    decode_save,
    encode_save,
    glance,
    open_save,
    saved,
    write_save,
)
from sandbox.session.session import Session
from tests.session.play import HURT, first_difference, level, played

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sandbox.engine.world import World

FILE = "my.play"
COMMANDS = (HURT, Happening(do="praise", who="dee", at=2.5), Happening(do="switch", drive="company", on=False, at=8.0))


def session_at(ticks: int) -> Session:
    return played(Session(level("open-square"), seed=5, settings={"walk_speed": 1.5}), ticks, COMMANDS)


@pytest.fixture(scope="module")
def save() -> Saved:
    return saved(session_at(120), name="Monday")


@pytest.fixture(scope="module")
def data(save: Saved) -> bytes:
    return encode_save(save, notes=b'{"a": 1}', picture=PNG + b"picture")


def subjects(session: Session) -> Iterator[Subject]:
    """List all that can be asked about."""
    people = range(len(session.level.people))
    yield from (Subject("person", who) for who in people)
    yield from (Subject(kind, *pair) for kind in ("look", "tie") for pair in permutations(people, 2))


def forged(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Return a zip with other contents in some of its members, or without them."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        members = {name: old.read(name) for name in old.namelist()} | changes
        for name, content in members.items():
            if content is not None:
                new.writestr(name, content)
    return written.getvalue()


def column(data: bytes, member: str) -> np.ndarray:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return np.load(io.BytesIO(archive.read(member)))


def npy(array: np.ndarray, *, allow_pickle: bool = False) -> bytes:
    written = io.BytesIO()
    np.save(written, array, allow_pickle=allow_pickle)
    return written.getvalue()


def moment(data: bytes, **changes: object) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return json.dumps(json.loads(archive.read(MOMENT)) | changes).encode()


def refusal(data: bytes) -> str:
    with pytest.raises(LevelError) as caught:
        decode_save(data, FILE)
    assert all(problem.startswith(FILE) for problem in caught.value.problems)
    return caught.value.problems[0].removeprefix(f"{FILE}: ")


def test_a_save_opens_with_every_why_and_plays_on_alike(tmp_path: Path) -> None:
    session = session_at(400)
    write_save(tmp_path / FILE, saved(session), picture=PNG, notes=b"[]")
    opened = open_save(tmp_path / FILE)
    again = opened.session
    assert (opened.replayable, opened.picture, opened.notes, opened.later) == (True, PNG, b"[]", ())
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
    monkeypatch.setattr("sandbox.session.why.MEMORY", 120)
    assert [again.why(subject) for subject in subjects(again)] == [session.why(s) for s in subjects(session)]
    again.step(50)
    session.step(50)
    assert first_difference(again.world, session.world) == ""
    assert again.world.causes.count == session.world.causes.count


def test_a_save_of_a_save_is_the_same_save() -> None:
    once = saved(session_at(200))
    again = saved(decode_save(encode_save(once), FILE).session)
    assert first_difference(again.world, once.world) == ""
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


def test_what_was_done_after_a_moment_is_given_beside_it() -> None:
    session = session_at(120)
    session.seek(40)
    opened = decode_save(encode_save(saved(session)), FILE)
    assert opened.session.commands == COMMANDS[:2]
    assert opened.later == COMMANDS[2:]
    assert opened.recording.commands == COMMANDS


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


def test_every_member_that_is_lost_or_cut_short_is_missed(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert members.keys() > {"notes.json", "picture.png"}
    for number, (name, content) in enumerate(members.items()):
        if name not in {"notes.json", "picture.png"}:
            other = (None, content[:-2], content + b"\0")[number % 3]
            assert refusal(forged(data, {name: other})).startswith(name), name


def test_every_column_of_another_type_or_shape_or_with_objects_is_refused(data: bytes) -> None:
    for table, kind in (("people", People), ("ties", Ties)):
        for number, name in enumerate(columns(kind)):
            member = f"{table}/{name}.npy"
            found = column(data, member)
            others = (found.astype(np.float32), found[..., :-1], found[None], found.astype(object))
            other = npy(others[number % 4], allow_pickle=True)
            assert refusal(forged(data, {member: other})), member


@pytest.mark.parametrize("table", ["people", "ties"])
def test_every_value_outside_its_range_is_refused_even_with_the_right_fingerprint(save: Saved, table: str) -> None:
    world: World = save.world
    for number, name in enumerate(columns(People if table == "people" else Ties)):
        (low, high, _), wrong = RANGES[table][name], getattr(getattr(world, table), name).copy()
        values = (low - 1, high + 1) if wrong.dtype == np.int64 else (low - 1, high + 1, np.inf, -np.inf, np.nan)
        wrong.flat[3] = values[number % len(values)]
        lie = replaced(world, **{table: replaced(getattr(world, table), **{name: wrong})})
        assert "choose another save" in refusal(encode_save(save._replace(world=lie))), name


@pytest.mark.parametrize(
    ("member", "place", "value"),
    [
        ("people/x.npy", 0, 31.0),
        ("people/gaze.npy", 0, 12),
        ("people/option.npy", 0, 99),
        ("people/option_tick.npy", 0, 5000),
        ("people/why_felt.npy", 0, 10**6),
        ("ties/target.npy", 5, 12),
        ("ties/target.npy", 5, 0),
        ("ties/observer.npy", 0, 11),
        ("ties/believed_source.npy", 0, 12),
        ("people/mood.npy", 0, 0.123),
        ("journal/ids.npy", 3, 0),
        ("journal/ids.npy", -1, 10**6),
        ("journal/tick.npy", -1, 5000),
        ("journal/tick.npy", 0, -1),
        ("journal/kind.npy", 5, 16),
        ("journal/kind.npy", 5, -1),
        ("journal/detail.npy", slice(None), 99),
        ("journal/detail.npy", slice(None), -2),
        ("journal/who.npy", 0, 12),
        ("journal/whom.npy", 0, -2),
        ("journal/value.npy", 0, np.nan),
        ("journal/weights.npy", (0, 0), np.inf),
        ("journal/parents.npy", (2, 0), 9999),
        ("journal/parents.npy", (2, 0), -2),
        ("journal/firsts.npy", 0, 10**6),
        ("journal/firsts.npy", 0, -1),
        ("journal/sizes.npy", 0, 3),
        ("journal/tables.npy", 0, 99),
        ("journal/tables.npy", slice(None), 255),
        ("journal/tables.npy", slice(None), 0),
    ],
)
def test_every_forged_number_is_refused_in_a_sentence(data: bytes, member: str, place: object, value: float) -> None:
    array = column(data, member).copy()
    array[place] = value
    assert "choose another save" in refusal(forged(data, {member: npy(array)}))


@pytest.mark.parametrize(
    "change",
    [
        {"tick": 5},
        {"tick": 864_001},
        {"digest": "0" * 32},
        {"off": ["envi"]},
        {"off": ["envy"]},
        {"ties": 131},
        {"ties": 10**9},
        {"causes": 0},
        {"causes": 2**40},
        {"records": 0},
        {"records": 2**31 - 1},
        {"lists": {}},
        {"lists": []},
        {"more": 1},
    ],
    ids=str,
)
def test_a_moment_that_is_described_wrongly_is_refused(data: bytes, change: dict[str, object]) -> None:
    assert refusal(forged(data, {MOMENT: moment(data, **change)}))


def test_another_level_or_seed_does_not_fit_the_moment(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        recording = json.loads(archive.read(RECORDING))
    assert refusal(forged(data, {RECORDING: json.dumps(recording | {"seed": 6}).encode()})).startswith(
        "moment.json differs"
    )
    recording["level"]["people"].pop()
    assert refusal(forged(data, {RECORDING: json.dumps(recording | {"commands": []}).encode()}))


@pytest.mark.parametrize("seed", range(2))
def test_what_is_forged_within_its_range_plays_on(save: Saved, seed: int) -> None:
    draw = np.random.default_rng(seed)
    world = save.world
    for table, kind in (("people", People), ("ties", Ties)):
        for name in draw.choice([*columns(kind)], 8, replace=False).tolist():
            if name in {"observer", "target"}:
                continue
            found, (low, high, limit) = getattr(getattr(world, table), name).copy(), RANGES[table][name]
            high = {"people": 11, "options": 5, "rules": 2, "causes": 9, "ticks": 5, "width": 30, "height": 19}.get(
                limit, high
            )
            found.flat[draw.choice(found.size, 3)] = np.round(
                draw.uniform(low, high, 3), 0 if found.dtype == int else 9
            )
            world = replaced(world, **{table: replaced(getattr(world, table), **{name: found})})
    opened = decode_save(encode_save(save._replace(world=world)), FILE)
    opened.session.step(600)
    assert all(opened.session.why(subject) for subject in subjects(opened.session))


def test_no_flipped_byte_is_more_than_a_refusal(data: bytes) -> None:
    for place in range(0, len(data), len(data) // 41):
        with suppress(LevelError):
            assert decode_save(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :], FILE).session.tick == 120


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04 torn", b"PK\x05\x06" + bytes(18)])
def test_any_other_file_is_refused(content: bytes) -> None:
    assert refusal(content)


def test_a_bomb_is_refused_before_it_takes_memory(data: bytes) -> None:
    huge = io.BytesIO()
    with zipfile.ZipFile(huge, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(RECORDING, b"[" * 300_000_000)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(2000):
            archive.writestr(str(number), b"")
    wide = forged(data, {"people/x.npy": npy(np.zeros(20_000_000))})
    note = forged(data, {"notes.json": b" " * 1_000_001})
    for bomb in (huge.getvalue(), many.getvalue(), wide, note):
        tracemalloc.start()
        assert "more than a save may" in refusal(bomb)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
        tracemalloc.stop()
