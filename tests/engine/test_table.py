"""Tables: each column is declared once, and nobody writes into one."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from sandbox.engine.happenings.happening import Event
from sandbox.engine.people import NOBODY, People
from sandbox.engine.table import Owner, columns
from sandbox.engine.tick import tick
from sandbox.engine.ties import ANCHORED, Ties
from sandbox.session.history.keyframe import Keyframe
from sandbox.session.moment import Moment
from tests.engine.strategies import world

TABLES = [pytest.param(People, People.of(3), id="people"), pytest.param(Ties, Ties.of([0, 1], [1, 0]), id="ties")]


@pytest.mark.parametrize(("table", "some"), TABLES)
def test_a_column_is_what_it_is_declared_to_be(table: type, some: People | Ties) -> None:
    for name, declared in columns(table).items():
        column = getattr(some, name)
        assert (column.dtype, column.shape) == (declared.type, declared.shape(len(some))), name
        assert declared.owner in get_args(Owner), name


def test_what_is_not_given_is_as_declared_and_an_anchor_starts_at_its_value() -> None:
    some = Ties.of([0, 1], [1, 0], affinity=[0.3, -0.2], importance_anchor=0.9)
    assert some.affinity_anchor.tolist() == [0.3, -0.2]
    assert (some.importance.tolist(), some.importance_anchor.tolist()) == ([0.5, 0.5], [0.9, 0.9])
    assert (some.why_felt == NOBODY).all()
    assert all(columns(Ties)[name].start == columns(Ties)[f"{name}_anchor"].start for name in ANCHORED)


@pytest.mark.parametrize(
    "build", [lambda: People.of(2, mod=0.5), lambda: Ties.of([0], [1], mod=0.5)], ids=["people", "ties"]
)
def test_a_column_that_there_is_not_is_refused(build: object) -> None:
    with pytest.raises(TypeError, match=r"has no column mod$"):
        build()  # type: ignore[operator]


def test_nobody_can_write_into_a_column_however_its_world_came_about() -> None:
    start = world({"x": [5.0, 7.0, 9.0], "group": [1, 1, 2]}, {(0, 1): {}, (1, 0): {}})
    later = tick(start, [Event("hurt", who=1, by=2), Event("news", who=0, about=2)])
    for some in (
        start,
        later,
        tick(start.with_people(mood=np.ones(3))),
        Keyframe.packed(Moment.first(later)).moment().world,
    ):
        for table in (some.people, some.ties):
            kind: type = type(table)
            for name in columns(kind):
                with pytest.raises(ValueError, match="read-only"):
                    getattr(table, name)[...] = 0
    assert len(later.ties) > len(start.ties)


def test_people_stand_where_they_are_put() -> None:
    some = People.of(2, x=[1.0, 2.0], y=3.0)
    assert np.array_equal([some.goal_x, some.goal_y], [[1.0, 2.0], [3.0, 3.0]])
