"""Tests that docs/results.md has every line of every experiment, and docs/model.md the same verdicts.

Only forecasts may stand there before they are played, each with all of its lines or none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from sandbox.lab.experiments import EXPERIMENTS, FORECASTS_SECOND
from sandbox.scenario.folders import ROOT

if TYPE_CHECKING:
    from sandbox.lab.experiment import Experiment

PAGE: Final = (ROOT / "docs" / "results.md").read_text("utf-8")
SECTIONS: Final = dict(re.findall(r"^### ([\w-]+)(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
VERDICT: Final = re.compile(r"\| (pass|FAIL) +\|$", re.MULTILINE)
MODEL: Final = (ROOT / "docs" / "model.md").read_text("utf-8")
NOT_YET: Final = "not played yet"
UNPLAYED: Final = re.compile(rf"\| {NOT_YET} +\| [^|]+ \| {NOT_YET} +\|$", re.MULTILINE)
"""A line without a value and without a verdict."""
COUNTS: Final = dict(re.findall(rf"^\| ([\w-]+) +\| [^|]+ \| (\d+ of \d+|{NOT_YET}) +\|$", MODEL, re.MULTILINE))


def awaited(experiment: Experiment) -> bool:
    """Tell whether an experiment is one that need not be played yet, and is not."""
    return experiment in FORECASTS_SECOND and not VERDICT.findall(SECTIONS[experiment.name])


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)
def test_each_criterion_and_each_lesion_has_its_line(experiment: Experiment) -> None:
    asked = sum(1 + len(criterion.lesions) for criterion in experiment.criteria)
    line = UNPLAYED if awaited(experiment) else VERDICT
    assert len(line.findall(SECTIONS[experiment.name])) == asked


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)
def test_both_pages_count_the_same_lines_that_pass(experiment: Experiment) -> None:
    verdicts = VERDICT.findall(SECTIONS[experiment.name])
    counted = NOT_YET if awaited(experiment) else f"{verdicts.count('pass')} of {len(verdicts)}"
    assert COUNTS[experiment.name] == counted


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)
def test_nothing_that_is_played_waits_to_be_played(experiment: Experiment) -> None:
    assert (NOT_YET in SECTIONS[experiment.name]) == awaited(experiment)
