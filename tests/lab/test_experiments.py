"""Tests of the experiments: each is whole, and each criterion draws its line where its words say."""

from __future__ import annotations

import math
import pickle
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.mechanisms import MECHANISMS
from sandbox.engine.vocabulary import DRIVES
from sandbox.lab.effects import half_helper, look_away, next_please, open_square
from sandbox.lab.effects.stability import STABILITY
from sandbox.lab.experiment import WHOLE, Experiment, shipped
from sandbox.lab.experiments import EXPERIMENTS, LEVELS, catalogue
from sandbox.lab.presence.presence import PRESENCE
from sandbox.lab.run import Run
from sandbox.lab.whys.whys import WHYS
from sandbox.scenario.language import text_of
from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from sandbox.scenario.validate import check_commands
from tests.lab.brief import HURT, cells

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.arrays import Bools, Floats

CLAIMS_NO_CAUSE = (STABILITY, PRESENCE, WHYS)
"""What only asks how much there is of something, or takes causes away itself, and so has no lesions."""
STAGED = cells()[0].staged("brief", seed=1, scenes=1)
LARGE = {"village", "both-sides", "classroom", "open-plan", "crowd", "islands"}
"""For trying things out: nothing is claimed of them."""
each = pytest.mark.parametrize("experiment", EXPERIMENTS, ids=lambda experiment: experiment.name)


def test_every_shipped_level_but_the_large_sandboxes_has_an_experiment_or_a_proof() -> None:
    levels = [load_level(file) for file in level_files()]
    measured = {experiment.name for experiment in LEVELS}
    proved = {level.id for level in levels if level.proof is not None}
    assert measured | proved | LARGE == {level.id for level in levels}


def test_every_mechanism_is_measured_by_an_experiment() -> None:
    assert {mechanism.measured for mechanism in MECHANISMS} - catalogue().keys() == set()


def test_no_two_experiments_or_groups_share_a_name() -> None:
    assert len(catalogue()) == len(EXPERIMENTS) + 6
    assert catalogue()["all"] == EXPERIMENTS


@each
def test_other_processes_can_be_sent_the_experiment(experiment: Experiment) -> None:
    sent = pickle.dumps((experiment.cells, experiment.measure))
    assert pickle.dumps(pickle.loads(sent)) == sent  # noqa: S301 - our own bytes


@each
def test_what_is_done_to_a_cell_is_a_commands_file(experiment: Experiment) -> None:
    played = experiment.cells()
    assert len({cell.name for cell in played}) == len(played)
    for cell in played:
        staged = cell.staged(experiment.name, seed=1, scenes=1)
        assert check_commands(staged.commands, staged.scenes[0]) == []


@each
def test_every_criterion_has_words_and_a_lesion_of_known_drives(experiment: Experiment) -> None:
    for criterion in experiment.criteria:
        assert text_of(f"experiment.{experiment.name}.{criterion.name}")
        assert {drive for lesion in criterion.lesions for drive in lesion.off} <= set(DRIVES)
    assert experiment.conditions()[0] == WHOLE
    assert len(experiment.conditions()) > 1 or experiment in CLAIMS_NO_CAUSE


blames_early = partial(half_helper.blames_the_helper, when="early")


@pytest.mark.parametrize(
    ("shows", "measured", "answer"),
    [
        (open_square.winces, {"worst": -0.11}, True),
        (open_square.winces, {"worst": -0.1}, False),
        (open_square.smirks, {"rise": 0.02}, True),
        (open_square.smirks, {"rise": 0.019}, False),
        (look_away.looks_away, {"people": 2.0}, True),
        (look_away.looks_away, {"people": 1.0}, False),
        (blames_early, {"early-alice": 0.11, "early-worst": 0.1, "early-abe": 0.0}, True),
        (blames_early, {"early-alice": 0.09, "early-worst": 0.05, "early-abe": 0.0}, False),
        (blames_early, {"early-alice": 0.3, "early-worst": 0.3, "early-abe": 0.0}, False),
        (blames_early, {"early-alice": 0.3, "early-worst": 0.1, "early-abe": 0.02}, False),
        (blames_early, {"early-alice": 0.3, "early-worst": 0.1, "early-abe": -0.02}, False),
        (next_please.makes_things, {"things": 2.0}, True),
        (next_please.makes_things, {"things": 1.0}, False),
    ],
)
def test_a_criterion_draws_its_line(
    shows: Callable[[dict[str, Floats]], Bools], measured: dict[str, float], *, answer: bool
) -> None:
    runs = {name: np.array([value, np.nan]) for name, value in measured.items()}
    assert shows(runs).tolist() == [answer, False]


def test_a_measure_that_sees_nothing_says_never() -> None:
    run = Run(STAGED, seed=1, off=("look_away",))
    assert look_away.measure({"hurt": run}) == {"people": [0.0], "first": pytest.approx([math.nan], nan_ok=True)}


def test_a_run_does_its_commands_at_their_moments_and_gives_what_comes_after() -> None:
    moments = list(Run(STAGED, seed=1).moments(after=0.4))
    assert [world.tick for world in moments] == [5, 6, 7, 8, 9, 10]
    assert [bool(world.people.wound[0]) for world in moments] == [False, True, True, True, True, True]
    assert HURT.at == 0.5


def test_a_level_is_read_once() -> None:
    assert shipped("look-away") is shipped("look-away")
