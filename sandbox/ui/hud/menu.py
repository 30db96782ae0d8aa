"""The top edge: what the level is called and asks, and the buttons of the game."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sandbox.scenario.conditions.sentences import asked, names_of
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
from sandbox.ui.hud.meter_strip import draw_meter_strip, meter_strip, room_for
from sandbox.ui.kit.layout import row
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import TITLE, Hand, cut, width_of, write
from sandbox.ui.kit.widgets import Control, Pane, panel

if TYPE_CHECKING:
    import pygame

    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style

BUTTONS: Final = (
    (verbs.INSPECT(), "inspect"),
    (verbs.WHY(), "why"),
    (verbs.DOCK("meters"), "meters"),
    (verbs.DOCK("drives"), "drives"),
    (verbs.DOCK("levels"), "levels"),
    (verbs.DOCK("help"), "question"),
    (verbs.DOCK("settings"), "settings"),
    (verbs.SOUND(), "sound"),
    (verbs.FULLSCREEN(), "fullscreen"),
    (verbs.TITLE(), "title"),
    (verbs.QUIT(), "quit"),
)
"""Command and icon of each button."""
_SHOWS: Final = {verbs.INSPECT(): "inspector", verbs.WHY(): "why"} | {
    act: str(act.arguments[0]) for act, _ in BUTTONS if act.command == verbs.DOCK.name
}
"""The panels that buttons open."""

SOFT_BODY: Final = Hand("body", "soft")
_BESIDE: Final = 18
"""Least room between the title and the meters, in units."""
_LOUDER: Final = 1.2
"""Size of letters, in parts of what belongs to the scale, up to which title and wish keep apart in their box."""


def menu(context: PlayContext) -> Pane:
    """Build the buttons at the top right."""
    rect, style = context.layout.menu, context.style
    side = style.px(theme().button)
    inset = (rect.width - side * len(BUTTONS)) // 2
    boxes = row(rect.left + inset, rect.centery, [side] * len(BUTTONS), side, 0)
    controls = tuple(
        Control(
            name=f"menu.{picture}",
            rect=box.inflate(-2, -2),
            act=act,
            icon="mute" if act == verbs.SOUND() and context.shell.preferences.quiet else picture,
            tip=context.with_key(label_of(act), act),
            on=context.state.dock == _SHOWS.get(act),
        )
        for (act, picture), box in zip(BUTTONS, boxes, strict=True)
    )
    return Pane("menu", style, rect, controls, lambda surface: panel(surface, style, rect), None)


def _headline(context: PlayContext) -> str:
    level = context.frame.level
    if level.goal is None:
        return level.hook
    return asked(level.goal, names_of(level))


def _lettering(context: PlayContext) -> Style:
    """Return the scale of the title: larger for a classroom if nothing of what the level asks for is lost by it."""
    style = replace(context.style, words=max(context.style.words, _LOUDER))
    fits = width_of(style, _headline(context), SOFT_BODY) <= context.layout.head.width - style.px(24)
    return style if context.shell.preferences.projector and fits else context.style


def head(context: PlayContext) -> Pane:
    """Build the level's title and what it asks for."""
    rect, style = context.layout.head.copy(), _lettering(context)
    room, small = rect.width - style.px(24), room_for(context)
    beside = small + style.px(_BESIDE) if small else 0
    title, line = (
        cut(style, context.frame.level.title, room - beside, TITLE),
        cut(style, _headline(context), room, SOFT_BODY),
    )
    rect.width = max(width_of(style, title, TITLE) + beside, width_of(style, line, SOFT_BODY)) + style.px(24)
    strip = meter_strip(context, rect.right - style.px(6), rect.top + style.px(17))

    def paint(surface: pygame.Surface) -> None:
        panel(surface, style, rect)
        left = rect.left + style.px(12)
        write(surface, style, title, (left, rect.top + round(0.31 * rect.height)), TITLE)
        write(surface, style, line, (left, rect.top + round(0.72 * rect.height)), SOFT_BODY)

    if not small:
        return Pane("head", style, rect, (), paint, (title, line))
    return Pane(
        "head",
        style,
        rect,
        (strip,),
        paint,
        (title, line),
        moving=lambda surface: draw_meter_strip(surface, context, strip.rect),
    )
