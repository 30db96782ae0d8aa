"""Whom we tell on: what is bad of a rival and good of a friend is passed on rather than the reverse (T32).

Dee is with her friend Cy, who never saw Ann. Ann, out of sight, is a friend of Dee's or a rival; Dee holds something
against her, as much in both cells, or has just thanked her for something. Forecast: a verdict that fits one's liking
is told the larger, and so is worth telling. The paper gives directions: ten points are asked for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.lab.estimate import at_least, at_most
from sandbox.lab.estimators import difference, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.scenes import FENCE, Part, ever, likes, scene
from sandbox.scenario.schema import Happening, Tie, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 15.0
"""Seconds."""
RELATIONS: Final = {"friend": 0.6, "rival": -0.6}
"""What Ann is to Dee: affinity."""
VERDICT: Final = 0.5
"""Blame or credit that Dee has for Ann."""
NEWS: Final = {"bad": (VERDICT, ()), "good": (0.0, (Happening(do="thank", who="ann", by="dee", amount=VERDICT),))}
WALL: Final = Wall(x1=5, y1=0, x2=5, y2=8)


def talk(relation: str, news: str, _number: int, draw: Generator) -> Level:
    """Put Dee beside Cy, with something to tell about Ann."""
    blame, happenings = NEWS[news]
    people = {"ann": Part(2), "dee": Part(9, facing="cy"), "cy": Part(12, facing="dee")}
    ties = [
        Tie(source="dee", target="ann", affinity=RELATIONS[relation], importance=0.5, blame=blame),
        likes("dee", "cy"),
    ]
    return scene(draw, people, ties, walls=(*FENCE, WALL), happenings=happenings)


def cells() -> tuple[Cell, ...]:
    """Stage bad and good of a friend and of a rival."""
    return tuple(
        Cell(f"{relation}-{news}", partial(talk, relation, news), WATCHED) for relation in RELATIONS for news in NEWS
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Tell whether Dee ever tells Cy."""
    return {name: ever(run, "dee", "tell", on="cy").astype(np.float64) for name, run in runs.items()}


PLAIN_SPOKEN: Final = (Lesion(settings=(("tell_colour", 0.0),), band=at_most(0.05)),)
WHOM_WE_TELL_ON: Final = Experiment(
    "whom-we-tell-on",
    cells,
    measure,
    (
        Criterion(
            "bad", difference(share("rival-bad"), share("friend-bad")), at_least(0.1), PLAIN_SPOKEN, paper="of rivals"
        ),
        Criterion(
            "good",
            difference(share("friend-good"), share("rival-good")),
            at_least(0.1),
            PLAIN_SPOKEN,
            paper="of friends",
        ),
    ),
    source="McAndrew, Bell & Garcia 2007",
    runs=EFFECT_RUNS,
)
