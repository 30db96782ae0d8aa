"""What is worked out meanwhile, bit by bit, while a panel tells of it: faces of other moments, and other worlds."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from sandbox.session.chronicle import Chronicle, drive_of
from sandbox.session.why.cards import moment_of
from sandbox.ui.course.faces import Faces
from sandbox.ui.course.glimpse import Glimpse
from sandbox.ui.course.odds import Oddsmaker
from sandbox.ui.course.wondering import Wonderer

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.session.session import Session
    from sandbox.ui.sharing.clip import Clip
    from sandbox.ui.state import PlayState, Shell


_SAID_SECONDS: Final = 12.0
"""A sentence with the names of two files is read in so long."""
MOST_TOLD: Final = 60
"""Sentences of the chronicle that its panel tells at once."""


class Meanwhile:
    """Everything that takes more than one frame, and is for a panel only."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self.oddsmaker = Oddsmaker()
        """plays the worlds in which a bet might have come out otherwise"""
        self.faces = Faces()
        """looks up what people looked like at what the card of the end tells of"""
        self.strip = Faces()
        """likewise for the cards of a why"""
        self.glimpse = Glimpse()
        """shows the moment that the mouse is at on a chart"""
        self.wonderer = Wonderer()
        """plays the worlds in which somebody might have done what they do not"""

        self.chronicle = Chronicle()
        """what happened, for its panel"""

        self.clip: Clip | None = None
        """makes a film of the last seconds"""

    @property
    def at_work(self) -> bool:
        """Whether anything is still to be done."""
        workers = self.oddsmaker, self.faces, self.strip, self.glimpse, self.wonderer
        return self.clip is not None or any(one.at_work for one in workers)

    def follow(self, shell: Shell, state: PlayState, session: Session) -> None:
        """Do a little of what the open panel tells of, and tell it what is known by now."""
        state.told = _told(self.chronicle.of(session.world), state) if state.dock == "log" else ()
        self._film(shell, state)
        what_ifs, ended = shell.what_ifs, state.ended if state.dock == "ending" else None
        state.faces = self.faces.follow(session, ended, () if ended is None else [one.tick + 1 for one in ended.beats])
        cards = state.cards if state.dock == "why" else None
        moments = [min(moment_of(card), session.latest_tick) for card in cards or ()]
        state.strip = self.strip.follow(session, cards, moments)
        if what_ifs is None:
            return
        state.odds = self.oddsmaker.follow(what_ifs, session, ended)
        state.wondered = self.wonderer.follow(what_ifs, state.wondered, shown=state.dock == "why_not")
        for notice in what_ifs.notices():
            shell.show_toast(notice)

    def _film(self, shell: Shell, state: PlayState) -> None:
        """Draw some more of the film that is being made, and say when it is done."""
        said = "" if self.clip is None else self.clip.step()
        if said:
            self.clip, state.shared = None, True
            shell.show_toast(said, _SAID_SECONDS)


def _told(news: list[Record], state: PlayState) -> tuple[Record, ...]:
    """Return the latest of what is asked for, the latest first; mere feelings only of one person or one drive."""
    about = state.selected if state.told_of else None
    wanted = (
        record
        for record in reversed(news)
        if (about is None or about in {record.who, record.whom})
        and (drive_of(record) == state.told_drive if state.told_drive else about is not None or record.kind != "felt")
    )
    return tuple(islice(wanted, MOST_TOLD))
