"""The thread from a card of a why to its people on the map, while the mouse or the keyboard is at it; all else dims.

It is the same with less motion: nothing about it moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.told.strip import people_of
from sandbox.view.canvas.palette import INK, PAPER, TINT_VEIL, VEIL
from sandbox.view.canvas.strokes import curve, thicker
from sandbox.view.canvas.themes import themed
from sandbox.view.people.poses import person_px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.widgets import Pane, Touch
    from sandbox.view.viewpoint import Viewpoint

_OF_CARDS: Final = frozenset({"card", "much"})
"""First parts of the names of a card's controls."""
_BODY: Final = 1.5
"""Across what stays bright around somebody, in bodies."""
_BOW: Final = 0.1
_WIDE: Final = 3
FULL: Final = 255
_NOWHERE: Final = (255, 0, 255)
_ROUND: Final = (0, 255, 0)
"""Two colours that the picture does not have."""


def draw_thread(
    surface: pygame.Surface, context: PlayContext, viewpoint: Viewpoint, panes: Sequence[Pane], touch: Touch
) -> None:
    """Lead from the card that is pointed at, or else the latest whose numbers are shown, to its people."""
    pane = next((pane for pane in panes if pane.name == "why"), None)
    if pane is None:
        return
    pointed = _pointed(touch)
    number = pointed or next(reversed(context.state.much), 0)
    control = next((one for one in pane.controls if one.name == f"card.{number}"), None)
    if control is None or number > len(context.state.cards):
        return
    spots = _spots(context, viewpoint, number)
    kept = [(_cut_out(surface, spot), spot) for spot in spots]
    if pointed:
        _veil(surface)
    top, bottom = pane.rect.top + context.style.px(8), pane.rect.bottom - context.style.px(8)
    start = control.rect.left, max(top, min(bottom, control.rect.centery))
    width = context.style.px(_WIDE)
    for spot in spots:
        _lead(surface, start, spot, width)
    surface.blits(kept)  # The thread to one must not run over the face of the other.
    for spot in spots:
        _ring(surface, spot, width)


def _pointed(touch: Touch) -> int:
    """Return the place of the card that the mouse is at, or else the keyboard, from 1 on; 0 if that is none."""
    for name in (touch.hovered, touch.focused):
        kind, _, number = (name or "").partition(".")
        if kind in _OF_CARDS and number.isdecimal():
            return int(number)
    return 0


def _spots(context: PlayContext, viewpoint: Viewpoint, number: int) -> list[pygame.Rect]:
    """Return around which pixels a card's people are now, those in view."""
    people, size = context.people, round(_BODY * person_px(viewpoint, viewpoint.lengths))
    found = []
    for row in people_of(context.state.cards[number - 1]):
        if row < len(people) and people.present[row]:
            spot = pygame.Rect(0, 0, size, size)
            spot.center = (
                round(person_middle(context, viewpoint, row).x),
                round(person_middle(context, viewpoint, row).y),
            )
            found.append(spot)
    return [spot for spot in found if spot.colliderect(context.free)]


def _veil(surface: pygame.Surface) -> None:
    """Dim the picture."""
    share = TINT_VEIL / FULL
    surface.fill((round(FULL * (1 - share)),) * 3, special_flags=pygame.BLEND_RGB_MULT)
    surface.fill([round(share * channel) for channel in themed(VEIL)], special_flags=pygame.BLEND_RGB_ADD)


def _cut_out(surface: pygame.Surface, spot: pygame.Rect) -> pygame.Surface:
    """Return what a round spot of the picture shows, to be laid back over whatever is drawn there."""
    picture = pygame.Surface(spot.size)
    picture.blit(surface, (0, 0), spot)
    around = pygame.Surface(spot.size)
    around.fill(_NOWHERE)
    pygame.draw.ellipse(around, _ROUND, around.get_rect())
    around.set_colorkey(_ROUND)
    picture.blit(around, (0, 0))
    picture.set_colorkey(_NOWHERE)
    return picture


def _lead(surface: pygame.Surface, start: tuple[int, int], spot: pygame.Rect, width: int) -> None:
    """Draw the thread, as far as the ring around somebody."""
    side = spot.midright if spot.right < start[0] else spot.center
    thicker(surface, curve(start, side, _BOW), (width + 4, PAPER), (width, INK))


def _ring(surface: pygame.Surface, spot: pygame.Rect, width: int) -> None:
    pygame.draw.ellipse(surface, COLOURS["paper"], spot.inflate(4, 4), width + 3)
    pygame.draw.ellipse(surface, COLOURS["ink"], spot, width)
