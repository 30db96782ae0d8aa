"""Save: a recording together with its latest moment and the journal of that, in one file that opens at once.

It is a zip of numbers in numpy's own format without pickled objects, and of JSON. What a stranger's file holds is
bounded before it is unpacked and checked before anything is built from it; `saved_moment` does it for the moment.
Opening plays nothing, so it takes no longer after hours than after a second.
"""

from __future__ import annotations

import io
import zipfile
from time import sleep
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec
import numpy as np

from sandbox.engine.excerpt import excerpt
from sandbox.engine.fingerprint import engine
from sandbox.scenario.read_json import label, read
from sandbox.scenario.whole_files import write_whole
from sandbox.session.files.picture_file import PNG
from sandbox.session.files.recording import LARGEST as MOST_RECORDING
from sandbox.session.files.recording import Recording, decode_recording, encode_recording, record
from sandbox.session.files.replay import begun
from sandbox.session.files.saved_moment import decode_moment, head_of, journal_columns, world_columns
from sandbox.session.files.zip_members import Members
from sandbox.session.schedule import until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from sandbox.session.moment import Moment
    from sandbox.session.session import Session

SUFFIX: Final = ".play"
RECORDING: Final = "recording.json"
MOMENT: Final = "moment.json"
NOTES: Final = "notes.json"
PICTURE: Final = "picture.png"
LEVEL: Final = 1
"""Of zlib: more effort gains little and takes twice as long."""
LARGEST: Final = 64_000_000
"""Bytes of a file."""
MOST_NOTES: Final = 1_000_000
MOST_PICTURE: Final = 4_000_000
"""Bytes likewise."""


class Saved(NamedTuple):
    """What goes into a save. Nothing of it changes as play goes on, so that another thread may write it."""

    recording: Recording
    moment: Moment


class Opened(NamedTuple):
    """What a save leads to."""

    session: Session
    """at the moment that was saved, with its whys"""
    recording: Recording
    replayable: bool
    """whether the engine has the same constants, columns and lists as the one that saved it; else the moment is there,
    but the past cannot be replayed"""
    notes: bytes
    picture: bytes
    """a PNG, or nothing"""
    other: int | None = None
    """the number of the branch that was played later, if that does not go through the moment"""


class Glance(NamedTuple):
    """What a list of saves shows of one."""

    recording: Recording
    picture: bytes


def saved(session: Session, *, shelf: str = "", name: str = "") -> Saved:
    """Return what is to be saved of a play-through as it is now."""
    return Saved(record(session, shelf=shelf, name=name), session.moment)


def encode_save(save: Saved, *, picture: bytes = b"", notes: bytes = b"", rest: float = 0.0) -> bytes:
    """Return the bytes of a save.

    Args:
        save: what to save.
        picture: a PNG for lists of saves, up to MOST_PICTURE bytes.
        notes: JSON for whoever reads it, up to MOST_NOTES bytes.
        rest: seconds of rest after each part, for whoever does it beside something that must not wait.
    """
    part = excerpt(save.moment.world)
    head = msgspec.json.encode(head_of(save.moment, part))
    texts = {RECORDING: encode_recording(save.recording), MOMENT: head}
    texts |= {name: content for name, content in ((NOTES, notes), (PICTURE, picture)) if content}
    columns = {**world_columns(save.moment), **journal_columns(part)}
    return _zipped(texts, columns, rest)


def _zipped(texts: Mapping[str, bytes], columns: Mapping[str, NDArray[Any]], rest: float) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, content in texts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, LEVEL)
        for name, column in columns.items():
            with archive.open(zipfile.ZipInfo(name), "w") as member:
                np.lib.format.write_array(member, np.ascontiguousarray(column), (1, 0), allow_pickle=False)
            if rest:
                sleep(rest)
    return written.getvalue()


def write_save(path: Path, save: Saved, *, picture: bytes = b"", notes: bytes = b"") -> None:
    """Write a save to a file, whole or not at all; raise OSError if it cannot be written."""
    write_whole(path, encode_save(save, picture=picture, notes=notes))


def open_save(path: Path, *, metered: bool = False, later: Recording | None = None) -> Opened:
    """Open a save; raise LevelError with what is wrong with it.

    Args:
        path: its file.
        metered: whether to keep the history of the meters.
        later: what the same play-through was when it ended. Its line is gone on with if it goes through the moment that
            was saved, and is another branch if not.
    """
    return decode_save(read(path, LARGEST), label(path), metered=metered, later=later)


def decode_save(data: bytes, file: str, *, metered: bool = False, later: Recording | None = None) -> Opened:
    """Open a save from the bytes of `file`; raise LevelError likewise."""
    with Members(data, file) as members:
        recording = decode_recording(members.text(RECORDING, MOST_RECORDING), f"{file}: {RECORDING}")
        notes, picture = _beside(members)
        session = begun(recording, metered=metered)
        moment = decode_moment(members, MOMENT, session.world)
    alike = recording.made_with.engine == engine()
    through = later is not None and _through(moment.tick, recording, later)
    line = later if later is not None and through else recording
    session.resume(moment, line.commands, latest=line.ticks, digests=digests_of(recording), lost=not alike)
    for branch in (*recording.branches, *(later.branches if later is not None else ())):
        session.add_branch(branch.commands, branch.end, branch.off, branch.name)
    other = None
    if later is not None and not through:
        other = session.add_branch(later.commands, later.ticks, later.off)
    return Opened(session, recording, alike, notes, picture, other)


def digests_of(recording: Recording) -> dict[int, str]:
    """Return the fingerprints of a recording by their ticks."""
    return {known.tick: known.digest for known in recording.digests}


def _through(tick: int, saved: Recording, later: Recording) -> bool:
    """Return whether what was played later is the same up to a tick, by what was done, and goes on from there."""
    done = (until(one.commands, tick - 1) for one in (saved, later))
    alike = (saved.off, saved.seed, saved.settings, saved.level) == (later.off, later.seed, later.settings, later.level)
    return alike and later.ticks >= tick and len({*map(tuple, done)}) == 1


def recording_in(data: bytes, file: str) -> Recording:
    """Read the recording of a save from the bytes of `file`, and nothing else; raise LevelError likewise."""
    with Members(data, file) as members:
        return decode_recording(members.text(RECORDING, MOST_RECORDING), f"{file}: {RECORDING}")


def glance(path: Path) -> Glance:
    """Read what a list shows of a save; raise LevelError with what is wrong with that."""
    file = label(path)
    with Members(read(path, LARGEST), file) as members:
        recording = decode_recording(members.text(RECORDING, MOST_RECORDING), f"{file}: {RECORDING}")
        _, picture = _beside(members)
    return Glance(recording, picture)


def _beside(members: Members) -> tuple[bytes, bytes]:
    """Return the notes and the picture of a save; what is no PNG is no picture."""
    notes = members.text(NOTES, MOST_NOTES) if NOTES in members else b""
    picture = members.text(PICTURE, MOST_PICTURE) if PICTURE in members else b""
    return notes, picture if picture.startswith(PNG) else b""
