"""What holds the gaze, and what wears it out (T3, T14, T15)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import INDEX
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.deeds import HELPING, doing
from sandbox.lab.estimate import Band, at_least, at_most, minus
from sandbox.lab.estimators import mean
from sandbox.lab.experiment import Cell, Criterion, Lesion
from sandbox.lab.mechanisms.evasions import cares
from sandbox.lab.scenes import FENCE, NONE, Part, experiment, scene
from sandbox.scenario.schema import Body, Happening

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.experiment import Experiment
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

BEFORE: Final = 40.0
"""Seconds of suffering."""
EARLY: Final = 4.0
"""Seconds, early in the suffering."""
SPAN: Final = 5.0
"""Seconds over which attention is averaged."""
RELIEF: Final = 10.0
"""Seconds after the suffering in which its end still rewards whatever one is at."""
AFTER: Final = 120.0
"""Seconds, the end of a long rest."""


def vigil(_number: int, draw: Generator) -> Level:
    """Put Dee before her friend Bob, who is ill beyond help, and heal him later."""
    bob = Part(6, facing="dee", more={"body": Body(illness=0.95)})
    dee = Part(10, facing="bob", traits={"competence": 0.02, "anxiety": 0.0, "sympathy": 0.9, "approval": 0.25})
    healed = (Happening(do="heal", who="bob", at=BEFORE),)
    return scene(draw, {"bob": bob, "dee": dee}, [cares()], walls=FENCE, happenings=healed)


def vigil_cells() -> tuple[Cell, ...]:
    """Stage suffering that is over one day."""
    return (Cell("vigil", vigil, AFTER),)


def habit(runs: Mapping[str, Run]) -> Measured:
    """Read the habit of looking away as the suffering ends, and what is lost of it from soon after to the end."""
    run, dee, column = runs["vigil"], runs["vigil"].rows("dee"), INDEX["look_away"]
    habits = np.array([world.people.habit[dee, column] for world in run.moments()])
    over, soon = (round(at * TICKS_PER_SECOND) for at in (BEFORE, BEFORE + RELIEF))
    return {"grown": habits[over - 1], "faded": habits[soon - 1] - habits[-1]}


T3: Final = experiment(
    "t03-habit",
    vigil_cells,
    habit,
    Criterion("grown", mean("grown"), at_least(0.002), (Lesion(("learning",), band=Band(0.0, 0.0)),)),
    Criterion("faded", mean("faded"), at_least(0.002), (Lesion(("learning",), band=Band(0.0, 0.0)),)),
)


def fatigue(runs: Mapping[str, Run]) -> Measured:
    """Read how attention and help go down in the vigil, and how the learned wish not to attend does in the rest."""
    run = runs["vigil"]
    dee, bob = run.rows("dee"), run.rows("bob")
    attention, avoidance, helps = np.zeros((3, round(AFTER * TICKS_PER_SECOND) + 1, run.scenes))
    for world in run.moments():
        row = run.ties(world, "dee", "bob")
        attention[world.tick], avoidance[world.tick] = world.ties.attention[row], world.ties.avoidance[row]
        helps[world.tick] = doing(world, dee, HELPING, on=bob)
    early, late, each, half = (round(at * TICKS_PER_SECOND) for at in (EARLY, BEFORE, SPAN, BEFORE / 2))
    worn = attention[early : early + each].mean(axis=0) - attention[late - each : late].mean(axis=0)
    tired = helps[:half].mean(axis=0) - helps[half:late].mean(axis=0)
    return {"worn": worn, "tired": tired, "recovered": avoidance[late] - avoidance[-1]}


T14: Final = experiment(
    "t14-fatigue",
    vigil_cells,
    fatigue,
    Criterion("worn", mean("worn"), at_least(0.1), (Lesion(("sympathy", "schadenfreude"), band=at_most(0.1)),)),
    Criterion(
        "tired",
        mean("tired", percent=True),
        at_least(0.02),
        (Lesion(("sympathy", "schadenfreude"), band=at_most(0.0)),),
    ),
    Criterion("recovered", mean("recovered"), at_least(0.1), (Lesion(("learning",), band=NONE),)),
)


def held(hold: str, _number: int, draw: Generator) -> Level:
    """Put Dee before Bob, who is ill beyond help, with something that holds her gaze.

    The wish for company holds only those whom it does not pain too much.
    """
    illness, sympathy = (0.6, 0.15) if hold == "company" else (0.9, 0.55)
    bob = Part(6, facing="dee", more={"body": Body(illness=illness)})
    strength = {"competence": 0.02, "sympathy": sympathy, "anxiety": 0.9 if hold == "anxiety" else 0.0}
    strength["approval"] = 1.0 if hold == "approval" else 0.1
    dee = Part(9, facing="bob", traits=strength, tastes={"company": 1.0 if hold == "company" else 0.0})
    bond = {"love": 1.0} if hold == "love" else {}
    return scene(draw, {"bob": bob, "dee": dee}, [cares(0.7, 0.7, **bond)])


def _cells(hold: str) -> tuple[Cell, ...]:
    return (Cell("held", partial(held, hold), 25.0),)


def away(runs: Mapping[str, Run]) -> Measured:
    """Return the share of the time that Dee does not look at Bob."""
    run = runs["held"]
    dee, bob = run.rows("dee"), run.rows("bob")
    return {"away": np.mean([world.people.gaze[dee] != bob for world in run.moments(2.0)], axis=0)}


def _hold(name: str) -> Experiment:
    """Make the measurement of one thing that holds the gaze: without it, eyes are averted more."""
    more = Lesion((name,), band=at_least(0.1), against=minus)
    return experiment(
        f"t15-{name}", partial(_cells, name), away, Criterion("away", mean("away", percent=True), at_most(0.7), (more,))
    )


T15: Final = tuple(_hold(name) for name in ("love", "anxiety", "approval", "company"))
ATTENDING: Final = (T3, T14, *T15)
