"""The panes' pictures on a sheet of their own; where a pane shows something else than before, it is drawn anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from sandbox.ui.kit.looks import draw_pane
from sandbox.view.canvas.themes import in_use

if TYPE_CHECKING:
    from sandbox.ui.kit.widgets import Pane, Touch


class PaneCache:
    """All panes, drawn once for many frames."""

    def __init__(self) -> None:
        """Begin with an empty sheet."""
        self._sheet = pygame.Surface((1, 1), pygame.SRCALPHA)
        self._palette = ""
        self._drawn: dict[str, tuple[pygame.Rect, object]] = {}
        """by the name of each pane: the part of the window that it takes, and the value of its picture"""

    @property
    def size(self) -> tuple[int, int]:
        """Of the window that the panes were drawn for, in pixels."""
        return self._sheet.get_size()

    def draw(self, surface: pygame.Surface, panes: tuple[Pane, ...], touch: Touch, presence: float = 1.0) -> None:
        """Lay the panes over a picture of the whole window, as much of them as `presence` says, 0 to 1."""
        window = surface.get_rect()
        if self._sheet.get_size() != window.size or self._palette != in_use():
            self._sheet, self._palette, self._drawn = pygame.Surface(window.size, pygame.SRCALPHA), in_use(), {}
        wanted = {pane.name: (_reach(pane).clip(window), _value(pane, touch)) for pane in panes}
        for area in _differing(self._drawn, wanted):
            self._sheet.set_clip(area)
            self._sheet.fill((0, 0, 0, 0), area)
            for pane in panes:
                if wanted[pane.name][0].colliderect(area):
                    draw_pane(self._sheet, pane, touch)
        self._drawn = wanted
        self._sheet.set_alpha(round(255 * presence))
        for area in _apart([reach for reach, _ in wanted.values()]):
            surface.blit(self._sheet, area, area)
        for pane in panes:
            clip = surface.get_clip()
            surface.set_clip(pane.rect.clip(clip) if pane.hidden else clip)
            pane.moving(surface)
            surface.set_clip(clip)


def _differing(
    drawn: dict[str, tuple[pygame.Rect, object]], wanted: dict[str, tuple[pygame.Rect, object]]
) -> list[pygame.Rect]:
    """List the parts of the window where a pane has gone, come, or looks different."""
    names = [name for name in drawn.keys() | wanted.keys() if drawn.get(name) != wanted.get(name)]
    areas = [found[name][0] for name in names for found in (drawn, wanted) if name in found]
    return [area for place, area in enumerate(areas) if area not in areas[:place]]


def _apart(areas: list[pygame.Rect]) -> list[pygame.Rect]:
    """Return rectangles that cover all areas, of which none overlap: what shines through is laid on once."""
    apart: list[pygame.Rect] = []
    for area in areas:
        whole = area
        while (place := whole.collidelist(apart)) >= 0:
            whole = whole.union(apart.pop(place))
        apart.append(whole)
    return apart


def _value(pane: Pane, touch: Touch) -> object:
    """Return what the picture of a pane depends on, to be compared with what it depended on before."""
    own = pane.names
    touched = replace(
        touch,
        hovered=touch.hovered if touch.hovered in own else None,
        focused=touch.focused if touch.focused in own else None,
        pressed=touch.pressed if touch.pressed in own else None,
    )
    return pane.rect, pane.style, pane.hidden, pane.controls, pane.value, touched


def _reach(pane: Pane) -> pygame.Rect:
    """Return the part of the window that a pane and what surrounds it may take."""
    margin = 2 * pane.style.px(pane.around) if pane.around else 0
    return pane.rect.inflate(margin, margin)
