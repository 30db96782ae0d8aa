"""The one thing that a newcomer could do next, said in a few words at the person concerned, until it was done once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.session.story.shown import hint
from sandbox.ui.hud.map_marks import people_middles, person_middle
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import BOLD, width_of
from sandbox.ui.kit.widgets import label
from sandbox.ui.state import WAITING
from sandbox.ui.tools.make_happening import wanted, wants_person, wants_spot
from sandbox.view.people.poses import person_px

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext
    from sandbox.ui.state import Half, PlayState
    from sandbox.view.viewpoint import Viewpoint

WHY_HINT_AFTER: Final = 2.0
"""Seconds after the first deed until the player is told how to ask why."""
ANYBODY_AFTER: Final = 6.0
"""Seconds after the first deed from which on anybody will do, if nobody looks away."""
NOTICE_AFTER: Final = 12.0
"""Seconds after the first deed until a level says what there is to notice."""
NOTICE_FOR: Final = 9.0
"""Seconds for which it does."""
_HURT: Final = 0.2
"""Why somebody suffers who is at least so wounded or ill is no riddle."""
_OVER: Final = 0.72
"""How far over the waist of somebody head and hat end, in tiles of the body."""
_UNDER: Final = 0.48
"""How far under it the feet end."""
_NAME: Final = 1.5
"""Height of a name's label, in heights of its letters."""
_ASIDE: Final = (0.0, -0.4, 0.4)
"""How far aside a hint may hang, in its widths."""
_HEIGHT: Final = 26
_TIP: Final = 9
"""Height of a hint's pointed end, in units."""


class Hint(NamedTuple):
    """What could be done now."""

    words: str
    person: int | None = None
    """whom it points at"""


def hint_of(context: PlayContext) -> Hint | None:
    """Return what could be done now; nothing once it has been done."""
    state = context.state
    if state.picking is not None:
        return Hint(text_of(f"ui.pick.{state.picking.id}"))
    if state.half is not None:
        return _next_click(state, state.half, context.name(state.half.people[-1]))
    said = hint(context.frame.level, context.session.moment.story, context.frame.tick)
    return Hint(said, named_in(context, said)) if said else _lesson(context)


def _lesson(context: PlayContext) -> Hint | None:
    """Return what the player has not found out yet."""
    state, learned = context.state, context.shell.learned
    if state.acted is None or context.outcome is not None:
        over = context.outcome is not None or state.dock in WAITING or _first_lesson(context) in learned
        return None if over else _first(context)
    notice = context.frame.level.texts.notice
    if notice and NOTICE_AFTER < state.clock - state.acted <= NOTICE_AFTER + NOTICE_FOR:
        return Hint(notice)
    if "why" in learned or state.clock <= state.acted + WHY_HINT_AFTER:
        return None
    state.pointed = _worth_asking(context)
    return (
        None if state.pointed is None else Hint(text_of("ui.hint.why", who=context.name(state.pointed)), state.pointed)
    )


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
    return Hint(words, named_in(context, words))


def named_in(context: PlayContext, words: str) -> int | None:
    """Find the first person whose name stands in some words."""
    likely = ((row, person.name) for row, person in enumerate(context.frame.level.people) if person.name in words)
    return next((row for row, name in likely if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)), None)


def _worth_asking(context: PlayContext) -> int | None:
    """Find somebody who looks away; the one pointed at before, as long as that lasts."""
    people, state = context.people, context.state
    away = np.flatnonzero(context.frame.averted != NOBODY)
    if state.pointed is not None and (state.pointed in away or not len(away)):
        return state.pointed
    if len(away):
        return int(away[0])
    late = state.acted is not None and state.clock > state.acted + ANYBODY_AFTER
    moved = np.where(people.wound + people.illness < _HURT, np.abs(people.felt), 0.0)
    return int(np.argmax(moved)) if late and moved.any() else None


def draw_hint(
    surface: pygame.Surface, context: PlayContext, viewpoint: Viewpoint, hint: Hint, person: int, legend: pygame.Rect
) -> pygame.Rect:
    """Draw a hint and its pointed end at the person that it is about; return where it stands."""
    style, tip = context.spoken, context.spoken.px(_TIP)
    middle = person_middle(context, viewpoint, person)
    rect = place_of(context, viewpoint, hint, legend)
    side = 1 if rect.centery < middle.y else -1
    x = max(rect.left + 2 * tip, min(round(middle.x), rect.right - 2 * tip))
    root = rect.centery + side * (rect.height // 2 - style.px(3))
    end = root + side * (tip + style.px(3))
    grown = style.px(2)
    edge = [(x - tip - grown, root), (x + tip + grown, root), (x, end + side * grown)]
    pygame.draw.polygon(surface, COLOURS["ink"], edge)
    box = label(surface, style, hint.words, rect.center, loud=True)
    pygame.draw.polygon(surface, COLOURS["amber"], [(x - tip, root), (x + tip, root), (x, end)])
    return box


def place_of(context: PlayContext, viewpoint: Viewpoint, hint: Hint, legend: pygame.Rect) -> pygame.Rect:
    """Return the place under somebody's name, or over the head: off the legend before all, then off faces."""
    faces = [pygame.Vector2(x, y) for x, y in zip(*people_middles(context, viewpoint), strict=True)]
    middle = faces.pop(hint.person or 0)
    body, name = person_px(viewpoint, viewpoint.lengths), round(_NAME * viewpoint.lengths.name_px)
    places = [
        _beside(context, middle, hint.words, side, away).move(round(aside * breadth(context, hint.words)), 0)
        for aside in _ASIDE
        for side, away in ((1, round(_UNDER * body) + name), (-1, round(_OVER * body)))
    ]
    room = context.free.inflate(0, context.style.px(30))

    def cost(place: pygame.Rect) -> tuple[bool, int]:
        return (not room.contains(place) or place.colliderect(legend), _hidden(context, place, faces))

    return min(places, key=cost)


def breadth(context: PlayContext, words: str) -> int:
    """Return the width of a hint's label, in pixels."""
    return width_of(context.spoken, words, BOLD) + context.spoken.px(24)


def _beside(context: PlayContext, middle: pygame.Vector2, words: str, side: int, away_px: int) -> pygame.Rect:
    """Return the label's place over (-1) or under (1) somebody, inside the map's width, its end so far off."""
    style, ground = context.spoken, context.free
    rect = pygame.Rect(0, 0, breadth(context, words), style.px(_HEIGHT))
    away = away_px + style.px(_TIP) + rect.height // 2
    rect.center = (round(middle.x), round(middle.y) + side * away)
    rect.left = max(ground.left, min(rect.left, ground.right - rect.width))
    return rect


def _hidden(context: PlayContext, place: pygame.Rect, faces: list[pygame.Vector2]) -> int:
    """Count the faces that a label would hide."""
    reach = place.inflate(context.spoken.px(30), context.spoken.px(60))
    return sum(reach.collidepoint(face) for face in faces)
