"""A long day with a restless player: nothing may leave its range, memory stay flat, and a replay end bit for bit alike.

One process plays through a Session and does something random about once a minute; a second one replays the same
commands at the same time, from the level and the seed alone, and both compare their fingerprints every few minutes.
"""

from __future__ import annotations

import multiprocessing
import signal
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.vocabulary import CUES, DRIVES, RULES
from sandbox.lab.ordinary import around, draws, tastes, traits
from sandbox.lab.ranges import outside
from sandbox.scenario.schema import Happening, Level, Map, Person, Tie
from sandbox.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from multiprocessing.connection import Connection

    from numpy.random import Generator

    Told = tuple[int, Happening | None]
    """a tick to play to, and what to do then; without it, a fingerprint to give"""

PEOPLE: Final = 200
ACROSS: Final = 20
"""People in a row."""
YARD: Final = 4.0
"""Metres from one to the next."""
NEIGHBOURS: Final = 6
"""People whom everybody knows at the start."""
GROUPS: Final = ("reds", "blues")
LOOK: Final = 10 * TICKS_PER_SECOND
"""Ticks between two looks at the ranges."""
COMPARE: Final = 300 * TICKS_PER_SECOND
"""Ticks between two fingerprints, and between two looks at the memory."""
ACT: Final = 1 / (60 * TICKS_PER_SECOND)
"""Chance that the player does something in a tick."""
FLAT: Final = 0.1
"""By how much memory may grow from the second quarter of the time to the last."""
MEGABYTE: Final = 1e6
PAGE: Final = 4096


class Soaked(NamedTuple):
    """What came of it."""

    seconds: float
    """game time played"""
    commands: int
    """how many things the player did"""
    outside: tuple[str, ...]
    """columns that left their range, with the tick, the first ones only"""
    memory: tuple[float, ...]
    """megabytes of the playing process, every five minutes of game time; empty where that cannot be told"""
    parted: int | None
    """the tick at which the replay was first found to differ; None if never"""

    @property
    def growth(self) -> float:
        """By which share memory grew from the second quarter of the time to the last."""
        quarter = len(self.memory) // 4
        if not quarter:
            return 0.0
        before, after = self.memory[quarter : 2 * quarter], self.memory[-quarter:]
        return sum(after) / sum(before) - 1

    @property
    def passed(self) -> bool:
        """Whether all is well."""
        return not self.outside and self.parted is None and self.growth <= FLAT


def soak(seconds: float, *, seed: int = 1, report: Callable[[int, int], None] = lambda _done, _all: None) -> Soaked:
    """Play `seconds` of game time, and replay them; `report` is told how many ticks of all are done.

    Ctrl+C ends the day early, and what was found up to the last comparison is given.
    """
    level, end = town(seed), round(seconds * TICKS_PER_SECOND)
    ours, theirs = multiprocessing.Pipe()
    replay = multiprocessing.get_context("spawn").Process(target=_replay, args=(theirs, level, seed), daemon=True)
    replay.start()
    theirs.close()
    try:
        return _play(Session(level, seed=seed), end, draws(seed, "player"), ours, report)
    finally:
        ours.close()
        replay.join(timeout=10)
        replay.terminate()


def _play(
    session: Session, end: int, draw: Generator, replay: Connection, report: Callable[[int, int], None]
) -> Soaked:
    """Play to the end, tell the replay all that is done, and compare."""
    wrong: list[str] = []
    memory: list[float] = []
    digests: dict[int, str] = {}
    again: list[tuple[int, str]] = []
    with suppress(KeyboardInterrupt):
        while session.tick < end:
            if draw.random() < ACT:
                _act(session, draw, replay)
            session.step()
            if session.tick % LOOK == 0 and not wrong:
                wrong = [f"{column} at tick {session.tick}" for column in outside(session.world)]
            if session.tick % COMPARE == 0 or session.tick == end:
                memory += _resident()
                digest = session.world.digest()
                replay.send((session.tick, None))
                digests[session.tick] = digest
                while replay.poll():
                    again.append(replay.recv())
                report(session.tick, end)
    again += [replay.recv() for _ in range(len(digests) - len(again))]
    parted = [tick for tick, digest in again if digest != digests[tick]]
    seconds = max(digests, default=0) / TICKS_PER_SECOND
    return Soaked(seconds, len(session.commands), tuple(wrong), tuple(memory), min(parted, default=None))


def _act(session: Session, draw: Generator, replay: Connection) -> None:
    """Do something random, if it is possible, and pass it on."""
    happening = whim(session.level, draw)
    try:
        session.do(happening)
    except Impossible:
        return
    replay.send((session.tick, happening))


def _replay(orders: Connection, level: Level, seed: int) -> None:
    """Play a level with the commands that come, and give a fingerprint whenever asked; Ctrl+C is for the other one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    session = Session(level, seed=seed)
    while True:
        try:
            order: Told = orders.recv()
        except EOFError:
            return
        tick, happening = order
        session.step(tick - session.tick)
        if happening is not None:
            session.do(happening)
        else:
            orders.send((tick, session.world.digest()))


def town(seed: int) -> Level:
    """Give ordinary people in two groups, who know their neighbours."""
    draw = draws(seed, "town")
    people = tuple(
        Person(
            id=f"person-{number}",
            name=f"Person {number}",
            x=YARD / 2 + number % ACROSS * YARD,
            y=YARD / 2 + number // ACROSS * YARD,
            group=GROUPS[draw.integers(len(GROUPS))],
            traits=traits(draw),
            tastes=tastes(draw),
        )
        for number in range(PEOPLE)
    )
    ties = tuple(
        Tie(source=people[number].id, target=people[other % PEOPLE].id, affinity=around(draw, 0.2, 0.4, -1.0))
        for number in range(PEOPLE)
        for other in range(number + 1, number + 1 + NEIGHBOURS)
    )
    ground = Map(width=ACROSS * YARD, height=-(-PEOPLE // ACROSS) * YARD)
    return Level(schema_version=1, id="town", title="Town", hook="A long day.", map=ground, people=people, ties=ties)


def whim(level: Level, draw: Generator) -> Happening:
    """Draw any happening that a player could think of; not every one is possible."""
    someone, other, third = draw.choice(len(level.people), 3, replace=False)
    every: Mapping[str, Callable[[], object]] = {
        "who": lambda: level.people[someone].id,
        "by": lambda: level.people[other].id,
        "about": lambda: level.people[third].id,
        "amount": lambda: round(float(draw.random()), 2),
        "x": lambda: round(float(draw.random()) * level.map.width, 1),
        "y": lambda: round(float(draw.random()) * level.map.height, 1),
        "drive": lambda: DRIVES[draw.integers(len(DRIVES))],
        "on": lambda: bool(draw.random() < 1 / 2),
        "cue": lambda: CUES[draw.integers(len(CUES))],
        "rule": lambda: RULES[draw.integers(len(RULES))],
        "group": lambda: GROUPS[draw.integers(len(GROUPS))],
    }
    kinds = [kind for kind in HAPPENINGS if kind.needs <= every.keys()]
    kind = kinds[draw.integers(len(kinds))]
    given = [name for name in every if name in kind.needs or (name in kind.takes and draw.random() < 1 / 2)]
    fields: dict[str, object] = {name: every[name]() for name in given}
    return Happening(do=kind.name, **fields)  # type: ignore[arg-type]


def _resident() -> list[float]:
    """Give the megabytes of memory that this process occupies, or nothing where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return []
    return [pages * PAGE / MEGABYTE]
