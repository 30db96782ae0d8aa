"""What is half done with a tool: some happenings take more than one click."""

from __future__ import annotations

from typing import NamedTuple


class Half(NamedTuple):
    """A happening that still lacks a click."""

    people: tuple[int, ...]
    """who was clicked so far"""
    spot: tuple[float, float] | None = None
    """where the keyboard would put them, in metres"""

    @property
    def first(self) -> int:
        """The person who was clicked first."""
        return self.people[0]
