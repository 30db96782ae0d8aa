"""The languages that can be chosen: those of the game's own texts, and those of the level that was opened last."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sandbox.scenario.language import catalogues, text_of, texts
from sandbox.scenario.library import find_level
from sandbox.scenario.load import languages_of
from sandbox.scenario.problems import LevelError

if TYPE_CHECKING:
    from pathlib import Path


def languages(last: str, chosen: str) -> tuple[str, ...]:
    """List the codes of all, English first.

    Args:
        last: the level that was opened last, as `find_level` finds it, or nothing.
        chosen: the language that is chosen, which is always one of them.
    """
    return tuple(dict.fromkeys((*catalogues(), *_of_level(last), chosen)))


def next_language(last: str, chosen: str, by: int) -> str:
    """Return the language so many places after the one that is chosen; they go round."""
    codes = languages(last, chosen)
    return codes[(codes.index(chosen) + by) % len(codes)]


def language_name(code: str) -> str:
    """Return what a language is called by those who speak it; one that we do not know has its code."""
    key = f"ui.language.{code}"
    return text_of(key) if key in texts() else code


def _of_level(word: str) -> tuple[str, ...]:
    if not word:
        return ()
    try:
        path = find_level(word)
        return _read(path, path.stat().st_mtime_ns)
    except (LevelError, OSError):
        return ()


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> tuple[str, ...]:
    """Read them from a file, again when it was changed."""
    del changed
    return languages_of(path)
