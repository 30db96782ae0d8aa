"""Places among the numbers that the trees of a level remember."""

from __future__ import annotations


class Slots:
    """Deals out places among the numbers that a tree remembers."""

    def __init__(self, taken: int = 0) -> None:
        """Begin after those that are taken."""
        self.taken = taken

    def take(self, number: int = 1) -> int:
        """Return the first of some places."""
        self.taken += number
        return self.taken - number
