"""Plays of the levels that several tests share, and a comparison that names what differs first."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sandbox.engine.table import columns as declared_by
from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening, Level
from sandbox.session.session import Session
from tests.scenario.small import load, small

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.world import World
    from sandbox.session.history.branch import Branch

HURT = Happening(do="hurt", who="bob")


@cache
def level(word: str) -> Level:
    return load_level(find_level(word))


def columns(world: World) -> dict[str, bytes]:
    """Every column of a moment, but for the journal's, as bytes; zeros have no sign."""
    return {
        f"{name}.{column}": (getattr(table, column) + declared.type(0)).tobytes()
        for name, table in (("people", world.people), ("ties", world.ties))
        for column, declared in declared_by(type(table)).items()
        if declared.owner != "why"
    }


def first_difference(one: World, other: World) -> str:
    """Name tick and column in which two moments differ first, or nothing if they are the same."""
    theirs = columns(other)
    different = [name for name, column in columns(one).items() if column != theirs[name]]
    if different:
        return f"tick {one.tick}: {different[0]}"
    return "" if one.digest() == other.digest() else f"tick {one.tick}: tick, seed or switches"


def played(session: Session, ticks: int, commands: Iterable[Happening] = ()) -> Session:
    """Play on, letting each command happen at its moment."""
    for command in sorted(commands, key=lambda happening: happening.at):
        session.step(round(command.at * 10) - session.tick)
        session.do(command)
    session.step(ticks - session.tick)
    return session


def fresh(**given: object) -> Session:
    """Begin the level of three people."""
    return Session(load(small()), **given)  # type: ignore[arg-type]


def straight(ticks: int, *commands: Happening) -> Session:
    return played(fresh(), ticks, commands)


def _begun() -> tuple[Session, list[World]]:
    session = fresh()
    return session, [session.world]


STRAIGHT: defaultdict[tuple[Happening, ...], tuple[Session, list[World]]] = defaultdict(_begun)
"""What was played straight on, by what was done"""


def world_at(tick: int, *commands: Happening) -> World:
    """Return the moment that playing straight comes to; those before it are kept for whoever asks next."""
    session, worlds = STRAIGHT[commands]
    while len(worlds) <= tick:
        for command in commands:
            if round(command.at * 10) == session.tick:
                session.do(command)
        session.step()
        worlds.append(session.world)
    return worlds[tick]


def replayed(branch: Branch, tick: int) -> Session:
    return played(fresh(off=branch.off_at_first), tick, [one for one in branch.commands if one.at * 10 < tick])
