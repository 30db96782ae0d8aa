"""Calm faces: a need over which others stay calm is met less often than one over which they are upset (T12).

Vic is hurt in three steps before Ann, alone or beside two others in pens, from where they see him and she sees them.
They show nothing at all, or they are friends of his with open faces. Forecast: distress is taken for less while others
look on calmly. Blame is shared among as many in both cells, so that between them only the faces differ.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.lab.effects.bystanders import CONCERN, WORSE
from sandbox.lab.estimate import Band, at_least
from sandbox.lab.estimators import difference, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import around
from sandbox.lab.scenes import FENCE, Part, helps, scene
from sandbox.scenario.schema import Happening, Tie

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.scenario.schema import Level

WATCHED: Final = 30.0
"""Seconds."""
OTHERS: Final = ("joe", "kim")
PENS: Final = (*fence(6, 0.5, 8, 2.5), *fence(6, 5.5, 8, 7.5))
"""Keep the two where they are."""
FACES: Final = {
    "alone": None,
    "calm": {"expressiveness": 0.0, "sympathy": 0.0, "approval": 0.0, "playfulness": 0.0},
    "alarmed": {"expressiveness": 1.0, "sympathy": 1.0, "playfulness": 0.0},
}
"""Traits of the two, if they are there."""


def sight(faces: str, _number: int, draw: Generator) -> Level:
    """Hurt Vic before Ann, and perhaps before the two."""
    people = {
        "vic": Part(3, facing="ann", traits={"expressiveness": 0.9}),
        "ann": Part(11, facing="vic"),
    }
    ties = [Tie(source="ann", target="vic", affinity=around(draw, *CONCERN, -1.0), importance=0.3)]
    traits = FACES[faces]
    if traits is not None:
        people |= {name: Part(7, y, "vic", traits) for name, y in zip(OTHERS, (1.5, 6.5), strict=True)}
        fondness = 0.8 if faces == "alarmed" else 0.0
        ties += [Tie(source=name, target="vic", affinity=fondness, importance=0.8) for name in OTHERS]
    hurts = tuple(Happening(do="hurt", who="vic", at=at, amount=amount) for at, amount in WORSE)
    return scene(draw, people, ties, walls=(*FENCE, *PENS), happenings=hurts)


def cells() -> tuple[Cell, ...]:
    """Stage Ann alone, beside calm people and beside upset ones."""
    return tuple(Cell(faces, partial(sight, faces), WATCHED) for faces in FACES)


CALM_FACES: Final = Experiment(
    "calm-faces",
    cells,
    partial(helps, "ann", "vic"),
    (
        Criterion("passive", difference(share("alone"), share("calm")), at_least(0.1), paper="75 − 10 %"),
        Criterion(
            "upset",
            difference(share("alarmed"), share("calm")),
            at_least(0.05),
            (Lesion(settings=(("calm_weight", 0.0),), band=Band(-0.05, 0.05)),),
            paper="80 − 20 %",
        ),
    ),
    source="Latané & Darley 1968, Darley, Teger & Lewis 1973",
    runs=EFFECT_RUNS,
)
