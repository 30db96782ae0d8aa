"""An experiment that takes long: how far it is, and how it goes on after it was broken off."""

from __future__ import annotations

import sys
from itertools import count
from typing import TYPE_CHECKING

import pytest

from sandbox.app import cli
from sandbox.app.commands.progress import time
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import describe
from sandbox.interrupts import Interrupted
from sandbox.lab.sweep import play
from tests.lab.brief import BRIEF

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.lab.estimators import Measured
    from sandbox.lab.sweep import Job


@pytest.fixture(autouse=True)
def _one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Play no scenes side by side."""
    monkeypatch.setattr("sandbox.lab.experiment.TOGETHER", 1)


@pytest.mark.usefixtures("_only_the_brief_one", "_in_this_process")
def test_a_terminal_sees_the_runs_counted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    cli.main(["experiment", "brief", "--runs", "1"])
    lines = [line.strip() for line in capsys.readouterr().err.split("\r")]
    assert lines[-1] == f"{'█' * 24} 2 of 2 worlds, 0 s left"
    assert lines[-2].startswith(f"{'█' * 12}{'░' * 12} 1 of 2 worlds, ")
    assert lines[-3] == f"{'░' * 24} 0 of 2 worlds, ? left"


@pytest.mark.usefixtures("_only_the_brief_one", "_in_this_process")
def test_where_no_terminal_is_a_line_now_and_then_tells_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = count(step=45.0)
    monkeypatch.setattr("sandbox.app.commands.progress.monotonic", lambda: next(moments))
    cli.main(["experiment", "brief", "--runs", "2"])
    assert capsys.readouterr().err.splitlines() == ["1 of 4 worlds, 2 min left", "3 of 4 worlds, 45 s left"]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0 s"), (59, "59 s"), (61, "1 min"), (3500, "58 min"), (7500, "2 h 5 min")]
)
def test_time_is_told_by_what_is_worth_knowing_of_it(seconds: float, words: str) -> None:
    assert time(seconds) == words


def _break_off(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> list[Job]:
    """Let a sweep end after two worlds, and return the list to which those that are played are added."""
    played: list[Job] = []

    def break_off(job: Job) -> Measured:
        if len(played) == 2:
            raise error
        played.append(job)
        return play(job)

    monkeypatch.setattr("sandbox.lab.sweep.play", break_off)
    return played


@pytest.mark.usefixtures("_only_the_brief_one", "_in_this_process")
@pytest.mark.parametrize("error", [Interrupted(2), Impossible("impossible.nobody_says")])
def test_what_is_broken_off_is_kept_and_gone_on_with(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    command = ["experiment", "brief", "--runs", "3", "--json"]
    cli.main(command)
    whole = capsys.readouterr().out
    assert list((home / "experiments").iterdir()) == []  # What is through is not kept.
    played = _break_off(monkeypatch, error)
    assert cli.main(command) == (130 if isinstance(error, Interrupted) else 1)
    (file,) = (home / "experiments").iterdir()
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[0]) == (
        "",
        f"2 worlds are done and kept in {file}; the same command goes on from there.",
    )
    monkeypatch.setattr("sandbox.lab.sweep.play", lambda job: played.append(job) or play(job))
    cli.main(command)
    assert capsys.readouterr() == (
        whole,
        f"2 worlds were played before and are not played again; they are kept in {file}.\n",
    )
    assert len({job.block for job in played}) == len(played) == 6
    assert not file.exists()


@pytest.mark.usefixtures("_in_this_process")
def test_trials_of_constants_go_on_too(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.lab.experiments.EXAMINED", (BRIEF,))
    monkeypatch.setattr("sandbox.lab.sensitivity.describe", lambda: describe()[:2])
    played, command = _break_off(monkeypatch, Interrupted(2)), ["experiment", "sensitivity", "--runs", "1"]
    assert cli.main(command) == 130
    assert capsys.readouterr().err.startswith("2 worlds are done and kept in ")
    monkeypatch.setattr("sandbox.lab.sweep.play", lambda job: played.append(job) or play(job))
    assert cli.main(command) == 0
    assert len({job.block for job in played}) == len(played) > 2
    assert list((home / "experiments").iterdir()) == []


@pytest.mark.usefixtures("_only_the_brief_one", "_in_this_process")
def test_where_nothing_can_be_kept_an_experiment_is_played_all_the_same(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "experiments").touch()
    cli.main(["experiment", "brief", "--runs", "1"])
    out, err = capsys.readouterr()
    assert "passed" in out
    assert err.startswith("If this is broken off, it begins anew, since ")
    assert err.count("\n") == 1
