"""Any small crowd: worlds of one to eight people with any ties, and worlds that a test builds by hand."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import numpy as np
from hypothesis import strategies as st

from sandbox.engine.links import total
from sandbox.engine.options import OPTIONS
from sandbox.engine.params import Parameters
from sandbox.engine.people import People
from sandbox.engine.table import altered
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import DRIVES
from sandbox.engine.world import Ground, World

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hypothesis.strategies import DrawFn

    from sandbox.engine.arrays import Floats

WIDTH, HEIGHT = 20.0, 12.0
BODY = ("wound", "illness", "treat", "effort", "involvement", "loneliness")
TRAITS = ("sympathy", "approval", "spite", "provocation", "anxiety", "sweet_tooth", "competence", "personlike")
SIGNED = ("emotion", "felt", "shown", "mood", "company")
TIE_SHARES = (
    *("personhood", "personhood_anchor", "importance", "importance_anchor", "strength", "blame", "credit", "hope"),
    *("noticed", "attention", "averted", "avoidance"),
)
TIE_VALENCES = ("affinity", "affinity_anchor", "believed", "believed_anchor", "regard")
DIRECTIONS = np.array([(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (0.6, 0.8), (-0.8, 0.6)])


def ground(walls: Iterable[tuple[float, float, float, float]] = (), *, low: bool = False) -> Ground:
    """A lawn of 20 by 12 metres with some walls."""
    ends = np.array(list(walls), np.float64).reshape(-1, 4)
    return Ground(WIDTH, HEIGHT, ends, np.full(len(ends), not low))


def world(
    people: Mapping[str, Any],
    ties: Mapping[tuple[int, int], Mapping[str, Any]] | None = None,
    *,
    lawn: Ground | None = None,
    off: Iterable[str] = (),
    **settings: float,
) -> World:
    """People by columns (x says how many), ties by pair, ordinary in everything that is not said."""
    everybody = People.of(len(people["x"]), **({"y": 5.0} | dict(people)))
    pairs = ties or {}
    names = sorted({name for columns in pairs.values() for name in columns})
    plain = Ties.of([0], [1])
    columns = {name: [given.get(name, getattr(plain, name)[..., 0]) for given in pairs.values()] for name in names}
    some = Ties.of([pair[0] for pair in pairs], [pair[1] for pair in pairs], **columns)
    params = Parameters().with_settings(settings)
    return World.start(everybody, some, lawn or ground(), params, seed=1, off=frozenset(off))


@st.composite
def crowds(draw: DrawFn, least: int = 1, most: int = 8, *, off: bool = False, walls: bool = False) -> World:
    """Any world of `least` to `most` people with any ties, in the middle of anything."""
    count = draw(st.sampled_from(range(least, most + 1)))
    chance = np.random.default_rng(draw(st.integers(0, 2**16)))
    likely = draw(st.sampled_from([0.0, 0.3, 0.7, 1.0]))
    pairs = [(one, other) for one in range(count) for other in range(count) if one != other]
    ties = _ties(chance, [pair for pair in pairs if chance.random() < likely], count)
    people = _people(chance, count, ties)
    lawn = ground(draw(st.lists(_walls(), max_size=3)) if walls else ())
    switches = frozenset(draw(st.sets(st.sampled_from(DRIVES)))) if off else frozenset()
    seed, tick = draw(st.integers(0, 99)), draw(st.integers(0, 40))
    start = World.start(people, ties, lawn, Parameters(), seed=seed, off=switches)
    return altered(start, tick=tick)


def _walls() -> st.SearchStrategy[tuple[float, float, float, float]]:
    spot = st.integers(1, 11).map(lambda place: place + 0.3)
    return st.tuples(spot, spot, spot, spot)


def _shares(chance: np.random.Generator, rows: int, columns: int) -> Floats:
    """Give numbers from 0 to 1, the ends often among them: that is where mistakes live."""
    values, special = chance.random((columns, rows)), chance.random((columns, rows))
    return np.where(special < 0.15, 0.0, np.where(special > 0.85, 1.0, values))


def _people(chance: np.random.Generator, count: int, ties: Ties) -> People:
    names = (*BODY, *TRAITS, "expressiveness", *SIGNED, "x", "y")
    columns = dict(zip(names, _shares(chance, count, len(names)), strict=True))
    columns |= {name: columns[name] * 2 - 1 for name in SIGNED}
    # Nobody stands on the very spot of somebody else.
    columns["x"] = 1.0 + columns["x"] * (WIDTH - 4.0) + np.arange(count) * 0.11
    columns["y"] = 1.0 + columns["y"] * (HEIGHT - 4.0) + np.arange(count) * 0.07
    look, facing = (DIRECTIONS[chance.integers(len(DIRECTIONS), size=count)] for _ in range(2))
    option = chance.integers(len(OPTIONS), size=count)
    about = np.full(count, -1)
    about[ties.observer[::-1]] = ties.target[::-1]
    busy = about >= 0
    return People.of(
        count,
        **columns,
        home_x=columns["x"],
        home_y=columns["y"],
        facing_x=facing[:, 0],
        facing_y=facing[:, 1],
        look_x=look[:, 0],
        look_y=look[:, 1],
        group=np.arange(count) % 2,
        gaze=about,
        option=np.where(busy, option, 0),
        option_on=about,
        involved=about,
        habit=0.0,
    )


def _ties(chance: np.random.Generator, pairs: list[tuple[int, int]], count: int) -> Ties:
    names = (*TIE_SHARES, *TIE_VALENCES)
    columns = dict(zip(names, _shares(chance, len(pairs), len(names)), strict=True))
    columns |= {name: columns[name] * 2 - 1 for name in TIE_VALENCES}
    observer, target = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    everything = total(columns["attention"], observer, count)
    columns["attention"] = columns["attention"] / np.maximum(1.0, everything[observer])
    return Ties.of(observer, target, **columns)


def frozen(some: World) -> World:
    """Make every column of a world read-only, so that whoever writes into it is caught."""
    for table in (some.people, some.ties):
        for column in fields(table):
            getattr(table, column.name).setflags(write=False)
    return some
