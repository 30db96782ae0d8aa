"""Tests of what is kept of a sweep that is broken off: all its bits, and never what other sources played."""

from __future__ import annotations

import math
import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.lab import provenance as asked
from sandbox.lab.checkpoint import Block, Checkpoint
from sandbox.lab.experiment import WHOLE, Condition
from sandbox.lab.provenance import ROOMS, provenance
from sandbox.scenario.folders import LEVELS, PRESENCE, ROOT

if TYPE_CHECKING:
    from pathlib import Path

BLOCK = Block("brief", Condition(("sympathy",), (("walk_speed", 0.1 + 0.2),)), 3, 4, provenance())
MEASURED = {"bob": np.array([0.1 + 0.2, -0.0, math.inf, math.nan])}
OTHERS = (
    BLOCK._replace(experiment="other"),
    BLOCK._replace(condition=WHOLE),
    BLOCK._replace(condition=Condition(BLOCK.condition.off, (("walk_speed", 0.3),))),
    BLOCK._replace(seed=4),
    BLOCK._replace(scenes=5),
)


def test_a_world_is_found_again_bit_for_bit_and_no_other_is(tmp_path: Path) -> None:
    file = tmp_path / "new" / "kept.jsonl"
    Checkpoint(file).add(BLOCK, MEASURED)
    again = Checkpoint(file)
    found = again.find(BLOCK)
    assert found is not None
    assert {name: row.tobytes() for name, row in found.items()} == {"bob": MEASURED["bob"].tobytes()}
    assert [again.find(other) for other in OTHERS] == [None] * len(OTHERS)
    again.remove()
    assert (len(again), list(file.parent.iterdir())) == (0, [])


def test_what_other_sources_played_is_not_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept.jsonl"
    Checkpoint(file).add(BLOCK, MEASURED)
    monkeypatch.setattr("sandbox.lab.checkpoint.provenance", lambda: "0.0.1")
    assert len(Checkpoint(file)) == 0


@pytest.mark.parametrize(
    "line", [b"", b"[1", b"{}", b"\xff", b"[" * 100_000, b'{"world": 3}', b'{"world": ["a", [[], []], 1, 1, "p"]}']
)
def test_a_line_that_is_torn_or_foreign_is_passed_over(tmp_path: Path, line: bytes) -> None:
    file = tmp_path / "kept.jsonl"
    Checkpoint(file).add(BLOCK, MEASURED)
    whole = file.read_bytes()
    for content in (line + b"\n" + whole, whole + line, whole[:-9] + b"\n" + whole):
        file.write_bytes(content)
        assert len(Checkpoint(file)) == BLOCK.scenes
    file.write_bytes(whole[: len(whole) // 2])
    torn = Checkpoint(file)
    assert len(torn) == 0
    torn.add(BLOCK, MEASURED)
    assert len(Checkpoint(file)) == BLOCK.scenes


def test_values_of_no_whole_numbers_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl"
    Checkpoint(file).add(BLOCK, MEASURED)
    file.write_bytes(file.read_bytes().replace(b'"bob":"', b'"bob":"AAAA'))
    assert len(Checkpoint(file)) == 0


def test_the_provenance_changes_with_any_line_that_plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ROOMS:
        shutil.copytree(ROOT / "sandbox" / room, tmp_path / "sandbox" / room)
    shutil.copytree(LEVELS, tmp_path / "levels")
    shutil.copytree(PRESENCE, tmp_path / "assets" / "presence")
    monkeypatch.setattr(asked, "ROOT", tmp_path)
    monkeypatch.setattr(asked, "LEVELS", tmp_path / "levels")
    monkeypatch.setattr(asked, "PRESENCE", tmp_path / "assets" / "presence")
    told = {provenance.__wrapped__()}
    assert told == {provenance()}
    tick, level = tmp_path / "sandbox" / "engine" / "tick.py", next((tmp_path / "levels").glob("*.json"))
    clicks = next((tmp_path / "assets" / "presence").glob("*.clicks.json"))
    tick.write_bytes(tick.read_bytes().replace(b"\n", b"\r\n"))
    assert told == {provenance.__wrapped__()}
    for file in (tick, level, clicks):
        file.write_bytes(file.read_bytes() + b" ")
        told.add(provenance.__wrapped__())
    tick.rename(tick.with_name("tock.py"))
    told.add(provenance.__wrapped__())
    assert len(told) == 5


def test_of_a_packaged_game_the_commit_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "ROOT", tmp_path)
    monkeypatch.setattr(asked, "LEVELS", tmp_path / "levels")
    monkeypatch.setattr(asked, "PRESENCE", tmp_path / "assets" / "presence")
    told = set()
    for commit in ("a" * 40, "b" * 40):
        (tmp_path / "commit").write_text(commit, encoding="utf-8")
        told.add(provenance.__wrapped__())
    assert len(told) == 2
