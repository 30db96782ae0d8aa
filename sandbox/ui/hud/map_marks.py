"""Marks on the map that belong to the player: the keyboard's place, a thread being drawn, a spot being chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.people import NOBODY
from sandbox.session.schedule import until
from sandbox.session.story.shown import bets, speeches
from sandbox.ui.kit.focus import MAP
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import BOLD, PLAIN, line_height, lines_of, width_of, write
from sandbox.ui.kit.widgets import label
from sandbox.ui.tools.foretell import foretold
from sandbox.ui.tools.variants import tool_icon
from sandbox.view.canvas.spots import around, emptiest
from sandbox.view.people.poses import person_px

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Floats
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style
    from sandbox.view.canvas.spots import Taken
    from sandbox.view.viewpoint import Viewpoint

_WAIST: Final = 0.6
"""Height of the middle of a body over its feet, metres."""
_RING: Final = 34
_ASKED: Final = 0.36, 0.5
"""How far beside and over somebody's middle the edge of the question mark is, in tiles of the body."""
_SIGN: Final = 10
"""How far that is from its middle, in units: it lies over the edge of the body, and off the eyes."""
_DASH: Final = 9
_BESIDE: Final = 20
"""How far from the mouse its tool is shown, in units."""
_SPOKEN: Final = 220
"""Width of what somebody says, at most, in units."""
_OVER: Final = 0.62
"""How far over somebody's middle the end of a bubble is, in tiles of the body: over the head, at the hat."""
_ASIDE: Final = (0.0, -0.3, 0.3, -0.45, 0.45)
"""How far aside a bubble may hang, in its widths."""
_HIGHER: Final = (0.0, 0.5, 1.1, 1.8, 2.6)
"""How much higher, in its heights."""
_WORDS: Final = 18
"""How far from the tool stands what it will do, in units."""


def people_middles(context: PlayContext, viewpoint: Viewpoint, rows: slice = slice(None)) -> tuple[Floats, Floats]:
    """Return the (N,) pixels in the middle of everybody, or of those in some rows, between two ticks."""
    people, before = context.frame.people, context.frame.before
    x = before.x[rows] + (people.x[rows] - before.x[rows]) * viewpoint.alpha
    y = before.y[rows] + (people.y[rows] - before.y[rows]) * viewpoint.alpha
    return viewpoint.camera.many_to_screen(x, y - _WAIST)


def person_middle(context: PlayContext, viewpoint: Viewpoint, person: int) -> pygame.Vector2:
    """Return the pixel in the middle of somebody, between two ticks."""
    (x,), (y,) = people_middles(context, viewpoint, slice(person, person + 1))
    return pygame.Vector2(float(x), float(y))


def draw_marks(
    surface: pygame.Surface, context: PlayContext, viewpoint: Viewpoint, taken: Taken, names: Mapping[int, pygame.Rect]
) -> list[pygame.Rect]:
    """Draw what the player is in the middle of, and what people say; return where words lie, off what is taken.

    What somebody says does not end on their name, of which `names` holds the place by their row.
    """
    state, style = context.state, context.style
    if state.focus.at == MAP:
        rect = context.free.inflate(-style.px(6), -style.px(6))
        pygame.draw.rect(surface, COLOURS["white"], rect.inflate(4, 4), style.px(2), style.px(10))
        pygame.draw.rect(surface, COLOURS["blue"], rect, style.px(3), style.px(10))
    _bets(surface, context, viewpoint)
    said = _speak(surface, context, viewpoint, taken, names)
    if state.dock == "why" and state.subject is not None and state.subject.who != NOBODY:
        _asked(surface, context, _shoulder(context, viewpoint, state.subject.who, 1))
    if state.half is None:
        return [*said, *_foretell(surface, context, viewpoint, taken.plus(said))]
    start = person_middle(context, viewpoint, state.half.people[-1])
    if state.half.spot is not None:
        end = pygame.Vector2(viewpoint.camera.to_screen(*state.half.spot))
    elif state.focus.at == MAP and state.selected is not None:
        end = person_middle(context, viewpoint, state.selected)
    else:
        end = context.mouse
    _thread(surface, start, end, style.px(_DASH))
    pygame.draw.circle(surface, COLOURS["ink"], start, style.px(_RING), style.px(2))
    style.icon(surface, tool_icon(state.tool), (round(end.x), round(end.y)), 30)
    return said


def _foretell(surface: pygame.Surface, context: PlayContext, viewpoint: Viewpoint, taken: Taken) -> list[pygame.Rect]:
    """Show beside the mouse, or beside whom the keyboard is at, what a click or Return will do."""
    state, style = context.state, context.style
    if state.hovered is not None and state.hovered != state.spent:
        person, at = state.hovered, context.mouse
    elif state.hovered is None and state.focus.at == MAP and state.selected is not None:
        person, at = state.selected, person_middle(context, viewpoint, state.selected)
    else:
        return []
    sign = foretold(context, person)
    x, y = (round(edge + style.px(_BESIDE)) for edge in at)
    style.icon(surface, sign.icon, (x, y), 28)
    return [_beside_sign(surface, context, sign.words, (x, y), taken)] if sign.words else []


def _beside_sign(
    surface: pygame.Surface, context: PlayContext, words: str, at: tuple[int, int], taken: Taken
) -> pygame.Rect:
    """Write words at the right of a sign, or wherever around it they hide less."""
    style, sign = context.spoken, pygame.Rect(0, 0, 2 * context.style.px(_WORDS), context.style.px(_WORDS))
    sign.center = at
    size = width_of(style, words, BOLD) + style.px(20), line_height(style, BOLD)
    right, *others = sorted(around(sign, size, 0), key=lambda place: place.midleft != (sign.right, sign.centery))
    places = [place.clamp(context.free) for place in (right, *others)]
    return label(surface, style, words, places[emptiest(places, context.free, taken)].center)


def _shoulder(context: PlayContext, viewpoint: Viewpoint, person: int, side: int) -> tuple[int, int]:
    """Return the pixel for a sign over somebody's left (-1) or right (1) shoulder, off their eyes."""
    middle, tile, off = person_middle(context, viewpoint, person), _tile(viewpoint), context.style.px(_SIGN)
    return round(middle.x + side * (_ASKED[0] * tile + off)), round(middle.y - _ASKED[1] * tile)


def _tile(viewpoint: Viewpoint) -> int:
    return person_px(viewpoint, viewpoint.lengths)


def _asked(surface: pygame.Surface, context: PlayContext, place: tuple[int, int]) -> None:
    """Mark whom the question is about."""
    style = context.style
    pygame.draw.circle(surface, COLOURS["ink"], place, style.px(17))
    pygame.draw.circle(surface, COLOURS["white"], place, style.px(15))
    style.icon(surface, "why", place, 24)


def _bets(surface: pygame.Surface, context: PlayContext, viewpoint: Viewpoint) -> None:
    """Lay the player's coin on whomever they bet, as long as that is open."""
    session, style = context.session, context.style
    rows = {person.id: row for row, person in enumerate(context.frame.level.people)}
    for bet in bets(context.frame.level, session.moment.story, until(session.commands, session.tick)):
        who = None if bet.answer is None or not bet.open else bet.ask.options[bet.answer].who
        if who is not None:
            place = _shoulder(context, viewpoint, rows[who], -1)
            pygame.draw.circle(surface, COLOURS["ink"], place, style.px(17))
            pygame.draw.circle(surface, COLOURS["amber"], place, style.px(15))
            style.icon(surface, "flag", place, 20)


def _speak(
    surface: pygame.Surface, context: PlayContext, viewpoint: Viewpoint, taken: Taken, names: Mapping[int, pygame.Rect]
) -> list[pygame.Rect]:
    """Write what rules let people say in bubbles over their heads, none over another or over eyes, where they are free.

    Whoever stands lowest has theirs nearest; those of others go up, with their ends behind it.
    """
    style, bubbles = context.spoken, list[tuple[pygame.Rect, tuple[int, int], tuple[str, ...]]]()
    inset, tip, over = style.px(10), style.px(9), round(_OVER * _tile(viewpoint))
    said = speeches(context.frame.level, context.session.moment.story, context.frame.tick)
    spots = [(person_middle(context, viewpoint, one.who), one.words, names.get(one.who)) for one in said]
    for middle, words, name in sorted(spots, key=lambda spot: -spot[0].y):
        lines, head = lines_of(style, words, style.px(_SPOKEN), PLAIN), _head(context.style, middle, over, name)
        width = max(width_of(style, line) for line in lines) + 2 * inset
        size = width, len(lines) * line_height(style) + inset
        places = [place.clamp(context.free) for place in _over(middle, head - tip, size)]
        rect = places[emptiest(places, context.free, taken.plus(other for other, _, _ in bubbles))]
        x = max(rect.left + 2 * tip, min(round(middle.x), rect.right - 2 * tip))
        bubbles.append((rect, (x, head), lines))
    for rect, mouth, lines in reversed(bubbles):
        _bubble(surface, style, rect, mouth, lines)
    return [rect for rect, _, _ in bubbles]


def _head(style: Style, middle: pygame.Vector2, over: int, name: pygame.Rect | None) -> int:
    """Return the pixel down to which a bubble reaches: over somebody's head, or over their name if it stands there."""
    head = round(middle.y) - over
    above = name is not None and name.bottom < middle.y and name.left < middle.x < name.right
    return min(head, name.top - style.px(2)) if name is not None and above else head


def _over(middle: pygame.Vector2, foot: int, size: tuple[int, int]) -> list[pygame.Rect]:
    """List places for a bubble over somebody's head, the nearest first."""
    found = list[pygame.Rect]()
    for up in _HIGHER:
        for aside in _ASIDE:
            place = pygame.Rect((0, 0), size)
            place.midbottom = round(middle.x + aside * size[0]), foot - round(up * size[1])
            found.append(place)
    return found


def _bubble(
    surface: pygame.Surface, style: Style, rect: pygame.Rect, mouth: tuple[int, int], lines: tuple[str, ...]
) -> None:
    """Draw a bubble with its end at whoever speaks, if it is over them."""
    edge, half, inset, height = style.px(2), style.px(9), style.px(10), line_height(style)
    style.box(surface, rect, "white", round_by=12)
    if rect.bottom < mouth[1]:
        for colour, less in (("ink", 0), ("white", edge)):
            root = rect.bottom - edge
            ends = [(mouth[0] - half + less, root), (mouth[0] + half - less, root), (mouth[0], mouth[1] - 2 * less)]
            pygame.draw.polygon(surface, COLOURS[colour], ends)
    for number, line in enumerate(lines):
        y = rect.top + inset // 2 + round((number + 0.5) * height)
        write(surface, style, line, (rect.left + inset, y))


def _thread(surface: pygame.Surface, start: pygame.Vector2, end: pygame.Vector2, dash: int) -> None:
    """Draw a dashed line."""
    length = (end - start).length()
    if length < dash:
        return
    step = (end - start) / length
    for at in range(0, int(length), 2 * dash):
        a, b = start + step * at, start + step * min(length, at + dash)
        pygame.draw.line(surface, COLOURS["white"], a, b, dash)
        pygame.draw.line(surface, COLOURS["ink"], a, b, dash // 2)
