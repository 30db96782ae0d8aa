"""Tests of sweeps and verdicts."""

from __future__ import annotations

import json
import math

from sandbox.lab.report import judge, plain, table
from sandbox.lab.sweep import sweep
from tests.lab.brief import BRIEF

NEVER = math.nan
OFF = ("sympathy", "company")


def test_the_numbers_do_not_depend_on_how_many_processes_play() -> None:
    told: list[tuple[int, int]] = []
    alone = sweep([BRIEF], (1, 2), workers=1, report=lambda done, jobs: told.append((done, jobs)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert sweep([BRIEF], (1, 2), workers=2) == alone
    assert list(alone) == [("brief", ()), ("brief", OFF)]
    assert alone["brief", ()][0] != alone["brief", ()][1]


def test_switches_and_settings_hold_throughout() -> None:
    usual = sweep([BRIEF], (1,), workers=1)
    assert sweep([BRIEF], (1,), settings={"emotion_gain": 0.0}, workers=1) != usual
    assert sweep([BRIEF], (1,), off=OFF, workers=1)["brief", ()] == usual["brief", OFF]


def test_a_verdict_asks_for_much_with_all_drives_and_for_little_without() -> None:
    found = {
        ("brief", ()): tuple({"bob": value} for value in (-0.5, -0.4, -0.3, -0.2, 0.0)),
        ("brief", OFF): tuple({"bob": value} for value in (-0.5, -0.4, 0.0, 0.0, 0.0)),
    }
    whole, lesioned = judge([BRIEF], found)
    assert (whole.estimate.value, whole.passed, whole.typical) == (0.8, True, {"bob": -0.3})
    assert (lesioned.estimate.value, lesioned.passed, lesioned.lesion) == (0.4, False, OFF)


def test_never_is_more_than_any_number_and_is_no_number_in_json() -> None:
    runs = ({"bob": 1.0}, {"bob": NEVER}, {"bob": NEVER})
    found = {("brief", ()): runs, ("brief", OFF): ({"bob": 1.0}, {"bob": 2.0}, {"bob": NEVER})}
    verdicts = judge([BRIEF], found)
    assert math.isnan(verdicts[0].typical["bob"])
    assert verdicts[1].typical == {"bob": 2.0}
    value = json.loads(json.dumps(plain(verdicts, found), allow_nan=False))
    assert value["verdicts"][0]["typical"] == {"bob": None}
    assert value["measured"][0]["runs"] == [{"bob": 1.0}, {"bob": None}, {"bob": None}]


def test_a_table_has_a_line_for_each_verdict() -> None:
    from sandbox.lab.experiments import LEVELS

    values = dict.fromkeys(("worst", "rise", "peak", "people", "first", "alice", "ned", "abe", "things"), 0.0)
    found = {(one.name, lesion): (values,) for one in LEVELS for lesion in one.conditions()}
    verdicts = judge(LEVELS, found)
    lines = table(verdicts).splitlines()
    assert len(lines) == 2 + len(verdicts)
    assert len({line.count("|") for line in lines}) == 1
    assert len({len(line) for line in lines}) == 1
    assert "without look_away" in lines[8]
