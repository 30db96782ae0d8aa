"""Which game this is and what it runs on: for `--version`, the title, recordings and reports of crashes."""

from __future__ import annotations

import platform
import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

import sandbox
from sandbox.bootstrap import installed
from sandbox.scenario.folders import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COMMIT_FILE: Final = "commit"
"""A file of the packaged game that names the commit it was built from; `build.spec` writes it."""
SHORT: Final = 7
"""Digits of a commit that are shown."""
_COMMIT: Final = re.compile(r"[0-9a-f]{40,64}")


class Versions(NamedTuple):
    """The versions of what plays, as their own projects write them; empty where one is not to be found."""

    game: str
    commit: str
    """the first SHORT digits of the commit"""
    python: str
    pygame: str
    numpy: str

    def __str__(self) -> str:
        """Return the game's own version, such as "0.1.0 (a1b2c3d)"."""
        return f"{self.game} ({self.commit})" if self.commit else self.game


@cache
def versions() -> Versions:
    """Return the versions of what plays, as they were when first asked for; no window library is imported."""
    commit, pygame = commit_of(ROOT)[:SHORT], installed().get("pygame-ce", "")
    return Versions(sandbox.__version__, commit, platform.python_version(), pygame, np.__version__)


def commit_of(folder: Path) -> str:
    """Return the whole commit that the game in a folder stands at, read without git; empty where none is named."""
    named = _line(folder / COMMIT_FILE) or _head(folder / ".git")
    return named if _COMMIT.fullmatch(named) else ""


def _head(repository: Path) -> str:
    if repository.is_file():  # A linked worktree: the file names the folder.
        repository = repository.parent / _line(repository).removeprefix("gitdir: ")
    head = _line(repository / "HEAD")
    name = head.removeprefix("ref: ")
    if name == head:
        return head
    common = repository / _line(repository / "commondir")
    packed = re.search(rf"^(\S+) {re.escape(name)}$", _text(common / "packed-refs"), re.MULTILINE)
    return _line(common / name) or (packed[1] if packed else "")


def _line(path: Path) -> str:
    """Return the first line of a file; empty if it cannot be read."""
    return _text(path).partition("\n")[0].strip()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
