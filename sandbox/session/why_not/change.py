"""Change: one thing that could have been otherwise, as data, with how much of the world it changes."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from msgspec import Struct

from sandbox.session.what_if.variation import Variation

Rank: TypeAlias = Literal["deed", "others", "tie", "trait"]
RANKS: Final[tuple[Rank, ...]] = ("deed", "others", "tie", "trait")
"""From the smallest: something done to the two at that moment; somebody else elsewhere; what one is to the other; what
one is like."""


class Change(Struct, frozen=True):
    """One change."""

    key: str
    """its sentence, to be said as why_not.change.KEY"""
    rank: Rank
    size: float
    """within its rank: the part of what could be changed that is changed, 0 to 1"""
    variation: Variation
    other: str = ""
    """name of a third person whom it is about"""

    @property
    def order(self) -> tuple[int, float]:
        """By which changes are tried and preferred: the smallest first."""
        return RANKS.index(self.rank), self.size
