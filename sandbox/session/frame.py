"""What the picture is drawn from: one moment of the world, read-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.scenario.schema import Level


@dataclass(frozen=True, slots=True)
class Frame:
    """One moment, with the moment before it to draw in between."""

    tick: int
    level: Level
    """names, looks, map and texts; `level.people[i]` is row i of `people`"""
    people: People
    before: People
    """the people one tick earlier"""
    ties: Ties
    recent: tuple[Record, ...]
    """what happened in the last six seconds, oldest first"""
    off: frozenset[str]
    """the drives that are switched off"""
    latest_happening: int
    """tick of the latest happening, or -1"""
