"""Obedience again: the nearer the victim, the fewer obey (T4, T9, T11, T28).

The rooms and the lever of the forecast `obedience`, with its criteria. What was wrong with its scene: nobody was held
to their places, so that Bob soon stood six metres off in the `touch` cell too, and nothing could be said of arm's
length. Milgram's learner was strapped to a chair, and his teacher sat at the board; so a low fence is put round each,
and Ann is in no mood for play, which at arm's length, and only there, was a pastime.

Without sympathy, more go on for longer; but then there is a greater wound at the end, and more for the voice inside to
hold against them, so that who is still at it in the last seconds says little of sympathy. So the lesion asks how long
they work the lever, which Milgram gives too (as the mean of the highest shock).
"""

from __future__ import annotations

from dataclasses import replace as replaced
from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.lab.effects.again import again
from sandbox.lab.effects.personhood import willing
from sandbox.lab.estimate import at_most, over
from sandbox.lab.estimators import difference
from sandbox.lab.experiment import Cell, Lesion
from sandbox.lab.fence import fence
from sandbox.lab.forecasts.obedience import OBEDIENCE, SPOTS, scene

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.scenario.schema import Level

CHAIR: Final = 0.7
"""Metres from Ann, and from Bob, to the fence on each side."""


def strapped(spot: str, number: int, draw: Generator) -> Level:
    """Hold Ann and Bob to their places in one of the forecast's rooms."""
    level = scene(spot, number, draw)
    ann, *others = level.people
    chairs = [
        wall
        for one in (ann, others[0])
        for wall in fence(one.x - CHAIR, one.y - CHAIR, one.x + CHAIR, one.y + CHAIR)
    ]
    grave = replace(ann, traits=replace(ann.traits, playfulness=0.0))
    return replace(level, map=replace(level.map, walls=(*level.map.walls, *chairs)), people=(grave, *others))


def cells() -> tuple[Cell, ...]:
    """Stage the four distances."""
    commands = {cell.name: cell for cell in OBEDIENCE.cells()}
    return tuple(
        Cell(spot, partial(strapped, spot), commands[spot].seconds, commands[spot].commands) for spot in SPOTS
    )


NEARNESS, *OTHERS = OBEDIENCE.criteria
LONGER: Final = difference(willing("remote"), willing("touch"))
"""How much longer those work the lever who do not see whom it hurts."""
LESS: Final = Lesion(("sympathy",), band=at_most(0.75), estimator=LONGER, against=over)
OBEDIENCE_AGAIN: Final = again(OBEDIENCE, cells=cells, criteria=(replaced(NEARNESS, lesions=(LESS,)), *OTHERS))
