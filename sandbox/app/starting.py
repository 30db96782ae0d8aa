"""What a window begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.load import load_level

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.scenario.schema import Level
    from sandbox.ui.opening import Opening

    First = tuple[Level, Path | None] | None


def first_of(path: Path | None, opening: Opening) -> First:
    """Return the level to begin with and its file: what the opening has played already, or the one of `path`.

    None stands for the title, from which a click on somebody leads into the first level.

    Raises:
        LevelError: if the level of `path` cannot be read.
    """
    if opening.session is not None:
        return opening.session.level, path
    return None if path is None else (load_level(path), path)
