"""Wrong faces: blank at a sight is thought worse of than moved by it, and glad of a pain, worse still (T23, T25).

Bob, whom Wes rather likes, is hurt, or is given cakes. Alice looks on from behind a fence, moved as a friend of his
is, with a blank face, or as an enemy of his is: glad of his pain, sore at his joy. Nobody can do anything. Read is
what Wes, to whom she was nothing, thinks of her in the end, on the scale from -1 to 1. The paper gives directions:
0.03 is asked for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.lab.effects.essay import opinion
from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import difference, mean
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import around
from sandbox.lab.scenes import FENCE, Part, scene
from sandbox.scenario.schema import Happening, Tie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Level

WATCHED: Final = 20.0
"""Seconds."""
SIGHTS: Final = {
    "pain": tuple(Happening(do="hurt", who="bob", at=at, amount=0.4) for at in (2.0, 10.0)),
    "joy": tuple(Happening(do="gift", who="bob", at=at, amount=1.0) for at in (2.0, 10.0)),
}
OPEN: Final = {"sympathy": 1.0, "spite": 1.0, "anxiety": 1.0, "expressiveness": 1.0}
"""Whoever is moved shows it, and keeps looking."""
FACES: Final = {"moved": (0.8, OPEN), "blank": (0.0, {"expressiveness": 0.0}), "contrary": (-0.8, OPEN)}
"""What Bob is to Alice (affinity), and traits of hers."""
PEN: Final = fence(3, 3, 5, 5)
"""Keeps Bob in and the others off, farther than anybody reaches."""
FAR: Final = fence(8, 0, 16, 8)


def look_on(sight: str, face: str, _number: int, draw: Generator) -> Level:
    """Put Alice and Wes before what befalls Bob."""
    affinity, given = FACES[face]
    people = {
        "bob": Part(4, facing="alice"),
        "alice": Part(9, 2.5, "bob", given),
        "wes": Part(10, 6, "alice", {"competence": 0.02}),
    }
    ties = [
        Tie(source="alice", target="bob", affinity=affinity, importance=0.8),
        Tie(source="wes", target="bob", affinity=around(draw, 0.4, 0.1, -1.0), importance=0.6),
        Tie(source="wes", target="alice", affinity=0.0, importance=0.3),
    ]
    return scene(draw, people, ties, walls=(*FENCE, *PEN, *FAR), happenings=SIGHTS[sight])


def cells() -> tuple[Cell, ...]:
    """Stage each face at each sight."""
    return tuple(Cell(f"{sight}-{face}", partial(look_on, sight, face), WATCHED) for sight in SIGHTS for face in FACES)


def measure(runs: Mapping[str, Run]) -> Measured:
    """Read what Wes thinks of Alice."""
    return {name: opinion(run) for name, run in runs.items()}


AFFECT_NORM: Final = Experiment(
    "affect-norm",
    cells,
    measure,
    (
        Criterion(
            "blank",
            difference(mean("pain-moved"), mean("pain-blank")),
            at_least(0.03),
            (Lesion(settings=(("distress_weight", 0.0),), band=Band(-0.02, 0.02)),),
            paper="flat is rejected",
        ),
        Criterion(
            "grin",
            difference(mean("pain-blank"), mean("pain-contrary")),
            at_least(0.03),
            (Lesion(settings=(("joy_weight", 0.0),), band=at_most(0.02)),),
            paper="contrary, more so",
        ),
        Criterion("joy", difference(mean("joy-moved"), mean("joy-blank")), at_least(0.03), paper="flat is rejected"),
    ),
    source="Szczurek, Monin & Gross 2012",
    runs=EFFECT_RUNS,
)
