"""The one thing that a newcomer could do next, said in a few words at the person concerned, until it was done once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.session.seen.arrows import averted_look
from sandbox.session.seen.recent import recent_events
from sandbox.session.seen.thresholds import VERDICT_SECONDS
from sandbox.session.story.shown import has_hinted, hint, named_in
from sandbox.session.why.asking import subject_of
from sandbox.session.why.cards import Subject
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import BOLD, width_of
from sandbox.ui.kit.widgets import label
from sandbox.ui.state import WAITING
from sandbox.ui.tools.make_happening import wanted, wants_person, wants_spot
from sandbox.view.canvas.spots import around, emptiest, nearest_on
from sandbox.view.people.poses import person_px

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.ui.context import PlayContext
    from sandbox.ui.state import PlayState
    from sandbox.ui.tools.half import Half
    from sandbox.view.canvas.spots import Taken
    from sandbox.view.viewpoint import Viewpoint

WHY_HINT_AFTER: Final = 2.0
"""Seconds after the first deed until the player is told how to ask why."""
ANYBODY_AFTER: Final = 6.0
"""Seconds after the first deed from which on anybody will do, if nobody looks away."""
WHY_FOR: Final = 10.0
"""Seconds for which the player is told, in each play-through; later whoever wants to know has the button."""
NOTICE_AFTER: Final = 12.0
"""Seconds after the first deed until a level says what there is to notice, as soon as there is anything."""
NOTICE_FOR: Final = 9.0
"""Seconds for which it does."""
_HURT: Final = 0.2
"""Why somebody suffers who is at least so wounded or ill is no riddle."""
_OVER: Final = 0.72
"""How far over the waist of somebody head and hat end, in tiles of the body."""
_UNDER: Final = 0.48
"""How far under it the feet end."""
_SIDE: Final = 0.36
"""How far to each side the body reaches."""
_HEIGHT: Final = 26
_TIP: Final = 9
"""Height of a hint's pointed end, in units."""


class Hint(NamedTuple):
    """What could be done now."""

    words: str
    person: int | None = None
    """whom it points at"""
    asks: Subject | None = None
    """what it asks the player to ask about"""


def hint_of(context: PlayContext) -> Hint | None:
    """Return what could be done now; nothing once it has been done, or why has been asked about whom it names."""
    state = context.state
    if state.picking is not None:
        return Hint(text_of(f"ui.pick.{state.picking.id}"))
    if state.half is not None:
        return _next_click(state, state.half, context.name(state.half.people[-1]))
    level, session = context.frame.level, context.session
    said = hint(level, session.moment.story, context.frame.tick, session.commands)
    about = named_in(level, said)
    if state.dock == "why" and state.subject is not None and state.subject.who == about:
        state.followed = said
    return Hint(said, about) if said and said != state.followed else _lesson(context)


def _lesson(context: PlayContext) -> Hint | None:
    """Return what the player has not found out yet."""
    state, learned = context.state, context.shell.learned
    if state.acted is None or context.outcome is not None:
        over = context.outcome is not None or state.dock in WAITING or _first_lesson(context) in learned
        over = over or state.introduces or any(command.who is not None for command in context.session.commands)
        over = over or has_hinted(context.frame.level, context.session.moment.story)
        return None if over else _first(context)
    notice = context.frame.level.texts.notice
    if notice and state.clock - state.acted > NOTICE_AFTER and _there_to_notice(context.frame):
        state.noticing = state.clock if state.noticing is None else state.noticing
        if state.clock - state.noticing < NOTICE_FOR:
            return Hint(notice)
    if "why" in learned or state.clock <= state.acted + WHY_HINT_AFTER:
        return None
    if state.asking is not None and state.clock - state.asking > WHY_FOR:
        return None
    state.pointed = asks = _worth_asking(context)
    state.asking = state.clock if state.asking is None and asks is not None else state.asking
    return None if asks is None else Hint(text_of("ui.hint.why", who=context.name(asks.who)), asks.who, asks)


def raised(context: PlayContext, subject: Subject) -> Subject:
    """Return what is asked about somebody: that for which the hint points at them, though it may be over by now."""
    said = hint_of(context) if subject.kind == "person" and subject.record == NOBODY else None
    return said.asks if said is not None and said.asks is not None and said.person == subject.who else subject


def _there_to_notice(frame: Frame) -> bool:
    """Return whether somebody looks away or has just judged somebody, as what a level says to notice is about."""
    judged = recent_events(frame).judged
    fresh = bool(judged) and frame.age_of(judged[-1].tick) < VERDICT_SECONDS
    return fresh or bool((frame.averted != NOBODY).any())


def _next_click(state: PlayState, half: Half, who: str) -> Hint:
    """Ask for what a happening still lacks."""
    if wants_person(state.tool):
        return Hint(text_of(f"ui.hint.{state.tool}.{wanted(state.tool)[len(half.people)]}", who=who))
    return Hint(text_of("ui.hint.spot" if wants_spot(state.tool) else "ui.hint.whom", who=who))


def learn_first(context: PlayContext) -> None:
    """Note that the player has found out how to begin."""
    context.shell.learned.add(_first_lesson(context))


def _first_lesson(context: PlayContext) -> str:
    return f"first:{context.frame.level.id}"


def _first(context: PlayContext) -> Hint:
    words = context.frame.level.texts.hint or text_of("ui.hint.first")
    return Hint(words, named_in(context.frame.level, words))


def _worth_asking(context: PlayContext) -> Subject | None:
    """Find somebody who looks away; the one pointed at before, as long as that lasts or nobody else does."""
    people, state = context.people, context.state
    away = np.flatnonzero(context.frame.averted != NOBODY)
    if state.pointed is not None and (state.pointed.who in away or not len(away)):
        return state.pointed
    if len(away):
        return subject_of(averted_look(context.frame, int(away[0])))
    late = state.acted is not None and state.clock > state.acted + ANYBODY_AFTER
    moved = np.where(people.wound + people.illness < _HURT, np.abs(people.felt), 0.0)
    return Subject("person", int(np.argmax(moved))) if late and moved.any() else None


def draw_hint(
    surface: pygame.Surface, context: PlayContext, viewpoint: Viewpoint, hint: Hint, person: int, taken: Taken
) -> pygame.Rect:
    """Draw a hint and its pointed end at the person that it is about; return where it stands."""
    style, tip = context.spoken, context.spoken.px(_TIP)
    rect, body = place_of(context, viewpoint, hint, person, taken), body_of(context, viewpoint, person)
    edge_at = pygame.Vector2(nearest_on(rect, body.center, 2 * tip))
    way = pygame.Vector2(nearest_on(body, edge_at)) - edge_at
    along = way.normalize() if way.length() else pygame.Vector2(0, 1)
    root = edge_at - along * style.px(3)
    across, end, grown = along.rotate(90), edge_at + along * tip, style.px(2)
    far = edge_at + along * max(tip, min(way.length(), 4 * tip))
    if pygame.Rect(far, (1, 1)).union(pygame.Rect(end, (1, 1))).collidelist(taken.labels) < 0:
        end = far
    edge = [root - across * (tip + grown), root + across * (tip + grown), end + along * grown]
    pygame.draw.polygon(surface, COLOURS["ink"], edge)
    box = label(surface, style, hint.words, rect.center, loud=True)
    pygame.draw.polygon(surface, COLOURS["amber"], [root - across * tip, root + across * tip, end])
    return box


def place_of(context: PlayContext, viewpoint: Viewpoint, hint: Hint, person: int, taken: Taken) -> pygame.Rect:
    """Return the emptiest place around somebody, the one where the hint was as long as that is free."""
    style, room = context.spoken, context.free
    size = breadth(context, hint.words), style.px(_HEIGHT)
    places = [place.clamp(room) for place in around(body_of(context, viewpoint, person), size, style.px(_TIP))]
    before, keep = context.state.hinted
    place = emptiest(places, room, taken, keep if before == (hint.words, person) else None)
    context.state.hinted = (hint.words, person), place
    return places[place]


def body_of(context: PlayContext, viewpoint: Viewpoint, person: int) -> pygame.Rect:
    """Return what somebody takes up on the map with hat and name, in pixels."""
    middle, tile = person_middle(context, viewpoint, person), person_px(viewpoint, viewpoint.lengths)
    over, under = round(_OVER * tile), round(_UNDER * tile)
    return pygame.Rect(round(middle.x - _SIDE * tile), round(middle.y) - over, round(2 * _SIDE * tile), over + under)


def breadth(context: PlayContext, words: str) -> int:
    """Return the width of a hint's label, in pixels."""
    return width_of(context.spoken, words, BOLD) + context.spoken.px(24)
