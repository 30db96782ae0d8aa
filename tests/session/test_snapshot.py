"""Tests of moments in files: play goes on alike, and a wrong file is refused with a reason."""

from __future__ import annotations

import json
import math
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.lab.experiment import shipped
from sandbox.scenario.language import explain
from sandbox.scenario.schema import Happening
from sandbox.session.moment import Moment
from sandbox.session.session import Session
from sandbox.session.snapshot import NOTES, SnapshotError, read_snapshot, write_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HURT = Happening(do="hurt", who="bob")
OFF = Happening(do="switch", drive="sympathy", on=False)


def played(ticks: int) -> Session:
    session = Session(shipped("open-square"), seed=3)
    session.do(HURT)
    session.step(ticks // 2)
    session.do(OFF)
    session.step(ticks - ticks // 2)
    return session


@pytest.fixture
def file(tmp_path: Path) -> Path:
    session = played(40)
    write_snapshot(tmp_path / "kept", session.world, {"commands": len(session.commands)})
    return tmp_path / "kept"


def test_play_goes_on_bit_for_bit_alike_and_back_to_before(file: Path) -> None:
    once, later = played(40), Session(shipped("open-square"), seed=3)
    world, notes = read_snapshot(file, later.world)
    assert notes["commands"] == 2
    assert not any(column.flags.writeable for table in (world.people, world.ties) for column in vars(table).values())
    later.resume(Moment.first(world), once.commands)
    assert (later.tick, later.latest_tick, later.off) == (40, 40, {"sympathy"})
    for session in (once, later):
        session.do(Happening(do="praise", who="bob"))
        session.step(60)
    assert later.world.digest() == once.world.digest()
    assert later.commands == once.commands
    for session in (once, later):
        session.seek(15)
    assert later.world.digest() == once.world.digest()


def test_nothing_but_the_file_is_left_behind(file: Path) -> None:
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def _told(columns: dict[str, np.ndarray], **other: object) -> None:
    notes = json.loads(columns[NOTES].tobytes()) | other
    columns[NOTES] = np.frombuffer(json.dumps(notes).encode(), np.uint8)


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda columns: columns.pop("people.x"), "is no kept moment"),
        (lambda columns: columns.update({"people.x": columns["people.x"].astype(np.float32)}), "is no kept moment"),
        (lambda columns: columns.update({NOTES: columns[NOTES][:-3]}), "is no kept moment"),
        (lambda columns: columns.update({NOTES: np.frombuffer(b"[]", np.uint8)}), "is no kept moment"),
        (lambda columns: _told(columns, tick="soon"), "is no kept moment"),
        (lambda columns: _told(columns, causes=math.inf), "is no kept moment"),
        (lambda columns: columns.update({NOTES: np.frombuffer(b"[" * 100_000, np.uint8)}), "is no kept moment"),
        (lambda columns: _told(columns, tick=41), "belongs to another"),
        (lambda columns: columns.update({"people.x": columns["people.x"] + 1.0}), "belongs to another"),
        (lambda columns: columns.update({"people.x": columns["people.x"][:-1]}), "belongs to another"),
        (lambda columns: columns.update({"ties.target": columns["ties.target"] + 99}), "belongs to another"),
        (lambda columns: columns.update({"ties.why_felt": columns["ties.why_felt"][:-1]}), "belongs to another"),
        (lambda columns: _told(columns, causes=1), "belongs to another"),
    ],
    ids=(
        *("lost", "type", "torn", "list", "word", "endless", "deep"),
        *("tick", "moved", "short", "stranger", "reasons", "records"),
    ),
)
def test_a_wrong_file_is_refused(file: Path, spoil: Callable[[dict[str, np.ndarray]], object], reason: str) -> None:
    with np.load(file) as archive:
        columns = dict(archive)
    spoil(columns)
    with file.open("wb") as out:
        np.savez(out, **columns)
    with pytest.raises(SnapshotError) as caught:
        read_snapshot(file, Session(shipped("open-square"), seed=3).world)
    assert explain(caught.value).startswith(f"{file} {reason}")
    assert explain(caught.value).endswith("remove it, or name another file.")


def test_the_moment_of_another_seed_or_level_is_refused(file: Path) -> None:
    for level, seed in (("open-square", 4), ("look-away", 3)):
        with pytest.raises(SnapshotError, match=r"^snapshot\.foreign"):
            read_snapshot(file, Session(shipped(level), seed=seed).world)


def test_no_flipped_byte_is_more_than_a_refusal(file: Path) -> None:
    content, start = file.read_bytes(), Session(shipped("open-square"), seed=3).world
    for place in range(0, len(content), len(content) // 97):
        file.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        with suppress(SnapshotError):
            assert read_snapshot(file, start)[0].tick == 40


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04 torn"])
def test_any_other_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(SnapshotError, match=r"^snapshot\.broken"):
        read_snapshot(tmp_path / "other", Session(shipped("open-square"), seed=3).world)
