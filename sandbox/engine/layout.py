"""Layout: of a stack of worlds, what stays as it is from tick to tick.

Theory: design. It says who is of which world and in what the worlds differ, and keeps random numbers for some ticks
ahead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.frozen import fields
from sandbox.engine.params import Parameters
from sandbox.engine.streams import streams
from sandbox.engine.vocabulary import DRIVES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.world import Ground, World

AT_ONCE: Final = 10
"""Ticks for which random numbers are drawn together."""


class Draws:
    """Random numbers of K worlds, drawn for some ticks together; what is drawn depends on nothing but its key."""

    def __init__(self, seeds: Sequence[int], most: int) -> None:
        """Draw for these seeds, for up to so many people in each world."""
        self._seeds, self._most = np.array(seeds, np.uint64), most
        self._drawn: dict[str, tuple[int, Floats]] = {}

    def of(self, tick: int, purpose: str) -> Floats:
        """Return (K, most) numbers in [0, 1)."""
        begin = tick - tick % AT_ONCE
        known = self._drawn.get(purpose)
        if known is None or known[0] != begin:
            ticks = np.arange(begin, begin + AT_ONCE, dtype=np.uint64)
            known = self._drawn[purpose] = begin, streams(self._seeds, ticks, purpose, self._most)
        drawn: Floats = known[1][tick - begin]
        return drawn


class Layout:
    """What stays as it is from tick to tick: who is of which world, and in what the worlds differ."""

    def __init__(self, worlds: Sequence[World]) -> None:
        """Lay out K worlds."""
        sizes = [len(world.people) for world in worlds]
        self.starts = np.cumsum([0, *sizes])
        """(K + 1,) row at which the people of each world begin"""
        self.world = np.repeat(np.arange(len(worlds)), sizes)
        """(N,) of which world everybody is"""
        self.number = np.arange(self.starts[-1]) - self.starts[self.world]
        """(N,) which person of it"""
        self.reach = max(world.reach()[0] for world in worlds), max(world.reach()[1] for world in worlds)
        self.draws = Draws([world.seed for world in worlds], max(sizes))
        self.law = worlds[0].params
        self.differing = _differing([world.params for world in worlds])
        """(K,) columns of the constants in which the worlds differ, by name"""
        self.drives = {drive: _flag([drive not in world.off for world in worlds]) for drive in DRIVES}
        """whether each drive is on: (K,) flags where the worlds differ"""
        self.grounds, self.ground = _grounds([world.ground for world in worlds])
        """the different grounds, and (K,) on which of them each world stands"""
        self.width = np.array([world.ground.width for world in worlds])[self.world]
        """(N,) metres of everybody's map"""
        self.height = np.array([world.ground.height for world in worlds])[self.world]


def _differing(laws: Sequence[Parameters]) -> Mapping[str, Floats]:
    if all(law is laws[0] for law in laws):
        return {}
    table = {field.name: np.array([getattr(law, field.name) for law in laws]) for field in fields(Parameters)}
    return {name: column for name, column in table.items() if (column != column[0]).any()}


def _flag(on: Sequence[bool]) -> bool | Bools:
    return on[0] if len(set(on)) == 1 else np.array(on)


def _grounds(grounds: Sequence[Ground]) -> tuple[tuple[Ground, ...], Ints]:
    """Return the grounds whose walls differ, and which of them each one is."""
    keys = [(each.width, each.height, each.walls.tobytes(), each.tall.tobytes()) for each in grounds]
    first = dict(zip(keys, grounds, strict=True))
    place = {key: number for number, key in enumerate(first)}
    return tuple(first.values()), np.array([place[key] for key in keys])
