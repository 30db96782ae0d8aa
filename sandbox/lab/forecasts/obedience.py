"""Obedience: the nearer the victim, the fewer obey (T4, T9, T28).

The lever of the experiment `personhood`, and Bob four ways: sixteen metres off behind a wall, behind a wall within
earshot, five metres off in plain view, and at arm's length at first (nobody holds him there). Forecast: out of sight
and hearing nothing feeds the belief that he suffers, and so neither sympathy nor the voice inside weighs against what
the clerk thinks.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.lab.effects import personhood
from sandbox.lab.estimate import at_least, at_most, over
from sandbox.lab.estimators import Estimator, difference, share_of
from sandbox.lab.experiment import EFFECT_RUNS, Cell, Criterion, Experiment, Lesion
from sandbox.scenario.schema import Cues, Happening, Map, Wall

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.scenario.schema import Level

WIDTH: Final = 22.0
HEIGHT: Final = 8.0
WALL: Final = Wall(x1=7, y1=0, x2=7, y2=HEIGHT)
SPOTS: Final = {"remote": (20.0, True), "voice": (9.0, True), "room": (9.0, False), "touch": (5.8, False)}
"""Where Bob is, in metres from the left edge (Ann is at 4), and whether the wall is between them."""


def scene(spot: str, number: int, draw: Generator) -> Level:
    """Put Bob at his spot."""
    metres, walled = SPOTS[spot]
    level = personhood.scene(Cues(), number, draw)
    ann, bob, clerk = level.people
    ground = Map(width=WIDTH, height=HEIGHT, walls=(WALL,) if walled else ())
    return replace(level, map=ground, people=(ann, replace(bob, x=metres), clerk))


def cells() -> tuple[Cell, ...]:
    """Stage the four distances."""
    order = Happening(do="order", who="ann", by="clerk", about="bob", at=personhood.TOLD_AT)
    end = personhood.TOLD_AT + personhood.WORKED
    return tuple(Cell(spot, partial(scene, spot), end, (order,)) for spot in SPOTS)


def obey(spot: str) -> Estimator:
    """Return the share of those who are still at the lever at the end."""
    stops = f"{spot}-stops"
    return share_of(lambda measured: measured[stops] == 0, (stops,))


OBEDIENCE: Final = Experiment(
    "obedience",
    cells,
    personhood.measure,
    (
        Criterion(
            "nearness",
            difference(obey("remote"), obey("touch")),
            at_least(0.1),
            (Lesion(("sympathy",), band=at_most(0.75), against=over),),
            paper="65 − 30 %",
        ),
        Criterion("voice", difference(obey("remote"), obey("voice")), at_least(0.0), paper="65 − 62.5 %"),
        Criterion("room", difference(obey("voice"), obey("room")), at_least(0.05), paper="62.5 − 40 %"),
        Criterion("touch", difference(obey("room"), obey("touch")), at_least(0.0), paper="40 − 30 %"),
    ),
    source="Milgram 1974",
    runs=EFFECT_RUNS,
)
