"""The card of the end: what ended the game, what had happened, told by faces, and what can be done next.

It makes its letters as large as it can be seen whole with: nobody has to look for a way on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.campaign.walk import is_through, next_after
from sandbox.ui.course.summing_up import Part, counted_meanwhile, parts_of, told_of
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import (
    BOLD,
    SMALL_BOLD,
    TITLE,
    cut,
    line_height,
    lines_of,
    paragraph,
    width_of,
    write,
)
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane, panel
from sandbox.ui.panels.frame import HEADER, body_of, close_button, coin, draw_title
from sandbox.view.portraits import EMBLEM, portrait

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sandbox.session.story.beat import Beat
    from sandbox.ui.context import PlayContext
    from sandbox.ui.course.ended import Ended
    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.kit.style import Style
    from sandbox.view.portraits import Likeness

_GAP: Final = 7
_FACE: Final = 46
"""Height of a face on a card, in units."""
_STEP: Final = 34
"""From one face to the next."""
_FACES: Final = 4
"""More faces than that have no room on a card."""
_BUTTON: Final = 36
_SIGN: Final = 24
"""Room for a sign before a line, in units."""
_SEAL: Final = 44
_GIVEN: Final = 42
"""Room for one of the signs beside the title, in units."""
_SMALLER: Final = 0.95
"""Steps in which letters become smaller where there is too much to tell."""
_SMALLEST: Final = 0.8
"""Smaller letters than this part of the usual ones are not worth it: the card then moves under a window."""


class _Laid(NamedTuple):
    """A card, laid out at some size of letters."""

    context: PlayContext
    parts: tuple[tuple[Part, pygame.Rect], ...]
    cards: tuple[Control, ...]
    buttons: tuple[Control, ...]


def ending(context: PlayContext) -> Pane:
    """Build the panel."""
    ended = context.state.ended
    if ended is None:
        return _still_open(context)
    laid = _fitting(context, ended)
    context = laid.context

    def paint(surface: pygame.Surface) -> None:
        _draw_head(surface, context, text_of(f"ui.ending.title.{ended.decided.outcome}"))
        before = surface.get_clip()
        surface.set_clip(context.dock.clip(before))
        for part, place in laid.parts:
            _draw_part(surface, context, part, place)
        for number, (card, beat) in enumerate(zip(laid.cards, ended.beats, strict=True)):
            faces = context.state.faces[number] if number < len(context.state.faces) else {}
            _draw_beat(surface, context, beat, card.rect, (told_of(ended, number), faces))
        surface.set_clip(before)

    close = close_button(context)
    controls = (close, *_giving(context, close.rect), *laid.cards, *laid.buttons)
    return Pane("ending", context.style, context.dock, controls, paint)


def _fitting(context: PlayContext, ended: Ended) -> _Laid:
    """Lay the card out with letters that are as large as the panel's, or smaller if it is not seen whole then."""
    style = context.style
    scale, least = style.scale, min(style.scale, _SMALLEST * replace(style, scale=1.0).scale * _usual(context))
    while True:
        laid = _laid(replace(context, style=replace(style, scale=scale)), ended)
        bottom = max(rect.bottom for rect in (laid.buttons[-1].rect, laid.parts[-1][1]))
        if bottom + style.px(_GAP) <= context.dock.bottom or scale <= least:
            return laid
        scale = max(least, scale * _SMALLER)


def _usual(context: PlayContext) -> float:
    """Return the scale at which panels stand at a desk, in the same window."""
    return context.layout.menu.height / (theme().button + 10)


def _laid(context: PlayContext, ended: Ended) -> _Laid:
    style, body = context.style, body_of(context)
    parts, top = _stacked(style, parts_of(context, ended), body, body.top)
    cards = list[Control]()
    for number, beat in enumerate(ended.beats):
        cards.append(_card(context, ended, number, beat, pygame.Rect(body.left, top, body.width, 0)))
        top = cards[-1].rect.bottom + style.px(_GAP)
    buttons = _buttons(context, ended, top, body)
    # what comes later stands below the buttons, which must not move away from under a mouse
    later, _ = _stacked(style, counted_meanwhile(context), body, buttons[-1].rect.bottom + style.px(_GAP))
    return _Laid(context, (*parts, *later), tuple(cards), buttons)


def _stacked(
    style: Style, parts: Iterable[Part], body: pygame.Rect, top: int
) -> tuple[list[tuple[Part, pygame.Rect]], int]:
    """Put paragraphs below each other, and return where the next thing begins."""
    placed = list[tuple[Part, pygame.Rect]]()
    for part in parts:
        room = body.width - (style.px(_SIGN) if part.sign else 0)
        height = len(lines_of(style, part.words, room, part.hand)) * line_height(style, part.hand)
        placed.append((part, pygame.Rect(body.left, top, body.width, height)))
        top += height + style.px(_GAP)
    return placed, top


def _still_open(context: PlayContext) -> Pane:
    """Say that there is no end yet."""

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "flag", text_of("ui.ending.title.open"))
        paragraph(surface, context.style, text_of("ui.ending.open"), body_of(context))

    return Pane("ending", context.style, context.dock, (close_button(context),), paint)


def _draw_head(surface: pygame.Surface, context: PlayContext, title: str) -> None:
    """Draw the paper, and the title behind the seal: the one who would rather not see."""
    dock, style = context.dock, context.style
    panel(surface, style, dock)
    middle = dock.top + style.px(HEADER / 2)
    seal = pygame.Rect(0, 0, style.px(_SEAL), style.px(_SEAL))
    seal.center = (dock.left + style.px(30), middle)
    style.box(surface, seal, "amber", round_by=_SEAL)
    face = portrait(EMBLEM, style.px(_SEAL - 5))
    surface.blit(face, face.get_rect(midbottom=(seal.centerx, seal.bottom - style.px(3))))
    left = seal.right + style.px(8)
    write(
        surface, style, cut(style, title, dock.right - left - style.px(48 + 2 * _GIVEN), TITLE), (left, middle), TITLE
    )


def _draw_part(surface: pygame.Surface, context: PlayContext, part: Part, place: pygame.Rect) -> None:
    style, place = context.style, place.copy()
    if part.sign:
        middle = (place.left + style.px(_SIGN / 2 - 2), place.top + line_height(style, part.hand) // 2)
        style.icon(surface, part.sign, middle, _SIGN - 4)
        place.left += style.px(_SIGN)
        place.width -= style.px(_SIGN)
    paragraph(surface, style, part.words, place, part.hand)


def _faces_width(style: Style, beat: Beat) -> int:
    """Return the room for the faces of a card, in pixels."""
    shown = min(_FACES, len(beat.people))
    return style.px(_STEP * (shown - 1) + _FACE)


def _card(context: PlayContext, ended: Ended, number: int, beat: Beat, rect: pygame.Rect) -> Control:
    """Build the card of a beat in a place whose height it sets."""
    style = context.style
    room = rect.width - _faces_width(style, beat) - style.px(18)
    lines = lines_of(style, told_of(ended, number), room)
    rect.height = max(style.px(_FACE + 8), style.px(26) + len(lines) * line_height(style))
    tip = text_of("ui.ending.beat", time=clock(beat.tick))
    return Control(f"beat.{number}", rect, verbs.RECALL(beat.tick + 1, beat.subject), look="card", tip=tip)


def _draw_beat(
    surface: pygame.Surface,
    context: PlayContext,
    beat: Beat,
    rect: pygame.Rect,
    told: tuple[str, Mapping[int, Likeness]],
) -> None:
    """Draw a card: those whom it names as they looked then, or their coins until that is known, and what they did."""
    style, (words, faces) = context.style, told
    style.box(surface, rect, "raised", "ink", round_by=10)
    left, before = rect.left + style.px(_FACE / 2 + 4), surface.get_clip()
    surface.set_clip(pygame.Rect(rect.topleft, (_faces_width(style, beat) + style.px(9), rect.height)).clip(before))
    for number, row in enumerate(beat.people[:_FACES]):
        x = left + style.px(_STEP * number)
        if row in faces:
            face = portrait(faces[row], style.px(_FACE))
            surface.blit(face, face.get_rect(midbottom=(x, rect.centery + style.px(_FACE / 2))))
        else:
            coin(surface, context, row, (x, rect.centery), 28)
    surface.set_clip(before)
    inner = rect.inflate(-style.px(2 * 8), -style.px(8))
    inner.left = rect.left + _faces_width(style, beat) + style.px(10)
    inner.width = rect.right - style.px(8) - inner.left
    write(surface, style, clock(beat.tick), (inner.left, inner.top + style.px(8)), SMALL_BOLD)
    inner.top += style.px(17)
    inner.height -= style.px(17)
    paragraph(surface, style, words, inner)


def _buttons(context: PlayContext, ended: Ended, top: int, body: pygame.Rect) -> tuple[Control, ...]:
    """Build what can be done next, in rows that are filled by their words; what most would do is the loudest."""
    tick, onward = ended.decided.tick, _onward(context)
    chief = onward[0] if ended.decided.outcome == "won" else "again"
    why = [("why", "why", verbs.RECALL(tick, ended.subject))] if ended.subject is not None else []
    wanted: list[tuple[str, str, Invocation]] = [
        *why, ("rewind", "back", verbs.REWIND()), ("again", "restart", verbs.RESTART()), onward,
    ]  # fmt: skip
    wanted += [("easier", "heal", verbs.DIFFICULTY(ended.easier))] if ended.easier else []
    wanted += [("without", "drives", verbs.TWIN())] if ended.drive and not context.session.earliest_tick else []
    drive = text_of(f"drive.{ended.drive}.name") if ended.drive else ""
    easier = text_of(f"difficulty.{ended.easier}") if ended.easier else ""
    texts = {name: text_of(f"ui.ending.{name}", drive=drive) for name, _, _ in wanted}
    boxes = _rows(context.style, list(texts.values()), top, body)
    return tuple(
        Control(
            f"ending.{name}",
            box,
            act,
            look="chief" if name == chief else "button",
            icon=icon,
            text=texts[name],
            tip=context.with_key(text_of(f"ui.ending.{name}.tip", drive=drive, easier=easier), act),
        )
        for (name, icon, act), box in zip(wanted, boxes, strict=True)
    )


def _giving(context: PlayContext, beside: pygame.Rect) -> tuple[Control, ...]:
    """Build the signs by which it is given away, from a button of the head on to the left."""
    film = ("pictures", "folder", verbs.PICTURES()) if context.state.shared else ("share", "film", verbs.SHARE())
    step, signs = beside.width + context.style.px(4), [("copy", "copy", verbs.COPY()), film]
    return tuple(
        Control(
            f"ending.{name}",
            beside.move(-step * place, 0),
            act,
            icon=icon,
            tip=context.with_key(text_of(f"ui.ending.{name}"), act),
        )
        for place, (name, icon, act) in enumerate(signs, 1)
    )


def _onward(context: PlayContext) -> tuple[str, str, Invocation]:
    """Return what leads on: to the recommended level, or after the last to the closing card, or else to the map."""
    if next_after(context.shell, context.path) is not None:
        return "next", "step", verbs.NEXT()
    if is_through(context.shell, context.path):
        return "closing", "flag", verbs.DOCK("closing")
    return "levels", "levels", verbs.DOCK("levels")


def _rows(style: Style, texts: Sequence[str], top: int, body: pygame.Rect) -> list[pygame.Rect]:
    """Put buttons side by side, as many in a row as their words leave room for; each row is as wide as the panel."""
    gap, height = style.px(_GAP), style.px(_BUTTON)
    widths = [width_of(style, text, BOLD) + style.px(theme().icon * 1.8 + 8) for text in texts]
    rows: list[list[int]] = [[]]
    for width in widths:
        if rows[-1] and sum(rows[-1]) + width + len(rows[-1]) * gap > body.width:
            rows.append([])
        rows[-1].append(width)
    found = list[pygame.Rect]()
    for line, row in enumerate(rows):
        spare = (body.width - sum(row) - (len(row) - 1) * gap) / len(row)
        left = float(body.left)
        for width in row:
            found.append(pygame.Rect(round(left), top + line * (height + gap), round(width + spare), height))
            left += width + spare + gap
    return found
