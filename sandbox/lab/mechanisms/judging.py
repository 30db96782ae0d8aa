"""Whom people take to, and on what they spend their help (T16, T23)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import difference, mean, share
from sandbox.lab.experiment import Cell, Criterion, Lesion
from sandbox.lab.scenes import NONE, Part, ever, experiment, scene
from sandbox.scenario.schema import Body, Cues, Happening, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

SECONDS: Final = 25.0


def trouble(_number: int, draw: Generator) -> Level:
    """Hurt Bob before his friend Dee, and before Ann, who feels for him, and Cy, who does not."""
    people = {
        "bob": Part(5, facing="dee"),
        "dee": Part(10, facing="bob", traits={"competence": 0.02}),
        "ann": Part(8, 2.5, facing="bob", traits={"sympathy": 1.0, "competence": 0.1, "expressiveness": 1.0}),
        "cy": Part(8, 5.5, facing="bob", traits={"sympathy": 0.0, "approval": 0.3}),
    }
    ties = [Tie(source=who, target="bob", affinity=0.7, importance=0.7) for who in ("dee", "ann", "cy")]
    return scene(draw, people, ties, happenings=(Happening(do="hurt", who="bob", at=2.0, amount=0.8),))


def trouble_cells() -> tuple[Cell, ...]:
    """Stage the trouble."""
    return (Cell("trouble", trouble, SECONDS),)


def taken_to(runs: Mapping[str, Run]) -> Measured:
    """Read how Dee takes Ann and Cy afterwards; neither was anything to her before."""
    run = runs["trouble"]
    world = run.last()
    return {who: world.ties.affinity[run.ties(world, "dee", who)] for who in ("ann", "cy")}


T23: Final = experiment(
    "t23-friends",
    trouble_cells,
    taken_to,
    Criterion("friends", difference(mean("ann"), mean("cy")), at_least(0.012), (Lesion(("judgement",), band=NONE),)),
)

THINGS: Final[Mapping[str, tuple[str, Cues]]] = {
    "teddy": ("doll", Cues(voice=True, name=True)),
    "robot": ("robot", Cues(face=True, voice=False, name=False)),
    "gadget": ("chatbot", Cues(face=False, voice=True, name=False)),
}


def toy(kind: str, _number: int, draw: Generator) -> Level:
    """Put Dee before a thing that looks unhappy and feels nothing."""
    being, cues = THINGS[kind]
    thing = Part(5, facing="dee", more={"being": being, "cues": cues, "body": Body(pretence=-0.5)})
    dee = Part(8, facing="toy", traits={"playfulness": 0.0})
    return scene(draw, {"toy": thing, "dee": dee}, [Tie(source="dee", target="toy", affinity=0.3, importance=0.4)])


def toy_cells() -> tuple[Cell, ...]:
    """Stage things with more and fewer cues of a person."""
    return tuple(Cell(kind, partial(toy, kind), SECONDS / 2) for kind in THINGS)


def wasted(runs: Mapping[str, Run]) -> Measured:
    """Return who helps or comforts a thing."""
    return {name: ever(run, "dee", "help", "comfort").astype(float) for name, run in runs.items()}


T16: Final = experiment(
    "t16-dolls",
    toy_cells,
    wasted,
    Criterion("teddy", share("teddy"), at_least(0.4), (Lesion(("sympathy", "approval"), band=at_most(0.1)),)),
    Criterion(
        "cues",
        difference(share("teddy"), share("gadget")),
        Band(0.15, 1.0),
        (Lesion(("sympathy", "approval"), band=at_most(0.1)),),
    ),
)
JUDGING: Final = (T16, T23)
