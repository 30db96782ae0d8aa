"""What the player chose once and finds again: read at the start, written on change; the game plays on without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from sandbox.app.paths import user_folder
from sandbox.ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "settings.json"
SMALLEST: Final = (800, 500)
"""The smallest window that is opened, in pixels."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings, with their defaults; a file may leave any of them out."""

    width: int = 1280
    height: int = 800
    fullscreen: bool = False
    preferences: Preferences = Preferences()
    learned: frozenset[str] = frozenset()
    """the hints that were followed, which are not given again"""


def read_settings() -> tuple[Settings, str]:
    """Read the settings; a file that cannot be read gives the defaults and a sentence about it."""
    path = user_folder() / FILE
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Settings)
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), ""
    except (OSError, msgspec.MsgspecError) as error:
        return Settings(), f"{path}: the settings cannot be read ({error}); the usual ones are used instead."
    width, height = max(SMALLEST[0], found.width), max(SMALLEST[1], found.height)
    return msgspec.structs.replace(found, width=width, height=height), ""


def write_settings(settings: Settings) -> str:
    """Write the settings; give a sentence if that is not possible, else nothing."""
    path = user_folder() / FILE
    try:
        _replace(path, msgspec.json.format(msgspec.json.encode(settings)))
    except OSError as error:
        reason = error.strerror or str(error)
        return f"{path}: the settings cannot be kept ({reason}); the game plays on without."
    return ""


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_bytes(content + b"\n")
    draft.replace(path)
