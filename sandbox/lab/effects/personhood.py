"""Personhood: what makes somebody a person to be hurt less, and what undoes it (T9, T16).

Ann has been told to work a lever that hurts somebody, by a clerk whom she rather likes. (a) Bob sits where no face is
seen; his name is said, or nothing, or a label is hung on him. (b) A creature that feels is harvested in plain view, or
behind a wall. (c) A machine that looks hurt has a face and a voice, or is only words on a screen, or is no machine.
Willingness is the share of the time that she spends at the lever; who hardly touches it at the end has stopped.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import replace

from sandbox.engine.options import INDEX
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.vocabulary import TIE_STREAMS
from sandbox.lab.estimate import Band, Estimate, at_least, at_most
from sandbox.lab.estimators import Estimator, difference, effect_size, mean, ratio, share
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import around, tastes, traits
from sandbox.scenario.schema import Body, Cues, Happening, Level, Map, Person, Tie, Traits, Wall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Floats
    from sandbox.lab.estimators import Measured
    from sandbox.lab.run import Run
    from sandbox.scenario.schema import Being

TOLD_AT: Final = 1.0
WORKED: Final = 20.0
"""Seconds from the order on."""
LAST: Final = 5.0
"""Seconds at the end in which is looked who has stopped."""
FELT: Final = 5.0
"""Seconds from the order on in which is read how much Ann feels for the creature."""
KINDNESS: Final = 0.2
"""Affinity of Ann to whoever is to be hurt, on average."""
RESPECT: Final = 0.22
"""Affinity of Ann to the clerk, on average."""
SPREAD: Final = 0.15
"""Standard deviation of both."""
PLAIN: Final = Traits(sympathy=0, approval=0, spite=0, provocation=0, anxiety=0, playfulness=0)
"""Whoever is hurt feels for nobody, and the clerk only waits and minds his manners."""
PEN: Final = fence(8.0, 3.0, 10.0, 5.0)
"""Keeps whoever is hurt five metres from Ann."""
UNSEEN: Final = Cues(face=False, name=False)
FACE: Final = Cues(voice=False, name=False)
MEAT: Final = Cues(face=False, voice=False, name=False)
TEXT: Final = Cues(face=False, voice=False)
INTRODUCED: Final = {"humanised": "name", "neutral": None, "dehumanised": "label"}
SHAMMED: Final = -0.6
"""Pain that the machine shows; the real victim shows her own."""


def scene(
    cues: Cues, _number: int, draw: Generator, *, being: Being = "person", sham: float = 0.0, walled: bool = False
) -> Level:
    """Put Ann at a lever, somebody five metres off, perhaps behind a wall, and the clerk at her side."""
    kind = around(draw, KINDNESS, SPREAD, -1.0)
    respect = around(draw, RESPECT, SPREAD)
    return Level(
        schema_version=2,
        id="personhood",
        title="Personhood",
        hook="The same lever. Who is at the other end?",
        map=Map(width=14, height=8, walls=(*PEN, Wall(x1=7, y1=0, x2=7, y2=8)) if walled else PEN),
        people=(
            Person(id="ann", name="Ann", x=4, y=4, facing="bob", traits=traits(draw), tastes=tastes(draw)),
            Person(
                id="bob",
                name="Bob",
                x=9,
                y=4,
                facing="ann",
                being=being,
                cues=cues,
                traits=PLAIN,
                body=Body(pretence=sham),
            ),
            Person(
                id="clerk", name="Clerk", x=2, y=6, facing="ann", traits=replace(PLAIN, approval=0.5, expressiveness=0)
            ),
        ),
        ties=(
            Tie(source="ann", target="bob", affinity=kind),
            Tie(source="ann", target="clerk", affinity=respect),
            Tie(source="clerk", target="ann", affinity=respect),
        ),
    )


def cells() -> tuple[Cell, ...]:
    """Stage the three introductions, the two harvests, and machine and person with and without a face."""
    order = Happening(do="order", who="ann", by="clerk", about="bob", at=TOLD_AT)
    end = TOLD_AT + WORKED
    said = {
        name: () if cue is None else (Happening(do="cue", who="bob", cue=cue, on=True, at=TOLD_AT / 2),)
        for name, cue in INTRODUCED.items()
    }
    return (
        *(Cell(name, partial(scene, UNSEEN), end, (*cue, order)) for name, cue in said.items()),
        Cell("viewed", partial(scene, FACE), end, (order,)),
        Cell("hidden", partial(scene, MEAT, walled=True), end, (order,)),
        Cell("text", partial(scene, TEXT, being="robot", sham=SHAMMED), end, (order,)),
        Cell("face", partial(scene, Cues(), being="robot", sham=SHAMMED), end, (order,)),
        Cell("human", partial(scene, Cues()), end, (order,)),
    )


def measure(runs: Mapping[str, Run]) -> Measured:
    """Return for each cell how much of the time Ann strikes, whether she has stopped, and what she felt for Bob."""
    measured: dict[str, Floats] = {}
    for name, run in runs.items():
        ann = run.rows("ann")
        strikes, late, felt = np.zeros(run.scenes), np.zeros(run.scenes), np.zeros(run.scenes)
        for world in run.moments(TOLD_AT):
            now = world.people.option[ann] == INDEX["strike"]
            strikes += now
            late += now & (world.tick > (TOLD_AT + WORKED - LAST) * TICKS_PER_SECOND)
            if world.tick <= (TOLD_AT + FELT) * TICKS_PER_SECOND:
                felt -= world.ties.streams[TIE_STREAMS.index("sympathy"), run.ties(world, "ann", "bob")]
        measured[f"{name}-strikes"] = strikes / (WORKED * TICKS_PER_SECOND)
        measured[f"{name}-stops"] = (late < LAST * TICKS_PER_SECOND / 2).astype(np.float64)
        measured[f"{name}-felt"] = felt / (FELT * TICKS_PER_SECOND)
    return measured


def as_correlation(size: Estimator) -> Estimator:
    """Turn a d between two cells of equal size into the correlation with being in the one or the other."""

    def of(measured: Measured) -> Estimate:
        return Estimate(*(d / (d**2 + 4) ** 0.5 for d in size.of(measured)))

    return Estimator(of, size.about)


def willing(cell: str) -> Estimator:
    """Return the share of the time spent at the lever."""
    return mean(f"{cell}-strikes", percent=True)


HELD: Final = ("personhood",)
LEVELLED: Final = (Lesion(HELD, band=Band(-0.05, 0.05)),)
PERSONHOOD: Final = Experiment(
    "personhood",
    cells,
    measure,
    (
        Criterion("humanised", difference(willing("neutral"), willing("humanised")), at_least(0.05), LEVELLED, "more"),
        Criterion(
            "dehumanised", difference(willing("dehumanised"), willing("neutral")), at_least(0.05), LEVELLED, "more"
        ),
        Criterion(
            "ratio",
            ratio(willing("dehumanised"), willing("humanised")),
            at_least(1.2),
            (Lesion(HELD, band=Band(0.9, 1.1)),),
            "well above 1",
        ),
        Criterion(
            "empathy", as_correlation(effect_size("viewed-felt", "hidden-felt")), at_least(0.05), paper="r = 0.43"
        ),
        Criterion(
            "willing",
            as_correlation(effect_size("viewed-strikes", "hidden-strikes")),
            at_most(-0.05),
            paper="r = −0.31",
        ),
        Criterion(
            "stops",
            difference(share("face-stops"), share("text-stops")),
            at_least(0.05),
            LEVELLED,
            "6 of 23 − 1 of 11",
        ),
        Criterion("face", share("face-stops"), at_least(0.1), paper="6 of 23"),
        Criterion("human", difference(share("human-stops"), share("face-stops")), at_least(0.0), paper="0 or more"),
    ),
    source="Bandura et al. 1975, Kunst & Hohle 2016, Slater et al. 2006",
    runs=EFFECT_RUNS,
)
