"""The chronicle in sentences, the latest first: of everybody or one person, of every drive or one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.chronicle import sentence, subject_of
from sandbox.ui import verbs
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import BOLD, PLAIN, SOFT, cut, line_height, lines_of, paragraph, write
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title
from sandbox.view.portraits import everyday, portrait

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.ui.context import PlayContext

_FILTER: Final = 40
"""Height of a line of what is asked for, in units."""
_FACE: Final = 34
_TIME: Final = 46
"""Room for the time, in units."""
_GAP: Final = 5


def log(context: PlayContext) -> Pane:
    """Build the panel."""
    body, style, told = body_of(context), context.style, context.state.told
    about, before, after = _filters(context, body)
    top = after.rect.bottom + style.px(_GAP)
    rows: list[tuple[Record, str, Control]] = []
    for record in told:
        words = sentence(context.frame.level, record)
        rows.append((record, words, _row(context, record, words, top)))
        top = rows[-1][2].rect.bottom
    middle = (before.rect.right + after.rect.left) // 2, after.rect.centery
    drive = context.state.told_drive
    name = text_of(f"drive.{drive}.name") if drive else text_of("ui.log.every")

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "legend", text_of("ui.log"))
        write(surface, style, cut(style, name, after.rect.left - before.rect.right, BOLD), middle, BOLD, "center")
        if not rows:
            place = pygame.Rect(body.left, top + style.px(_GAP), body.width, body.height)
            paragraph(surface, style, text_of("ui.log.none"), place, PLAIN)
        for record, words, control in rows:
            _draw(surface, context, record, words, control.rect)

    controls = (about, before, after, *(control for _, _, control in rows), close_button(context))
    return Pane("log", style, context.dock, controls, paint, (told, drive))


def _filters(context: PlayContext, body: pygame.Rect) -> tuple[Control, Control, Control]:
    """Build what says of whom and of which drive is told."""
    style, person = context.style, context.state.selected
    side, height = style.px(theme().narrow), style.px(_FILTER)
    who = text_of("ui.log.somebody") if person is None else context.name(person)
    about = pygame.Rect(body.left, body.top, body.width, height - style.px(_GAP))
    before = pygame.Rect(body.left, body.top + height, side, side)
    after = before.move(body.width - side, 0)
    tip = text_of("ui.log.drive.tip")
    return (
        Control(
            "log.of",
            about,
            verbs.TOLD_OF(),
            look="switch",
            text=text_of("ui.log.of", who=who),
            on=context.state.told_of,
        ),
        Control("log.drive.less", before, verbs.TOLD_DRIVE(-1), text="<", tip=tip),
        Control("log.drive.more", after, verbs.TOLD_DRIVE(1), text=">", tip=tip),
    )


def _row(context: PlayContext, record: Record, words: str, top: int) -> Control:
    style, body = context.style, body_of(context)
    lines = lines_of(style, words, body.width - style.px(_FACE + _TIME + 12))
    rect = pygame.Rect(body.left, top, body.width, max(style.px(_FACE + 6), len(lines) * line_height(style)))
    act, tip = verbs.REVISIT(record.tick + 1, subject_of(record)), text_of("ui.log.tip")
    return Control(f"log.{record.id}", rect, act, look="card", tip=tip)


def _draw(surface: pygame.Surface, context: PlayContext, record: Record, words: str, rect: pygame.Rect) -> None:
    """Draw whose it is, when it was, and what happened."""
    style = context.style
    face = portrait(everyday(context.frame.level.people[record.who]), style.px(_FACE))
    surface.blit(face, face.get_rect(midbottom=(rect.left + style.px(_FACE / 2), rect.centery + style.px(_FACE / 2))))
    left = rect.left + style.px(_FACE + 6)
    write(surface, style, clock(record.tick), (left, rect.centery), SOFT)
    left += style.px(_TIME)
    lines = lines_of(style, words, rect.right - left)
    top = rect.centery - (len(lines) - 1) * line_height(style) // 2
    for number, line in enumerate(lines):
        write(surface, style, line, (left, top + number * line_height(style)))
