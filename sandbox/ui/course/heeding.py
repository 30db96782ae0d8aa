"""What rules of a level do to the screen when they are carried out: the camera moves, cards and questions come up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.actions import Ask, Card, LookAt
from sandbox.session.story.people import place_of
from sandbox.session.story.shown import actions_at, bets

if TYPE_CHECKING:
    from sandbox.engine.people import People
    from sandbox.scenario.schema import Level
    from sandbox.session.session import Session
    from sandbox.session.story.shown import Bet


def looked_at(session: Session) -> tuple[float, float] | None:
    """Return the spot to which a rule takes the camera at this very moment, metres; None if none does."""
    level, moment = session.level, session.moment
    actions = actions_at(level, moment.story, moment.tick)
    names = [action.look_at for action in actions if isinstance(action, LookAt)]
    return _spot(names[-1], level, moment.world.people) if names else None


def _spot(name: str, level: Level, people: People) -> tuple[float, float] | None:
    rows = [row for row, person in enumerate(level.people) if person.id == name]
    return (float(people.x[rows[0]]), float(people.y[rows[0]])) if rows else place_of(name, level)


def panels_now(session: Session) -> tuple[str, ...]:
    """Name the panels that come up at this very moment, the first one first.

    A question that is answered later on the line that is played, as where the same is done again, is not put anew:
    another answer would be the end of all that was done after it.
    """
    actions = actions_at(session.level, session.moment.story, session.tick)
    cards = ["card"] if any(isinstance(action, Card) for action in actions) else []
    bet = question_of(session) if any(isinstance(action, Ask) for action in actions) else None
    return (*cards, "question") if bet is not None and bet.answer is None else (*cards,)


def question_of(session: Session) -> Bet | None:
    """Return the latest question that can still be answered; None if there is none."""
    moment = session.moment
    found = [bet for bet in bets(session.level, moment.story, session.commands) if bet.open]
    return found[-1] if found else None
