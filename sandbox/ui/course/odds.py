"""In how many of many worlds a bet comes out which way: all that chance alone tells apart from the one that was played.

They part at the moment of the bet, the player does the same in all of them, and each is followed up to the end of the
game. A process in the background plays them, once the card of the end is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.session.schedule import tick_of
from sandbox.session.what_if.following import NEVER
from sandbox.session.what_if.origin import Origin
from sandbox.session.what_if.question import Measure, Question, other_seeds
from sandbox.session.what_if.readings import BetOn
from sandbox.ui.course.playback import SPARE

if TYPE_CHECKING:
    from sandbox.session.session import Session
    from sandbox.session.story.shown import Bet
    from sandbox.session.what_if.asked import Asked
    from sandbox.session.what_if.service import WhatIfs
    from sandbox.ui.course.ended import Ended

WORLDS: Final = 50
"""The one that was played among them."""
MOST_PEOPLE: Final = 40
"""Where there are more, so many worlds take too long."""


class Odds(NamedTuple):
    """How a bet came out, in the worlds that are played so far."""

    bet: Bet
    counts: tuple[int, ...]
    """in how many of them each answer was right"""
    none: int
    """in how many no answer was right by the end"""
    worlds: int
    """how many are played"""


class Oddsmaker:
    """Plays the worlds of the latest bet that was made."""

    def __init__(self) -> None:
        """Begin with nothing to play."""
        self._asked: Asked | None = None
        self._about: Ended | None = None
        self._bet: Bet | None = None

    @property
    def at_work(self) -> bool:
        """Whether there are worlds that are still to be played."""
        return self._asked is not None and not self._asked.done

    def follow(self, what_ifs: WhatIfs, session: Session, ended: Ended | None) -> Odds | None:
        """Tell what is known of the latest bet of a game that is over; None without one."""
        if ended is None:
            return None
        if ended is not self._about:
            self._about, self._asked = ended, self._ask(what_ifs, session, ended)
        if self._asked is None or self._bet is None:
            return None
        if not self._asked.done:
            what_ifs.poll(SPARE)
        measures, known = self._asked.question.measures, self._asked.known
        met = np.array([self._asked.column(measure.name).first[known] != NEVER for measure in measures])
        none = int(np.count_nonzero(~met.any(axis=0)))
        return Odds(self._bet, tuple(met.sum(axis=1).tolist()), none, int(known.sum()))

    def _ask(self, what_ifs: WhatIfs, session: Session, ended: Ended) -> Asked | None:
        answers = [command for command in ended.played[1] if command.question is not None]
        if not answers or len(session.level.people) > MOST_PEOPLE:
            return None
        tick = tick_of(answers[-1])
        bet = self._bet = next(bet for bet in ended.bets if bet.ask.ask == answers[-1].question)
        if tick < session.earliest_tick or tick >= ended.decided.tick:
            return None
        measures = tuple(
            Measure(name=f"{place}", of=BetOn(question=bet.ask.ask, option=place), at_least=1)
            for place in range(len(bet.ask.options))
        )
        seconds = (ended.decided.tick - tick) * SECONDS_PER_TICK
        seeds = (session.seed, *other_seeds(session.seed, WORLDS - 1))
        question = Question(measures=measures, seconds=seconds, seeds=seeds)
        return what_ifs.ask(Origin(session, tick), question, replacing=True)
