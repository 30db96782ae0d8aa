"""Short words over the map: hints, answers, the end of a goal, and what a control does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.hud.hints import breadth, draw_hint, hint_of
from sandbox.ui.kit.text import BOLD, PLAIN, cut, line_height, lines_of, width_of, write
from sandbox.ui.kit.widgets import Control, Pane, label
from sandbox.view.canvas.spots import Taken, along, emptiest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.ui.context import Context, PlayContext
    from sandbox.view.viewpoint import Viewpoint

_TIP_WIDTH: Final = 320
NOTHING: Final = Taken()
"""Where there is nobody to hide."""


class Said(NamedTuple):
    """A label of words over the map."""

    rect: pygame.Rect
    person: int | None = None
    """at whom it points"""


def draw_toasts(surface: pygame.Surface, context: PlayContext, viewpoint: Viewpoint, taken: Taken) -> list[Said]:
    """Draw the latest answer at an edge of the map, or the hint there or at whom it is about, off what is taken."""
    ground, said = context.free, toast_of(context)
    hint = hint_of(context)
    about = None if hint is None or breadth(context, hint.words) > ground.width else hint.person
    labels: list[Said] = []
    if hint is not None and about is not None:
        labels.append(Said(draw_hint(surface, context, viewpoint, hint, about, taken), about))
    words = said or (hint.words if hint is not None and about is None else "")
    if context.frame.off:
        labels.append(Said(_draw_off(surface, context, taken)))
    taken = taken.plus(one.rect for one in labels)
    labels += [Said(rect) for rect in draw_words(surface, context, words, taken, loud=not said)]
    return labels


def toast_of(context: Context) -> str:
    """Return the latest answer while it is to be seen, or nothing."""
    shell = context.shell
    return shell.toast if shell.clock < shell.toast_until else ""


def draw_words(
    surface: pygame.Surface, context: Context, words: str, taken: Taken = NOTHING, *, loud: bool = False
) -> list[pygame.Rect]:
    """Draw a sentence at an edge of what is free, at its head unless that hides somebody; return where lines stand."""
    style, ground = context.spoken, context.free
    lines = lines_of(style, words, ground.width - style.px(60), BOLD) if words else ()
    if not lines:
        return []
    step, width = line_height(style) + style.px(8), max(width_of(style, line, BOLD) for line in lines) + style.px(24)
    room = ground.inflate(0, -2 * style.px(6))
    places = along(room, (width, len(lines) * step))
    before, keep = context.state.worded
    place = emptiest(places, room, taken, keep if before == words else None)
    context.state.worded = words, place
    block = places[place]
    return [
        label(surface, style, line, (block.centerx, block.top + number * step + step // 2), loud=loud)
        for number, line in enumerate(lines)
    ]


def _draw_off(surface: pygame.Surface, context: PlayContext, taken: Taken) -> pygame.Rect:
    """Say at the right of the map, for as long as it is so, which drives are switched off, below other words there."""
    ground, style = context.free, context.spoken
    names = [text_of(f"drive.{drive}.name") for drive in DRIVES if drive in context.frame.off]
    words = context.with_key(text_of("ui.off", drives=", ".join(names)), verbs.DOCK("theory"))
    words = cut(style, words, ground.width - style.px(60), PLAIN)
    place = pygame.Rect(0, 0, width_of(style, words, PLAIN) + style.px(20), line_height(style) + style.px(8))
    place.topright = ground.right - style.px(8), ground.top + style.px(8)
    while place.collidelist(taken.labels) >= 0 and place.bottom < ground.centery:
        place.move_ip(0, place.height // 2)
    return label(surface, style, words, place.topright, "topright")


def draw_tip(surface: pygame.Surface, context: Context, panes: Sequence[Pane], control: Control) -> None:
    """Explain the control that the mouse or the keyboard is at, beside it or its panel: it covers no words there."""
    style = context.spoken
    if not control.tip:
        return
    is_tool = control.look in {"tool", "sign"}
    text = f"{control.text} ({control.keys}): {control.tip}" if is_tool else control.tip
    lines = lines_of(style, text, style.px(_TIP_WIDTH), PLAIN)
    width = max(width_of(style, line) for line in lines) + style.px(22)
    rect = pygame.Rect(0, 0, width, len(lines) * line_height(style) + style.px(12))
    gap = style.px(8)
    if is_tool:
        rect.midleft = (_pane_of(panes, control).rect.right + gap, control.rect.centery)
    elif control.rect.top > rect.height + context.free.centery:
        rect.midbottom = (control.rect.centerx, control.rect.top - gap)
    else:
        rect.midtop = (control.rect.centerx, control.rect.bottom + gap)
    if control.look == "ghost":
        rect.bottom = _pane_of(panes, control).rect.top - gap
    beside = _pane_of(panes, control).rect == context.dock and rect.width + 2 * gap <= context.dock.left
    if beside or control.look in {"card", "switch", "row"}:
        rect.midright = (context.dock.left - gap, control.rect.centery)
    rect.clamp_ip(surface.get_rect().inflate(-8, -8))
    style.box(surface, rect, "white", round_by=8)
    for place, line in enumerate(lines):
        y = rect.top + style.px(6) + round((place + 0.5) * line_height(style))
        write(surface, style, line, (rect.left + style.px(11), y))


def _pane_of(panes: Sequence[Pane], control: Control) -> Pane:
    return next(pane for pane in panes if control in pane.controls)
