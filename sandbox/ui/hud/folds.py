"""Lists that unfold from one button: whatever is not wanted at every moment, with its words and its key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import SOFT, width_of
from sandbox.ui.kit.widgets import Control, Pane, panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.ui.context import PlayContext

LISTS: Final = frozenset({"menu", "lenses"})
"""The folds that close again with the next press, wherever it is."""
_ROW: Final = 38
"""Height of an item, in units."""
_INSET: Final = 5
"""Room between the edge of a list and its items, in units."""
_SIGN: Final = 46
"""Room for the sign before an item's words, in units."""
_APART: Final = 22
"""Least room between an item's words and its key, in units."""


def item(context: PlayContext, like: Control) -> Control:
    """Return a control as an item of a list: with its key, and without a tip, since it says all that it does."""
    key = "" if like.act is None else context.key(like.act)
    return replace(like, look="item", keys=key, tip="")


def unfolded(context: PlayContext, name: str, items: Sequence[Control], beside: pygame.Rect, *, up: bool) -> Pane:
    """Build a list of items at the right of the window, above or below the bar that its button stands in.

    Where there is no room for all of them under one another, they stand in several columns.
    """
    style = context.style
    row, inset, gap = style.px(_ROW), style.px(_INSET), style.px(theme().gap)
    free = beside.top - gap if up else context.layout.bar.top - beside.bottom - 2 * gap
    lines = max(1, min(len(items), (free - 2 * inset) // row))
    columns = -(-len(items) // lines)
    width = max(width_of(style, one.text) + width_of(style, one.keys, SOFT) for one in items)
    width += style.px(_SIGN + _APART + 10)
    rect = pygame.Rect(0, 0, columns * width + 2 * inset, lines * row + 2 * inset)
    rect.right = beside.right
    if up:
        rect.bottom = beside.top - gap
    else:
        rect.top = beside.bottom + gap
    placed = tuple(
        replace(
            one,
            rect=pygame.Rect(
                rect.left + inset + n // lines * width, rect.top + inset + n % lines * row, width, row - 2
            ),
        )
        for n, one in enumerate(items)
    )
    return Pane(name, style, rect, placed, lambda surface: panel(surface, style, rect), None)
