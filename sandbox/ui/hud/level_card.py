"""The card with which a level opens: it lies where nobody stands, and goes with the first click, or by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import TITLE, cut, line_height, write
from sandbox.ui.kit.widgets import Pane, panel
from sandbox.ui.told.introduction import Introduction

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext
    from sandbox.ui.state import PlayState
    from sandbox.view.canvas.camera import Camera

SECONDS: Final = 9.0
"""So long it is there, on the clock of its play-through."""
_WIDE: Final = 320
"""Its width, in units."""
_MOST: Final = 0.45
"""So much of the map's width it takes at most."""
_INSET: Final = 14
_BODY: Final = (1.3, 1.5, 0.5)
"""What somebody takes up with hat and name: across, over their feet and under them, metres."""


def follow(state: PlayState) -> None:
    """Put the card away once something was done, or its time is over."""
    if state.introduces and (state.acted is not None or state.clock >= SECONDS):
        state.introduces = False


def level_card(context: PlayContext, camera: Camera) -> Pane | None:
    """Build the card; None if it is not there, or there is no room for it."""
    if not context.state.introduces or context.state.dock:
        return None
    style, room = context.spoken, context.free
    inset, width = style.px(_INSET), min(style.px(_WIDE), round(_MOST * room.width))
    head = line_height(style, TITLE) + inset // 2
    tall = Introduction(context, style, (0, 0), width - 2 * inset).bottom + head + inset
    if tall > room.height:
        return None
    rect = _place(context, camera, (width, tall))
    told = Introduction(context, style, (rect.left + inset, rect.top + inset // 2 + head), width - 2 * inset)
    title = cut(style, context.frame.level.title, width - 2 * inset, TITLE)

    def paint(surface: pygame.Surface) -> None:
        panel(surface, style, rect)
        write(surface, style, title, (rect.left + inset, rect.top + inset // 2 + head // 2), TITLE)
        told.draw(surface)

    return Pane("level_card", style, rect, (), paint, (title, rect.size))


def _place(context: PlayContext, camera: Camera, size: tuple[int, int]) -> pygame.Rect:
    """Return the corner of the map at which fewest stand."""
    room, people = context.free.inflate(-2 * context.style.px(theme().pad), 0), context.people
    corners = [pygame.Rect((0, 0), size) for _ in range(4)]
    for corner, anchor in zip(corners, ("topright", "bottomright", "topleft", "bottomleft"), strict=True):
        setattr(corner, anchor, getattr(room, anchor))
    there, metre = people.there(), camera.scale
    wide, up, down = (round(length * metre) for length in _BODY)
    spots = [camera.to_screen(x, y) for x, y in zip(people.x[there], people.y[there], strict=True)]
    bodies = [pygame.Rect(round(x) - wide // 2, round(y) - up, wide, up + down) for x, y in spots]
    crowds = [len(corner.collidelistall(bodies)) for corner in corners]
    return corners[crowds.index(min(crowds))]
