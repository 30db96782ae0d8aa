"""One run of a cell: all its scenes side by side, with commands that come at their moments, watched tick by tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.engine.stack import Stack
from sandbox.scenario.build import build_world
from sandbox.scenario.ids import Ids
from sandbox.scenario.validate_happenings import check_happening, remaining
from sandbox.session.story.script import Script
from sandbox.session.story.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sandbox.engine.arrays import Ints
    from sandbox.scenario.schema import Happening, Level


class Staged(NamedTuple):
    """A cell that is ready to be played: of each scene what two files and `main.py run` would play."""

    scenes: tuple[Level, ...]
    commands: tuple[Happening, ...]
    seconds: float


class Run:
    """One run, played only as far as somebody watches it."""

    def __init__(
        self,
        staged: Staged,
        *,
        seed: int,
        off: Iterable[str] = (),
        settings: Mapping[str, float] | None = None,
        journal: bool = False,
    ) -> None:
        """Set the cell up.

        Args:
            staged: what to play.
            seed: of the first scene; each one after it has the next.
            off: drives to switch off.
            settings: parameters to change, by name.
            journal: whether to keep journals, for those who read records or ask why.

        Raises:
            Impossible: if a command cannot be.
            WrongSettingError: if a setting is unknown or out of bounds.
        """
        self.scenes = len(staged.scenes)
        """how many there are: the length of what `rows` and `ties` give"""
        params = Parameters().with_settings(dict(settings or {}))
        self._stack = Stack.of(
            [
                build_world(level, params, seed=number, off=frozenset(off), journal=journal)
                for number, level in enumerate(staged.scenes, seed)
            ]
        )
        self._stories = SideBySide([Script(level) for level in staged.scenes], self._stack)
        self._commands = tuple(sorted(staged.commands, key=lambda happening: happening.at))
        for level in {id(level): level for level in staged.scenes}.values():
            _check(level, self._commands)
        self._end = round(staged.seconds * TICKS_PER_SECOND)
        self._rows = [{person.id: row for row, person in enumerate(level.people)} for level in staged.scenes]

    def rows(self, name: str) -> Ints:
        """Find the (scenes,) rows of whoever bears an id in each scene."""
        within = np.array([rows[name] for rows in self._rows], np.int64)
        return self._stack.layout.starts[:-1] + within

    def ties(self, world: Stack, observer: str, target: str) -> Ints:
        """Find the (scenes,) rows of the ties from one to the other in a moment of this run, or NOBODY."""
        return world.links.rows(self.rows(observer), self.rows(target))

    def moments(self, after: float = 0.0) -> Iterator[Stack]:
        """Play on to the end of the cell and give every moment later than `after` seconds."""
        while self._stack.tick < self._end:
            now = self._stack.tick
            self._stack = self._stories.next(self._stack, self._commands)
            if now + 1 > round(after * TICKS_PER_SECOND):
                yield self._stack

    def last(self) -> Stack:
        """Play to the end of the cell and give the last moment."""
        for _ in self.moments():
            pass
        return self._stack


def _check(level: Level, commands: tuple[Happening, ...]) -> None:
    """Raise Impossible if a level does not have whom a command names, or its tool as often."""
    ids = Ids.of(level)
    for place, command in enumerate(commands):
        wrong = next(check_happening(command, command.do, ids), None)
        if wrong is not None:
            raise Impossible(wrong.key, **wrong.slots)
        if remaining(level, command.do, commands[:place]) == 0:
            raise Impossible("impossible.none_left")
