"""Why not: the question that is open, and the search for what would have made the difference.

A process in the background plays the worlds; each frame takes in what has become known. It is all about the moment at
which it was asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.engine.people import NOBODY
from sandbox.session.why_not.acts import Wonder, happens
from sandbox.session.why_not.gates import gates
from sandbox.session.why_not.search import Search
from sandbox.ui.course.playback import SPARE

if TYPE_CHECKING:
    from sandbox.session.session import Session
    from sandbox.session.what_if.service import WhatIfs
    from sandbox.session.why_not.acts import Act
    from sandbox.session.why_not.gates import Gate
    from sandbox.session.why_not.search import Answer


class Wondered(NamedTuple):
    """A question, and what is known of its answer."""

    number: int
    """of how many questions it is"""
    wonder: Wonder
    tick: int
    """of the moment that it is about"""
    does: bool
    """whether they do it at that very moment"""
    gates: tuple[Gate, ...]
    tried: int
    """how many changes there are to try"""
    worlds: int = 0
    """that are played so far"""
    answer: Answer | None = None


def likeliest(session: Session, who: int, whom: int) -> Act:
    """Return what one would wonder about two people first: help for who suffers, blame for who is at another's trouble.

    What is being done is not wondered about.
    """
    people, need = session.world.people, session.world.params.need_threshold
    wanted: list[Act] = ["help"] if -people.felt[whom] >= need else []
    wanted += ["blame"] if people.involved[whom] not in {NOBODY, who} else []
    wanted += ["look", "help", "blame"]
    return next((act for act in wanted if not happens(session.moment, session.level, Wonder(act, who, whom))), "look")


class Wonderer:
    """Plays the worlds of the question that was asked last."""

    def __init__(self) -> None:
        """Begin with nothing to play."""
        self._search: Search | None = None
        self._number, self._shown = 0, False

    def ask(self, session: Session, wonder: Wonder) -> Wondered:
        """Ask about the present moment of a session."""
        does = happens(session.moment, session.level, wonder)
        search = Search(session, wonder)
        self._search = None if does else search
        self._number += 1
        return Wondered(self._number, wonder, session.tick, does, gates(session.world, wonder), search.tried)

    @property
    def at_work(self) -> bool:
        """Whether there are worlds that are still to be played for the panel that is open."""
        return self._shown and self._search is not None and self._search.answer is None

    def follow(self, what_ifs: WhatIfs, wondered: Wondered | None, *, shown: bool) -> Wondered | None:
        """Go on with a question while it is shown, and return it as it is known by now; else let it rest."""
        search, self._shown = self._search, shown
        if search is None or wondered is None or wondered.number != self._number or search.answer is not None:
            return wondered
        if not shown:
            search.cancel(what_ifs)
            return wondered
        answer = search.follow(what_ifs, SPARE)
        return wondered._replace(worlds=search.worlds, answer=answer)

    def open(self, wondered: Wondered) -> Session | None:
        """Return the world in which it happens, at the moment that was asked about; None if none was found."""
        return self._search.open() if self._search is not None and wondered.number == self._number else None
