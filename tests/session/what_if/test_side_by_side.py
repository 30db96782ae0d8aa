"""Who looks at worlds in one table sees the columns that each has alone."""

from __future__ import annotations

import numpy as np

from sandbox.engine.stack import Stack
from sandbox.session.seen.meters import Meters
from sandbox.session.session import Session
from sandbox.session.what_if.side_by_side import tables
from tests.session.play import level


def test_the_columns_of_each_world_are_those_that_it_has_alone() -> None:
    worlds = []
    for word in ("120", "006", "120"):
        session = Session(level(word), seed=len(worlds), journal=False)
        session.step(15)
        worlds.append(session.world)
    together = Stack.of(worlds).next([[]] * 3)
    assert len({len(people) for people, _ in tables(together)}) == 2
    for world, (people, ties) in zip(together.worlds(), tables(together), strict=True):
        assert (len(people), len(ties)) == (len(world.people), len(world.ties))
        for name, column in vars(world.people).items():
            assert np.array_equal(getattr(people, name), column), name
        for name, column in vars(world.ties).items():
            assert np.array_equal(getattr(ties, name), column), name
        assert Meters.of(people, people, ties) == Meters.of(world.people, world.people, world.ties)
