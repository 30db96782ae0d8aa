"""What is written down when the game breaks: a recording of the play-through, with what broke in it line by line."""

from __future__ import annotations

import tempfile
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sandbox.app.paths import user_folder
from sandbox.scenario.whole_files import write_new
from sandbox.session.recording import encode_recording, made_with, record

if TYPE_CHECKING:
    from sandbox.session.session import Session


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
