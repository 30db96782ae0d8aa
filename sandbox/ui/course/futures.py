"""The futures that were left, in words: where each parts, and what was done there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.ui.kit.time_axis import clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.scenario.schema import Happening, Level
    from sandbox.session.history.branch import Branch


class Future(NamedTuple):
    """A branch beside the present one."""

    branch: Branch
    parts: int
    """the last tick at which it is the same as the present one"""
    deeds: tuple[Happening, ...]
    """what was done on it after that"""
    own: tuple[Happening, ...]
    """what was done on it that was not done on the branch from which it parts last"""


def futures(branches: Sequence[Branch]) -> tuple[Future, ...]:
    """List all branches but the present one, which is the first of them, in their order."""
    return tuple(_futures(branches))


def _futures(branches: Sequence[Branch]) -> Iterator[Future]:
    known = {branch.id: branch for branch in branches}
    parts = {branches[0].id: branches[0].latest_tick}
    for branch in branches[1:]:
        parent = None if branch.parent is None else known[branch.parent]
        parts[branch.id] = 0 if parent is None else min(branch.fork, parts[parent.id])
        yield Future(branch, parts[branch.id], _beside(branch, branches[0]), _beside(branch, parent))


def _beside(branch: Branch, other: Branch | None) -> tuple[Happening, ...]:
    """Return what was done on a branch from where it differs from what was done on another."""
    if other is None or other.off_at_first != branch.off_at_first:
        return branch.commands
    pairs = zip(branch.commands, other.commands, strict=False)
    same = next((place for place, (mine, theirs) in enumerate(pairs) if mine != theirs), None)
    return branch.commands[min(len(branch.commands), len(other.commands)) if same is None else same :]


def told(level: Level, happening: Happening) -> str:
    """Say in a sentence what was done."""
    if happening.drive is not None:
        key = "ui.undo.off" if happening.on is False else "ui.undo.on"
        return text_of(key, drive=text_of(f"drive.{happening.drive}.name"))
    names = {person.id: person.name for person in level.people}
    who, by, about = (names.get(name or "", "") for name in (happening.who, happening.by, happening.about))
    return text_of(f"happening.{happening.do}.{'did_by' if by else 'did'}", who=who, by=by, about=about)


def called(level: Level, future: Future) -> str:
    """Return the name of a future, or else what was done on it first and when."""
    if future.branch.name:
        return future.branch.name
    if not future.own:
        return text_of("ui.future.nothing", at=clock(future.branch.fork))
    first = future.own[0]
    return text_of("ui.future.deed", at=clock(round(first.at * TICKS_PER_SECOND)), what=told(level, first))
