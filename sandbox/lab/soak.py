"""A long day with a restless player: nothing may leave its range, memory stay flat, and a replay end bit for bit alike.

One process plays through a Session and does something random about once a minute; a second one replays the same
commands at the same time, from the level and the seed alone, and both compare their fingerprints every few minutes.
With a file, the day can be played in several sittings: it goes on where both were last found alike.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import msgspec

from sandbox.engine.explained import Explained
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.ranges import outside
from sandbox.interrupts import answered
from sandbox.lab.ordinary import draws
from sandbox.lab.town import town, whim
from sandbox.scenario.language import text_of
from sandbox.session.files.save_file import Saved, open_save, saved, write_save
from sandbox.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from numpy.random import Generator

    from sandbox.scenario.schema import Happening

    Told = tuple[int, Happening | None]
    """a tick to play to, and what to do then; without it, a fingerprint to give"""

LOOK: Final = 10 * TICKS_PER_SECOND
"""Ticks between two looks at the ranges."""
COMPARE: Final = 300 * TICKS_PER_SECOND
"""Ticks between two fingerprints, and between two looks at the memory."""
ACT: Final = 1 / (60 * TICKS_PER_SECOND)
"""Chance that the player does something in a tick."""
FLAT: Final = 0.1
"""By how much memory may grow from the second quarter of a sitting to its last."""
MEGABYTE: Final = 1e6
QUARTERS: Final = 4
"""Of a sitting."""


class Soaked(NamedTuple):
    """What came of it."""

    seconds: float
    """game time up to which both were found alike"""
    commands: int
    """how many things the player did"""
    outside: tuple[str, ...]
    """columns that left their range, with the tick, the first ones only"""
    memory: tuple[tuple[float, ...], ...]
    """megabytes of the playing process every five minutes of game time, for each sitting; none where nobody can tell"""
    parted: int | None
    """the tick at which the replay was first found to differ or to have ended; None if never"""

    @property
    def growth(self) -> float | None:
        """By which share memory grew in the longest sitting, second quarter to last; None if even that one was short.

        Each sitting begins with an empty memory, so that one says nothing about another. What is kept for rewind and
        why takes hours to reach its bounds, which a shorter one shows and nothing else.
        """
        longest = max(self.memory, key=len, default=())
        return _growth(longest) if len(longest) >= QUARTERS else None

    @property
    def flat(self) -> bool:
        """Whether memory did not grow too much, as far as can be told."""
        return self.growth is None or self.growth <= FLAT

    @property
    def passed(self) -> bool:
        """Whether all is well, as far as something was compared."""
        return self.seconds > 0 and not self.outside and self.parted is None and self.flat


def _growth(memory: tuple[float, ...]) -> float:
    quarter = len(memory) // QUARTERS
    return sum(memory[-quarter:]) / sum(memory[quarter : 2 * quarter]) - 1


class DayError(Explained):
    """A save from which a day cannot go on."""


Megabytes = Annotated[float, msgspec.Meta(gt=0, le=1e9)]


class Notes(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a day beside the moment that both have reached bit for bit alike."""

    draw: str
    """the state of the player's random numbers, as JSON"""
    outside: tuple[str, ...]
    memory: tuple[tuple[Megabytes, ...], ...]
    parted: int | None


def soak(
    seconds: float,
    *,
    seed: int = 1,
    file: Path | None = None,
    report: Callable[[int, int], None] = lambda _done, _all: None,
) -> Soaked:
    """Play `seconds` of game time, and replay them.

    Ctrl+C ends the day early, and what was found up to the last comparison is given.

    Args:
        seconds: how long.
        seed: of the town and of the player.
        file: keeps the last moment at which play and replay were found alike; if it is there, the day goes on from it.
        report: is told how many ticks of all are done.

    Raises:
        OSError: if the file cannot be read or written.
        LevelError: if it is no save.
        DayError: if it is none of a day, or of another seed or version.
    """
    session, draw, notes = Session(town(seed), seed=seed), draws(seed, "player"), None
    if file is not None and file.exists():
        session, notes = go_on(file, seed)
        _set(draw, notes, file)
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    replay = context.Process(target=_replay, args=(theirs, seed, file if notes else None), daemon=True)
    replay.start()
    theirs.close()
    try:
        return _Day(session, draw, ours, notes, file).play(round(seconds * TICKS_PER_SECOND), report)
    finally:
        ours.close()
        replay.join(timeout=10)
        replay.terminate()


def go_on(file: Path, seed: int) -> tuple[Session, Notes]:
    """Return a play-through where the day was left; raise DayError or LevelError if the file does not tell."""
    opened = open_save(file)
    try:
        notes = msgspec.json.decode(opened.notes, type=Notes)
    except (msgspec.DecodeError, RecursionError) as error:
        raise DayError("soak.broken", file=str(file), reason=str(error)) from error
    if (opened.recording.level, opened.recording.seed) != (town(seed), seed):
        raise DayError("soak.foreign", file=str(file))
    if not opened.replayable:
        raise DayError("soak.constants", file=str(file))
    if notes.parted is not None:
        raise DayError("soak.parted", file=str(file), tick=notes.parted)
    return opened.session, notes


def _set(draw: Generator, notes: Notes, file: Path) -> None:
    """Let the player's random numbers go on where they were: in their own stream, since others may never vary."""
    stream = draw.bit_generator.state["state"]["inc"]
    try:
        draw.bit_generator.state = json.loads(notes.draw)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise DayError("soak.broken", file=str(file), reason=str(error)) from error
    if draw.bit_generator.state["state"]["inc"] != stream:
        raise DayError("soak.broken", file=str(file), reason="draw")


class _Day:
    """What the playing process knows of the day."""

    def __init__(
        self, session: Session, draw: Generator, replay: Connection, notes: Notes | None, file: Path | None
    ) -> None:
        self._session, self._draw, self._replay, self._file = session, draw, replay, file
        self._wrong = notes.outside if notes else ()
        self._before = notes.memory if notes else ()
        self._memory: tuple[float, ...] = ()
        self._waiting: list[tuple[Saved, Notes]] = []
        self._alike = (saved(session), self._notes())
        self._parted: int | None = None

    def play(self, end: int, report: Callable[[int, int], None]) -> Soaked:
        """Play to the end, tell the replay all that is done, and compare."""
        session = self._session
        caught: list[int] = []  # Ctrl+C would tear a message.
        with answered(caught.append):
            while session.tick < end and self._parted is None and not caught:
                if self._draw.random() < ACT:
                    self._act()
                session.step()
                if session.tick % LOOK == 0 and not self._wrong:
                    wrong = outside(session.world)
                    self._wrong = tuple(text_of("soak.outside", column=column, tick=session.tick) for column in wrong)
                if session.tick % COMPARE == 0 or session.tick == end:
                    self._ask()
                    report(session.tick, end)
            while self._waiting and self._parted is None:
                self._compare()
        save, memory = self._alike[0], (*self._before, self._memory)
        seconds, done = save.moment.world.tick / TICKS_PER_SECOND, len(save.recording.commands)
        return Soaked(seconds, done, self._wrong, memory, self._parted)

    def _act(self) -> None:
        """Do something random, if it is possible, and pass it on."""
        happening = whim(self._session.level, self._draw)
        with suppress(Impossible):
            self._session.do(happening)
            self._tell((self._session.tick, happening))

    def _ask(self) -> None:
        """Ask for a fingerprint of this moment, and compare that of the moment before, so that neither runs ahead."""
        if self._session.tick % COMPARE == 0:
            self._memory += _resident()
        self._tell((self._session.tick, None))
        self._waiting.append((saved(self._session), self._notes()))
        if len(self._waiting) > 1:
            self._compare()

    def _tell(self, order: Told) -> None:
        """Pass something on; a replay that has ended has parted."""
        try:
            self._replay.send(order)
        except OSError:
            self._part(order[0])

    def _compare(self) -> None:
        """Wait for the oldest fingerprint that was asked for, and keep its moment if they are alike."""
        save, notes = self._waiting.pop(0)
        try:
            alike = self._replay.recv() == save.moment.world.digest()
        except (EOFError, OSError):
            alike = False
        if alike:
            self._alike = save, notes
            self._keep(notes)
        else:
            self._part(save.moment.world.tick)

    def _part(self, tick: int) -> None:
        """Write down that the replay was found to differ, so that no later sitting goes on as if it had not."""
        if self._parted is None:
            self._parted = tick
            self._keep(msgspec.structs.replace(self._alike[1], parted=tick))

    def _keep(self, notes: Notes) -> None:
        if self._file is not None:
            write_save(self._file, self._alike[0], notes=msgspec.json.encode(notes))

    def _notes(self) -> Notes:
        return Notes(
            draw=json.dumps(self._draw.bit_generator.state),
            outside=self._wrong,
            memory=(*self._before, self._memory),
            parted=None,
        )


def _replay(orders: Connection, seed: int, file: Path | None) -> None:
    """Play a day with the commands that come, and give a fingerprint whenever asked; Ctrl+C is for the other one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    session = Session(town(seed), seed=seed) if file is None else go_on(file, seed)[0]
    while True:
        try:
            order: Told = orders.recv()
        except EOFError:
            return
        tick, happening = order
        session.step(tick - session.tick)
        if happening is not None:
            with suppress(Impossible):  # then the fingerprints will differ
                session.do(happening)
        else:
            orders.send(session.world.digest())


def _resident() -> tuple[float, ...]:
    """Return the megabytes of memory that this process occupies, or nothing where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return ()
    return (pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE,)
