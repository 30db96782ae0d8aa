"""A tree of conditions, stepped from moment to moment.

What it has to remember are whole numbers, one or two for each condition: since when it has held. They are given to
each step and given back anew, so that a tree itself never changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.scenario.conditions.schema import All, Blamed, Counted, Lasted, Not, Some, Then
from sandbox.scenario.conditions.size import candidates
from sandbox.session.story.hearsay import Hearsay
from sandbox.session.story.measures import Found, decided, measure, within
from sandbox.session.story.people import meant
from sandbox.session.story.told import NEVER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.schema import Level
    from sandbox.session.story.people import Seen
    from sandbox.session.story.slots import Slots


class Tally(NamedTuple):
    """Of whom a condition is so at a moment, by their names."""

    so: tuple[str, ...]
    others: tuple[str, ...]
    """of those who are meant"""
    by: str
    """whose number decides it; nothing if none does"""
    named: bool
    """whether one person is meant, by name"""


class Standing(NamedTuple):
    """How a condition stands at a moment."""

    condition: AnyCondition
    met: bool
    """whether it holds and has held for long enough"""
    held: bool
    """whether it holds"""
    value: float
    """the number that decides it; nan if there is none"""
    seconds: float
    """how long it has held"""
    parts: tuple[Standing, ...] = ()
    """how the conditions in it stand; of a count, those of whom it may count"""
    tally: Tally | None = None
    """of whom it is so, where that was looked at"""


class Node:
    """One condition of a tree."""

    def __init__(self, condition: AnyCondition, level: Level, slots: Slots, it: int | None = None) -> None:
        """Make what follows a condition in a level, and all in it; `it` is the row that a count is at."""
        self._condition, self._level = condition, level
        self._slot = slots.take(1 + isinstance(condition, Then | Lasted))
        self._ticks = round(condition.lasting * TICKS_PER_SECOND)
        self._rows, self._parts = np.zeros(0, np.int64), tuple[Node, ...]()
        match condition:
            case All() | Some() | Then():
                self._parts = tuple(Node(part, level, slots, it) for part in condition.parts)
            case Not():
                self._parts = (Node(condition.denied, level, slots, it),)
            case Counted():
                self._rows = np.array(candidates(condition.counted, level), np.int64)
                self._counted = meant(condition.counted, level, it)
                self._parts = tuple(Node(condition.where, level, slots, row) for row in self._rows.tolist())
            case Blamed(heard=True):
                self._hearsay = Hearsay(condition, level, it)
                self._first = slots.take(self._hearsay.room)
                self._who = meant(condition.blamed, level, it)
            case Lasted():
                self._parts = (Node(condition.lasted, level, slots, it),)
            case _:
                self._read = measure(condition, level, it)

    def step(self, before: Sequence[int], after: list[int], seen: Seen, *, look: bool = False) -> Standing:
        """Take in a moment.

        Args:
            before: what the whole tree remembers.
            after: what it remembers from then on, which is filled in; NEVER at first.
            seen: the moment.
            look: whether the moment was taken in already, and is only looked at again.
        """
        condition, slot, parts = self._condition, self._slot, tuple[Standing, ...]()
        if isinstance(condition, Then):
            parts, found = self._stages(before, after, seen, look=look)
        elif isinstance(condition, Lasted):
            parts, found = self._added(condition, before, after, seen, look=look)
        elif self._parts:
            parts = tuple(part.step(before, after, seen, look=look) for part in self._parts)
            found = self._joined(parts, seen)
        elif isinstance(condition, Counted):
            found = Found(bool(within(np.zeros(1), condition.least, condition.most)[0]), 0.0)
        elif isinstance(condition, Blamed) and condition.heard:
            found = self._heard(condition, before, after, seen)
        else:
            found = self._read(seen)
        since = (seen.tick if before[slot] == NEVER else before[slot]) if found.held else NEVER
        after[slot] = since
        held_for = seen.tick - since if found.held else 0
        met = found.held and held_for >= self._ticks
        tally = self._tally(found) if look else None
        return Standing(condition, met, found.held, found.value, held_for * SECONDS_PER_TICK, parts, tally)

    def _tally(self, found: Found) -> Tally:
        """Name those of whom a condition is so, and the others who are meant."""
        people, subject = self._level.people, self._condition.subject
        so, others = ([people[row].name for row in found.rows[which].tolist()] for which in (found.so, ~found.so))
        by = "" if found.by == NOBODY else people[found.by].name
        phrase = str(getattr(self._condition, subject)) if subject else ""
        return Tally(tuple(so), tuple(others), by, any(person.id == phrase for person in people))

    def _joined(self, parts: tuple[Standing, ...], seen: Seen) -> Found:
        met, condition = [part.met for part in parts], self._condition
        if isinstance(condition, Counted):
            there = self._counted.mask(seen)[self._rows]
            number = np.count_nonzero(there & np.array(met))
            held = bool(within(np.array([number]), condition.least, condition.most)[0])
            return Found(held, float(number), self._rows[there], np.array(met)[there])
        if isinstance(condition, Not):
            return Found(not met[0])
        return Found(all(met) if isinstance(condition, All) else any(met))

    def _heard(self, condition: Blamed, before: Sequence[int], after: list[int], seen: Seen) -> Found:
        remembered = slice(self._first, self._first + self._hearsay.room)
        after[remembered], blame = self._hearsay.step(before[remembered], seen)
        rows = self._who.rows(seen)
        return decided(blame[rows], condition.least, condition.most, some=self._who.some, rows=rows)

    def _added(
        self, condition: Lasted, before: Sequence[int], after: list[int], seen: Seen, *, look: bool
    ) -> tuple[tuple[Standing, ...], Found]:
        """Count the moments at which the part was met: each stands for the tick that led to it."""
        place, part = self._slot + 1, self._parts[0].step(before, after, seen, look=look)
        after[place] = max(0, before[place]) + (part.met and not look)
        seconds = np.array([after[place] * SECONDS_PER_TICK])
        return (part,), decided(seconds, condition.least, condition.most, some=False)

    def _stages(
        self, before: Sequence[int], after: list[int], seen: Seen, *, look: bool
    ) -> tuple[tuple[Standing, ...], Found]:
        """Follow one part after the other: only the present one is at work, and the others remember nothing."""
        place = self._slot + 1
        stage = max(0, before[place])
        standings = [
            Standing(part.condition, number < stage, number < stage, np.nan, 0.0)
            for number, part in enumerate(self._parts)
        ]
        if stage < len(self._parts):
            standings[stage] = self._parts[stage].step(before, after, seen, look=look)
            stage += standings[stage].met and not look
        after[place] = stage
        return tuple(standings), Found(stage == len(self._parts))

    @property
    def condition(self) -> AnyCondition:
        """The condition."""
        return self._condition
