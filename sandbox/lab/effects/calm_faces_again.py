"""Calm faces again: a need over which others stay calm is met less often than one over which they are upset (T12).

The lawn, the two in their pens and the criteria of the forecast `calm-faces`. Two things were wrong with its scene. Vic
strolled to the pens, where the two who were upset mended his wound over the fence, so that beside them there was less
need; now he is penned in himself, out of everybody's reach. And he was hurt twice more, until nobody could take it for
less; in the studies it stayed open what smoke, or the noise of a fall, meant. So only the first hurt is left.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.lab.effects.again import again
from sandbox.lab.experiment import Cell
from sandbox.lab.fence import fence
from sandbox.lab.forecasts.calm_faces import CALM_FACES, FACES, WATCHED, sight

if TYPE_CHECKING:
    from numpy.random import Generator

    from sandbox.scenario.schema import Level

HELD: Final = fence(2, 3.2, 3.5, 4.8)
"""Keeps Vic in, out of reach of the pens."""


def held(faces: str, number: int, draw: Generator) -> Level:
    """Hold Vic to his place on the forecast's lawn."""
    level = sight(faces, number, draw)
    ground = replace(level.map, walls=(*level.map.walls, *HELD))
    return replace(level, map=ground, happenings=level.happenings[:1])


def cells() -> tuple[Cell, ...]:
    """Stage Ann alone, beside calm people and beside upset ones."""
    return tuple(Cell(faces, partial(held, faces), WATCHED) for faces in FACES)


CALM_FACES_AGAIN: Final = again(CALM_FACES, cells=cells)
