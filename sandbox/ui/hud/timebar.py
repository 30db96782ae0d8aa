"""The bottom edge: pause and step, the strip of what happened when, the lenses, and the legend."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.happenings import NAMED
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
from sandbox.ui.hud.ghosts import draw_ghosts, ghosts, room_for
from sandbox.ui.kit.layout import row
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import SMALL_BOLD, SOFT, width_of, write
from sandbox.ui.kit.time_axis import clock, marks, strip_x
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.state import SPEEDS
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.invocation import Invocation

SHORTEST_STRIP: Final = 60 * TICKS_PER_SECOND
"""The strip is never shorter than this, in ticks."""
_SPEED_TEXT: Final = {0.5: "½", 1.0: "1", 2.0: "2", 4.0: "4"}
_MOST_MARKS: Final = 8
_BETWEEN: Final = 10
"""Least room between two marks, in units."""
_CLOCK: Final = 62
"""Room for the time before the strip, in units."""
_END: Final = 20
"""Room behind the strip, in units."""


_RAISED: Final = 8
"""By how much the groove of the strip is higher if other futures lie under it, in units."""
_MORE_LOOKS: Final = (verbs.EYES(), verbs.ALL(), verbs.LEGEND())
"""The buttons beside the lenses."""


def strip_end(context: PlayContext) -> int:
    """Return the last tick on the strip."""
    goal = context.frame.level.goal
    asked = 0 if goal is None or goal.within is None else round(goal.within * TICKS_PER_SECOND)
    return max(SHORTEST_STRIP, context.session.latest_tick, asked)


def tick_at(context: PlayContext, control: Control, x: float) -> int:
    """Return the tick at a pixel of a control that travels in time, no later than was played."""
    share = min(1.0, max(0.0, (x - control.rect.left) / max(1, control.rect.width)))
    return min(round(share * control.span), context.session.latest_tick)


def _button(
    context: PlayContext, act: Invocation, icon: str, rect: pygame.Rect, *, on: bool = False, enabled: bool = True
) -> Control:
    tip = context.with_key(label_of(act), act)
    return Control(f"time.{act.id}", rect, act, icon=icon, tip=tip, on=on, enabled=enabled)


def _middles(context: PlayContext) -> list[int]:
    """Return the line through the middle of each row of the bar: the lenses stand on the first, time on the last."""
    rect, last = context.layout.bar, context.style.px(theme().bar)
    middle = rect.bottom - last // 2
    return (
        [middle] if context.layout.rows == 1 else [(rect.top + rect.bottom - last) // 2 + context.style.px(3), middle]
    )


def transport(context: PlayContext) -> Pane:
    """Build the buttons of time, at the left of the bar."""
    style, rect, state = context.style, context.layout.bar, context.state
    side, narrow = style.px(theme().button), style.px(theme().narrow)
    middle = _middles(context)[-1]
    changes = _changes(context) if context.layout.rows == 1 else ()
    start = (changes[-1].rect.right + style.px(2) if changes else rect.left) + style.px(8)
    boxes = row(start, middle, [side] * 5 + [narrow] * len(SPEEDS), side, style.px(2))
    late = context.tick < context.session.latest_tick
    buttons = [
        _button(context, verbs.RESTART(), "restart", boxes[0]),
        _button(context, verbs.BACK(), "back", boxes[1], enabled=context.tick > context.session.earliest_tick),
        _button(context, verbs.PAUSE(), "go" if state.paused else "pause", boxes[2], on=state.paused),
        _button(context, verbs.STEP(), "step", boxes[3]),
        _button(context, verbs.NOW(), "now", boxes[4], on=late, enabled=late),
    ]
    for speed, box in zip(SPEEDS, boxes[5:], strict=True):
        text, on = _SPEED_TEXT[speed], state.speed == speed
        tip = text_of("ui.speed", speed=text, slower=context.key(verbs.SLOWER()), faster=context.key(verbs.FASTER()))
        buttons.append(Control(f"time.speed{speed}", box, verbs.SPEED(speed), text=text, tip=tip, on=on))
    part = _rows(context)[-1]
    part.width = boxes[-1].right + style.px(2) - part.left
    return Pane("bar", style, part, (*changes, *buttons), partial(_paper, context, part), None, around=0)


def _changes(context: PlayContext) -> tuple[Control, ...]:
    """Build the buttons of undo and redo, at the left of the bar, in its first row."""
    style, narrow = context.style, context.style.px(theme().narrow)
    boxes = row(context.layout.bar.left + style.px(6), _middles(context)[0], [narrow] * 2, style.px(theme().button), 0)
    enabled = context.undoes, context.redoes
    return tuple(
        _button(context, act, act.id, box, enabled=can)
        for act, box, can in zip((verbs.UNDO(), verbs.REDO()), boxes, enabled, strict=True)
    )


def lenses(context: PlayContext) -> Pane:
    """Build the lenses and what else changes the view, at the right of the bar or in a row of their own."""
    style, rect, state = context.style, context.layout.bar, context.state
    side = style.px(theme().button) - 2
    acts = [*((verbs.LENS(lens), lens) for lens in LENSES), *((act, act.id) for act in _MORE_LOOKS)]
    width = len(acts) * (side + style.px(2))
    boxes = row(rect.right - style.px(6) - width, _middles(context)[0], [side] * len(acts), side, style.px(2))
    on = {
        state.lens: True,
        "eyes": state.eyes() is not None,
        "all": state.show_all or "all" in state.held,
        "legend": context.shell.legend,
    }
    controls = tuple(
        Control(
            name=f"look.{name}",
            rect=box,
            act=act,
            icon=name,
            keys=context.key(act) if name in LENSES else "",
            tip=context.with_key(label_of(act), act),
            on=on.get(name, False),
        )
        for (act, name), box in zip(acts, boxes, strict=True)
    )
    part = _rows(context)[0]
    if context.layout.rows == 1:
        part.left, part.width = boxes[0].left - style.px(2), part.right - boxes[0].left + style.px(2)
    changes = () if context.layout.rows == 1 else _changes(context)
    return Pane("lenses", style, part, (*changes, *controls), partial(_paper, context, part), None, around=0)


def _rows(context: PlayContext) -> list[pygame.Rect]:
    """Return the parts of the bar for each of its rows: the lenses are in the first, time is in the last."""
    rect, last = context.layout.bar, context.style.px(theme().bar)
    if context.layout.rows == 1:
        return [rect.copy()]
    first = pygame.Rect(rect.left, rect.top, rect.width, rect.height - last)
    return [first, pygame.Rect(rect.left, first.bottom, rect.width, last)]


def _paper(context: PlayContext, part: pygame.Rect, surface: pygame.Surface) -> None:
    """Draw a part of the bar, with the bar's upper edge if it is there."""
    pygame.draw.rect(surface, COLOURS["paper"], part)
    if part.top == context.layout.bar.top:
        pygame.draw.rect(surface, COLOURS["ink"], (part.left, part.top, part.width, context.style.px(theme().edge)))


def strip(context: PlayContext, buttons: Pane, looks: Pane) -> Pane:
    """Build the strip of what happened when, with the time before it, between the buttons and the lenses."""
    style, session = context.style, context.session
    part = _rows(context)[-1]
    end = looks.rect.left if context.layout.rows == 1 else part.right
    part.left, part.width = buttons.rect.right, end - buttons.rect.right
    rect = pygame.Rect(part.left + style.px(_CLOCK), 0, 0, style.px(theme().bar) - style.px(16))
    rect.width = part.right - style.px(_END) - room_for(context) - rect.left
    rect.centery = _middles(context)[-1]
    end = strip_end(context)
    groove = pygame.Rect(rect.left, rect.centery + style.px(1), rect.width, style.px(8))
    left = ghosts(context, rect, groove.move(0, -style.px(_RAISED)), end)
    if left:
        groove.move_ip(0, -style.px(_RAISED))
    control = Control("time.strip", rect, look="strip", tip=text_of("ui.strip"), span=end)
    lost = _lost(context, groove, end)

    def paint(surface: pygame.Surface) -> None:
        _paper(context, part, surface)
        place = (rect.left - style.px(14), rect.centery - style.px(2))
        write(surface, style, clock(context.tick), place, SMALL_BOLD, "midright")
        _draw_strip(surface, context, control, groove)
        draw_ghosts(surface, context, control, groove, left)

    value = context.tick, session.earliest_tick, context.branches, context.frame.level.goal
    return Pane("strip", style, part, (*lost, *left, control), paint, value, around=0)


def _lost(context: PlayContext, groove: pygame.Rect, end: int) -> tuple[Control, ...]:
    """Build what says why the beginning of a play-through that was opened cannot be gone back to."""
    earliest = context.session.earliest_tick
    if not earliest:
        return ()
    box = groove.inflate(0, context.style.px(10))
    box.width = max(1, strip_x(groove, earliest, end) - groove.left)
    return (Control("time.lost", box, look="strip", tip=text_of("ui.strip.lost", at=clock(earliest)), enabled=False),)


def _draw_strip(surface: pygame.Surface, context: PlayContext, control: Control, groove: pygame.Rect) -> None:
    style, rect, end = context.style, control.rect, control.span
    raised = rect.centery + style.px(1) - groove.top

    def fill(first: int, last: int, colour: str) -> pygame.Rect:
        part = pygame.Rect(strip_x(rect, first, end), groove.top, 0, groove.height)
        part.width = max(1, strip_x(rect, last, end) - part.left)
        style.box(surface, part, colour, "line" if colour != "sky" else "sky", round_by=4)
        return part

    earliest = context.session.earliest_tick
    fill(0, end, "raised")
    fill(earliest, context.session.latest_tick, "line")
    fill(earliest, context.tick, "sky")
    if earliest:
        style.fill(surface, fill(0, earliest, "grey").inflate(-2, -2), ("grey", "stripes"))
    _draw_marks(surface, context, rect, rect.centery + style.px(1) + groove.height)
    top = rect.top + style.px(8) - raised // 2

    def flag(icon: str, seconds: float) -> None:
        x = strip_x(rect, seconds * TICKS_PER_SECOND, end)
        pygame.draw.line(surface, COLOURS["ink"], (x, groove.bottom), (x, top + style.px(6)), style.px(1.5))
        style.icon(surface, icon, (x, top), 19)

    for command in context.session.commands:
        flag(NAMED[command.do].icon, command.at)
    goal = context.frame.level.goal
    if goal is not None and goal.within is not None:
        flag("goal", goal.within)
    head = pygame.Rect(0, 0, style.px(11), style.px(18))
    head.center = (strip_x(rect, context.tick, end), groove.centery)
    style.box(surface, head, "white", round_by=5)


def _draw_marks(surface: pygame.Surface, context: PlayContext, rect: pygame.Rect, bottom: int) -> None:
    style, end = context.style, strip_end(context)
    room = width_of(style, clock(end), SOFT) + style.px(_BETWEEN)
    for second in marks(end, min(_MOST_MARKS, rect.width / room)):
        x = strip_x(rect, second * TICKS_PER_SECOND, end)
        write(surface, style, clock(second * TICKS_PER_SECOND), (x, bottom + style.px(14)), SOFT, "center")
