"""Read whatever can be played: a level, a recording or a save; and what is to be done, from any of these or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.load import decode_commands, decode_level
from sandbox.scenario.problems import LevelError
from sandbox.scenario.read_json import label, parse, read
from sandbox.scenario.validate import check_commands
from sandbox.session.files.picture_file import PNG, recording_in_picture
from sandbox.session.files.recording import VERSION, Recording, decode_recording
from sandbox.session.files.save_file import LARGEST, recording_in

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.scenario.schema import Happening, Level

ZIP: Final = b"PK"
"""Begins a save, and no JSON."""


def read_playable(path: Path) -> Recording:
    """Read a level, which becomes a recording of nothing done yet, a recording, or that of a save.

    Raises:
        LevelError: with all that is wrong with the file.
    """
    data, file = read(path, LARGEST), label(path)
    found = _recorded(data, file)
    if found is not None:
        return found
    level = decode_level(data, file)
    return Recording(recording_version=VERSION, seed=level.seed, level=level)


def read_commands(path: Path, level: Level) -> tuple[Happening, ...]:
    """Read what is to be done on a level: a list of happenings, in any order, or what a recording did.

    Raises:
        LevelError: likewise, also if the recording is of another level in which that cannot be.
    """
    data, file = read(path, LARGEST), label(path)
    found = _recorded(data, file)
    if found is None:
        return decode_commands(data, file, level)
    problems = [problem.below("commands") for problem in check_commands(found.commands, level)]
    if problems:
        raise LevelError(file, problems)
    return found.commands


def _recorded(data: bytes, file: str) -> Recording | None:
    """Return the recording in a file, or None if there is none in it."""
    if data.startswith(ZIP):
        return recording_in(data, file)
    if data.startswith(PNG):
        return decode_recording(recording_in_picture(data, file), file)
    value = parse(data, file)
    return decode_recording(data, file) if isinstance(value, dict) and "recording_version" in value else None
