"""What others may know of the lines of a play-through: what each is, and places on them to come back to."""

from __future__ import annotations

from msgspec import Struct

from sandbox.scenario.schema import Happening
from sandbox.session.history.timeline import Timeline


class Branch(Struct, frozen=True):
    """What there is to know of a line."""

    id: int
    name: str
    """as the player calls it; empty if they gave none"""
    off_at_first: frozenset[str]
    """the drives that were off from the beginning"""
    commands: tuple[Happening, ...]
    """what was done on it, in order"""
    parent: int | None
    """the branch that stands before it in the list and that it parts from last; None for the first, or if from none"""
    fork: int
    """the last tick that it shares with its parent; 0 if with none"""
    latest_tick: int
    """the furthest tick that it has reached"""


class Place(Struct, frozen=True):
    """A place to come back to: a moment of a line as it was then, which stays for as long as somebody holds this."""

    line: Timeline
    deeds: int
    """of what was done on the line, so much belongs to this place"""
    tick: int
