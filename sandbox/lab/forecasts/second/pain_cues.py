"""Signs of pain hold back who is calm, and not who was insulted (T1, T10, T28).

The lever of the experiment `personhood`, in plain view of Bob. His face tells his pain, or nothing; before, he
insulted Ann twice, or said nothing. Forecast: sympathy speaks against going on as far as pain is seen; insults make
an enemy, for whom it does not speak, and whose pain may please. The paper gives directions: five points are asked
for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.lab.effects import personhood
from sandbox.lab.estimate import Band, at_least, at_most
from sandbox.lab.estimators import difference
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.scenario.schema import Cues, Happening

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.scenario.schema import Level

FACES: Final = {"shown": 1.0, "blank": 0.0}
"""Expressiveness of Bob."""
WORDS: Final = {
    "calm": (),
    "angered": tuple(Happening(do="insult", who="ann", by="bob", at=at) for at in (0.2, 0.6)),
}


def scene(expressiveness: float, number: int, draw: Generator) -> Level:
    """Give Bob his face."""
    level = personhood.scene(Cues(), number, draw)
    ann, bob, clerk = level.people
    faced = replace(bob, traits=replace(bob.traits, expressiveness=expressiveness))
    return replace(level, people=(ann, faced, clerk))


def cells() -> tuple[Cell, ...]:
    """Stage each face after words and after none."""
    order = Happening(do="order", who="ann", by="clerk", about="bob", at=personhood.TOLD_AT)
    end = personhood.TOLD_AT + personhood.WORKED
    return tuple(
        Cell(f"{mood}-{face}", partial(scene, expressiveness), end, (*words, order))
        for mood, words in WORDS.items()
        for face, expressiveness in FACES.items()
    )


CALM: Final = difference(personhood.willing("calm-shown"), personhood.willing("calm-blank"))
ANGERED: Final = difference(personhood.willing("angered-shown"), personhood.willing("angered-blank"))
PAIN_CUES: Final = Experiment(
    "pain-cues",
    cells,
    personhood.measure,
    (
        Criterion("calm", CALM, at_most(-0.05), (Lesion(("sympathy",), band=at_least(-0.025)),), paper="inhibits"),
        Criterion("angered", ANGERED, at_least(-0.02), paper="fails to, or spurs on"),
        Criterion(
            "turned",
            difference(ANGERED, CALM),
            at_least(0.05),
            (Lesion(settings=(("address_affinity", 0.0),), band=Band(-0.05, 0.05)),),
            paper="anger turns it",
        ),
    ),
    source="Baron 1974",
    runs=EFFECT_RUNS,
)
