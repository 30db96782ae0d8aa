"""How well a level has been played so far: what is kept of it, and what is better."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct


class Best(Struct, frozen=True, kw_only=True):
    """The best that a level was won with."""

    stars: Annotated[int, Meta(ge=0, le=5)] = 0
    ticks: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 0
    """until it was won"""


def better(one: Best | None, other: Best) -> Best:
    """Return the better one: more stars, or as many and sooner."""
    return other if one is None or (other.stars, -other.ticks) > (one.stars, -one.ticks) else one
