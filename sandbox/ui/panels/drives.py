"""The switches of the drives: turn one off and see what no longer happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.options import OPTIONS
from sandbox.engine.vocabulary import DRIVES, TIE_STREAMS
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.kit.text import SMALL_BOLD, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

_STORIES: Final = tuple(option.name for option in OPTIONS if option.inner)
_OWN: Final = ("imagined_audience", "company", "play", "anxiety")
_MIND: Final = tuple(drive for drive in DRIVES if drive not in {*TIE_STREAMS, *_OWN, *_STORIES})
COLUMNS: Final = ((("people", TIE_STREAMS), ("stories", _STORIES)), (("own", _OWN), ("mind", _MIND)))
"""The groups of switches in each column, under their headings `ui.drives.<group>`."""
_HEADING: Final = 26
"""Height of a heading, in units."""
_TALLEST: Final = 34
"""Height of a switch where there is room enough, in units."""
_GAP: Final = 12
"""Room between the columns, in units."""


def drives(context: PlayContext) -> Pane:
    """Build the panel of switches."""
    body, style = body_of(context), context.style
    rows = max(sum(len(names) for _, names in column) for column in COLUMNS)
    heads = max(len(column) for column in COLUMNS) * style.px(_HEADING)
    height = min(style.px(_TALLEST), (body.height - heads) // rows)
    width = (body.width - style.px(_GAP)) // len(COLUMNS)
    controls = [close_button(context)]
    headings: list[tuple[str, tuple[int, int]]] = []
    for place, column in enumerate(COLUMNS):
        top, left = body.top, body.left + place * (width + style.px(_GAP))
        for group, names in column:
            headings.append((text_of(f"ui.drives.{group}"), (left, top + style.px(_HEADING) // 2)))
            top += style.px(_HEADING)
            for drive in names:
                controls.append(_switch(context, drive, pygame.Rect(left - 4, top, width + 8, height - 2)))
                top += height

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "drives", text_of("ui.drives"))
        for words, spot in headings:
            write(surface, style, words, spot, SMALL_BOLD)

    return Pane("drives", context.style, context.dock, tuple(controls), paint)


def _switch(context: PlayContext, drive: str, rect: pygame.Rect) -> Control:
    return Control(
        name=f"drive.{drive}",
        rect=rect,
        act=verbs.SWITCH(drive),
        look="switch",
        text=text_of(f"drive.{drive}.name"),
        tip=text_of(f"drive.{drive}.line"),
        on=drive not in context.frame.off,
    )
