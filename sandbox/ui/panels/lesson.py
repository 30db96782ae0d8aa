"""A page of the theory: a sentence, a scene that shows it, where it happened here, and how sure one can be of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.mechanisms import MECHANISMS
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.context import PlayContext
from sandbox.ui.kit.text import BOLD, PLAIN, SMALL, SMALL_BOLD, SOFT, Hand, line_height, lines_of, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.ui.context import Context

_SCENE: Final = 0.53
"""Height of the scene, in parts of its width."""
_HERE: Final = 0.58
"""Of the buttons under it, the part of the first."""
_BUTTON: Final = 36
_GAP: Final = 8


def lesson(context: Context) -> Pane:
    """Build the page that is open."""
    style, body, name = context.style, body_of(context), context.state.lesson
    width, gap = body.width, style.px(_GAP)
    top, written = body.top, list[tuple[str, Hand, int]]()
    for words, hand in ((text_of(f"lesson.{name}.sentence"), BOLD), (text_of(f"lesson.{name}.scene"), PLAIN)):
        for line in lines_of(style, words, width, hand):
            written.append((line, hand, top))
            top += line_height(style, hand)
        top += gap
    scene = pygame.Rect(body.left, top, width, round(_SCENE * width))
    buttons = _buttons(context, pygame.Rect(body.left, scene.bottom + gap, width, style.px(_BUTTON)))
    top = buttons[0].rect.bottom + gap
    for words, hand in _limits(name):
        for line in lines_of(style, words, width, hand):
            written.append((line, hand, top))
            top += line_height(style, hand)
        top += gap // 2 if hand is not SMALL_BOLD else 0
    controls = (*buttons, close_button(context))

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "drives", text_of(f"lesson.{name}.title"))
        for line, hand, y in written:
            write(surface, style, line, (body.left, y + line_height(style, hand) // 2), hand)

    def play(surface: pygame.Surface) -> None:
        context.state.demo.draw(surface, scene, context.shell.preferences)
        style.frame_of(surface, scene)

    return Pane("lesson", style, context.dock, controls, paint, moving=play, bottom=top)


def _buttons(context: Context, row: pygame.Rect) -> tuple[Control, ...]:
    """Build what shows where it happened in what is played, if anything is, and beside that what goes back."""
    gap, name = context.style.px(_GAP), context.state.lesson
    if not isinstance(context, PlayContext):
        return (_back(context, row),)
    here = pygame.Rect(row.left, row.top, round(_HERE * (row.width - gap)), row.height)
    back = pygame.Rect(here.right + gap, row.top, row.right - here.right - gap, row.height)
    said, tip = text_of("lesson.here"), text_of("lesson.here.tip")
    return Control("lesson.here", here, verbs.SHOWN_HERE(name), icon="why", text=said, tip=tip), _back(context, back)


def _back(context: Context, box: pygame.Rect) -> Control:
    """Build what leads back: to the map of levels if the page was opened there, or else to all pages."""
    if context.state.under == "levels":
        return Control("lesson.back", box, verbs.CLOSE(), icon="levels", text=text_of("lesson.back.levels"))
    return Control("lesson.back", box, verbs.DOCK("theory"), icon="drives", text=text_of("lesson.back"))


def _limits(name: str) -> Iterator[tuple[str, Hand]]:
    """Yield what is said of it, what we assumed, what is not known, where it is measured, and what this is."""
    for part in ("essay", "assumed", "unknown"):
        yield text_of(f"lesson.{part}"), SMALL_BOLD
        yield text_of(f"lesson.{name}.{part}"), SMALL
    measured = next(one.measured for one in MECHANISMS if one.id == name)
    yield text_of("lesson.measured", experiment=measured), SOFT
    yield text_of("lesson.source", id=name), SOFT
