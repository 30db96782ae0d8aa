"""How controls are drawn, each by its look, and a pane with all that is on it: here, so that all panels look alike."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import BOLD, SMALL, SMALL_BOLD, SOFT, Hand, cut, width_of, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.ui.kit.style import Style
    from sandbox.ui.kit.widgets import Control, Pane, Touch

_OVER: Final = 24
"""How far a control may be drawn beyond its place, in units; half on each side."""
_LOUD: Final = 36
"""Height of a loud button's sign, in units."""
_CORNER: Final = 28
"""Width of the key's name that a picture leaves room for, in units; a longer one is only told in the tip."""


def draw_pane(surface: pygame.Surface, pane: Pane, touch: Touch) -> None:
    """Draw a panel and everything on it, as far as it is to be seen."""
    before = surface.get_clip()
    if pane.hidden:
        surface.set_clip(pane.rect.clip(before))
    pane.paint(surface)
    area = surface.get_clip().inflate(pane.style.px(_OVER), pane.style.px(_OVER))
    seen = [control for control in pane.controls if control.rect.colliderect(area)]
    for control in seen:
        _DRAW[control.look](surface, pane.style, control, touch)
    for control in seen:
        if control.name == touch.focused:
            pane.style.frame(surface, control.rect)
    surface.set_clip(before)


def _fill(control: Control, touch: Touch, plain: str) -> str:
    if not control.enabled:
        return plain
    if touch.pressed == control.name:
        return "pressed"
    if control.on:
        return "amber"
    return "hover" if touch.hovered == control.name else plain


def _button(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    quiet = not (control.on or control.text or touch.hovered == control.name)
    fill = _fill(control, touch, "paper" if quiet else "raised")
    edge = "ink" if control.on else "line" if not quiet else "paper"
    style.box(surface, control.rect, fill, edge, round_by=9)
    colour = "ink" if control.enabled else "faint"
    if control.icon and control.text:
        style.icon(surface, control.icon, (control.rect.left + style.px(theme().icon), control.rect.centery))
        place = (control.rect.left + style.px(theme().icon * 1.8), control.rect.centery)
        hand = Hand("body", colour, bold=True)
        write(surface, style, cut(style, control.text, control.rect.right - place[0], hand), place, hand)
    elif control.icon:
        style.icon(surface, control.icon, control.rect.center, theme().icon - 2)
        _key(
            surface, replace(style, words=1.0), control, control.rect.move(style.px(3), style.px(1)).topleft, "topleft"
        )
    else:
        write(surface, style, control.text, control.rect.center, Hand("body", colour, bold=True), "center")


def _chief(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    """Draw a button as one that is on, until the mouse is at it: of several alike it is what most would press."""
    _button(surface, style, replace(control, on=touch.hovered != control.name), touch)


def _loud(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    """Draw a dark button with a sign and a large word."""
    rect, lit = control.rect, control.on or touch.pressed == control.name
    style.box(surface, rect, "amber" if lit else "ink", round_by=rect.height / 2)
    if touch.hovered == control.name and not lit:
        pygame.draw.rect(surface, COLOURS["amber"], rect, style.px(theme().edge), rect.height // 2)
    style.icon(surface, control.icon, (rect.left + style.px(30), rect.centery), _LOUD)
    hand = Hand("title", "ink" if lit else "paper", bold=True)
    write(surface, style, control.text, (rect.left + style.px(52), rect.centery), hand)


def _tab(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    """Draw a sign, its word, and a small triangle: more of them lie behind."""
    rect = control.rect
    style.box(surface, rect, _fill(control, touch, "raised"), "ink" if control.on else "line", round_by=9)
    style.icon(surface, control.icon, (rect.left + style.px(22), rect.centery))
    write(surface, style, control.text, (rect.left + style.px(40), rect.centery), BOLD)
    right, half, high = rect.right - style.px(12), style.px(5), style.px(3)
    middle = rect.centery
    points = [(right - 2 * half, middle + high), (right, middle + high), (right - half, middle - high)]
    pygame.draw.polygon(surface, COLOURS["ink"], points)


def _item(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    """Draw a sign, words and the key of what they say."""
    rect, fill = control.rect, _fill(control, touch, "paper")
    style.box(surface, rect, fill, "ink" if control.on else fill, round_by=8)
    style.icon(surface, control.icon, (rect.left + style.px(23), rect.centery))
    write(surface, style, control.text, (rect.left + style.px(46), rect.centery))
    write(surface, style, control.keys, (rect.right - style.px(10), rect.centery), SOFT, "midright")


def _words(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    """Draw words that can be pressed."""
    if control.on or touch.hovered == control.name:
        style.box(surface, control.rect, _fill(control, touch, "paper"), "line", round_by=8)
    write(surface, style, control.text, control.rect.center, SMALL_BOLD, "center")


def _chip(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    """Draw a word or two in a rounded box."""
    style.box(surface, control.rect, _fill(control, touch, "raised"), "ink", round_by=control.rect.height / 2)
    write(surface, style, control.text, control.rect.center, SMALL_BOLD, "center")


def _plain(surface: pygame.Surface, style: Style, control: Control, touch: Touch, size: str = "body") -> None:
    """Draw light words on dark ground; what is on or pointed at is AMBER."""
    lit = control.on or control.name in {touch.hovered, touch.pressed}
    hand = Hand(size, "amber" if lit else "paper", bold=size == "body")
    write(surface, style, control.text, control.rect.center, hand, "center")
    if lit:
        below = control.rect.inflate(-style.px(22), -style.px(8))
        pygame.draw.line(surface, COLOURS["amber"], below.bottomleft, below.bottomright, style.px(theme().edge))


def _row(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    """Draw words at the left and keys at the right, of which the words are cut."""
    rect, fill = control.rect, _fill(control, touch, "paper")
    style.box(surface, rect, fill, "ink" if control.on else fill, round_by=7)
    left, right = rect.left + style.px(10), rect.right - style.px(10)
    keys = Hand("small", "ink" if control.on else "blue", bold=True)
    write(surface, style, control.keys, (right, rect.centery), keys, "midright")
    room = right - left - (width_of(style, control.keys, keys) + style.px(10) if control.keys else 0)
    write(surface, style, cut(style, control.text, room), (left, rect.centery))


def _tool(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    rect = control.rect
    fill = _fill(control, touch, "paper")
    style.box(surface, rect, fill, "ink" if control.on else fill, round_by=10)
    style.icon(surface, control.icon, (rect.centerx, rect.top + style.px(22)), theme().icon + 6)
    hand = Hand("small", "ink" if control.enabled else "faint", bold=True)
    words = cut(style, control.text, rect.width - style.px(4), hand)
    write(surface, style, words, (rect.centerx, rect.bottom - style.px(11)), hand, "center")
    corner = (rect.left + style.px(6), rect.top + style.px(11))
    _key(surface, style, control, corner)
    if control.count:
        _coin(surface, style, (rect.right - style.px(14), rect.top + style.px(14)), control.count, control.enabled)


def _sign(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    rect = control.rect
    fill = _fill(control, touch, "paper")
    style.box(surface, rect, fill, "ink" if control.on else fill, round_by=10)
    style.icon(surface, control.icon, rect.center, theme().icon + 4)
    _key(surface, replace(style, words=1.0), control, (rect.left + style.px(4), rect.top + style.px(9)))
    if control.count:
        _coin(surface, style, (rect.right - style.px(11), rect.bottom - style.px(11)), control.count, control.enabled)


def _key(surface: pygame.Surface, style: Style, control: Control, at: tuple[int, int], anchor: str = "midleft") -> None:
    """Write the key in a corner, if it fits beside the picture."""
    if width_of(style, control.keys, SOFT) <= style.px(_CORNER * max(1.0, style.words)):
        write(surface, style, control.keys, at, SOFT, anchor)


def _coin(surface: pygame.Surface, style: Style, middle: tuple[int, int], text: str, enabled: bool) -> None:  # noqa: FBT001
    box = pygame.Rect(0, 0, style.px(22), style.px(22))
    box.center = middle
    style.box(surface, box, "white" if enabled else "grey", round_by=11)
    write(surface, style, text, middle, SMALL_BOLD, "center")


def _switch(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    rect = control.rect
    if touch.hovered == control.name:
        style.box(surface, rect, "hover", "hover", round_by=8)
    knob = pygame.Rect(rect.left + style.px(6), 0, style.px(36), style.px(20))
    knob.centery = rect.centery
    style.box(surface, knob, "green" if control.on else "grey", round_by=10)
    ball = pygame.Rect(0, 0, knob.height, knob.height)
    ball.midright = knob.midright if control.on else (knob.left + knob.height, knob.centery)
    style.box(surface, ball, "white", round_by=10)
    left = knob.right + style.px(8)
    write(surface, style, cut(style, control.text, rect.right - left, SMALL), (left, rect.centery), SMALL)


def _card(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    if touch.hovered == control.name:
        pygame.draw.rect(surface, COLOURS["ink"], control.rect, style.px(theme().edge), style.px(9))


def _strip(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    del surface, style, control, touch


def _ghost(surface: pygame.Surface, style: Style, control: Control, touch: Touch) -> None:
    """Draw a dashed line with an end, which is whole and bold while it is pointed at."""
    rect = control.rect
    bold = control.name in {touch.hovered, touch.focused}
    colour, width = COLOURS["ink" if bold else "soft"], style.px(3 if bold else 1.5)
    dash, end = rect.width if bold else style.px(4), rect.right - width
    for x in range(rect.left, end, 2 * dash):
        pygame.draw.line(surface, colour, (x, rect.centery), (min(x + dash, end), rect.centery), width)
    tall = min(rect.height, style.px(8)) // 2
    pygame.draw.line(surface, colour, (end, rect.centery - tall), (end, rect.centery + tall), width)


_DRAW: Final[dict[str, Callable[[pygame.Surface, Style, Control, Touch], None]]] = {
    "button": _button,
    "chief": _chief,
    "loud": _loud,
    "tab": _tab,
    "item": _item,
    "words": _words,
    "chip": _chip,
    "plain": _plain,
    "quiet": partial(_plain, size="small"),
    "row": _row,
    "tool": _tool,
    "sign": _sign,
    "switch": _switch,
    "card": _card,
    "strip": _strip,
    "ghost": _ghost,
}
