"""How well a level has been played so far: what is kept of it, and what is better."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sandbox.scenario.difficulty import USUAL


class Best(Struct, frozen=True, kw_only=True):
    """The best that a level was won with."""

    stars: Annotated[int, Meta(ge=0, le=5)] = 0
    ticks: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 0
    """until it was won"""


def better(one: Best | None, other: Best) -> Best:
    """Return the better one: more stars, or as many and sooner."""
    return other if one is None or (other.stars, -other.ticks) > (one.stars, -one.ticks) else one


def kept_as(level: str, difficulty: str) -> str:
    """Return the name under which the best is kept with which a level, by its id, was won at a difficulty."""
    return level if difficulty == USUAL else f"{level}:{difficulty}"
