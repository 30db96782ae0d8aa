"""Change: one thing that could have been otherwise, or two, as data, with how much of the world that changes."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from msgspec import Struct

from sandbox.session.what_if.variation import Variation

Rank: TypeAlias = Literal["deed", "others", "tie", "trait", "both"]
RANKS: Final[tuple[Rank, ...]] = ("deed", "others", "tie", "trait", "both")
"""From the smallest: something done to the two at that moment; somebody else elsewhere; what one is to the other; what
one is like; and two of these together."""


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
    parts: tuple[Change, ...] = ()
    """the two changes that it is made of, if it is made of two"""

    @property
    def order(self) -> tuple[int, float]:
        """By which changes are tried and preferred: the smallest first."""
        return RANKS.index(self.rank), self.size
