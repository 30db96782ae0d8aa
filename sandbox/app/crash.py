"""What is written down when the game breaks: a recording of the play-through, with what broke in it line by line."""

from __future__ import annotations

import os
import tempfile
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import msgspec

from sandbox.app.paths import user_folder
from sandbox.scenario.language import text_of
from sandbox.scenario.problems import LevelError
from sandbox.scenario.read_json import read
from sandbox.scenario.whole_files import write_new, write_whole
from sandbox.session.files.recording import encode_recording, made_with, record

if TYPE_CHECKING:
    from sandbox.session.session import Session
    from sandbox.ui.state import Shell

MARK: Final = "broke.json"
"""A file that is there from when the game breaks until it runs well again."""
LARGEST: Final = 10_000
"""Bytes of it."""
SEVERAL: Final = 2
"""So often it breaks soon after its start until it no longer goes on with anything by itself."""


class Broke(msgspec.Struct, frozen=True):
    """How the game broke last."""

    report: Annotated[str, msgspec.Meta(max_length=4000)] = ""
    """the file that tells; nothing if there is none"""
    times: Annotated[int, msgspec.Meta(ge=1, le=1000)] = 1
    """how often it broke without having run well in between"""
    told: bool = False
    """whether the player knows"""

    @property
    def again(self) -> bool:
        """Whether going on may be what breaks it."""
        return self.times >= SEVERAL


def note_broken(report: Path | None) -> None:
    """Let the next start know that the game broke."""
    before = last_broken()
    times = 1 if before is None else min(1000, before.times + 1)
    mark = Broke("" if report is None else os.fsencode(report).decode(errors="replace"), times)
    with suppress(OSError):
        write_whole(user_folder() / MARK, msgspec.json.encode(mark))


def last_broken() -> Broke | None:
    """Return how the game broke last, if it has not run well since; what cannot be read tells nothing."""
    path = user_folder() / MARK
    try:
        return msgspec.json.decode(read(path, LARGEST), type=Broke) if path.exists() else None
    except (LevelError, OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return Broke()


def tell_broken(shell: Shell, *, on_title: bool) -> None:
    """Have the title tell that the game broke, if it did; where something else is shown first, a sentence does it."""
    broke = last_broken()
    if broke is not None:
        shell.broke = "" if broke.told else broke.report or text_of("window.no_file")
        shell.unsafe = broke.again
        if shell.broke and not on_title:
            shell.complaints.append(" ".join((text_of("broke.told"), text_of("broke.lies", path=shell.broke))))


def note_told() -> None:
    """Note that the player knows that the game broke."""
    broke = last_broken()
    if broke is not None:
        with suppress(OSError):
            write_whole(user_folder() / MARK, msgspec.json.encode(msgspec.structs.replace(broke, told=True)))


def forget_broken() -> None:
    """Note that the game runs well."""
    with suppress(OSError):
        (user_folder() / MARK).unlink(missing_ok=True)


def save_report(error: BaseException, session: Session | None) -> Path | None:
    """Write a report into the user's folder, or else among temporary files; give its place, or None.

    Where nothing was played, or that is what is broken, the report is a text.
    """
    lines = "".join(traceback.format_exception(error)).splitlines()
    recorded = _recorded(session, lines)
    content = recorded or "\n".join([str(made_with()), "", *lines]).encode(errors="backslashreplace")
    stem, suffix = f"crash-{datetime.now().astimezone():%Y%m%d-%H%M%S}", ".json" if recorded else ".txt"
    for folder in (user_folder(), Path(tempfile.gettempdir())):
        with suppress(OSError):
            return write_new(folder, stem, suffix, content)
    return None


def _recorded(session: Session | None, lines: list[str]) -> bytes:
    """Return the recording of what was played, or nothing if there is none to be had."""
    try:
        return b"" if session is None else encode_recording(record(session, report=lines))
    except Exception:  # noqa: BLE001 - what breaks here must not hide what broke first
        return b""
