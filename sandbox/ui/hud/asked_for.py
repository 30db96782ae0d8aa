"""Who has to be seen whatever happens, besides those whom the moment concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.seen.cascade import cascade_of
from sandbox.session.story.shown import all_meant, speeches
from sandbox.ui.course.heeding import question_of
from sandbox.ui.hud.hints import hint_of

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

TAKEN_IN: Final = 3.0
"""Seconds for which those who have a part in a cascade have to be seen."""


def asked_for(context: PlayContext) -> frozenset[int]:
    """Return the rows of those who have to be seen whatever happens: the chosen, who speaks, whom a question is about.

    So is whom a hint names, themselves or by their group, whom the goal names until it counts, and for a while who has
    a part in a cascade.
    """
    said = speeches(context.frame.level, context.session.moment.story, context.frame.tick)
    asked = {context.state.selected, *(speech.who for speech in said)}
    hint = hint_of(context)
    if hint is not None:
        asked |= {hint.person, *all_meant(context.frame.level, hint.words)}
    goal = context.frame.level.goal
    if goal is not None and context.frame.tick < goal.after * TICKS_PER_SECOND:
        asked |= {*all_meant(context.frame.level, goal.text)}
    cascade = cascade_of(context.frame)
    if cascade is not None and context.frame.age_of(cascade.tick) < TAKEN_IN:
        asked |= {cascade.whom, *cascade.by}
    bet = question_of(context.session) if context.state.dock == "question" else None
    if bet is not None:
        faces = {option.who for option in bet.ask.options}
        asked |= {row for row, person in enumerate(context.frame.level.people) if person.id in faces}
    return frozenset(who for who in asked if who is not None)
