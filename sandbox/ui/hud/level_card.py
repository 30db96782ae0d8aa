"""The card with which a level opens: it lies where nobody stands, and goes with the first click, or by itself."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from operator import itemgetter
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import TITLE, cut, line_height, write
from sandbox.ui.kit.widgets import Pane, panel
from sandbox.ui.told.introduction import Introduction
from sandbox.view.canvas.spots import along

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style
    from sandbox.ui.state import PlayState
    from sandbox.view.canvas.camera import Camera

SECONDS: Final = 9.0
"""So long it is there, on the clock of its play-through."""
_WIDE: Final = 320
"""Its width, in units."""
_MOST: Final = 0.45
"""So much of the map's width it takes at most, at its usual width."""
_SHAPES: Final = tuple((smaller, wider) for smaller in (1.0, 0.88, 0.76) for wider in (1.0, 1.7))
"""Sizes and widths, in parts of the usual, of which the first is taken that hides nobody."""
_INSET: Final = 14
_BODY: Final = (1.3, 1.5, 0.5)
"""What somebody takes up with hat and name: across, over their feet and under them, metres."""
_FACE: Final = (1.1, 1.3, -0.4)
"""Where their face is, likewise."""


def follow(state: PlayState) -> None:
    """Put the card away once something was done, or its time is over."""
    if state.introduces and (state.acted is not None or state.clock >= SECONDS):
        state.introduces = False


def level_card(context: PlayContext, camera: Camera) -> Pane | None:
    """Build the card; None if it is not there, or there is no room for it."""
    if not context.state.introduces or context.state.dock:
        return None
    laid = _laid(context, camera)
    if laid is None:
        return None
    style, rect = laid
    inset, head = style.px(_INSET), _head(style)
    inner = rect.width - 2 * inset
    told = Introduction(context, style, (rect.left + inset, rect.top + inset // 2 + head), inner)
    title = cut(style, context.frame.level.title, inner, TITLE)

    def paint(surface: pygame.Surface) -> None:
        panel(surface, style, rect)
        write(surface, style, title, (rect.left + inset, rect.top + inset // 2 + head // 2), TITLE)
        told.draw(surface)

    return Pane("level_card", style, rect, (), paint, (title, rect.size))


def _head(style: Style) -> int:
    return line_height(style, TITLE) + style.px(_INSET) // 2


def _laid(context: PlayContext, camera: Camera) -> tuple[Style, pygame.Rect] | None:
    """Return how large the card is drawn, and where; wider or smaller where it would hide anybody otherwise."""
    room, bodies = context.free, _bodies(context, camera)
    found: list[tuple[tuple[int, int], Style, pygame.Rect]] = []
    for smaller, wider in _SHAPES:
        style = replace(context.spoken, scale=max(context.style.scale, smaller * context.spoken.scale))
        inset, width = style.px(_INSET), min(style.px(wider * _WIDE), round(wider * _MOST * room.width))
        tall = Introduction(context, style, (0, 0), width - 2 * inset).bottom + _head(style) + inset
        if tall <= room.height:
            hidden, rect = _place(room.inflate(-2 * style.px(theme().pad), 0), (width, tall), bodies)
            if not any(hidden):
                return style, rect
            found.append((hidden, style, rect))
    return min(found, key=itemgetter(0))[1:] if found else None


def _bodies(context: PlayContext, camera: Camera) -> list[pygame.Rect]:
    """Return what everybody takes up on the window, and then, as many again, where their faces are."""
    people, metre = context.people, camera.scale
    there = people.there()
    spots = [camera.to_screen(x, y) for x, y in zip(people.x[there], people.y[there], strict=True)]
    boxes = list[pygame.Rect]()
    for across, over, under in (_BODY, _FACE):
        wide, up, down = (round(length * metre) for length in (across, over, under))
        boxes += [pygame.Rect(round(x) - wide // 2, round(y) - up, wide, up + down) for x, y in spots]
    return boxes


def _place(room: pygame.Rect, size: tuple[int, int], bodies: list[pygame.Rect]) -> tuple[tuple[int, int], pygame.Rect]:
    """Return how many pixels of faces and of people are hidden where it is fewest, and that place: at best a corner."""
    corners = [pygame.Rect((0, 0), size) for _ in range(4)]
    for corner, anchor in zip(corners, ("topright", "bottomright", "topleft", "bottomleft"), strict=True):
        setattr(corner, anchor, getattr(room, anchor))
    places, half = [*corners, *along(room, size)], len(bodies) // 2
    hidden = [(_hidden(place, bodies[half:]), _hidden(place, bodies[:half])) for place in places]
    return min(hidden), places[hidden.index(min(hidden))]


def _hidden(place: pygame.Rect, boxes: list[pygame.Rect]) -> int:
    return sum(prod(place.clip(boxes[one]).size) for one in place.collidelistall(boxes))
