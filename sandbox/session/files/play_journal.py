"""Journal of a play-through: a recording of how it began in this sitting, and then a line for each change since.

Lines are written as things happen, so that whoever is killed finds again all but the last few seconds. What a line
says of the deeds is how many of the ones before stay and which come after, so that it tells of acting in the past,
of a restart and of going back to another future all alike. docs/recordings.md describes the format.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import msgspec
from msgspec import Meta, Struct

from sandbox.scenario.format import encode_line
from sandbox.scenario.load import refuse, shape
from sandbox.scenario.problems import LevelError, Problem
from sandbox.scenario.read_json import label, parse, read
from sandbox.session.files.recording import MOST_COMMANDS, Branch, Commands, Drives, Recording, Tick, check_recording
from sandbox.session.files.recording import decode_recording as decode
from sandbox.session.schedule import tick_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sandbox.scenario.schema import Happening
    from sandbox.session.session import Session

LARGEST: Final = 24_000_000
"""Bytes; an hour has about 20,000 more than the recording that it begins with."""
MOST_LINES: Final = 40_000
"""Two days of the clock alone."""
MOST_LEFT: Final = 24
"""Futures that were left, of which the latest are kept."""


class Line(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One change."""

    tick: Tick
    """where the player is"""
    latest: Tick
    """how far this line of play has gone"""
    keep: Annotated[int, Meta(ge=0, le=MOST_COMMANDS)] | None = None
    """how many deeds, from the first on, stay; all if left out"""
    do: Commands = ()
    """what was done after them"""
    off: Drives | None = None
    """drives that are off from the beginning, if they are others than before"""


class Told(NamedTuple):
    """What a journal tells."""

    recording: Recording
    """of the line that was played last; those that were left for it are branches"""
    tick: int
    """where on it the player was"""


class Teller:
    """Tells what has changed in a play-through since the last line."""

    def __init__(self, session: Session) -> None:
        """Begin where a recording has just been made."""
        self._session = session
        self.commands, self._off = session.commands, session.off_at_first
        self.tick, self._latest = session.tick, session.latest_tick
        """that was told last"""
        self.parted = False
        """whether the line of play was left for another one by what was told last"""

    @property
    def done(self) -> bool:
        """Whether something was done, or undone, that is not told yet."""
        session = self._session
        return session.commands is not self.commands or session.off_at_first != self._off

    def line(self) -> bytes:
        """Return the line of what is so now."""
        session, before, off = self._session, self.commands, self._off
        self.commands, self._off, self.tick = session.commands, session.off_at_first, session.tick
        keep, commands = _shared(before, self.commands), self.commands
        line = Line(
            tick=session.tick,
            latest=session.latest_tick,
            keep=None if keep == len(before) else keep,
            do=commands[keep:],
            off=None if self._off == off else tuple(sorted(self._off)),
        )
        self.parted = _parts(line, len(before), self._latest)
        self._latest = session.latest_tick
        return msgspec.json.encode(line)


def _parts(line: Line, deeds: int, latest: int) -> bool:
    """Return whether a change leaves a line of play, of so many deeds and so far gone, for another one."""
    earlier = bool(line.do) and tick_of(line.do[0]) < latest
    return earlier or line.off is not None or (line.keep is not None and line.keep < deeds)


def _shared(one: tuple[Happening, ...], other: tuple[Happening, ...]) -> int:
    """Return how many deeds from the first on are the same."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a is not b and a != b), min(len(one), len(other)))


def encode_head(recording: Recording) -> bytes:
    """Return the first line: a recording without breaks of line."""
    return encode_line(recording)


def read_journal(path: Path) -> Told:
    """Read the file of a journal; raise LevelError with what is wrong with it."""
    return decode_journal(read(path, LARGEST), label(path))


def decode_journal(data: bytes, file: str) -> Told:
    """Read a journal from the bytes of `file`; a last line that was torn off is left out. Raises likewise."""
    whole = data[: data.rfind(b"\n") + 1] or data
    if whole.count(b"\n") > MOST_LINES:
        raise LevelError(file, [Problem("", "journal.long", most=f"{MOST_LINES:,}")])
    head, *rest = whole.split(b"\n")
    begun = decode(head, file)
    state = _State(begun)
    for number, content in enumerate(rest, 2):
        if content:
            state.take(_line(content, f"{file}: {number}"), file)
    told = state.told(begun)
    refuse(file, [], [*check_recording(told.recording)])
    return told


def _line(content: bytes, file: str) -> Line:
    found, mended = shape(Line, parse(content, file))
    refuse(file, found, [])
    return msgspec.convert(mended, Line)


class _State:
    """What was so after so many lines."""

    def __init__(self, begun: Recording) -> None:
        self.commands, self.off = [*begun.commands], begun.off
        self.tick = self.latest = begun.ticks
        self._left: deque[Branch] = deque(maxlen=MOST_LEFT)

    def take(self, line: Line, file: str) -> None:
        """Take in what a line says."""
        keep = len(self.commands) if line.keep is None else line.keep
        if keep > len(self.commands) or keep + len(line.do) > MOST_COMMANDS:
            raise LevelError(file, [Problem("keep", "journal.keep", value=keep, most=len(self.commands))])
        if _parts(line, len(self.commands), self.latest):
            self._leave(keep if line.off is None else 0)
        self.commands[keep:] = line.do
        self.off = self.off if line.off is None else line.off
        self.tick, self.latest = line.tick, line.latest

    def _leave(self, keep: int) -> None:
        """Note the present line as one that is left for another."""
        fork = min(tick_of(self.commands[keep]), self.latest) if keep < len(self.commands) else 0
        self._left.append(Branch(off=self.off, commands=tuple(self.commands), start=fork, end=self.latest))

    def told(self, begun: Recording) -> Told:
        """Return all of it as a recording."""
        recording = msgspec.structs.replace(
            begun,
            ticks=self.latest,
            off=self.off,
            commands=tuple(self.commands),
            digests=tuple(self._digests(begun)),
            branches=(*begun.branches, *self._left)[-100:],
        )
        return Told(recording, min(self.tick, self.latest))

    def _digests(self, begun: Recording) -> Iterator[object]:
        """Yield the fingerprints that this line still shares with the one that it began with."""
        if self.off == begun.off:
            shared = _shared(begun.commands, tuple(self.commands))
            ends = [tick_of(commands[shared]) for commands in (begun.commands, self.commands) if shared < len(commands)]
            until = min([*ends, begun.ticks, self.latest])
            yield from (one for one in begun.digests if one.tick <= until)
