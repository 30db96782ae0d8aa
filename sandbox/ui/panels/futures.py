"""The list of all futures that were played: go to one, give it a name, or delete it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.course.futures import called, futures
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import SOFT, paragraph
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.session.history.branch import Branch
    from sandbox.ui.context import PlayContext

_ROW: Final = 40
"""Height of a future, in units."""
_GAP: Final = 4
"""Room between buttons, in units."""
_WORDS: Final = 58
"""Height of what is said over the list, in units."""


def futures_panel(context: PlayContext) -> Pane:
    """Build the panel."""
    body, style = body_of(context), context.style
    words = text_of("ui.futures.line" if len(context.branches) > 1 else "ui.futures.none")
    note = pygame.Rect(body.left, body.top, body.width, style.px(_WORDS))
    present = context.branches[0]
    rows = [(present, present.name or text_of("ui.futures.present"), 0)]
    rows += [(one.branch, called(context.frame.level, one), one.parts) for one in futures(context.branches)]
    controls, top = [close_button(context)], note.bottom
    for branch, name, parts in rows:
        row = pygame.Rect(body.left, top, body.width, style.px(_ROW) - style.px(_GAP))
        controls += _row(context, branch, name, parts, row)
        top += style.px(_ROW)

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "futures", text_of("ui.futures"))
        paragraph(surface, style, words, note, SOFT)

    return Pane("futures", style, context.dock, tuple(controls), paint)


def _row(context: PlayContext, branch: Branch, name: str, parts: int, row: pygame.Rect) -> list[Control]:
    """Build what can be done with a future: go there, name it, and delete it if it is not the present one."""
    style, here = context.style, branch.id == context.branches[0].id
    side, gap = style.px(theme().narrow), style.px(_GAP)
    boxes = [pygame.Rect(row.right - (2 - n) * side - (1 - n) * gap, row.top, side, row.height) for n in range(2)]
    row = pygame.Rect(row.left, row.top, boxes[0].left - gap - row.left, row.height)
    span = {"parts": clock(parts), "until": clock(branch.latest_tick), "name": name}
    controls = [
        Control(
            name=f"future.{branch.id}",
            rect=row,
            act=verbs.CHOOSE(branch.id),
            look="row",
            text=name,
            keys=f"{clock(parts)}–{clock(branch.latest_tick)}",
            tip=text_of("ui.futures.here" if here else "ui.future", **span),
            on=here,
        ),
        Control(
            f"future.{branch.id}.rename",
            boxes[0],
            verbs.RENAME(branch.id),
            icon="rename",
            tip=text_of("ui.futures.rename", name=name),
        ),
    ]
    if not here:
        tip = text_of("ui.futures.delete", name=name)
        controls.append(
            Control(f"future.{branch.id}.delete", boxes[1], verbs.DELETE(branch.id), icon="delete", tip=tip)
        )
    return controls
