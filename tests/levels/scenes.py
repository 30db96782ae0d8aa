"""Small scenes, many at once: people, what they are to each other, and how often something happens among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import INDEX
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.lab.experiment import Cell
from sandbox.lab.fence import fence
from sandbox.lab.ordinary import traits
from sandbox.lab.run import Run
from sandbox.scenario.schema import Level, Map, Person

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.random import Generator

    from sandbox.engine.arrays import Floats
    from sandbox.engine.world import World
    from sandbox.lab.run import Staged
    from sandbox.scenario.schema import Happening, Tie

SCENES: Final = 40
WIDE: Final = 16.0
HIGH: Final = 12.0
FENCE: Final = fence(0, 0, WIDE, HIGH)
Who = tuple[str, float, float, dict[str, float], dict[str, object]]
"""Id, metres across and down, traits that are not drawn, and other fields of a person."""


class Watched(Run):
    """A run that is played once, however many watch it."""

    def __init__(self, staged: Staged, *off: str, settings: Mapping[str, float] | None = None) -> None:
        """Set it up; nothing is played before somebody watches."""
        super().__init__(staged, seed=1, off=off, settings=settings)
        self._seen: list[World] = []

    def moments(self, after: float = 0.0) -> Iterator[World]:
        """Return every moment later than `after` seconds; those whom it was given before get the same ones."""
        self._seen.extend(super().moments())
        return (world for world in self._seen if world.tick > round(after * TICKS_PER_SECOND))


def cell(seconds: float, who: tuple[Who, ...], ties: tuple[Tie, ...], *happenings: Happening) -> Cell:
    """Fence some people in; what is not said about their traits is drawn."""

    def scene(_number: int, draw: Generator) -> Level:
        people = tuple(
            Person(id=name, name=name.title(), x=x, y=y, traits=traits(draw, **given), **fields)  # type: ignore[arg-type]
            for name, x, y, given, fields in who
        )
        return Level(
            schema_version=2,
            id="scene",
            title="Scene",
            hook="",
            map=Map(width=WIDE, height=HIGH, walls=FENCE),
            people=people,
            ties=ties,
            happenings=happenings,
        )

    return Cell("scene", scene, seconds)


def played(cell: Cell, *off: str, settings: Mapping[str, float] | None = None) -> Watched:
    """Make SCENES copies, each with other people."""
    return Watched(cell.staged("mechanisms", seed=1, scenes=SCENES), *off, settings=settings)


def seconds_at(run: Run, who: str, *options: str) -> Floats:
    """Return for each scene how long somebody is at one of some options."""
    rows, chosen = run.rows(who), [INDEX[name] for name in options]
    ticks = np.sum([np.isin(world.people.option[rows], chosen) for world in run.moments()], axis=0)
    return np.asarray(ticks / TICKS_PER_SECOND)
