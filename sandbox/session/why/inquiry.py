"""Inquiry: a question in the moment in which it is asked, and where its answer begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.engine.world import World
    from sandbox.session.why.cards import Subject


class Root(NamedTuple):
    """Where an answer begins."""

    record: int = NOBODY
    """id of the record from which to walk up, or NOBODY"""
    stands: str = ""
    """key of what is so now, said before the record where that does not say it itself"""
    who: int = NOBODY
    whom: int = NOBODY


class Asking(NamedTuple):
    """A question and the moment in which it is asked."""

    world: World
    subject: Subject
    avoiding: int
    """from whom the person keeps the eyes, or NOBODY"""

    def row(self, who: int | None = None, whom: int | None = None) -> int:
        """Return the row of a tie, from the person to the other if nobody is named, or NOBODY."""
        one, other = (self.subject.who if who is None else who), (self.subject.whom if whom is None else whom)
        return NOBODY if other == NOBODY else int(self.world.links.rows(np.array([one]), np.array([other]))[0])

    def known(self, record: int) -> bool:
        """Return whether there is such a record, and it is not forgotten."""
        return 0 <= record < self.world.causes.count and self.world.causes.knows(record)
