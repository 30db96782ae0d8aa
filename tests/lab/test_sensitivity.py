"""Tests of the search for constants that matter, of its memory, and of the page that freezes the defaults."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sandbox.engine.params import describe
from sandbox.lab.frozen import fingerprint, page, thawed
from sandbox.lab.sensitivity import Laboratory, Trial, examine
from sandbox.lab.sweep import Players
from tests.lab.brief import BRIEF

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [parameter.name for parameter in describe()][:13]
STRONG, NOISY = NAMES[5], NAMES[9]


class Oracle:
    """One verdict of `one` hangs on STRONG at +30 %; one of `other` seems to hang on NOISY with few runs."""

    def __init__(self) -> None:
        self.asked: list[Trial] = []

    def evaluate(self, trial: Trial) -> dict[str, bool]:
        """Answer, and remember the question."""
        self.asked.append(trial)
        verdicts = {
            "one/a": not (STRONG in trial.names and trial.change == 0.3),
            "other/b": not (NOISY in trial.names and trial.change == -0.3 and trial.runs),
        }
        if trial.lesions:
            verdicts["one/a -sympathy"] = True
        return {key: passed for key, passed in verdicts.items() if key.split("/")[0] in trial.experiments}


def test_a_constant_that_matters_is_found_in_its_group_and_noise_is_not() -> None:
    oracle, told = Oracle(), []
    table = examine(
        ("one", "other"), oracle.evaluate, names=NAMES, few=50, report=lambda done, whole: told.append((done, whole))
    )
    assert {key: flips for key, flips in table.flips.items() if flips} == {(STRONG, 0.3): ("one/a",)}
    assert (len(table.flips), told[-1]) == (4 * len(NAMES), (52, 52))
    assert table.verdicts == {"one/a": True, "other/b": True, "one/a -sympathy": True}
    confirming = [trial for trial in oracle.asked if trial.names and trial.runs == 0]
    assert [(trial.names, trial.experiments) for trial in confirming] == [((STRONG,), ("one",)), ((NOISY,), ("other",))]
    assert sum(bool(trial.names) for trial in oracle.asked) < 2 * len(NAMES)


def test_a_change_stays_within_bounds_and_leaves_out_what_cannot_change() -> None:
    known = {parameter.name: parameter for parameter in describe()}
    at_bound = next(one for one in describe() if one.default == one.high or one.default * 1.3 > one.high)
    assert Trial((at_bound.name,), 0.3, 1, ()).settings().get(at_bound.name, at_bound.high) == at_bound.high
    changed = Trial(("sight_range", "sight_cosine"), 0.3, 1, ()).settings()
    assert changed["sight_range"] == pytest.approx(1.3 * known["sight_range"].default)


def test_results_are_kept_and_not_played_again(tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    for played in (3, 0):
        laboratory = Laboratory([BRIEF], Players(1), file)
        examine(["brief"], laboratory.evaluate, names=["felt_step"], few=1)
        assert (laboratory.played >= played, laboratory.played > 0) == (True, played > 0)
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert lines[0]["verdicts"].keys() == {"brief/ouch", "brief/ouch -sympathy -company"}
    file.write_text(json.dumps(lines[0] | {"defaults": "other"}) + "\n", "utf-8")
    with pytest.raises(ValueError, match="other defaults"):
        Laboratory([BRIEF], Players(1), file)


def test_a_line_that_was_cut_off_is_played_again(tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    file.write_text('{"names": ["felt_', "utf-8")
    laboratory = Laboratory([BRIEF], Players(1), file)
    laboratory.evaluate(Trial(("felt_step",), 0.3, 1, ("brief",)))
    assert [line[-1] for line in file.read_text("utf-8").splitlines()] == ["_", "}"]


def test_the_page_freezes_the_defaults() -> None:
    everything = [parameter.name for parameter in describe()]
    table = examine(("one", "other"), Oracle().evaluate, names=everything)
    text = page(table, "python main.py")
    assert fingerprint() in text
    assert thawed(text) == []
    assert f"Of {len(everything)} constants, 1 change a verdict" in text
    one = describe()[0]
    assert thawed(text.replace(f"`{one.name}` ", "`old_name` ")) == [f"{one.name} is new", "old_name is gone"]
    other = text.replace(f" {one.default!r} ", " 0.125 ", 1)
    assert thawed(other) == [f"{one.name} was 0.125 and is {one.default!r}"]
    assert max(map(len, text.partition("Fingerprint")[2].splitlines())) <= 190
