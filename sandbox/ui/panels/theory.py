"""The circuit, to look at and to switch: two questions, four feelings, and the five ways not to feel them.

It is live for the one who is chosen and whomever they have most in mind: a small face stands where the two questions
are answered just now. A press on a feeling or a way out switches it off in everybody, or on again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pygame

from sandbox.engine.vocabulary import CIRCUIT_STREAMS, EVASIONS
from sandbox.scenario.language import text_of
from sandbox.session.lessons import LESSONS
from sandbox.session.seen.quantities import STREAM_QUANTITIES
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import SMALL, SMALL_BOLD, SOFT, Hand, cut, lines_of, paragraph, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title
from sandbox.ui.panels.streams import stream_bar
from sandbox.view.marks.switched_off import FACES
from sandbox.view.portraits import Likeness, everyday, portrait

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext
    from sandbox.ui.kit.style import Style

_PAIR: Final = 44
"""Height of the lines that say of whom it is, in units."""
_HEADS: Final = 20
"""Height of the line over the columns, in units."""
_QUESTION: Final = 76
"""Width of what stands before the rows, in units."""
_TILE: Final = 96
"""Height of the tile of a feeling, in units."""
_WAY: Final = 62
"""Height of the tile of a way out, in units."""
_HEADING: Final = 24
_ROW: Final = 34
_PAGE: Final = 21
"""Height of a page's line, in units."""
_GAP: Final = 6
_FACE: Final = 60
_NAMED: Final = 22
"""Height of what a feeling's name takes of its tile, in units: no face stands there."""
_BESIDE: Final = 68
"""Width of what a face takes of its tile, in units."""
_HERE: Final = 28
"""Height of the face that stands where the pair is, in units."""


class _Pair(NamedTuple):
    """Somebody who is chosen, and the one whom they have most in mind."""

    who: int
    whom: int
    row: int
    """of their tie"""


def theory(context: PlayContext) -> Pane:
    """Build the panel."""
    body, style, pair = body_of(context), context.style, _pair(context)
    grid = pygame.Rect(body.left, body.top + style.px(_PAIR + _HEADS), body.width, 2 * style.px(_TILE))
    grid.left += style.px(_QUESTION)
    grid.width -= style.px(_QUESTION)
    tiles = _tiles(context, grid)
    ways = _ways(context, pygame.Rect(body.left, grid.bottom + style.px(_HEADING), body.width, style.px(_WAY)))
    below = ways[0].rect.bottom + style.px(_HEADING)
    pages = _pages(context, pygame.Rect(body.left, below, body.width, style.px(_PAGE)))
    switches = pygame.Rect(body.left, pages[-1].rect.bottom + style.px(_GAP), body.width, style.px(_ROW))
    more = Control("theory.switches", switches, verbs.DOCK("drives"), text=text_of("ui.theory.switches"))

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "drives", text_of("ui.theory"))
        paragraph(surface, style, _told(context, pair), pygame.Rect(body.topleft, (body.width, style.px(_PAIR))), SMALL)
        _draw_questions(surface, style, grid, body.left)
        for stream, tile in zip(CIRCUIT_STREAMS, tiles, strict=True):
            _draw_feeling(surface, context, stream, tile, pair)
        if pair is not None:
            _draw_here(surface, context, grid, pair)
        write(surface, style, text_of("ui.theory.ways"), (body.left, grid.bottom + style.px(_HEADING / 2)), SMALL_BOLD)
        for way, tile in zip(EVASIONS, ways, strict=True):
            _draw_way(surface, context, way, tile)
        write(surface, style, text_of("ui.theory.pages"), (body.left, below - style.px(_HEADING / 2)), SMALL_BOLD)

    return Pane("theory", style, context.dock, (*tiles, *ways, *pages, more, close_button(context)), paint)


def _pair(context: PlayContext) -> _Pair | None:
    """Return the one who is chosen and whom they have most in mind, if there are such two."""
    who, ties = context.state.person(), context.frame.ties
    rows = np.flatnonzero(ties.observer == who) if who is not None else np.zeros(0, np.int64)
    if who is None or not len(rows) or not ties.attention[rows].any():
        return None
    row = int(rows[np.argmax(ties.attention[rows])])
    return _Pair(who, int(ties.target[row]), row)


def _told(context: PlayContext, pair: _Pair | None) -> str:
    """Say of whom it is, and how they answer the two questions."""
    if pair is None:
        return text_of("ui.theory.none")
    ties = context.frame.ties
    kind = "friend" if ties.affinity[pair.row] >= 0 else "enemy"
    mind = "me" if ties.noticed[pair.row] >= 1 / 2 else "else"
    return text_of(f"ui.theory.{kind}.{mind}", who=context.name(pair.who), whom=context.name(pair.whom))


def _tiles(context: PlayContext, grid: pygame.Rect) -> tuple[Control, ...]:
    """Build the four feelings: friends left, enemies right; whose thoughts are elsewhere above."""
    gap, width, height = context.style.px(_GAP), grid.width // 2, grid.height // 2
    places = {"sympathy": (0, 0), "schadenfreude": (1, 0), "approval": (0, 1), "provocation": (1, 1)}
    return tuple(
        _switch(
            context,
            stream,
            pygame.Rect(
                grid.left + places[stream][0] * width, grid.top + places[stream][1] * height, width - gap, height - gap
            ),
        )
        for stream in CIRCUIT_STREAMS
    )


def _ways(context: PlayContext, row: pygame.Rect) -> tuple[Control, ...]:
    width = row.width // len(EVASIONS)
    return tuple(
        _switch(context, way, pygame.Rect(row.left + n * width, row.top, width - context.style.px(_GAP), row.height))
        for n, way in enumerate(EVASIONS)
    )


def _switch(context: PlayContext, drive: str, rect: pygame.Rect) -> Control:
    return Control(
        name=f"drive.{drive}",
        rect=rect,
        act=verbs.SWITCH(drive),
        look="card",
        text=text_of(f"drive.{drive}.name"),
        tip=f"{text_of(f'drive.{drive}.line')} {text_of('ui.theory.tip')}",
        on=drive not in context.frame.off,
    )


def _pages(context: PlayContext, first: pygame.Rect) -> tuple[Control, ...]:
    """Build the titles of the pages, in two columns."""
    rows, gap = -(-len(LESSONS) // 2), context.style.px(_GAP)
    width = (first.width - gap) // 2
    return tuple(
        Control(
            name=f"lesson.{lesson}",
            rect=pygame.Rect(
                first.left + n // rows * (width + gap), first.top + n % rows * first.height, width, first.height
            ),
            act=verbs.LESSON(lesson),
            look="row",
            text=text_of(f"lesson.{lesson}.title"),
            tip=text_of(f"lesson.{lesson}.sentence"),
        )
        for n, lesson in enumerate(LESSONS)
    )


def _draw_questions(surface: pygame.Surface, style: Style, grid: pygame.Rect, left: int) -> None:
    """Write the two questions' answers over the columns and before the rows."""
    middle = grid.top - style.px(_HEADS / 2)
    for column, kind in enumerate(("friend", "enemy")):
        x = grid.left + round((column + 0.5) * grid.width / 2)
        write(surface, style, text_of(f"ui.theory.{kind}"), (x, middle), SMALL_BOLD, "center")
    for row, mind in enumerate(("else", "me")):
        place = pygame.Rect(left, grid.top + row * grid.height // 2, grid.left - left - style.px(_GAP), 0)
        lines = lines_of(style, text_of(f"ui.theory.{mind}"), place.width, SMALL_BOLD)
        place.height = grid.height // 2 - style.px(_GAP)
        top = place.centery - style.px(9) * (len(lines) - 1)
        for n, line in enumerate(lines):
            write(surface, style, line, (place.left, top + n * style.px(18)), SMALL_BOLD)


def _draw_feeling(
    surface: pygame.Surface, context: PlayContext, stream: str, tile: Control, pair: _Pair | None
) -> None:
    """Draw somebody who feels it, its name, and how much of it there is between the two now; grey where it is off."""
    style, rect = context.style, tile.rect
    style.box(surface, rect, "raised" if tile.on else "line", "ink" if tile.on else "grey", round_by=10)
    face = portrait(Likeness(*FACES[stream]), style.px(_FACE))
    if not tile.on:
        face = pygame.transform.grayscale(face)
        face.set_alpha(90)
    surface.blit(face, face.get_rect(midbottom=(rect.left + style.px(34), rect.bottom - style.px(5))))
    hand = Hand("small", "ink" if tile.on else "faint", bold=True)
    name = cut(style, tile.text, rect.width - style.px(16), hand)
    write(surface, style, name, (rect.left + style.px(10), rect.top + style.px(14)), hand)
    left = rect.left + style.px(_BESIDE)
    beside = pygame.Rect(left, rect.top + style.px(_NAMED), rect.right - left - style.px(4), rect.height)
    if not tile.on:
        write(surface, style, text_of("ui.theory.off"), (left, rect.centery + style.px(12)), SOFT)
        return
    paragraph(surface, style, text_of(f"ui.theory.{stream}"), beside, SMALL)
    if pair is not None:
        quantity = next(one for one in STREAM_QUANTITIES if one.name == stream)
        value = float(context.frame.ties.streams[CIRCUIT_STREAMS.index(stream), pair.row])
        bar = pygame.Rect(left, rect.bottom - style.px(19), rect.right - left - style.px(10), style.px(13))
        write(surface, style, text_of("ui.theory.hurts"), bar.midleft, SOFT)
        write(surface, style, text_of("ui.theory.pleases"), bar.midright, SOFT, "midright")
        bar.inflate_ip(-style.px(24), 0)
        pygame.draw.line(surface, COLOURS["line"], bar.midleft, bar.midright)
        stream_bar(surface, style, bar, value / quantity.high, stream)


def _draw_here(surface: pygame.Surface, context: PlayContext, grid: pygame.Rect, pair: _Pair) -> None:
    """Draw the other's face where the two questions are answered: how much of a friend, how surely thinking of me."""
    style, ties = context.style, context.frame.ties
    across, down = (1 - float(ties.affinity[pair.row])) / 2, float(ties.noticed[pair.row])
    tile, half = int(2 * down >= 1), style.px(_HERE + _GAP) // 2
    room = pygame.Rect(grid.left, grid.top + tile * grid.height // 2, grid.width, grid.height // 2).inflate(
        -2 * half, 0
    )
    top, bottom = room.top + style.px(_NAMED) + half, room.bottom - half
    middle = round(room.left + across * room.width), round(top + (2 * down - tile) * (bottom - top))
    disc = pygame.Rect(0, 0, style.px(_HERE), style.px(_HERE))
    disc.center = middle
    style.box(surface, disc, "amber", round_by=_HERE)
    face = portrait(everyday(context.frame.level.people[pair.whom]), style.px(_HERE - 7))
    surface.blit(face, face.get_rect(midbottom=(disc.centerx, disc.bottom - style.px(3))))


def _draw_way(surface: pygame.Surface, context: PlayContext, way: str, tile: Control) -> None:
    """Draw a way out by its sign and a word or two."""
    style, rect = context.style, tile.rect
    style.box(surface, rect, "raised" if tile.on else "line", "ink" if tile.on else "grey", round_by=10)
    style.icon(surface, way, (rect.centerx, rect.top + style.px(24)), theme().icon + 4)
    hand = Hand("small", "ink" if tile.on else "faint", bold=tile.on)
    words = text_of(f"ui.theory.way.{way}") if tile.on else text_of("ui.theory.off")
    write(
        surface,
        style,
        cut(style, words, rect.width - 4, hand),
        (rect.centerx, rect.bottom - style.px(13)),
        hand,
        "center",
    )
