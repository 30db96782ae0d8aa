"""Obedience again: the nearer the victim, the fewer obey (T4, T9, T11, T28).

The rooms and the lever of the forecast `obedience`, with its criteria. What was wrong with its scene: nobody was held
to their places, so that Bob soon stood six metres off in the `touch` cell too, and nothing could be said of arm's
length. Milgram's learner was strapped to a chair, and his teacher sat at the board; so a low fence is put round each,
and Ann is in no mood for play, which at arm's length, and only there, was a pastime.

Nor does who is at the lever in the last seconds tell who obeyed: whoever holds back sees the wound heal, and begins
again, where in Milgram's rooms it was over once somebody stopped, and the shocks rose with every step. Without sympathy
more go on for longer, and have a greater wound before them at the end, for which the voice inside makes them stop. So
those count who work the lever for more than half of the time.
"""

from __future__ import annotations

from dataclasses import replace as other_fields
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.lab.effects.again import again
from sandbox.lab.estimators import Estimator, difference, share_of
from sandbox.lab.experiment import Cell
from sandbox.lab.fence import held
from sandbox.lab.forecasts.obedience import OBEDIENCE, SPOTS, scene

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.scenario.schema import Level

CHAIR: Final = 0.7
"""Metres from Ann, and from Bob, to the fence on each side."""
HALF: Final = 0.5
"""Share of the time."""


def strapped(spot: str, number: int, draw: Generator) -> Level:
    """Hold Ann and Bob to their places in one of the forecast's rooms."""
    level = scene(spot, number, draw)
    ann, bob, clerk = level.people
    walls = (*level.map.walls, *held(ann, CHAIR), *held(bob, CHAIR))
    grave = replace(ann, traits=replace(ann.traits, playfulness=0.0))
    return replace(level, map=replace(level.map, walls=walls), people=(grave, bob, clerk))


def cells() -> tuple[Cell, ...]:
    """Stage the four distances."""
    commands = {cell.name: cell for cell in OBEDIENCE.cells()}
    return tuple(Cell(spot, partial(strapped, spot), commands[spot].seconds, commands[spot].commands) for spot in SPOTS)


def obey(spot: str) -> Estimator:
    """Return the share of those who work the lever for more than half of the time."""
    strikes = f"{spot}-strikes"
    return share_of(lambda measured: measured[strikes] > HALF, (strikes,))


PAIRS: Final = {
    "nearness": ("remote", "touch"),
    "voice": ("remote", "voice"),
    "room": ("voice", "room"),
    "touch": ("room", "touch"),
}
OBEDIENCE_AGAIN: Final = again(
    OBEDIENCE,
    cells=cells,
    criteria=tuple(
        other_fields(criterion, estimator=difference(*map(obey, PAIRS[criterion.name])))
        for criterion in OBEDIENCE.criteria
    ),
)
