"""Tests of sweeps, verdicts and their tables."""

from __future__ import annotations

import json
import math
import os
import signal
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.lab.estimate import Band, Estimate, at_least, at_most, over
from sandbox.lab.estimators import share
from sandbox.lab.experiment import WHOLE, Condition, Criterion, Experiment, Lesion
from sandbox.lab.report import table, tables, written
from sandbox.lab.sweep import Players, sweep
from sandbox.lab.verdicts import Verdict, judge, plain
from tests.lab.brief import BRIEF, cells, measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

NEVER = math.nan
PERCENT = True
ALONE = Players(1)
OFF = Condition(("sympathy", "company"))


def test_the_numbers_do_not_depend_on_how_many_processes_play(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.lab.experiment.TOGETHER", 1)
    told: list[tuple[int, int]] = []
    alone = sweep([BRIEF], 2, players=ALONE, report=lambda done, jobs: told.append((done, jobs)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    with Players(2) as two:
        several = sweep([BRIEF], 2, players=two)
    assert list(alone) == list(several) == [("brief", WHOLE), ("brief", OFF)]
    for key, values in alone.items():
        assert {name: row.tolist() for name, row in values.items()} == {
            name: row.tolist() for name, row in several[key].items()
        }
    assert alone["brief", WHOLE]["bob"][0] != alone["brief", WHOLE]["bob"][1]


def kill(_: Mapping[str, Run]) -> Measured:
    """End the process that plays."""
    os.kill(os.getpid(), signal.SIGTERM)
    return {}


def test_a_player_that_is_killed_ends_the_sweep() -> None:
    with Players(2) as two, pytest.raises(BrokenProcessPool):
        sweep([Experiment("brief", cells, kill, ())], 2, players=two)


def test_switches_settings_and_lesions_hold_throughout() -> None:
    bob = {
        name: found["brief", WHOLE]["everything"].tolist()
        for name, found in {
            "usual": sweep([BRIEF], 1, players=ALONE, lesions=False),
            "set": sweep([BRIEF], 1, settings={"emotion_gain": 0.0}, players=ALONE, lesions=False),
            "off": sweep([BRIEF], 1, off=OFF.off, players=ALONE, lesions=False),
        }.items()
    }
    assert bob["usual"] != bob["set"]
    assert bob["off"] == sweep([BRIEF], 1, players=ALONE)["brief", OFF]["everything"].tolist()


def test_no_number_depends_on_how_many_scenes_are_played_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    together = sweep([BRIEF], 3, players=ALONE, lesions=False)["brief", WHOLE]["bob"]
    monkeypatch.setattr("sandbox.lab.experiment.TOGETHER", 2)
    assert sweep([BRIEF], 3, players=ALONE, lesions=False)["brief", WHOLE]["bob"].tolist() == together.tolist()


def test_a_setting_can_be_a_lesion() -> None:
    dull = Lesion(settings=(("emotion_gain", 0.0),))
    numb = Experiment("brief", cells, measure, (Criterion("ouch", share("bob"), lesions=(dull,)),))
    assert numb.conditions() == (WHOLE, Condition(settings=(("emotion_gain", 0.0),)))
    found = sweep([numb], 1, players=ALONE)
    assert found["brief", dull.condition]["everything"] != found["brief", WHOLE]["everything"]


def test_a_verdict_asks_for_much_with_all_drives_and_for_little_without() -> None:
    found = {
        ("brief", WHOLE): {"bob": np.array([-0.5, -0.4, -0.3, -0.2, 0.0])},
        ("brief", OFF): {"bob": np.array([-0.5, -0.4, 0.0, 0.0, 0.0])},
    }
    whole, lesioned = judge([BRIEF], found, 5)
    assert (whole.estimate.value, whole.passed, whole.typical, whole.paper) == (0.8, True, {"bob": -0.3}, "ouch")
    assert (lesioned.estimate.value, lesioned.passed, lesioned.condition) == (0.4, False, OFF)
    assert not whole.sure
    assert [verdict.condition for verdict in judge([BRIEF], {("brief", WHOLE): found["brief", WHOLE]})] == [WHOLE]


def test_a_lesion_can_be_held_against_the_whole() -> None:
    halves = Lesion(("sympathy",), band=at_most(0.5), against=over)
    shrinks = Experiment("brief", cells, measure, (Criterion("ouch", share("bob"), lesions=(halves,)),))
    found = {
        ("brief", WHOLE): {"bob": np.array([1.0] * 80 + [0.0] * 20)},
        ("brief", halves.condition): {"bob": np.array([1.0] * 20 + [0.0] * 80)},
    }
    _, lesioned = judge([shrinks], found)
    assert (lesioned.estimate.value, lesioned.percent, lesioned.passed) == (0.25, False, True)
    assert 0.15 < lesioned.estimate.low < 0.25 < lesioned.estimate.high < 0.4
    assert lesioned.sure


def test_never_is_more_than_any_number_and_is_no_number_in_json() -> None:
    found = {
        ("brief", WHOLE): {"bob": np.array([1.0, NEVER, NEVER])},
        ("brief", OFF): {"bob": np.array([1.0, 2.0, NEVER])},
    }
    verdicts = judge([BRIEF], found, 3)
    assert math.isnan(verdicts[0].typical["bob"])
    assert verdicts[1].typical == {"bob": 2.0}
    value = json.loads(json.dumps(plain(verdicts, found), allow_nan=False))
    assert value["verdicts"][0]["typical"] == {"bob": None}
    assert value["measured"][0]["values"] == {"bob": [1.0, None, None]}


def test_a_table_stands_under_the_name_of_each_experiment_and_fits_a_terminal() -> None:
    from sandbox.lab.experiments import EFFECTS, EXPERIMENTS

    some = Estimate(-0.123, -0.1, 0.456)
    verdicts = [
        Verdict(one.name, criterion.name, criterion.paper, condition, 1000, some, PERCENT, Band(-0.15, 0.15), {})
        for one in EXPERIMENTS
        for criterion in one.criteria
        for condition in (WHOLE, *(lesion.condition for lesion in criterion.lesions))
    ]
    lines = tables(verdicts, EXPERIMENTS).splitlines()
    assert max(map(len, lines)) <= 150
    assert [line.split()[1].rstrip(":") for line in lines if line.startswith("### ")] == [
        one.name for one in EXPERIMENTS
    ]
    assert f"### {EFFECTS[0].name}: {EFFECTS[0].source} (1,000 runs of each cell)" in lines


def test_a_long_cell_goes_on_in_the_next_row() -> None:
    verdict = Verdict(
        "open-square",
        "wince",
        "as good as nobody at all, " * 2,
        OFF,
        20,
        Estimate(0.5, 0.25, 0.75),
        PERCENT,
        at_least(0.3),
        {},
    )
    lines = table([verdict]).splitlines()
    assert len({len(line) for line in lines}) == len({line.count("|") for line in lines}) == 1
    assert len(lines) == 2 + 3
    assert "50% [25, 75] | 30% or more | pass" in lines[2]


def test_numbers_are_written_with_their_intervals() -> None:
    assert written(Estimate(0.49, 0.43, 0.554), percent=False) == "0.49 [0.43, 0.55]"
    assert written(Estimate(NEVER, NEVER, NEVER), percent=True) == "nothing to measure"
