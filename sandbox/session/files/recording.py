"""Recording: all that makes a play-through, in one file; saves, crash reports, stored replays and commands are it.

The level stands in it whole, so that a recording plays wherever it is sent. What the file says is checked before
anything is built from it, and every fault is a sentence that names the place. docs/recordings.md describes the format.
"""

from __future__ import annotations

import platform
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from sandbox.engine.explained import WrongSettingError
from sandbox.engine.fingerprint import engine
from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.budget import check_budget
from sandbox.scenario.fields import Seed
from sandbox.scenario.format import encode
from sandbox.scenario.ids import Ids, unknown
from sandbox.scenario.language import explain
from sandbox.scenario.load import refuse, shape
from sandbox.scenario.migration import Migrated
from sandbox.scenario.problems import MOST, LevelError, Problem
from sandbox.scenario.read_json import joined, label, parse, read, shown
from sandbox.scenario.roles import inherit
from sandbox.scenario.schema import Happening, Level
from sandbox.scenario.showable import showable
from sandbox.scenario.validate import check_commands, check_level
from sandbox.scenario.whole_files import write_whole
from sandbox.session.files.versions import versions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sandbox.session.session import Session

VERSION: Final = 1
LARGEST: Final = 8_000_000
"""Bytes; ten minutes of 12 people have about 10,000."""
LONGEST: Final = 86_400 * TICKS_PER_SECOND
"""Ticks, a day."""
MOST_COMMANDS: Final = 40_000
"""Of one branch: one every other second, for a day."""
PATIENCE: Final = 16.0
"""Times what a level may ask for that the one of a recording may: experiments lay out hundreds of scenes."""
MOST_BRANCHES: Final = 100
MOST_DONE: Final = 40_000
"""Commands of all branches that are recorded together; where there are more, the oldest branches are left out."""
LONGEST_SHELF: Final = 1000
MOST_LINES: Final = 400
"""Of a report of what broke."""
LONGEST_LINE: Final = 400

Tick = Annotated[int, Meta(ge=0, le=LONGEST)]
Word = Annotated[str, Meta(max_length=200)]
Title = Annotated[str, Meta(max_length=60)]
Drives = Annotated[tuple[str, ...], Meta(max_length=len(DRIVES))]
Commands = Annotated[tuple[Happening, ...], Meta(max_length=MOST_COMMANDS)]


class Digest(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fingerprint of one moment: `World.digest`."""

    tick: Tick
    digest: Annotated[str, Meta(min_length=32, max_length=32)]


class Branch(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"start": "from", "end": "until"}):
    """Another future: what was done in it, from where it left the one that was gone on with."""

    name: Title = ""
    off: Drives = ()
    commands: Commands = ()
    start: Tick = 0
    end: Tick = 0


class MadeWith(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the play-through was played with; for those who mend the game, but for `engine`."""

    game: Word = ""
    commit: Word = ""
    python: Word = ""
    pygame: Word = ""
    numpy: Word = ""
    platform: Word = ""
    engine: Word = ""
    """`engine.fingerprint.engine`: with another one the past cannot be replayed"""


class Recording(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One play-through, from its first moment to the latest that it reached."""

    recording_version: Literal[1]
    name: Title = ""
    made: Word = ""
    """when, as ISO 8601 has it"""
    made_with: MadeWith = msgspec.field(default_factory=MadeWith)
    shelf: Annotated[str, Meta(max_length=LONGEST_SHELF)] = ""
    """the word by which `find_level` finds the level, or nothing"""
    seed: Seed
    ticks: Tick = 0
    """how far it went"""
    off: Drives = ()
    """drives that were off from the beginning"""
    settings: dict[str, float] = msgspec.field(default_factory=dict)
    """constants that were changed, by name"""
    commands: Commands = ()
    """what the player did, in order"""
    future: Title = ""
    """what the player calls the future in which they did it"""
    digests: Annotated[tuple[Digest, ...], Meta(max_length=4000)] = ()
    branches: Annotated[tuple[Branch, ...], Meta(max_length=MOST_BRANCHES)] = ()
    report: Annotated[tuple[Annotated[str, Meta(max_length=LONGEST_LINE)], ...], Meta(max_length=MOST_LINES)] = ()
    """what broke, line by line"""
    level: Level


def made_with() -> MadeWith:
    """Return what this game runs with."""
    return MadeWith(**versions()._asdict(), platform=showable(platform.platform()), engine=engine())


def record(session: Session, *, shelf: str = "", name: str = "", report: Sequence[str] = ()) -> Recording:
    """Return the recording of a play-through as it is now.

    Args:
        session: the play-through.
        shelf: the word by which `find_level` finds its level again; left out if it cannot be written down.
        name: what the player calls it.
        report: what broke, line by line; lines that are too many or too long are cut.
    """
    return Recording(
        recording_version=VERSION,
        name=name,
        made=datetime.now().astimezone().isoformat(timespec="seconds"),
        made_with=made_with(),
        shelf=shelf if len(shelf) <= LONGEST_SHELF and showable(shelf) == shelf else "",
        seed=session.seed,
        ticks=session.latest_tick,
        off=_in_order(session.off_at_first),
        settings=session.settings,
        commands=session.commands,
        future=session.branches[0].name,
        digests=tuple(Digest(tick=tick, digest=digest) for tick, digest in sorted(session.digests.items())),
        branches=_branches(session),
        report=tuple(showable(line)[:LONGEST_LINE] for line in report[-MOST_LINES:]),
        level=session.level,
    )


def _branches(session: Session) -> tuple[Branch, ...]:
    """Return the other futures, the latest of them if there are too many for a file that is read again."""
    kept, room = list[Branch](), MOST_DONE - len(session.commands)
    for one in reversed(session.branches[1:]):
        room -= len(one.commands)
        if room < 0 or len(kept) == MOST_BRANCHES:
            break
        off = _in_order(one.off_at_first)
        kept.append(Branch(name=one.name, off=off, commands=one.commands, start=one.fork, end=one.latest_tick))
    return tuple(reversed(kept))


def _in_order(off: frozenset[str]) -> tuple[str, ...]:
    return tuple(drive for drive in DRIVES if drive in off)


def encode_recording(recording: Recording) -> bytes:
    """Write a recording in the layout of level files."""
    return encode(recording)


def write_recording(path: Path, recording: Recording) -> None:
    """Write a recording to a file, whole or not at all; raise OSError if it cannot be written."""
    write_whole(path, encode_recording(recording))


def read_recording(path: Path) -> Recording:
    """Read the file of a recording; raise LevelError with all that is wrong with it."""
    return decode_recording(read(path, LARGEST), label(path))


def decode_recording(data: bytes, file: str) -> Recording:
    """Make a recording from the bytes of `file`; raise LevelError likewise."""
    value = parse(data, file)
    version = value.get("recording_version") if isinstance(value, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise LevelError(file, [Problem("recording_version", "recording.newer", version=shown(version), known=VERSION)])
    migrated = Migrated(value.get("level") if isinstance(value, dict) else None, "level")
    found, mended = shape(Recording, value)
    inherit(mended, "level")
    recording = msgspec.convert(mended, Recording)
    meant = migrated.meant(list(islice(check_recording(recording), MOST + 1)), Ids.of(recording.level))
    refuse(file, found + migrated.found, meant)
    refuse(file, [], [problem.below("level") for problem in check_budget(recording.level, PATIENCE)])
    return recording


def check_recording(recording: Recording) -> Iterator[Problem]:
    """List everything that is wrong with a recording whose structure is right."""
    level, end = recording.level, recording.ticks
    yield from (problem.below("level") for problem in check_level(level))
    yield from _settings(recording.settings)
    yield from _off("off", recording.off)
    yield from _done("commands", recording.commands, level, end)
    for index, (digest, before) in enumerate(zip(recording.digests, (None, *recording.digests), strict=False)):
        if digest.tick > end or (before is not None and digest.tick <= before.tick):
            yield Problem(f"digests[{index}].tick", "recording.order", value=digest.tick, end=end)
    for index, branch in enumerate(recording.branches):
        path = f"branches[{index}]"
        yield from _off(f"{path}.off", branch.off)
        yield from _done(f"{path}.commands", branch.commands, level, branch.end)
        if branch.start > branch.end:
            yield Problem(f"{path}.from", "recording.branch", value=branch.start, end=branch.end)


def _settings(settings: dict[str, float]) -> Iterator[Problem]:
    for name, value in settings.items():
        try:
            Parameters().with_settings({name: value})
        except WrongSettingError as error:
            yield Problem(joined("settings", name), "recording.setting", reason=explain(error))


def _off(path: str, off: Sequence[str]) -> Iterator[Problem]:
    for index, drive in enumerate(off):
        yield from unknown(drive, DRIVES, f"{path}[{index}]", "level.unknown.drive")


def _done(path: str, commands: Sequence[Happening], level: Level, end: int) -> Iterator[Problem]:
    """Find commands that cannot be, stand in no order, or come after the end."""
    yield from (problem.below(path) for problem in check_commands(commands, level))
    ticks = [round(command.at * TICKS_PER_SECOND) for command in commands]
    for index, (tick, before) in enumerate(zip(ticks, (0, *ticks), strict=False)):
        if not before <= tick <= end:
            yield Problem(f"{path}[{index}].at", "recording.order", value=f"{commands[index].at:g}", end=end)
