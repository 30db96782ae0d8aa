"""What is written down when the game breaks: enough to play the same moment again."""

from __future__ import annotations

import platform
import tempfile
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sandbox.app.paths import user_folder
from sandbox.scenario.whole_files import write_new

if TYPE_CHECKING:
    from sandbox.session.session import Session


def save_report(error: BaseException, session: Session | None) -> Path | None:
    """Write a report into the user's folder, or else among temporary files; give its place, or None."""
    stem = f"crash-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    content = _report(error, session).encode(errors="backslashreplace")
    for folder in (user_folder(), Path(tempfile.gettempdir())):
        with suppress(OSError):
            return write_new(folder, stem, ".txt", content)
    return None


def _report(error: BaseException, session: Session | None) -> str:
    lines = [f"Python {platform.python_version()} on {platform.platform()}"]
    if session is not None:
        commands = msgspec.json.encode(session.commands).decode()
        off = ", ".join(sorted(session.off_at_first)) or "none"
        lines += [f"level {session.level.id}, seed {session.seed}, tick {session.tick}, off at first: {off}"]
        lines += [f"commands {commands}"]
    return "\n".join([*lines, "", *traceback.format_exception(error)])
