"""Tests of what strangers could put into a save: nothing forged gets past the reader, or it plays on."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.people import People
from sandbox.engine.ranges import RANGES
from sandbox.engine.table import columns, replaced
from sandbox.engine.ties import Ties
from sandbox.scenario.problems import LevelError
from sandbox.session.files.save_file import (
    MOMENT,
    RECORDING,
    Saved,
    decode_save,
    encode_save,
    saved,
)
from tests.session.play import HURT, straight
from tests.session.saves import FILE, column, forged, members, moment, npy, refusal, subjects

if TYPE_CHECKING:
    from sandbox.engine.world import World


def test_every_member_that_is_lost_or_cut_short_is_missed(few: bytes) -> None:
    assert members(few).keys() > {"notes.json", "picture.png"}
    for number, (name, content) in enumerate(members(few).items()):
        if name not in {"notes.json", "picture.png"}:
            other = (None, content[:-2], content + b"\0")[number % 3]
            assert refusal(forged(few, {name: other})).startswith(name), name


def test_every_column_of_another_type_or_shape_or_with_objects_is_refused(few: bytes) -> None:
    for table, kind in (("people", People), ("ties", Ties)):
        for number, name in enumerate(columns(kind)):
            member = f"{table}/{name}.npy"
            found = column(few, member)
            others = (found.astype(np.float32), found[..., :-1], found[None], found.astype(object))
            other = npy(others[number % 4], allow_pickle=True)
            assert refusal(forged(few, {member: other})), member


@pytest.mark.parametrize(
    "head",
    [b"(" * 200, b"{'descr': '<f8'", b"3L", b"\xff", b"[" * 90 + b"]" * 90],
    ids=("deep", "torn", "older", "bytes", "lists"),
)
def test_a_column_that_says_nothing_of_itself_is_refused(data: bytes, head: bytes) -> None:
    whole = npy(column(data, "people/x.npy"))
    numbers = whole[10 + int.from_bytes(whole[8:10], "little") :]
    content = whole[:8] + len(head).to_bytes(2, "little") + head + numbers
    assert refusal(forged(data, {"people/x.npy": content})).startswith("people/x.npy")


@pytest.mark.parametrize("table", ["people", "ties"])
def test_every_value_outside_its_range_is_refused_even_with_the_right_fingerprint(table: str) -> None:
    save = saved(straight(40, HURT))
    world: World = save.moment.world
    for number, name in enumerate(columns(People if table == "people" else Ties)):
        (low, high, _), wrong = RANGES[table][name], getattr(getattr(world, table), name).copy()
        values = (low - 1, high + 1) if wrong.dtype == np.int64 else (low - 1, high + 1, np.inf, -np.inf, np.nan)
        wrong.flat[2] = values[number % len(values)]
        lie = replaced(world, **{table: replaced(getattr(world, table), **{name: wrong})})
        assert "choose another save" in refusal(encode_save(save._replace(moment=replaced(save.moment, world=lie)))), (
            name
        )


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
    recording = json.loads(members(data)[RECORDING])
    assert refusal(forged(data, {RECORDING: json.dumps(recording | {"seed": 6}).encode()})).startswith(
        "moment.json differs"
    )
    recording["level"]["people"].pop()
    assert refusal(forged(data, {RECORDING: json.dumps(recording | {"commands": []}).encode()}))


@pytest.mark.parametrize("seed", range(2))
def test_what_is_forged_within_its_range_plays_on(save: Saved, seed: int) -> None:
    draw = np.random.default_rng(seed)
    world = save.moment.world
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
    opened = decode_save(encode_save(save._replace(moment=replaced(save.moment, world=world))), FILE)
    opened.session.step(150)
    assert all(opened.session.why(subject) for subject in subjects(opened.session))


def test_who_feels_is_said_by_the_level_so_that_all_that_is_to_come_can_happen(save: Saved) -> None:
    world = save.moment.world
    numb = replaced(world, people=replaced(world.people, sentience=np.zeros(len(world.people))))
    lie = encode_save(save._replace(moment=replaced(save.moment, world=numb)))
    assert refusal(lie).startswith("moment.json differs")


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
        archive.writestr(RECORDING, b"[" * 30_000_000)
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
