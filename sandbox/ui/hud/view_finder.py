"""The view-finder around whoever the camera goes along with."""

from __future__ import annotations

from math import copysign
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.widgets import label
from sandbox.view.people.poses import person_px

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext
    from sandbox.view.viewpoint import Viewpoint

_FINDER: Final = (1.3, 1.5)
"""The view-finder around whoever is followed, in bodies."""
_CORNER: Final = 16
"""Length of each side of its corners, in units."""


def draw_view_finder(surface: pygame.Surface, context: PlayContext, viewpoint: Viewpoint) -> None:
    """Draw the corners of a view-finder around whoever is followed, and say so at the head of the map."""
    who, style = context.state.selected, context.style
    if who is None:
        return
    size = person_px(viewpoint, viewpoint.lengths)
    box = pygame.Rect(0, 0, round(_FINDER[0] * size), round(_FINDER[1] * size))
    box.center = round(person_middle(context, viewpoint, who))
    reach = style.px(_CORNER)
    for corner in (box.topleft, box.topright, box.bottomright, box.bottomleft):
        inward = pygame.Vector2(box.center) - corner
        across, down = copysign(reach, inward.x), copysign(reach, inward.y)
        way = [(corner[0] + across, corner[1]), corner, (corner[0], corner[1] + down)]
        for name, width in (("white", 5), ("ink", 2.5)):
            pygame.draw.lines(surface, COLOURS[name], False, way, style.px(width))  # noqa: FBT003 - open
    words = text_of("ui.following", who=context.name(who), stop=context.key(verbs.FOLLOW()) or label_of(verbs.FOLLOW()))
    place = (context.free.left + style.px(8), context.free.top + style.px(8))
    label(surface, style, words, place, "topleft")
