"""What a window begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.library import first_playable
from sandbox.scenario.load import load_level

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.scenario.schema import Level
    from sandbox.ui.opening import Opening

    First = tuple[Level, Path | None] | None


def first_of(path: Path | None, opening: Opening, *, newcomer: bool) -> tuple[First, tuple[str, ...]]:
    """Return the level to begin with and its file, and what is wrong with others; None stands for the title.

    It is what the opening has played already, the level of `path`, or for a newcomer the first that can be read.

    Raises:
        LevelError: if the level of `path` cannot be read.
    """
    if opening.session is not None:
        return (opening.session.level, path), ()
    if path is not None:
        return (load_level(path), path), ()
    return first_playable() if newcomer else (None, ())
