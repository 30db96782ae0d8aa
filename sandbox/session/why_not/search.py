"""Search: finds the smallest change that would have opened the gate, by forks of the moment in question.

First nothing is changed, with many seeds: what happens by itself needs no change, and what hangs on chance has none.
Then every change is tried on a few seeds, that of the play among them, and those that flip the act on all of them are
tried on many, the smallest first. The first that hardly ever fails is the answer; if none is, two changes at once are
tried likewise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from msgspec import Struct

from sandbox.session.what_if.following import NEVER
from sandbox.session.what_if.origin import Origin
from sandbox.session.what_if.question import Question, other_seeds
from sandbox.session.what_if.variation import SHAM
from sandbox.session.why_not.acts import SECONDS, measure
from sandbox.session.why_not.candidates import candidates, combined
from sandbox.session.why_not.change import Change

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from sandbox.session.session import Session
    from sandbox.session.what_if.asked import Asked
    from sandbox.session.what_if.service import WhatIfs
    from sandbox.session.what_if.variation import Variation
    from sandbox.session.why_not.acts import Wonder

    Asking: TypeAlias = tuple[tuple[Variation, ...], int]
    """variations, and on how many of the seeds"""
    Course: TypeAlias = Generator[Asking, None, "Answer"]
    Proving: TypeAlias = Generator[Asking, None, tuple[Change, int] | None]

Outcome: TypeAlias = Literal["found", "none", "chance", "soon", "trouble"]

SEEDS: Final = 20
"""Worlds in which nothing is changed, and in which a change has to prove itself; the play's own is the first."""
FEW: Final = 2
"""Worlds in which each change is tried at first."""
AT_ONCE: Final = 3
"""Changes that prove themselves together."""
SELDOM: Final = 2
"""In so many of SEEDS worlds, at most, the act may happen by itself, or fail to happen with a change."""


class Answer(Struct, frozen=True):
    """What came of a search."""

    outcome: Outcome
    """a change is found, none does it, chance decides, it happens soon by itself, or the worlds could not be played"""
    sham: int = 0
    """in how many of SEEDS worlds it happens by itself"""
    change: Change | None = None
    held: int = 0
    """in how many of them it happens with the change"""
    tick: int = NEVER
    """when it happens in the world of the play's own seed"""


class Search:
    """One question that is being answered; whoever has begun it calls `follow` until there is an `answer`."""

    def __init__(self, session: Session, wonder: Wonder) -> None:
        """Take the present moment of a session; what is played on it later changes nothing here."""
        self.wonder = wonder
        self.answer: Answer | None = None
        self.changes = candidates(session, wonder)
        """what is tried, the smallest first"""
        self._of_two = combined(self.changes)
        self.origin = Origin(session)
        self._measure = measure(session.level, wonder)
        self._seeds = (session.seed, *other_seeds(session.seed, SEEDS - 1))
        self._asked: Asked | None = None
        self._found: tuple[Asked, int] | None = None
        self._played = 0
        self._steps = self._course()

    def follow(self, what_ifs: WhatIfs, spare: float = 0.0) -> Answer | None:
        """Take in what has become known, and ask on; this never waits.

        Args:
            what_ifs: who plays the worlds; the same one each time.
            spare: as in `WhatIfs.poll`.
        """
        if self.answer is None:
            if self._asked is None or self._asked.done:
                self._go_on(what_ifs)
            what_ifs.poll(spare)
        return self.answer

    def cancel(self, what_ifs: WhatIfs) -> None:
        """Let it be."""
        if self._asked is not None:
            what_ifs.cancel(self._asked)

    @property
    def tried(self) -> int:
        """How many changes are tried if none does it."""
        return len(self.changes) + len(self._of_two)

    @property
    def worlds(self) -> int:
        """How many worlds are played so far."""
        return self._played + (0 if self._asked is None else int(self._asked.known.sum()))

    def open(self) -> Session | None:
        """Return the world of the change that was found, with the play's own seed, as a play-through; None if none."""
        return None if self._found is None else self._found[0].open(self._found[1], metered=True)

    def _go_on(self, what_ifs: WhatIfs) -> None:
        asked = self._asked
        if asked is not None and asked.cancelled:  # Another question has taken its place; what was known stays.
            self._asked = what_ifs.ask(self.origin, asked.question)
            return
        if asked is not None:
            self._played += len(asked)
            if asked.trouble:
                self.answer = Answer("trouble")
                return
        try:
            variations, seeds = next(self._steps)
        except StopIteration as end:
            self.answer = end.value
            return
        self._asked = what_ifs.ask(self.origin, self.question(variations, self._seeds[:seeds]))

    def question(self, variations: Sequence[Variation], seeds: Sequence[int]) -> Question:
        """Return what tells of some variations on some seeds whether the act happens."""
        return Question(measures=(self._measure,), seconds=SECONDS, variations=tuple(variations), seeds=tuple(seeds))

    def _held(self, variation: int = 0) -> int:
        """Return in how many worlds of a variation of what was asked last the act happens."""
        return 0 if self._asked is None else self._asked.held(self._measure.name, variation)[0]

    def _course(self) -> Course:
        yield (SHAM,), SEEDS
        sham, soon = self._held(), self._first(0)
        if soon != NEVER:
            return Answer("soon", sham, tick=soon)
        if sham > SELDOM:
            return Answer("chance", sham)
        for changes in (self.changes, self._of_two):
            found = yield from self._proven(changes)
            if found is not None:
                change, place = found
                return Answer("found", sham, change, self._held(place), self._first(place * SEEDS))
        return Answer("none", sham)

    def _proven(self, changes: Sequence[Change]) -> Proving:
        """Return the first of some changes that proves itself, and its place in what was asked last; None if none."""
        if changes:
            yield tuple(change.variation for change in changes), FEW
        promising = [change for place, change in enumerate(changes) if self._held(place) == FEW]
        while promising:
            tried, promising = promising[:AT_ONCE], promising[AT_ONCE:]
            yield tuple(change.variation for change in tried), SEEDS
            for place, change in enumerate(tried):
                if self._held(place) >= SEEDS - SELDOM and self._asked is not None:
                    self._found = self._asked, place * SEEDS
                    return change, place
        return None

    def _first(self, world: int) -> int:
        return NEVER if self._asked is None else int(self._asked.column(self._measure.name).first[world])
