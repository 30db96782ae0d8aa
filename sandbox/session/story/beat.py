"""One thing that happened, as it is told at the end of a game."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from sandbox.session.why.cards import Subject


class Beat(NamedTuple):
    """One thing that happened."""

    key: str
    """of its sentence; of those whose second word is the same only one is told"""
    slots: dict[str, object]
    tick: int
    subject: Subject
    """what to ask about it, a moment later"""
    weight: float
    """how much it is worth telling"""
    people: tuple[int, ...]
    """the rows of all whom it names"""

    @property
    def sentence(self) -> str:
        """The sentence."""
        return text_of(self.key, **self.slots)
