"""Buttons, switches and cards: what a panel is made of; `looks` draws them.

A panel is rebuilt from the state whenever something changes: its controls are plain values, known by their names.
Whatever can be clicked can be reached with Tab, and the other way round, since both walk the same list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame

from sandbox.ui.kit.style import COLOURS
from sandbox.view.canvas.text import pill

if TYPE_CHECKING:
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.kit.style import Style

Paint = Callable[[pygame.Surface], None]


def _nothing(_: pygame.Surface) -> None:
    """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Control:
    """Something to press."""

    name: str
    """tells it from all others, for the keyboard and for tests"""
    rect: pygame.Rect
    act: Invocation | None = None
    """what a press does"""
    look: str = "button"
    """button, chief (of several the one that most would press), loud (the one that matters most), tab (what unfolds),
    item (of a fold), words, chip, plain and quiet (words on dark ground), row, tool, sign (a nameless tool), switch,
    ghost (a line), card or strip (their panel draws these)"""
    text: str = ""
    icon: str = ""
    keys: str = ""
    """the key that does the same, to be shown"""
    tip: str = field(default="", compare=False)
    """what is said beside it while it is pointed at"""
    count: str = ""
    on: bool = False
    enabled: bool = True
    span: int = 0
    """ticks from its left edge to its right, if a press on it travels in time"""


@dataclass(frozen=True, slots=True)
class Pane:
    """A part of the screen: what lies under its controls, and the controls."""

    name: str
    style: Style
    """how large it is drawn"""
    rect: pygame.Rect
    controls: tuple[Control, ...]
    paint: Paint
    value: object = field(default_factory=object)
    """what `paint` draws, to be compared: while it and all other fields stay equal, the pane is not drawn anew"""
    around: int = 8
    """units by which its shadow and the marks on its controls reach beyond it"""
    solid: bool = True
    """whether clicks between the controls stay off the map"""
    moving: Paint = _nothing
    """draws what changes with every picture, over the rest"""
    hidden: int = 0
    """by how many units it is taller than `rect`; what lies outside is then neither seen nor clicked"""
    bottom: int = 0
    """pixel down to which it paints, if that is below all its controls"""

    @property
    def names(self) -> set[str]:
        """Of its controls."""
        return {control.name for control in self.controls}

    def at(self, pos: pygame.Vector2) -> Control | None:
        """Find its control under a pixel; what reaches beyond it is not there for the mouse."""
        if not self.rect.collidepoint(pos):
            return None
        return next((control for control in self.controls if control.rect.collidepoint(pos)), None)


def control_at(panes: Sequence[Pane], pos: pygame.Vector2) -> Control | None:
    """Find the control under a pixel, on the uppermost panel that is there; the lowest panel is the first."""
    for pane in reversed(panes):
        control = pane.at(pos)
        if control is not None:
            return control
        if pane.solid and pane.rect.collidepoint(pos):
            return None
    return None


def covered(panes: Sequence[Pane], pos: pygame.Vector2) -> bool:
    """Return whether a panel lies over a pixel."""
    return any(pane.solid and pane.rect.collidepoint(pos) for pane in panes)


@dataclass(frozen=True, slots=True)
class Touch:
    """Which controls the mouse and the keyboard are at, by name."""

    hovered: str | None = None
    focused: str | None = None
    pressed: str | None = None


def panel(surface: pygame.Surface, style: Style, rect: pygame.Rect) -> None:
    """Draw the paper of a panel."""
    style.shade(surface, rect)
    style.box(surface, rect, "paper")


def label(
    surface: pygame.Surface, style: Style, text: str, at: tuple[int, int], anchor: str = "center", *, loud: bool = False
) -> pygame.Rect:
    """Draw a word or two on a rounded label, kept inside the window."""
    picture = pill(text, style.letters("body"), style.px(10), COLOURS["amber" if loud else "paper"])
    rect = picture.get_rect(**{anchor: at}).clamp(surface.get_rect())
    return surface.blit(picture, rect)
