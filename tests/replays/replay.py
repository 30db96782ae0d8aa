"""A stored replay: a recording, and beside it the fingerprint of each column at each of its moments."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

import msgspec

from sandbox.session.files.recording import Digest, Recording, read_recording
from sandbox.session.files.replay import moments
from tests.session.play import columns

if TYPE_CHECKING:
    from sandbox.session.session import Session

FOLDER: Final = Path(__file__).parent
COLUMNS: Final = FOLDER / "columns"


def files() -> list[Path]:
    """List the stored replays."""
    return sorted(FOLDER.glob("*.json"))


def read(file: Path) -> tuple[Recording, dict[str, str]]:
    """Read one, and the short fingerprints of each column, with blanks between: a failure can name it by them."""
    marks = COLUMNS / file.name
    by_column = msgspec.json.decode(marks.read_bytes(), type=dict[str, str]) if marks.exists() else {}
    return read_recording(file), by_column


def fingerprints(session: Session) -> dict[str, str]:
    """Return each column's fingerprint."""
    return {name: f"{crc32(values):08x}" for name, values in columns(session.world).items()}


def played_anew(recording: Recording) -> tuple[Recording, dict[str, str]]:
    """Play it and note what comes of it now, at the same moments."""
    digests, marks = [], []
    for session in moments(recording):
        digests.append(Digest(tick=session.tick, digest=session.world.digest()))
        marks.append(fingerprints(session))
    by_column = {name: " ".join(mark[name] for mark in marks) for name in marks[0]}
    return msgspec.structs.replace(recording, digests=tuple(digests)), by_column
