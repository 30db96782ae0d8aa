"""Many victims again: eight who suffer move one hardly more than one does, and drive more eyes away (T8, T13, T14).

The fan of wounded strangers and the criteria of the forecast `many-victims`. Two things were wrong with its scene. The
eight were to do nothing but suffer, and walked about and mended one another; now each has a bed of their own, behind
low fences, out of one another's reach. And whoever had only one to help was done before the end, and whoever had eight
was not, so that who did more was a matter of how much there was to do; now they are watched for a shorter time.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.lab.effects.again import again
from sandbox.lab.experiment import Cell
from sandbox.lab.fence import held
from sandbox.lab.forecasts.many_victims import COUNTS, MANY_VICTIMS, meeting

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.scenario.schema import Level

BED: Final = 0.3
"""Metres from whoever lies there to the fence on each side."""
BUSY: Final = 10.0
"""Seconds in which hardly anybody can be done with one."""


def ward(count: int, number: int, draw: Generator) -> Level:
    """Keep the forecast's wounded in their beds."""
    level = meeting(count, number, draw)
    beds = [wall for one in level.people[1:] for wall in held(one, BED)]
    return replace(level, map=replace(level.map, walls=(*level.map.walls, *beds)))


def cells() -> tuple[Cell, ...]:
    """Stage one and eight."""
    return tuple(Cell(name, partial(ward, count), BUSY) for name, count in COUNTS.items())


MANY_VICTIMS_AGAIN: Final = again(MANY_VICTIMS, cells=cells)
