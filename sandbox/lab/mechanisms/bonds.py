"""The drives beside the circuit: love, fear, company, play, envy and worry (T17, T29, T31)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.lab.estimate import at_least, at_most, minus
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import Cell, Criterion, Lesion
from sandbox.lab.scenes import NONE, Part, ever, experiment, likes, mean_reward, scene, time_at
from sandbox.scenario.schema import Happening, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Floats
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

SECONDS: Final = 15.0


def meeting(start: float, ties: tuple[Tie, ...], _number: int, draw: Generator) -> Level:
    """Put Dee and Bob so many metres apart."""
    people = {"bob": Part(3, facing="dee"), "dee": Part(3 + start, facing="bob", tastes={"company": 0.5})}
    return scene(draw, people, ties)


def apart(run: Run) -> Floats:
    """Return (scenes,) metres between the two at the end."""
    people = run.last().people
    bob, dee = run.rows("bob"), run.rows("dee")
    return np.sqrt((people.x[bob] - people.x[dee]) ** 2 + (people.y[bob] - people.y[dee]) ** 2)


def bond_cells() -> tuple[Cell, ...]:
    """Stage somebody loved far off, somebody feared close by, and a friend far off."""
    return (
        Cell("loved", partial(meeting, 9.0, (Tie(source="dee", target="bob", affinity=0.1, love=1.0),)), SECONDS),
        Cell("feared", partial(meeting, 3.0, (Tie(source="dee", target="bob", affinity=0.1, fear=0.8),)), SECONDS),
        Cell("liked", partial(meeting, 9.0, (likes("dee", "bob", 0.3, 0.5),)), 2 * SECONDS),
    )


def bond(runs: Mapping[str, Run]) -> Measured:
    """Read where the feet went."""
    return {
        "loved": apart(runs["loved"]),
        "feared": apart(runs["feared"]),
        "company": apart(runs["liked"]),
    }


T29: Final = experiment(
    "t29-drives",
    bond_cells,
    bond,
    Criterion("loved", mean("loved"), at_most(5.5), (Lesion(("love",), band=at_least(6.5)),)),
    Criterion("feared", mean("feared"), at_least(6.0), (Lesion(("fear",), band=at_most(5.0)),)),
    Criterion(
        "company",
        mean("company"),
        at_most(4.2),
        (Lesion(("company",), band=at_least(0.3), against=minus),),
    ),
)


def playground(_number: int, draw: Generator) -> Level:
    """Put two playful friends on the grass."""
    playful = {"playfulness": 0.9}
    people = {"bob": Part(5, traits=playful), "dee": Part(9, traits=playful)}
    return scene(draw, people, [likes("dee", "bob")])


def play_cells() -> tuple[Cell, ...]:
    """Stage the playground."""
    return (Cell("friends", playground, SECONDS),)


def fun(runs: Mapping[str, Run]) -> Measured:
    """Read how much of their time they play."""
    return {"fun": time_at(runs["friends"], "dee", "play")}


T29_PLAY: Final = experiment(
    "t29-play",
    play_cells,
    fun,
    Criterion("fun", mean("fun", percent=True), at_least(0.1), (Lesion(("play",), band=at_most(0.02)),)),
)


def stage(field: str, affinity: float, _number: int, draw: Generator) -> Level:
    """Let Bob triumph in his field before Dee, who bakes."""
    people = {
        "bob": Part(6, facing="dee", more={"field": field}),
        "dee": Part(9, facing="bob", traits={"sympathy": 0.4, "envy": 0.6}, more={"field": "baking"}),
    }
    won = Happening(do="triumph", who="bob", at=1.0)
    return scene(draw, people, [likes("dee", "bob", affinity)], happenings=(won,))


def envy_cells() -> tuple[Cell, ...]:
    """Stage a dear friend in her own field and in another, and a mere acquaintance in her own."""
    return (
        Cell("mine", partial(stage, "baking", 0.8), SECONDS),
        Cell("theirs", partial(stage, "singing", 0.8), SECONDS),
        Cell("acquaintance", partial(stage, "baking", 0.2), SECONDS),
    )


def envy(runs: Mapping[str, Run]) -> Measured:
    """Read what the triumph is to Dee."""
    return {name: mean_reward(run, "dee", "sympathy", "envy", after=1.0) for name, run in runs.items()}


T31: Final = experiment(
    "t31-envy",
    envy_cells,
    envy,
    Criterion("field", difference(mean("mine"), mean("theirs")), at_most(-0.01), (Lesion(("envy",), band=NONE),)),
    Criterion(
        "closer",
        difference(mean("mine"), mean("acquaintance")),
        at_most(-0.005),
        (Lesion(("envy",), band=at_least(-0.005)),),
    ),
)


def quiet(anxiety: float, _number: int, draw: Generator) -> Level:
    """Put Dee near Bob, who is as well as ever."""
    people = {
        "bob": Part(5, facing="dee", traits={"expressiveness": 0.4}),
        "dee": Part(11, facing="bob", traits={"anxiety": anxiety, "playfulness": 0.0}),
    }
    return scene(draw, people, [Tie(source="dee", target="bob", affinity=0.3, importance=0.6)])


def worry_cells() -> tuple[Cell, ...]:
    """Stage an anxious and a calm mind."""
    return Cell("anxious", partial(quiet, 0.95), 4 * SECONDS), Cell("calm", partial(quiet, 0.05), 4 * SECONDS)


def worry(runs: Mapping[str, Run]) -> Measured:
    """Return who comes to suspect suffering that is not there."""
    return {name: ever(run, "dee", "suspect").astype(float) for name, run in runs.items()}


T17: Final = experiment(
    "t17-worry",
    worry_cells,
    worry,
    Criterion(
        "suspects",
        difference(share("anxious"), share("calm")),
        at_least(0.4),
        (Lesion(("anxiety",), band=at_most(0.15)), Lesion(("suspect",), band=at_most(0.0))),
    ),
)
BONDS: Final = (T17, T29, T29_PLAY, T31)
