"""People who come near one another get to know of each other: new ties, the nearest first.

Theory: design. Reads positions; gives a longer table of ties. Nobody with `most_ties` others in mind meets strangers;
levels, words and hearsay add ties all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.curves import whole
from sandbox.engine.frozen import fields
from sandbox.engine.links import Links
from sandbox.engine.resemblance import projected, resembling
from sandbox.engine.table import replaced
from sandbox.engine.ties import Ties

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.engine.realm import AnyRealm, Realm

EVERY: Final = 10
"""Ticks between two looks for new neighbours."""


def meet(world: AnyRealm) -> AnyRealm:
    """Tie everybody to the strangers within `meeting_range`, every EVERY ticks."""
    if world.tick % EVERY:
        return world
    room = np.maximum(whole(world.law().most_ties) - world.links.number, 0)
    room = np.where((world.people.sentience > 0) & (world.people.present > 0), room, 0)
    observer, target, squares = _neighbours(world, np.flatnonzero(room))
    strange = np.flatnonzero(world.links.rows(observer, target) < 0)
    observer, target, squares = observer[strange], target[strange], squares[strange]
    if not len(observer):
        return world
    order = np.lexsort((target, squares, observer))
    observer, target = observer[order], target[order]
    rank = np.arange(len(observer)) - np.searchsorted(observer, observer)
    fits = rank < room[observer]
    return with_ties_between(world, observer[fits], target[fits])


def with_ties_between(world: AnyRealm, observer: Ints, target: Ints) -> AnyRealm:
    """Return the world with a stranger's tie for each pair that had none; pairs must differ and may not repeat."""
    new = (world.links.rows(observer, target) < 0).nonzero()[0]
    if not len(new):
        return world
    observer, target = observer[new], target[new]
    added = Ties.of(
        observer,
        target,
        personhood=world.people.personlike[target],
        importance=world.law(observer).stranger_importance,
        affinity=resembling(world, observer, target),
        guess=projected(world.people, observer, typical=world.on("typical_mind", observer)),
    )
    keys = added.observer * world.links.wide + added.target
    order = np.concatenate([world.links.keys, keys]).argsort(kind="stable")
    pairs = ((one.name, (getattr(world.ties, one.name), getattr(added, one.name))) for one in fields(Ties))
    ties = Ties(**{name: np.concatenate(pair, axis=-1).take(order, axis=-1) for name, pair in pairs})
    return replaced(world, ties=ties, links=Links.of(ties, len(world.people)))


def _neighbours(world: Realm, observers: Ints) -> tuple[Ints, Ints, Ints]:
    """List the pairs of `observers` and others within `meeting_range`, with their squared distance.

    Everybody is sorted into a grid of cells of that size, row by row; the neighbours of a cell are three runs of three.
    """
    reach, x, y = world.law().meeting_range, world.people.x, world.people.y
    column, row = (x // reach).astype(np.int64), (y // reach).astype(np.int64)
    width = int(column.max(initial=0)) + 3
    cell = world.cells(column + 1, row + 1, width)
    order = np.argsort(cell, kind="stable")
    sorted_cells = cell[order]
    runs = np.array([-width, 0, width])
    middle = (cell[observers][:, None] + runs).ravel()
    first = np.searchsorted(sorted_cells, middle - 1, side="left")
    count = np.searchsorted(sorted_cells, middle + 1, side="right") - first
    observer = np.repeat(np.repeat(observers, len(runs)), count)
    target = order[np.arange(count.sum()) + np.repeat(first - np.cumsum(count) + count, count)]
    across, down = x[target] - x[observer], y[target] - y[observer]
    squares = across * across + down * down
    reach = world.law(observer).meeting_range
    near = np.flatnonzero((squares <= reach * reach) & (observer != target) & (world.people.present[target] > 0))
    return observer[near], target[near], squares[near]
