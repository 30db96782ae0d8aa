"""Tests that docs/results.md has every line of every experiment, and docs/model.md the same verdicts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from sandbox.lab.experiments import EXPERIMENTS
from sandbox.scenario.folders import ROOT

if TYPE_CHECKING:
    from sandbox.lab.experiment import Experiment

PAGE: Final = (ROOT / "docs" / "results.md").read_text("utf-8")
SECTIONS: Final = dict(re.findall(r"^### ([\w-]+)(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
VERDICT: Final = re.compile(r"\| (pass|FAIL) +\|$", re.MULTILINE)
MODEL: Final = (ROOT / "docs" / "model.md").read_text("utf-8")
COUNTS: Final = dict(re.findall(r"^\| ([\w-]+) +\| [^|]+ \| (\d+ of \d+) +\|$", MODEL, re.MULTILINE))


@pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)
def test_each_criterion_and_each_lesion_has_its_line(experiment: Experiment) -> None:
    asked = sum(1 + len(criterion.lesions) for criterion in experiment.criteria)
    assert len(VERDICT.findall(SECTIONS[experiment.name])) == asked


@pytest.mark.parametrize("name", [experiment.name for experiment in EXPERIMENTS])
def test_both_pages_count_the_same_lines_that_pass(name: str) -> None:
    verdicts = VERDICT.findall(SECTIONS[name])
    assert COUNTS[name] == f"{verdicts.count('pass')} of {len(verdicts)}"
