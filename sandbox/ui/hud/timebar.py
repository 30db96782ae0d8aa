"""The bottom edge: pause and step, the strip of what happened when, the lenses, and the legend."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
from sandbox.ui.course.futures import futures
from sandbox.ui.hud.deeds import draw_deed
from sandbox.ui.hud.folds import item, unfolded
from sandbox.ui.hud.ghosts import draw_ghosts, ghosts, room_for
from sandbox.ui.kit.layout import row
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import BOLD, SMALL_BOLD, SOFT, width_of, write
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
_END: Final = 14
"""Room behind the strip, in units."""
_TAB: Final = 72
"""Room on the tab of the lenses beside its word, in units."""
_FLAG: Final = 21
"""Height of a deed's face over the strip, in units."""


_RAISED: Final = 4
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
    return [part.centery for part in _rows(context)]


def transport(context: PlayContext) -> Pane:
    """Build the buttons of time, at the left of the bar."""
    style, rect, state = context.style, context.layout.bar, context.state
    side, narrow = style.px(theme().key), style.px(theme().narrow)
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
    boxes = row(context.layout.bar.left + style.px(6), _middles(context)[0], [narrow] * 2, style.px(theme().key), 0)
    enabled = context.undoes, context.redoes
    return tuple(
        _button(context, act, act.id, box, enabled=can)
        for act, box, can in zip((verbs.UNDO(), verbs.REDO()), boxes, enabled, strict=True)
    )


def lenses(context: PlayContext) -> Pane:
    """Build the tab that names the way of looking, at the right of the bar or in a row of its own."""
    style, rect, lens = context.style, context.layout.bar, context.state.lens
    side, part = style.px(theme().key), _rows(context)[0]
    words = [text_of(f"lens.{one}.name") for one in LENSES]
    box = pygame.Rect(0, 0, max(width_of(style, one, BOLD) for one in words) + style.px(_TAB), side)
    box.midright = (rect.right - style.px(4), part.centery)
    tab = Control(
        name="look.lenses",
        rect=box,
        act=verbs.LENSES(),
        look="tab",
        text=text_of(f"lens.{lens}.name"),
        icon=lens,
        tip=context.with_key(label_of(verbs.LENSES()), verbs.LENSES()),
        on=lens != "truth" or context.state.fold == "lenses",
    )
    changes = _changes(context)
    if context.layout.rows == 1:
        part.left, part.width, changes = box.left - style.px(4), rect.right - box.left + style.px(4), ()
    return Pane("tab", style, part, (*changes, tab), partial(_paper, context, part), None, around=0)


def lens_fold(context: PlayContext) -> Pane | None:
    """Build the list of all ways of looking, while it lies open."""
    state = context.state
    if state.fold != "lenses":
        return None
    on = {
        state.lens: True,
        "eyes": state.eyes() is not None,
        "all": state.show_all or "all" in state.held,
        "legend": context.shell.legend,
    }
    named = [*((verbs.LENS(lens), lens) for lens in LENSES), *((act, act.id) for act in _MORE_LOOKS)]
    items = [
        item(
            context,
            Control(
                f"look.{name}", pygame.Rect(0, 0, 0, 0), act, text=label_of(act), icon=name, on=on.get(name, False)
            ),
        )
        for act, name in named
    ]
    return unfolded(context, "lenses", items, context.layout.bar, up=True)


def _rows(context: PlayContext) -> list[pygame.Rect]:
    """Return the parts of the bar for each of its rows: the lenses are in the first, time is in the last."""
    rect, rows = context.layout.bar, context.layout.rows
    height = rect.height // rows
    return [pygame.Rect(rect.left, rect.top + row * height, rect.width, height) for row in range(rows)]


def _paper(context: PlayContext, part: pygame.Rect, surface: pygame.Surface) -> None:
    """Draw a part of the bar."""
    before = surface.get_clip()
    surface.set_clip(part.clip(before))
    context.style.box(surface, context.layout.bar, "paper")
    surface.set_clip(before)


def strip(context: PlayContext, buttons: Pane, looks: Pane) -> Pane:
    """Build the strip of what happened when, with the time before it, between the buttons and the lenses."""
    style, session = context.style, context.session
    part = _rows(context)[-1]
    end = looks.rect.left if context.layout.rows == 1 else part.right
    part.left, part.width = buttons.rect.right, end - buttons.rect.right
    rect = pygame.Rect(part.left + style.px(_CLOCK), 0, 0, style.px(theme().bar - 4))
    rect.width = part.right - style.px(_END) - room_for(context) - rect.left
    rect.centery = _middles(context)[-1]
    end = strip_end(context)
    groove = pygame.Rect(rect.left, rect.centery - style.px(1), rect.width, style.px(7))
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
    if not futures(context.branches):
        _draw_marks(surface, context, rect, groove.bottom)
    for command in context.session.commands:
        foot = strip_x(rect, command.at * TICKS_PER_SECOND, end), groove.top
        draw_deed(surface, style, context.frame.level, command, foot, _FLAG)
    goal = context.frame.level.goal
    if goal is not None and goal.within is not None:
        x = strip_x(rect, goal.within * TICKS_PER_SECOND, end)
        pygame.draw.line(surface, COLOURS["ink"], (x, groove.bottom), (x, groove.top - style.px(_FLAG)), style.px(1.5))
        style.icon(surface, "goal", (x, groove.top - style.px(_FLAG / 2)), _FLAG)
    head = pygame.Rect(0, 0, style.px(11), style.px(18))
    head.center = (strip_x(rect, context.tick, end), groove.centery)
    style.box(surface, head, "white", round_by=5)


def _draw_marks(surface: pygame.Surface, context: PlayContext, rect: pygame.Rect, bottom: int) -> None:
    style, end = context.style, strip_end(context)
    room = width_of(style, clock(end), SOFT) + style.px(_BETWEEN)
    for second in marks(end, min(_MOST_MARKS, rect.width / room)):
        x = strip_x(rect, second * TICKS_PER_SECOND, end)
        write(surface, style, clock(second * TICKS_PER_SECOND), (x, bottom + style.px(8)), SOFT, "center")
