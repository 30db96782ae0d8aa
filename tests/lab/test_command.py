"""Tests of `main.py experiment`: what it prints and writes, its exit codes, and its sentences."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sandbox.app import cli
from sandbox.engine.params import describe
from sandbox.lab.experiments import EXPERIMENTS
from sandbox.lab.export import export
from sandbox.lab.run import Run
from sandbox.lab.soak import Soaked
from sandbox.scenario.budget import check_budget
from sandbox.scenario.folders import ROOT
from sandbox.session.files.recording import PATIENCE, read_recording
from tests.lab.brief import BRIEF

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("_only_the_brief_one", "_in_this_process")
def test_a_criterion_that_does_not_hold_exits_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["experiment", "all", "--runs", "1"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert [line.split("|")[-2].strip() for line in out.splitlines()[4:]] == ["passed", "failed"]


@pytest.mark.usefixtures("_only_the_brief_one", "_in_this_process")
def test_a_quick_look_tells_how_far_off_it_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["experiment", "brief", "--quick"]) == 0
    out = capsys.readouterr().out
    assert "[93, 100]" in out, "as of 50 runs"
    assert "without" not in out
    assert out.endswith("quick sure\n")
    assert cli.main(["experiment", "brief", "--quick", "--runs", "3"]) == 0
    assert capsys.readouterr().out.endswith("quick unsure\n")


@pytest.mark.usefixtures("_only_the_brief_one")
def test_json_tells_everything(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["experiment", "brief", "--runs", "2", "--json", "--off", "anxiety", "--set", "walk_speed=1.5"]
    assert cli.main(argv) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["off"], told["settings"]) == (["anxiety"], {"walk_speed": 1.5})
    assert (told["passed"], [verdict["passed"] for verdict in told["verdicts"]]) == (False, [True, False])
    assert [(one["off"], len(one["values"]["bob"])) for one in told["measured"]] == [
        ([], 2),
        (["sympathy", "company"], 2),
    ]


def test_what_is_exported_can_be_read_again(tmp_path: Path) -> None:
    files = export(EXPERIMENTS, tmp_path / "new" / "folder")
    played = [(experiment, cell) for experiment in EXPERIMENTS for cell in experiment.cells()]
    for file, (experiment, cell) in zip(files, played, strict=True):
        staged = cell.staged(experiment.name, seed=1, scenes=1)
        recording = read_recording(file)
        assert (recording.level, recording.commands) == (staged.scenes[0], staged.commands)


def test_every_experiment_is_small_enough_to_be_exported_and_read_again() -> None:
    for experiment in EXPERIMENTS:
        staged = experiment.cells()[0].staged(experiment.name, seed=1, scenes=1)
        assert not [problem.text for problem in check_budget(staged.scenes[0], PATIENCE)], experiment.name


def test_what_is_exported_has_the_settings_of_the_sweep(tmp_path: Path) -> None:
    settings = {"stranger_importance": 0.7}
    for file in export([EXPERIMENTS[4]], tmp_path, settings=settings):
        assert read_recording(file).settings == settings


@pytest.mark.usefixtures("_only_the_brief_one", "_in_this_process")
def test_a_table_tells_what_was_switched_off_throughout(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.lab.report.text_of", lambda key, **slots: slots.get("drives", key.rsplit(".")[-1]))
    cli.main(["experiment", "brief", "--runs", "1", "--off", "anxiety,sympathy", "--set", "walk_speed=1.5"])
    out = capsys.readouterr().out
    assert [out.count(word) for word in ("anxiety, sympathy", "walk_speed =", "whole")] == [2, 2, 0]


@pytest.mark.usefixtures("_only_the_brief_one", "_in_this_process")
def test_without_anywhere_to_complain_an_experiment_is_played_all_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    cli.main(["experiment", "brief", "--runs", "1"])
    assert "passed" in capsys.readouterr().out


def test_what_is_exported_is_all_there_is_to_a_cell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(export([BRIEF], tmp_path)[0])
    argv = ["run", file, "--seconds", "1", "--seed", "5", "--off", "deny", "--json"]
    assert cli.main(argv) == 0
    run = Run(BRIEF.cells()[0].staged("brief", seed=5, scenes=1), seed=5, off=("deny",))
    assert json.loads(capsys.readouterr().out)["digest"] == run.last().world(0).digest()


def test_an_experiment_needs_no_window_library() -> None:
    program = (
        "import sys; sys.modules.update(pygame=None)\n"
        "from sandbox.lab import experiments, export, report, sweep, verdicts\n"
        "from sandbox.app import cli; sys.exit(cli.main(['experiment', '--help']))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("levls", 'main.py experiment: NAME: "levls" is no experiment; did you mean "levels"?'),
        (
            "xyzzy",
            (
                'main.py experiment: NAME: "xyzzy" is no experiment; choose levels, effects, forecasts, '
                "forecasts-second, mechanisms, all, soak, sensitivity or whynot, or one that has a heading in "
                "docs/results.md."
            ),
        ),
        (
            "levels --off xyzzy",
            'main.py experiment: --off: "xyzzy" is no drive; main.py experiment --help lists what can be written.',
        ),
        (
            "",
            (
                "main.py experiment: the following arguments are required: NAME; "
                "main.py experiment --help lists what can be written."
            ),
        ),
        (
            "levels --runs 0",
            'main.py experiment: --runs: "0" is no number of runs; choose a whole number between 1 and 100,000.',
        ),
        (
            "levels --hours 2",
            "main.py experiment: --hours is for soak; leave it out.",
        ),
        (
            "soak --off sympathy",
            "main.py experiment: --off is for experiments with criteria; leave it out.",
        ),
        (
            "soak --hours 0",
            'main.py experiment: --hours: "0" is no length of time; choose hours, more than 0 and up to 240.',
        ),
        ("levels --off sympthy", 'main.py experiment: --off: "sympthy" is no drive; did you mean "sympathy"?'),
        (
            "levels --set walk_speed",
            'main.py experiment: --set: "walk_speed" is not NAME=VALUE; write a parameter, =, and a number.',
        ),
    ],
)
def test_a_command_line_that_cannot_be_understood_is_one_sentence(
    capsys: pytest.CaptureFixture[str], line: str, sentence: str
) -> None:
    assert cli.main(["experiment", *line.split()]) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


def test_a_place_that_cannot_be_written_to_is_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert cli.main(["experiment", "levels", "--export", str(tmp_path / "file" / "folder")]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "cannot be read or written" in err


def test_a_long_day_is_told_in_three_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = Soaked(7200.0, 1234, ("ties.affinity = 2 at tick 7",), ((10.0, 20.0, 20.0, 40.0),), 300)
    monkeypatch.setattr("sandbox.lab.soak.soak", lambda seconds, **_: found._replace(seconds=seconds))
    assert cli.main(["experiment", "soak", "--hours", "2"]) == 1
    heading, _, *lines = capsys.readouterr().out.splitlines()
    assert heading == "### soak: 2 hours of game time, 200 people, 1,234 things done by a restless player"
    assert [line.split("|")[2].strip() for line in lines[2:]] == [
        "ties.affinity = 2 at tick 7",
        "+100%, to 40 MB",
        "differs from tick 300 or before",
    ]
    assert cli.main(["experiment", "soak", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["growth"] == 1.0
    found = found._replace(memory=(*found.memory, ()))
    assert cli.main(["experiment", "soak"]) == 1
    assert capsys.readouterr().out.splitlines()[2] == (
        "Played in 2 sittings, each of which began with an empty memory."
    )


@pytest.mark.usefixtures("_only_the_brief_one", "_in_this_process")
def test_the_page_of_sensitivity_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.lab.experiments.EXAMINED", (BRIEF,))
    monkeypatch.setattr("sandbox.lab.sensitivity.describe", lambda: describe()[:2])
    page = tmp_path / "sensitivity.md"
    assert cli.main(["experiment", "sensitivity", "--runs", "1", "--write", str(page)]) == 0
    text = page.read_text("utf-8")
    assert f"| `{describe()[1].name}` " in text
    assert "experiment sensitivity --runs 1" in text
