"""What the player chose once and finds again: read at the start, written on change; the game plays on without."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import msgspec

from sandbox.app.paths import user_folder
from sandbox.scenario.language import text_of
from sandbox.ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "settings.json"
SMALLEST: Final = (800, 500)
"""The smallest window that is opened, in pixels."""
LARGEST: Final = (15360, 8640)
"""The largest."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings, with their defaults; a file may leave any of them out."""

    width: int = 1280
    height: int = 800
    at: tuple[int, int] | None = None
    """the upper left corner of the window's content on the first screen, or None: the system finds a place"""
    screen: int = 0
    maximised: bool = False
    fullscreen: bool = False
    preferences: Preferences = Preferences()
    keys: Any = msgspec.field(default_factory=dict)
    """the player's own keys, by the names of commands, as `read_keymap` reads them entry by entry"""
    learned: frozenset[str] = frozenset()
    """the hints that were followed, which are not given again"""
    last: str = ""
    """the level that was played last, as `find_level` finds it; nothing if none ever was"""


def read_settings() -> tuple[Settings, str]:
    """Read the settings; a file that cannot be read gives the defaults and a sentence about it."""
    path = user_folder() / FILE
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Settings)
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), ""
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        aside = _set_aside(path)
        key = "settings.set_aside" if aside else "settings.unreadable"
        return Settings(), text_of(key, path=path, reason=error, aside=aside)
    width, height = (
        min(most, max(least, size))
        for least, most, size in zip(SMALLEST, LARGEST, (found.width, found.height), strict=True)
    )
    return msgspec.structs.replace(found, width=width, height=height), ""


def _set_aside(path: Path) -> str:
    """Keep what was written there under another name, so that the next change does not write over it; return that."""
    aside = path.with_suffix(".broken")
    with suppress(OSError):
        path.replace(aside)
        return aside.name
    return ""


def write_settings(settings: Settings) -> str:
    """Write the settings; give a sentence if that is not possible, else nothing."""
    path = user_folder() / FILE
    try:
        _replace(path, msgspec.json.format(msgspec.json.encode(settings)))
    except OSError as error:
        reason = error.strerror or str(error)
        return text_of("settings.unwritable", path=path, reason=reason)
    return ""


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_bytes(content + b"\n")
    draft.replace(path)
