"""What was played last in an earlier sitting: what the title offers to go on with, and what it says if that broke."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.language import text_of
from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.problems import LevelError
from sandbox.ui import verbs
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import BOLD, line_height, lines_of, paragraph
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane, panel

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.ui.context import Context
    from sandbox.ui.state import Shell

_WIDTH: Final = 560
"""Greatest width of the note, in units."""


class LastPlayed(NamedTuple):
    """What can be gone on with."""

    path: Path
    """the file that the game kept of it, or else that of its level"""
    level: str
    """title of the level"""
    words: str
    """what it is called to go on with it"""


def last_played(shell: Shell) -> LastPlayed | None:
    """Return what the game kept of the latest play-through, or else the level that was played last.

    What is gone or cannot be read is no more than a complaint.
    """
    shelf = shell.shelf
    kept = () if shelf is None or shell.unsafe else shelf.autosaves.newest()
    for path in kept:
        seen = shelf.glimpse(path) if shelf is not None else None
        if seen is not None and not seen.problem:
            return LastPlayed(path, seen.level, text_of("ui.title.go_on", level=seen.level, time=clock(seen.tick)))
    return _last_level(shell)


def _last_level(shell: Shell) -> LastPlayed | None:
    if not shell.last:
        return None
    try:
        path = find_level(shell.last)
        title = load_level(path).title
    except LevelError as error:
        shell.complaints.append(text_of("ui.title.no_last", problem=error.problems[0]))
        return None
    return LastPlayed(path, title, text_of("ui.title.play_on", level=title))


def broke_note(context: Context, last: LastPlayed | None) -> tuple[Pane, ...]:
    """Build the note that the game broke last time, with what can be done about it; nothing where there is no room."""
    free, fitting = context.free, context.free.width / (_WIDTH + 2 * theme().pad)
    if fitting < context.style.scale:
        return ()
    style = replace(context.spoken, scale=min(context.spoken.scale, fitting))
    pad = style.px(theme().pad)
    rect = pygame.Rect(0, 0, style.px(_WIDTH), 0)
    acts = [("report", verbs.REPORT(), text_of("broke.report")), ("dismiss", verbs.DISMISS(), text_of("broke.dismiss"))]
    if last is not None:
        acts.insert(0, ("go_on", verbs.PLAY_ON(), text_of("broke.go_on")))
    words = text_of("broke.told" if last is None else "broke.told.go_on")
    inner, button = rect.width - 2 * pad, style.px(theme().button)
    text = pygame.Rect(0, 0, inner, len(lines_of(style, words, inner, BOLD)) * line_height(style, BOLD))
    rect.height = text.height + 3 * pad + button
    rect.midtop = free.centerx, free.top + 2 * pad
    text.topleft = rect.left + pad, rect.top + pad
    width = (inner + pad) // len(acts) - pad
    controls = tuple(
        Control(
            f"broke.{name}",
            pygame.Rect(text.left + n * (width + pad), text.bottom + pad, width, button),
            act,
            text=says,
        )
        for n, (name, act, says) in enumerate(acts)
    )

    def paint(surface: pygame.Surface) -> None:
        panel(surface, style, rect)
        paragraph(surface, style, words, text, BOLD)

    return (Pane("broke", style, rect, controls, paint, (rect.topleft, words)),)
