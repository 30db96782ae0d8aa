"""Many victims again: eight who suffer move one hardly more than one does, and drive more eyes away (T8, T13, T14).

The fan of wounded strangers and the criteria of the forecast `many-victims`. What was wrong with its scene: the eight
were to do nothing but suffer, and walked about and mended one another. Now each has a bed of their own, behind low
fences, out of one another's reach.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.lab.effects.again import again
from sandbox.lab.experiment import Cell
from sandbox.lab.fence import held
from sandbox.lab.forecasts.many_victims import COUNTS, MANY_VICTIMS, WATCHED, meeting

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.scenario.schema import Level

BED: Final = 0.3
"""Metres from whoever lies there to the fence on each side."""


def ward(count: int, number: int, draw: Generator) -> Level:
    """Keep the forecast's wounded in their beds."""
    level = meeting(count, number, draw)
    beds = [wall for one in level.people[1:] for wall in held(one, BED)]
    return replace(level, map=replace(level.map, walls=(*level.map.walls, *beds)))


def cells() -> tuple[Cell, ...]:
    """Stage one and eight."""
    return tuple(Cell(name, partial(ward, count), WATCHED) for name, count in COUNTS.items())


MANY_VICTIMS_AGAIN: Final = again(MANY_VICTIMS, cells=cells)
