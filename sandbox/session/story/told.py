"""What is known at a moment of how the goal and the rules of a level have gone so far.

It is part of the moment, so that whoever goes back in time, or to another branch, finds it as it was there.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

NEVER: Final = -1
"""The tick of what has not been."""

Whole = Annotated[int, Meta(ge=NEVER, le=2**31 - 1)]
Wholes = Annotated[tuple[Whole, ...], Meta(max_length=1_000_000)]


class Firing(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How often a rule has been carried out, when last, and whether its condition is met."""

    times: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 0
    last: Whole = NEVER
    met: bool = False


class Decided(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the game ended first, and when."""

    tick: Annotated[int, Meta(ge=0, le=2**31 - 1)]
    outcome: Literal["won", "lost"]
    by: Literal["goal", "loss", "late", "rule"]
    """the goal's own condition, one of its losses, the clock, or a rule"""
    place: Annotated[int, Meta(ge=0, le=1000)] = 0
    """which of its losses, or which rule"""
    stars: Wholes = ()
    """which stars were earned"""


class Settled(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which answers to a question turned out right, and when: none as long as that is open."""

    tick: Whole = NEVER
    right: Wholes = ()


class Story(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of it."""

    slots: Wholes = ()
    """since when each part of each condition has held, and what else it has to remember"""
    firings: Annotated[tuple[Firing, ...], Meta(max_length=1000)] = ()
    """of each rule"""
    bets: Annotated[tuple[Settled, ...], Meta(max_length=1000)] = ()
    """of each question"""
    decided: Decided | None = None


NONE: Final = Story()
"""Of a level without goal and rules."""
