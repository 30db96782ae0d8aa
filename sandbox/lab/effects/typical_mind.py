"""Typical mind: everybody else is thought to like what one likes oneself (T18).

Ann likes company or solitude, Bob whatever he likes, and he is dear to her. So he is to Cat, who is with them and joins
him or leaves him in peace; his face shows how he takes it. What Ann takes his taste to be is read after twenty seconds;
her gift is what she does more of for his pleasure in the last ten of them, joining him or giving him space. Only her
attention to others' reactions differs between the cells.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import INDEX
from sandbox.lab.estimate import Band, at_least
from sandbox.lab.estimators import difference, effect_size, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.ordinary import USUAL, around, tastes, traits
from sandbox.scenario.schema import Level, Map, Person, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Floats
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run

WATCHED: Final = 20.0
"""Seconds."""
TASTE: Final = 0.6
"""How much Ann likes company, or dislikes it, on average."""
TASTES: Final = 0.4
"""Standard deviation of that."""
OTHERS: Final = 0.6
"""That of the others', which lie around indifference."""
DEAR: Final = 0.9
"""Affinity and importance of Bob to the other two: his pleasure has to matter more to them than their own."""
WARM: Final = 0.9
"""Their sympathy."""
HEED: Final = {"ordinary": None, "heedless": 0.2, "heedful": 0.8, "devoted": 1.0}
"""Ann's attention to others' reactions; ordinary people's is drawn."""


def scene(heed: float | None, number: int, draw: Generator) -> Level:
    """Put Ann, who likes company in every other scene, with Bob and Cat."""
    taste = around(draw, -TASTE if number % 2 else TASTE, TASTES, -1.0)
    usual = USUAL["social_attention"]
    attention = around(draw, usual.mean, usual.spread) if heed is None else heed
    people = (
        Person(
            id="ann",
            name="Ann",
            x=3,
            y=5,
            facing="bob",
            traits=traits(draw, social_attention=attention, sympathy=WARM, playfulness=0),
            tastes=tastes(draw, company=taste),
        ),
        *(
            Person(
                id=name,
                name=name.title(),
                x=x,
                y=y,
                facing="ann",
                traits=traits(draw, sympathy=WARM, playfulness=0),
                tastes=tastes(draw, company=around(draw, 0.0, OTHERS, -1.0)),
            )
            for name, x, y in (("bob", 7, 3), ("cat", 9, 6))
        ),
    )
    return Level(
        schema_version=2,
        id="typical-mind",
        title="Typical Mind",
        hook="A gift that the giver would have liked.",
        map=Map(width=12, height=10),
        people=people,
        ties=tuple(Tie(source=name, target="bob", affinity=DEAR, importance=DEAR) for name in ("ann", "cat")),
    )


def cells() -> tuple[Cell, ...]:
    """Stage Ann with every degree of attention to others."""
    return tuple(Cell(name, partial(scene, heed), WATCHED) for name, heed in HEED.items())


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return by cell what lovers of company and of solitude take Bob to like, and whether gifts match the giver."""
    measured: dict[str, Floats] = {}
    gifts = (INDEX["invite"], INDEX["give_space"])
    for name, run in runs.items():
        ann, bob = run.rows("ann"), run.rows("bob")
        joins = np.zeros(run.scenes)
        for world in run.moments(WATCHED / 2):
            people = world.people
            for gift, sign in zip(gifts, (1, -1), strict=True):
                joins += sign * ((people.option_on[ann] == bob) & (people.option[ann] == gift))
        guess, sociable = world.ties.guess[run.ties(world, "ann", "bob")], world.people.company[ann] > 0
        measured[f"{name}-sociable"] = np.where(sociable, guess, np.nan)
        measured[f"{name}-solitary"] = np.where(sociable, np.nan, guess)
        measured[f"{name}-match"] = np.where(joins == 0, np.nan, (joins > 0) == sociable)
    return measured


UNPROJECTED: Final = ("typical_mind",)
TYPICAL_MIND: Final = Experiment(
    "typical-mind",
    cells,
    measure,
    (
        Criterion(
            "estimates",
            effect_size("ordinary-sociable", "ordinary-solitary"),
            at_least(0.6),
            (Lesion(UNPROJECTED, band=Band(-0.2, 0.2)),),
            "d = 1.18 and 0.95",
        ),
        Criterion(
            "gifts",
            share("ordinary-match"),
            at_least(0.55),
            (Lesion(UNPROJECTED, band=Band(0.4, 0.6)),),
            "above chance",
        ),
        Criterion(
            "estimates-heeded",
            difference(
                effect_size("heedless-sociable", "heedless-solitary"),
                effect_size("heedful-sociable", "heedful-solitary"),
            ),
            at_least(0.2),
            paper="shrinks",
        ),
        Criterion(
            "gifts-heeded",
            difference(share("heedless-match"), share("heedful-match")),
            at_least(0.05),
            paper="shrinks",
        ),
        Criterion("estimates-gone", effect_size("devoted-sociable", "devoted-solitary"), Band(-0.2, 0.2), paper="gone"),
        Criterion("gifts-gone", share("devoted-match"), Band(0.4, 0.6), paper="gone"),
    ),
    source="Ross et al. 1977, Klein et al. 2018",
    runs=EFFECT_RUNS,
)
