"""The panels' pictures on a sheet of their own, which lasts until something on them changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.widgets import draw_pane

if TYPE_CHECKING:
    from sandbox.ui.kit.widgets import Pane, Touch

_AROUND: Final = 16
"""How far a panel's shadow and marks reach beyond it, in units; half on each side."""


class PaneCache:
    """All panels, drawn once for many frames."""

    def __init__(self) -> None:
        self._sheet = pygame.Surface((1, 1), pygame.SRCALPHA)
        self.stale = True
        """whether the panels have to be drawn anew"""

    def draw(self, surface: pygame.Surface, panes: tuple[Pane, ...], touch: Touch) -> None:
        """Lay the panels over a picture of the whole window."""
        window = surface.get_rect()
        reaches = [_reach(pane).clip(window) for pane in panes]
        if self._sheet.get_size() != window.size:
            self._sheet = pygame.Surface(window.size, pygame.SRCALPHA)
            self.stale = True
        if self.stale:
            for reach in reaches:
                self._sheet.fill((0, 0, 0, 0), reach)
            for pane in panes:
                draw_pane(self._sheet, pane, touch)
            self.stale = False
        for pane, reach in zip(panes, reaches, strict=True):
            surface.blit(self._sheet, reach, reach)
            pane.moving(surface)


def _reach(pane: Pane) -> pygame.Rect:
    """Give the part of the window that a panel and what surrounds it may take."""
    margin = pane.style.px(_AROUND)
    return pane.rect.inflate(margin, margin)
