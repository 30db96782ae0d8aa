"""The panel of preferences: colours, sizes, motion, sound. Every change shows at once and is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.scenario.languages import language_name, languages
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
from sandbox.ui.kit.style import scale_of, theme
from sandbox.ui.kit.text import BOLD, SMALL, SMALL_BOLD, cut, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title
from sandbox.ui.preferences import LADDERS, SWITCHES

if TYPE_CHECKING:
    from sandbox.ui.context import Context

GROUPS: Final = (
    ("see", ("language", "palette", "projector", "gentle", "scale", "words")),
    ("move", ("calm", "wait", "step_back")),
    ("hear", ("captions", "loudness", "deeds", "voices", "bed", "chord")),
)
"""The preferences under their headings."""
ROUND: Final = frozenset({"language", "palette"})
"""What has no order, and so goes round."""
_HEADING: Final = 34
"""Height of a heading, in units."""
_ROW: Final = 42
"""Height of a preference, in units."""
_VALUE: Final = 118
"""Room for a value between its two buttons, in units."""


def settings(context: Context) -> Pane:
    """Build the panel."""
    body, style = body_of(context), context.style
    controls = [close_button(context)]
    headings: list[tuple[str, int]] = []
    values: list[tuple[str, pygame.Rect]] = []
    top = body.top
    for group, names in GROUPS:
        headings.append((text_of(f"ui.settings.{group}"), top + style.px(_HEADING / 2)))
        top += style.px(_HEADING)
        for name in names:
            rect = pygame.Rect(body.left, top, body.width, style.px(_ROW) - 2)
            if name in SWITCHES:
                controls.append(_switch(context, name, rect))
            else:
                controls += _ladder(context, name, rect)
                values.append((name, rect))
            top += style.px(_ROW)
    rect = pygame.Rect(body.left, top + style.px(_HEADING - _ROW / 2), body.width, style.px(_ROW) - 2)
    controls.append(
        Control("setting.keys", rect, verbs.DOCK("keys"), text=text_of("ui.keys"), tip=text_of("ui.keys.line"))
    )

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "settings", text_of("ui.settings"))
        for words, y in headings:
            write(surface, style, words, (body.left, y), SMALL_BOLD)
        for name, rect in values:
            room = rect.width - style.px(_VALUE + 2 * theme().narrow)
            title = cut(style, text_of(f"ui.setting.{name}"), room, SMALL)
            write(surface, style, title, (rect.left + style.px(6), rect.centery), SMALL)
            middle = rect.right - style.px(theme().narrow + _VALUE / 2)
            written = cut(style, value_text(context, name), style.px(_VALUE), BOLD)
            write(surface, style, written, (middle, rect.centery), BOLD, "center")

    return Pane("settings", context.style, context.dock, tuple(controls), paint)


def value_text(context: Context, name: str) -> str:
    """Say how something stands now."""
    value = getattr(context.shell.preferences, name)
    if name == "language":
        return language_name(value)
    if name == "palette":
        return text_of(f"ui.setting.palette.{value}")
    if name != "scale":
        return f"{value} %"
    fits = round(100 * scale_of(context.window.size, value))
    return (f"{value} %" if value == fits else f"{value} % ({fits})") if value else text_of("ui.setting.scale.fitting")


def _switch(context: Context, name: str, rect: pygame.Rect) -> Control:
    return Control(
        name=f"setting.{name}",
        rect=rect,
        act=verbs.SETTING(name),
        look="switch",
        text=text_of(f"ui.setting.{name}"),
        tip=text_of(f"ui.setting.{name}.line"),
        on=bool(getattr(context.shell.preferences, name)),
    )


def _ladder(context: Context, name: str, rect: pygame.Rect) -> tuple[Control, Control]:
    side = context.style.px(theme().narrow)
    value = getattr(context.shell.preferences, name)
    ladder = languages(context.shell.last, value) if name == "language" else LADDERS[name]
    round_about = name in ROUND and len(ladder) > 1
    less = pygame.Rect(rect.right - 2 * side - context.style.px(_VALUE), 0, side, side)
    more = pygame.Rect(rect.right - side, 0, side, side)
    less.centery = more.centery = rect.centery
    sound = context.key(verbs.SOUND()) or label_of(verbs.SOUND())
    tip = text_of(f"ui.setting.{name}.line", sound=sound)
    signs = ("<", ">") if name in ROUND else ("−", "+")
    return (
        Control(
            f"setting.{name}.less",
            less,
            verbs.TURN(name, -1),
            text=signs[0],
            tip=tip,
            enabled=round_about or value != ladder[0],
        ),
        Control(
            f"setting.{name}.more",
            more,
            verbs.TURN(name, 1),
            text=signs[1],
            tip=tip,
            enabled=round_about or value != ladder[-1],
        ),
    )
