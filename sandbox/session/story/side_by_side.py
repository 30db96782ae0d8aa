"""The stories of levels that are played side by side, one world of a stack each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sandbox.session.schedule import until
from sandbox.session.story.people import Seen
from sandbox.session.what_if.side_by_side import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.people import People
    from sandbox.engine.stack import Stack
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Happening
    from sandbox.session.story.script import Script
    from sandbox.session.story.told import Story


class SideBySide:
    """Follows goal and rules of each world of a stack."""

    def __init__(self, scripts: Sequence[Script], stack: Stack) -> None:
        """Begin with the first moment of each."""
        self._scripts = scripts
        self._plots = any(script.has_plot for script in scripts)
        blank = [script.blank() for script in scripts]
        before = [people for people, _ in tables(stack)] if self._plots else []
        self.stories = self._told(stack, before, blank, ()) if self._plots else blank

    def next(self, stack: Stack, commands: Sequence[Happening]) -> Stack:
        """Play all worlds one tick on, with the same commands in each."""
        pairs = enumerate(zip(self._scripts, self.stories, strict=True))
        due = [
            script.due(stack.tick, story, commands, partial(world_of, stack, place)) for place, (script, story) in pairs
        ]
        before = [people for people, _ in tables(stack)] if self._plots else []
        later = stack.next(due)
        if self._plots:
            self.stories = self._told(later, before, self.stories, commands)
        return later

    def _told(
        self, stack: Stack, before: Sequence[People], stories: Sequence[Story], commands: Sequence[Happening]
    ) -> list[Story]:
        given = until(commands, stack.tick - 1)
        return [
            script.told(Seen(stack.tick, *now, then, given), story)
            for script, now, then, story in zip(self._scripts, tables(stack), before, stories, strict=True)
        ]


def world_of(stack: Stack, place: int) -> World:
    """Cut one world out of a stack."""
    return [*stack.worlds()][place]
