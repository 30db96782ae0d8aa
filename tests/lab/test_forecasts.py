"""Tests of the forecasts: that their scenes are as their words say, on a few of them and for a short time.

Nothing here says what should come of them: whatever fails is told in docs/results.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.lab.experiments import FORECASTS, FORECASTS_SECOND
from sandbox.lab.run import Run

if TYPE_CHECKING:
    from sandbox.lab.experiment import Experiment


def begun(experiment: Experiment, name: str, seconds: float, *, scenes: int = 3) -> Run:
    """Set up a few scenes of one cell for so many seconds."""
    cell = next(cell for cell in experiment.cells() if cell.name == name)
    return Run(cell.staged("brief", seed=1, scenes=scenes)._replace(seconds=seconds), seed=1)


def named(name: str) -> Experiment:
    return next(experiment for experiment in FORECASTS if experiment.name == name)


@pytest.mark.parametrize("experiment", [*FORECASTS, *FORECASTS_SECOND], ids=lambda experiment: experiment.name)
def test_a_forecast_measures_what_its_criteria_are_about(experiment: Experiment) -> None:
    measured = experiment.measure(
        {cell.name: begun(experiment, cell.name, 1.0, scenes=2) for cell in experiment.cells()}
    )
    assert {name for criterion in experiment.criteria for name in criterion.estimator.about} <= measured.keys()
    assert {np.shape(values) for values in measured.values()} == {(2,)}


@pytest.mark.parametrize(
    ("spot", "seen", "perceived"), [("remote", 0, False), ("voice", 0, True), ("room", 1, True), ("touch", 1, True)]
)
def test_the_victim_of_the_lever_is_seen_heard_or_neither(spot: str, seen: int, *, perceived: bool) -> None:
    run = begun(named("obedience"), spot, 8.0)
    heard, looked = np.zeros((2, run.scenes), np.bool_)
    for world in run.moments():
        row = run.ties(world, "ann", "bob")
        looked |= world.ties.seen[row] > 0
        heard |= world.ties.clarity[row] > 0
    assert looked.tolist() == [bool(seen)] * run.scenes
    assert heard.any() == perceived


@pytest.mark.parametrize(("cell", "reached"), [("reached", True), ("fenced", False)])
def test_the_fence_keeps_help_off(cell: str, *, reached: bool) -> None:
    run = begun(named("just-world"), cell, 30.0, scenes=8)
    wound = run.last().people.wound[run.rows("bob")]
    assert (wound.min() < 0.5) == reached


def test_joe_and_kim_see_vic_and_are_seen_and_stay_in_their_pens() -> None:
    run = begun(named("calm-faces"), "alarmed", 8.0)
    ann, seen = np.zeros(run.scenes), np.zeros(run.scenes)
    for world in run.moments():
        ann += world.ties.seen[run.ties(world, "ann", "joe")]
        seen += world.ties.seen[run.ties(world, "joe", "vic")]
        apart = world.people.x[run.rows("joe")] - world.people.x[run.rows("kim")]
        assert (np.abs(apart) < 2.0).all()
    assert (ann > 0).all()
    assert (seen > 0).all()
