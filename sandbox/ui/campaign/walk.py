"""The way through the campaign: what is chosen on its map, and where it goes on after a level."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from sandbox.scenario.difficulty import USUAL
from sandbox.scenario.library import campaign_files, can_be_read
from sandbox.session.progress import Progress, recommended

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sandbox.scenario.library import Entry
    from sandbox.session.story.best import Best


class Walk(NamedTuple):
    """What is chosen on the map of the campaign."""

    stop: int | None = None
    """which of the levels that are listed; None if it is the recommended one"""
    difficulty: str = USUAL
    """at which it would be played, if it has that"""
    asks: bool = False
    """whether it is asked if all that was won is to be forgotten"""


class Kept(Protocol):
    """What is kept of the campaign."""

    best: dict[str, Best]
    bets: dict[str, bool]
    skipped: frozenset[str]


def progress_of(kept: Kept) -> Progress:
    """Return what is kept of the campaign, so that it can be brought back."""
    return Progress(dict(kept.best), dict(kept.bets), kept.skipped)


def chosen(kept: Kept, entries: Sequence[Entry], walk: Walk) -> int | None:
    """Return which of the listed levels is chosen: the recommended one if none was; None where there are none."""
    if walk.stop is not None and walk.stop < len(entries):
        return walk.stop
    found = next_listed(kept, entries)
    return found if found is not None or not entries else 0


def next_listed(kept: Kept, entries: Sequence[Entry]) -> int | None:
    """Return which of the listed levels is recommended; None if all are won or passed over."""
    file = _recommended(kept, [entry.path for entry in entries if entry.in_campaign])
    return None if file is None else [entry.path for entry in entries].index(file)


def next_after(kept: Kept, path: Path | None) -> Path | None:
    """Return the level that is recommended after one has been played; None after one that is not of the campaign."""
    here = _file(path)
    return None if here is None else _recommended(kept, campaign_files(), here)


def is_through(kept: Kept, path: Path | None) -> bool:
    """Return whether with a level of the campaign all of it is won or passed over."""
    return _file(path) is not None and _recommended(kept, campaign_files()) is None


def _file(path: Path | None) -> Path | None:
    """Return the file of the campaign to which a path leads, if it does."""
    whole = None if path is None else path.resolve()
    return next((file for file in campaign_files() if file.resolve() == whole), None)


def _recommended(kept: Kept, files: Sequence[Path], after: Path | None = None) -> Path | None:
    """Return the recommended level among those that can be read."""
    left = list(files)
    while (found := recommended(left, kept.best, kept.skipped, after)) is not None and not can_be_read(found):
        left.remove(found)
    return found
