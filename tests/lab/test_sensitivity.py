"""Tests of the screening of constants, of its memory, and of the page that freezes the defaults."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.fingerprint import fingerprint
from sandbox.engine.params import describe
from sandbox.lab.estimate import at_least
from sandbox.lab.frozen import page, thawed
from sandbox.lab.sensitivity import (
    CHANGES,
    USUAL,
    AnswersError,
    Laboratory,
    Table,
    Trial,
    changed,
    design,
    effects,
    examine,
    hadamard,
    steps,
    telling,
)
from tests.lab.brief import BRIEF

if TYPE_CHECKING:
    from pathlib import Path

CONSTANTS = describe()[:13]
NAMES = [one.name for one in CONSTANTS]
STRONG, WEAK = NAMES[5], NAMES[9]


class Oracle(Laboratory):
    """A value that hangs strongly on STRONG and weakly on WEAK, and one that is chance alone."""

    def __init__(self) -> None:
        super().__init__([BRIEF])
        self.bands = {"one/a": at_least(0.5), "one/b": at_least(0.0)}
        self.chance = np.random.default_rng(1)

    def evaluate(self, trial: Trial) -> dict[str, float]:
        """Answer without playing."""
        strong, weak = (
            steps(one, trial.settings[one.name]) if trial.settings else 0.0 for one in (CONSTANTS[5], CONSTANTS[9])
        )
        noise = 0.0 if trial.number == USUAL else 0.01 * self.chance.standard_normal()
        return {"one/a": 0.6 + 0.1 * strong - 0.003 * weak + noise, "one/b": 0.03 + noise}


@pytest.mark.parametrize("least", [2, 4, 13, 60, 185])
def test_any_two_rows_of_a_design_agree_as_often_as_not(least: int) -> None:
    matrix = hadamard(least)
    assert len(matrix) >= least
    assert (matrix @ matrix.T == len(matrix) * np.eye(len(matrix))).all()
    assert (matrix[:, 0] == 1).all()


def test_a_trial_changes_every_constant_by_a_step_within_its_bounds() -> None:
    known = {parameter.name: parameter for parameter in describe()}
    for trial in design(CONSTANTS, 7):
        assert trial.runs == 7
        for name, value in trial.settings.items():
            assert known[name].low <= value <= known[name].high
            assert abs(steps(known[name], value)) <= 1 + 1e-9
    near = next(one for one in describe() if one.default * 1.3 > one.high)
    assert changed(near, 0.3) == near.high
    assert changed(near, -0.3) == pytest.approx(0.7 * near.default)


def test_the_part_of_each_constant_is_found_beside_all_others_and_chance_is_none() -> None:
    moved = hadamard(60)[:, 1:].astype(np.float64)
    parts = np.zeros(moved.shape[1])
    parts[[3, 17]] = 0.4, -0.2
    noise = 0.05 * np.random.default_rng(2).standard_normal(len(moved))
    found = effects(moved, moved @ parts + noise)
    assert found[[3, 17]] == pytest.approx([0.4, -0.2], abs=0.05)
    assert set(np.flatnonzero(telling(found))) >= {3, 17}
    assert telling(found).sum() <= 8


def test_trials_that_say_nothing_are_left_out_and_extremes_drawn_in() -> None:
    moved = hadamard(20)[:, 1:].astype(np.float64)
    values = moved[:, 4].copy()
    values[2] = math.nan
    assert effects(moved, values)[4] > 0.3
    assert not effects(moved, np.full(len(moved), math.nan)).any()
    assert np.abs(effects(moved, np.where(np.arange(len(moved)) == 1, 1e9, 0.0))).max() < 1e9 / 10


def test_a_verdict_changes_where_a_constant_takes_its_value_out_of_the_band() -> None:
    told: list[tuple[int, int]] = []
    table = examine(Oracle(), names=NAMES, few=50, report=lambda done, whole: told.append((done, whole)))
    assert {key: flips for key, flips in table.flips.items() if flips} == {(STRONG, -0.3): ("one/a",)}
    assert len(table.flips) == len(CHANGES) * len(NAMES)
    assert told[-1] == (len(design(CONSTANTS, 50)),) * 2
    assert table.values == {"one/a": 0.6, "one/b": 0.03}


def test_results_are_kept_and_not_played_again(tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    for some in (True, False):
        laboratory = Laboratory([BRIEF], file)
        examine(laboratory, names=["felt_step"], few=1)
        assert (laboratory.played > 0) == some
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [line["trial"] for line in lines] == [USUAL, 0, 1]  # rows 2 and 3 change the one constant as these do
    assert lines[0]["values"].keys() == {"brief/ouch"}
    file.write_text(json.dumps(lines[0] | {"defaults": "other"}) + "\n", "utf-8")
    with pytest.raises(AnswersError, match=r"^sensitivity\.constants"):
        Laboratory([BRIEF], file)


def test_another_scene_another_setting_and_another_criterion_are_played_anew(tmp_path: Path) -> None:
    file, trial = tmp_path / "results.jsonl", Trial(0, 1, {"felt_step": 0.03})
    Laboratory([BRIEF], file).evaluate(trial)
    longer = tuple(replace(cell, seconds=cell.seconds + 0.1) for cell in BRIEF.cells())
    renamed = (replace(BRIEF.criteria[0], name="aua"),)
    for other, another in (
        (BRIEF, trial._replace(settings={"felt_step": 0.04})),
        (BRIEF, trial._replace(runs=2)),
        (replace(BRIEF, cells=lambda: longer), trial),
        (replace(BRIEF, criteria=renamed), trial),
    ):
        laboratory = Laboratory([other], file)
        laboratory.evaluate(another)
        assert laboratory.played == 1
    again = Laboratory([BRIEF], file)
    again.evaluate(trial)
    assert again.played == 0


@pytest.mark.parametrize(
    "foreign",
    [
        b'{"id": "x"}',
        b'{"trial": 1, "values": 3}',
        b"\x89PNG\r\n\x1a\n",
        b"a,b\n1,2\n",
        b'{"extra": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"trial": 1, "key": "k", "defaults": "d", "values": {"x": 1e300}}',
    ],
    ids=["another", "misfit", "picture", "table", "deep", "huge"],
)
def test_a_file_of_something_else_is_refused_with_the_line(tmp_path: Path, foreign: bytes) -> None:
    file = tmp_path / "results.jsonl"
    file.write_bytes(foreign)
    with pytest.raises(AnswersError, match=r"^sensitivity\.broken\(.*line=1, "):
        Laboratory([BRIEF], file)
    assert file.read_bytes() == foreign


@pytest.mark.parametrize("torn", ['{"trial": 3, "val', '{"trial": 3, "values": {"a": 1}'])
def test_a_line_that_was_cut_off_is_played_again(tmp_path: Path, torn: str) -> None:
    file = tmp_path / "results.jsonl"
    file.write_text(torn, "utf-8")
    laboratory = Laboratory([BRIEF], file)
    laboratory.evaluate(Trial(3, 1, {"felt_step": 0.03}))
    assert file.read_text("utf-8").splitlines()[0] == torn
    again = Laboratory([BRIEF], file)
    again.evaluate(Trial(3, 1, {"felt_step": 0.03}))
    assert again.played == 0


def test_an_answer_that_lacks_a_criterion_is_played_again(tmp_path: Path) -> None:
    file, trial = tmp_path / "results.jsonl", Trial(3, 1, {"felt_step": 0.03})
    Laboratory([BRIEF], file).evaluate(trial)
    whole = json.loads(file.read_bytes())
    file.write_text(json.dumps(whole | {"values": {"brief/other": 1}}) + "\n", "utf-8")
    assert Laboratory([BRIEF], file).evaluate(trial) == whole["values"]


def test_the_page_freezes_the_defaults() -> None:
    everything = [parameter.name for parameter in describe()]
    flips = {
        (name, change): ("one/a",) * (name == STRONG and change == -0.3) for name in everything for change in CHANGES
    }
    text = page(Table({"one/a": 0.6, "one/b": 0.03}, Oracle().bands, flips), "python main.py")
    assert fingerprint() in text
    assert thawed(text) == []
    assert f"Of {len(everything)} constants, 1 changes a verdict" in text
    assert "The verdict that hangs on most constants is `one/a`: 1 changes it." in text
    one = describe()[0]
    assert thawed(text.replace(f"`{one.name}` ", "`old_name` ")) == [f"{one.name} is new", "old_name is gone"]
    other = text.replace(f" {one.default!r} ", " 0.125 ", 1)
    assert thawed(other) == [f"{one.name} was 0.125 and is {one.default!r}"]
    assert max(map(len, text.partition("Fingerprint")[2].splitlines())) <= 190
