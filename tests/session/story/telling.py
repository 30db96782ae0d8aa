"""Moments made by hand, and a condition that is followed through them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.engine.people import People
from sandbox.engine.ties import Ties
from sandbox.session.story.people import Seen
from sandbox.session.story.slots import Slots
from sandbox.session.story.told import NEVER
from sandbox.session.story.tree import Node
from tests.scenario.small import load, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.scenario.schema import Happening, Level
    from sandbox.session.story.tree import Standing

ANN, BOB, CY = range(3)


def seen(tick: int = 0, ties: Ties | None = None, commands: Sequence[Happening] = (), **columns: object) -> Seen:
    """A moment of three people."""
    people = People.of(3, **columns)
    return Seen(tick, people, Ties.of([], []) if ties is None else ties, people, commands)


def level_with(condition: object, **changes: Any) -> Level:  # noqa: ANN401 - any JSON
    """Three people, of whom a condition is asked."""
    return load(small(schema_version=2, goal={"win": condition}, **changes))


class Followed:
    """A condition that remembers what it has seen."""

    def __init__(self, condition: object) -> None:
        """Begin before the first moment."""
        level, slots = level_with(condition), Slots()
        assert level.goal is not None
        self.node = Node(level.goal.win, level, slots)
        self.slots = [NEVER] * slots.taken

    def take(self, moment: Seen) -> Standing:
        """Take in a moment."""
        after = [NEVER] * len(self.slots)
        standing = self.node.step(self.slots, after, moment)
        self.slots = after
        return standing

    def look(self, moment: Seen) -> Standing:
        """Look once more at a moment that was taken in, as those do who tell how a goal stands."""
        return self.node.step(self.slots, [NEVER] * len(self.slots), moment, look=True)


def follow(condition: object, moments: Sequence[Seen]) -> list[bool]:
    """Return after each moment whether a condition is met."""
    followed = Followed(condition)
    return [followed.take(moment).met for moment in moments]


def holds(condition: object, moment: Seen) -> bool:
    """Return whether a condition is met at a first moment."""
    return follow(condition, [moment])[0]
