"""Reopen whatever can be played: a level from its beginning, a save or a journal where it was left, a recording anew.

Opening plays nothing. What has to be played again until it is where it was left is played in slices by whoever shows
it: `Again`.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import msgspec
from msgspec import Meta, Struct

from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import explain, text_of
from sandbox.scenario.load import load_level
from sandbox.scenario.problems import LevelError
from sandbox.scenario.read_json import label, parse, read
from sandbox.session.files.picture_file import PNG, recording_in_picture
from sandbox.session.files.play_journal import LARGEST as MOST_JOURNAL
from sandbox.session.files.play_journal import Told, decode_journal, read_journal
from sandbox.session.files.playable import ZIP
from sandbox.session.files.recording import LARGEST as MOST_RECORDING
from sandbox.session.files.recording import Recording, decode_recording
from sandbox.session.files.replay import begun
from sandbox.session.files.save_file import LARGEST, decode_save, digests_of
from sandbox.session.schedule import until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sandbox.scenario.schema import Level
    from sandbox.session.session import Session

JOURNAL: Final = ".journal"
"""The end of a journal's name; beside a save of the same name, it tells what came after that."""


class Notes(Struct, frozen=True, kw_only=True):
    """What the window notes in a save for itself; what it cannot use it leaves."""

    paused: bool = False
    speed: Annotated[float, Meta(ge=0, le=100)] = 1.0
    """game seconds per second"""


class Reopened(NamedTuple):
    """A play-through that was opened, and where it is to go on from."""

    session: Session
    to: int
    """the tick to be played to again"""
    recording: Recording
    replayable: bool = True
    """whether its past can be played again; else only the moment is there"""
    notes: Notes = Notes()
    complaint: str = ""
    """a sentence about what of it could not be read"""


def reopen(path: Path) -> Level | Reopened:
    """Open a file to be played in a window; raise LevelError with what is wrong with it."""
    if path.suffix == JOURNAL:
        return _from_journal(read_journal(path))
    data, file = read(path, LARGEST), label(path)
    if data.startswith(ZIP):
        return _from_save(data, path)
    if data.startswith(PNG):
        return _from_recording(decode_recording(recording_in_picture(data, file), file))
    value = parse(read(path, MOST_RECORDING), file)
    if isinstance(value, dict) and "recording_version" in value:
        return _from_recording(decode_recording(data, file))
    return load_level(path)


def _from_recording(recording: Recording, to: int | None = None) -> Reopened:
    session = begun(recording, metered=True)
    session.resume(session.moment, recording.commands, latest=recording.ticks, digests=digests_of(recording))
    for branch in recording.branches:
        session.add_branch(branch.commands, branch.end, branch.off, branch.name)
    return Reopened(session, recording.ticks if to is None else to, recording)


def _from_journal(told: Told) -> Reopened:
    return _from_recording(told.recording, told.tick)


def _from_save(data: bytes, path: Path) -> Reopened:
    """Open a save, and go on as the journal beside it tells, if there is one; the one may be broken, and not both."""
    told, complaint = _told_beside(path)
    try:
        opened = decode_save(data, label(path), metered=True, later=None if told is None else told.recording)
    except LevelError as error:
        if told is None:
            raise
        return _from_journal(told)._replace(complaint=str(error.problems[0]))
    session, notes = opened.session, _notes(opened.notes)
    if told is None or not opened.replayable:
        return Reopened(session, session.tick, opened.recording, opened.replayable, notes, complaint)
    if opened.other is not None:
        session.choose(opened.other, 0)
    elif told.tick < session.tick:
        return Reopened(session, session.tick, told.recording, notes=notes)
    return Reopened(session, told.tick, told.recording, notes=notes)


def _told_beside(path: Path) -> tuple[Told | None, str]:
    """Return what the journal beside a save tells, if there is one, and what is wrong with it, if anything is."""
    beside = path.with_suffix(JOURNAL)
    try:
        if beside.exists():
            return decode_journal(read(beside, MOST_JOURNAL), label(beside)), ""
    except (LevelError, OSError) as error:
        return None, str(error.problems[0] if isinstance(error, LevelError) else error)
    return None, ""


def _notes(content: bytes) -> Notes:
    try:
        return msgspec.json.decode(content, type=Notes) if content else Notes()
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return Notes()


def encode_notes(notes: Notes) -> bytes:
    """Return the notes of a save."""
    return msgspec.json.encode(notes)


class Again:
    """Plays what lies between the opened moment and the one where it was left, a slice at a time."""

    def __init__(self, opened: Reopened) -> None:
        """Begin where it was opened."""
        self.session, self.to = opened.session, opened.to
        self.paused = opened.notes.paused
        """whether it is to stand still then"""
        self.tick = opened.session.tick
        """where it is"""
        self._commands = opened.session.commands
        self.trouble = ""
        """a sentence that says why it ended before it was there"""
        self._recording = opened.recording
        self._digests: Mapping[int, str] = digests_of(opened.recording)

    @property
    def done(self) -> bool:
        """Whether nothing is left to be played, or the player has gone elsewhere."""
        elsewhere = self.session.tick != self.tick or self.session.commands is not self._commands
        return bool(self.trouble) or self.tick >= self.to or elsewhere

    def play(self, within: float) -> bool:
        """Play for so many seconds, at least a tick, and return whether it is done.

        Where it goes another way than it went, it stops.
        """
        end = perf_counter() + within
        while not self.done:
            try:
                self.session.step()
            except Impossible as error:
                self._cut(error)
                break
            self.tick = self.session.tick
            known = self._digests.get(self.tick)
            if known is not None and known != self.session.world.digest():
                self.trouble = text_of("recording.parted", tick=self.tick)
            if perf_counter() >= end:
                break
        return self.done

    def _cut(self, error: Impossible) -> None:
        """Leave out what cannot be done any more, and all after it."""
        moment, recording = self.session.moment, self._recording
        self.trouble = text_of(
            "recording.impossible", seconds=f"{self.tick / TICKS_PER_SECOND:g}", reason=explain(error)
        )
        session = begun(recording, metered=True)
        session.resume(moment, tuple(until(recording.commands, self.tick - 1)), latest=self.tick)
        self.session = session
