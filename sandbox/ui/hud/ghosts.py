"""The futures that were left, under the strip of time: dashed lines that leave it where each parts, and their deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.course.futures import called, futures
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.time_axis import clock, strip_x
from sandbox.ui.kit.widgets import Control

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

MOST: Final = 3
"""Futures that are seen at once: the latest."""
_ROOM: Final = 15
"""Height that they share, in units."""
_SHORTEST: Final = 20
"""Length of a line at least, in units, so that it can be clicked."""
_FLAG: Final = 7
"""Height of a deed's flag, in units."""
_MORE: Final = 30
"""Width of the button that lists them all, in units."""


def room_for(context: PlayContext) -> int:
    """Return the pixels that the button for all futures takes at the strip's end; 0 if there are none."""
    return context.style.px(_MORE) if len(context.branches) > 1 else 0


def ghosts(context: PlayContext, rect: pygame.Rect, groove: pygame.Rect, end: int) -> tuple[Control, ...]:
    """Build a control for each future that is seen, and the button for all of them, on a strip that ends at a tick."""
    left = futures(context.branches)
    if not left:
        return ()
    style, seen = context.style, sorted(left, key=lambda future: future.branch.id)[-MOST:]
    row = style.px(_ROOM / len(seen))
    controls = []
    for place, future in enumerate(seen):
        first, last = (strip_x(rect, tick, end) for tick in (future.parts, future.branch.latest_tick))
        box = pygame.Rect(first, groove.bottom + 1 + place * row, max(style.px(_SHORTEST), last - first), row)
        box.right = min(box.right, rect.right + style.px(4))
        words = called(context.frame.level, future)
        tip = text_of("ui.future", name=words, parts=clock(future.parts), until=clock(future.branch.latest_tick))
        act = verbs.CHOOSE(future.branch.id)
        controls.append(Control(f"ghost.{future.branch.id}", box, act, look="ghost", tip=tip))
    more = len(left) - len(seen)
    box = pygame.Rect(rect.right + style.px(8), 0, style.px(_MORE), style.px(_MORE))
    box.centery = rect.centery
    act, tip = verbs.DOCK("futures"), text_of("ui.futures.all", count=len(left))
    text, icon = (f"+{more}", "") if more else ("", "futures")
    on = context.state.dock == "futures"
    controls.append(Control("time.futures", box, act, text=text, icon=icon, tip=context.with_key(tip, act), on=on))
    return tuple(controls)


def draw_ghosts(
    surface: pygame.Surface, context: PlayContext, strip: Control, groove: pygame.Rect, controls: tuple[Control, ...]
) -> None:
    """Draw where each future leaves the groove, and a flag for each of its deeds; its line is drawn as a control."""
    style = context.style
    boxes = {control.name: control.rect for control in controls}
    for future in futures(context.branches):
        box = boxes.get(f"ghost.{future.branch.id}")
        if box is None:
            continue
        start = (box.left, groove.centery)
        pygame.draw.line(surface, COLOURS["soft"], start, (box.left, box.centery), style.px(1.5))
        tall = min(style.px(_FLAG), box.height)
        for deed in future.deeds:
            x = strip_x(strip.rect, deed.at * TICKS_PER_SECOND, strip.span)
            top = box.centery - tall
            pygame.draw.line(surface, COLOURS["soft"], (x, top), (x, box.centery), style.px(1.5))
            pygame.draw.polygon(surface, COLOURS["soft"], [(x, top), (x + tall, top + tall // 2), (x, top + tall)])
