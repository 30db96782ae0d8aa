"""Makers: who makes a meter up, the largest part first, each with what can be asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import replace

from sandbox.engine.links import firsts
from sandbox.engine.people import NOBODY
from sandbox.session.frame import averted
from sandbox.session.seen.meters import as_things, feeling, pains, watchers
from sandbox.session.seen.thresholds import GRUDGE
from sandbox.session.why.cards import Subject, now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sandbox.engine.arrays import Floats
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level
    from sandbox.session.why.cards import Card

MOST: Final = 5


def makers(world: World, level: Level, before: People, name: str) -> tuple[Card, ...]:
    """Return a card for each of those who make a meter up most, MOST of them at most; one that nobody does if none."""
    found = [*MAKERS[name](world.people, before, world.ties)][:MOST]
    cards = (replace(now(world, level, f"makes.{name}", one.who, one.whom), asks=one) for one in found)
    return tuple(cards) or (now(world, level, f"makes.nobody.{name}", NOBODY),)


def _suffering(people: People, _: People, __: Ties) -> Iterable[Subject]:
    return _hurt(pains(people))


def _unseen(people: People, _: People, ties: Ties) -> Iterable[Subject]:
    return _hurt(np.where(watchers(ties, len(people)) == 0, pains(people), 0.0))


def _hurt(pain: Floats) -> Iterable[Subject]:
    order = np.argsort(-pain, kind="stable")
    return (Subject("pain", who) for who in order[pain[order] > 0].tolist())


def _averted(people: People, before: People, _: Ties) -> Iterable[Subject]:
    whom = averted(people, before)
    return (Subject("look", who, int(whom[who])) for who in np.flatnonzero((whom != NOBODY) & feeling(people)).tolist())


def _things(people: People, _: People, ties: Ties) -> Iterable[Subject]:
    """List who is a thing to somebody, each once: with the one to whom they are least a person."""
    rows = np.flatnonzero(as_things(people, ties))
    rows = rows[np.lexsort((ties.personhood[rows], ties.target[rows]))]
    rows = rows[firsts(ties.target[rows])]
    return (Subject("thing", int(ties.observer[row]), int(ties.target[row])) for row in rows.tolist())


def _blame(_: People, __: People, ties: Ties) -> Iterable[Subject]:
    rows = np.flatnonzero(ties.blame > GRUDGE)
    rows = rows[np.argsort(-ties.blame[rows], kind="stable")]
    return (Subject("blame", int(ties.observer[row]), int(ties.target[row])) for row in rows.tolist())


MAKERS: Final[Mapping[str, Callable[[People, People, Ties], Iterable[Subject]]]] = {
    "suffering": _suffering,
    "unseen": _unseen,
    "averted": _averted,
    "things": _things,
    "blame": _blame,
}
"""What each meter is made of, the largest part first."""
