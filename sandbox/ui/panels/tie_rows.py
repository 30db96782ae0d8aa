"""Two people's tie as two lanes: what the other is to me, and what I am to the other, gate by gate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.scenario.language import text_of
from sandbox.session.seen.quantities import TIE, Quantity, of_tie
from sandbox.session.seen.thresholds import SUFFERS
from sandbox.session.seen.tie_sums import MATTERS, REJOICES, face_given
from sandbox.ui.kit.text import SMALL, SMALL_BOLD, SOFT, cut, write
from sandbox.ui.panels.frame import level_bar
from sandbox.view.portraits import everyday, portrait

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style

_LANE: Final = 21
_STIRS: Final = 0.1
"""Love or fear that is worth a sign, and difference from the usual that is worth a word."""
_USUAL: Final = {"trust": 1.0, "hope": 1.0, "answers": 0.0}
"""What has no bar, and where it starts."""
_FACE: Final = 36
"""Height of the other's face, in units."""
_NAMES: Final = 92
"""Width of the lanes' names, in units."""


def card_height(style: Style) -> int:
    """Return the height of a card and the gap below it."""
    return style.px(3 * _LANE + 12)


def columns(style: Style, rect: pygame.Rect) -> list[tuple[Quantity, pygame.Rect]]:
    """Give each gate its column, over the cards that stand below `rect`."""
    left = rect.left + style.px(_NAMES)
    width = (rect.right - style.px(8) - left) // len(TIE)
    return [(quantity, pygame.Rect(left + n * width, rect.top, width, rect.height)) for n, quantity in enumerate(TIE)]


def draw_columns(surface: pygame.Surface, style: Style, heads: list[tuple[Quantity, pygame.Rect]]) -> None:
    """Draw the gates' icons."""
    for quantity, rect in heads:
        style.icon(surface, quantity.icon, rect.center, 22)


def row_of(frame: Frame, observer: int, target: int) -> int | None:
    """Find the row of a tie, or None where there is none."""
    rows = np.flatnonzero((frame.ties.observer == observer) & (frame.ties.target == target))
    return int(rows[0]) if len(rows) else None


def draw_tie(surface: pygame.Surface, context: PlayContext, person: int, other: int, rect: pygame.Rect) -> None:
    """Draw the card of two people."""
    style = context.style
    style.box(surface, rect, "raised", "line", round_by=8)
    face = portrait(everyday(context.frame.level.people[other]), style.px(_FACE))
    surface.blit(face, face.get_rect(center=(rect.left + style.px(18), rect.centery - 1)))
    name = context.name(other)
    for lane, (observer, target, text) in enumerate(
        ((person, other, text_of("ui.tie.to", whom=name)), (other, person, text_of("ui.tie.from")))
    ):
        middle = rect.top + style.px(4) + style.px(_LANE) * lane + style.px(_LANE / 2)
        hand = SMALL if lane else SMALL_BOLD
        place = (rect.left + style.px(35), middle)
        row = row_of(context.frame, observer, target)
        stirs = [] if row is None else _stirring(context.frame, row)
        room = style.px(_NAMES - 36 - 16 * len(stirs))
        write(surface, style, cut(style, text, room, hand), place, hand)
        for count, (name, _) in enumerate(stirs):
            spot = (rect.left + style.px(_NAMES - 8 - 16 * count), middle)
            style.icon(surface, name, spot, 15)
        _draw_lane(surface, context, row, rect, middle)
    words = cut(style, in_words(context, person, other), rect.width - style.px(42), SOFT)
    write(surface, style, words, (rect.left + style.px(35), rect.top + style.px(4 + 2.5 * _LANE)), SOFT)


def in_words(context: PlayContext, person: int, other: int) -> str:
    """Say what the other is to somebody: a friend or not, a person or not, how much they matter, how they seem."""
    frame, row = context.frame, row_of(context.frame, person, other)
    if row is None:
        return ""
    ties, line = frame.ties, context.session.world.params.friend_line
    liking, believed = float(ties.affinity[row]), float(ties.believed[row])
    said = (
        "friend" if liking > line else "enemy" if liking < -line else "neither",
        face_given(frame, row),
        "matters" if ties.importance[row] >= MATTERS else "little",
        "sad" if believed < SUFFERS else "glad" if believed > REJOICES else "calm",
    )
    return text_of("ui.tie.in_words", **dict(zip("abcd", (text_of(f"ui.tie.is.{one}") for one in said), strict=True)))


def _stirring(frame: Frame, row: int) -> list[tuple[str, float]]:
    """List love and fear, where there is any in a tie."""
    values = (("love", float(frame.ties.love[row])), ("fear", float(frame.ties.fear[row])))
    return [(name, value) for name, value in values if value > _STIRS]


def tie_tip(context: PlayContext, person: int, other: int) -> str:
    """Say what a card is, and what its bars leave out."""
    row = row_of(context.frame, person, other)
    tip = text_of("ui.tie.tip", who=context.name(person), whom=context.name(other))
    if row is None:
        return tip
    ties = context.frame.ties
    stirs = [text_of(f"ui.tie.{name}", value=f"{at:z.2f}") for name, at in _stirring(context.frame, row)]
    for name, usual in _USUAL.items():
        value = float(getattr(ties, name)[row])
        if abs(value - usual) > _STIRS:
            stirs.append(text_of(f"ui.tie.{name}", value=f"{value:z.2f}"))
    return f"{tip} ({', '.join(stirs)})" if stirs else tip


def _draw_lane(surface: pygame.Surface, context: PlayContext, row: int | None, rect: pygame.Rect, middle: int) -> None:
    style = context.style
    for quantity, column in columns(style, rect):
        if row is None:
            write(surface, style, "–", (column.centerx, middle), SOFT, "center")
            continue
        bar = pygame.Rect(column.left + 2, middle - style.px(6), column.width - 4, style.px(13))
        value = of_tie(quantity, context.frame.ties, row)
        level_bar(surface, style, bar, value, signed=quantity.low < 0, colour=quantity.colour)
