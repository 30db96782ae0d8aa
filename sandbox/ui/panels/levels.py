"""The list of levels; one that cannot be read is listed with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import pygame

from sandbox.scenario.language import text_of
from sandbox.scenario.schema import Level
from sandbox.session.session import Session
from sandbox.ui import verbs
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import BOLD, SOFT, Hand, cut, paragraph, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from sandbox.scenario.library import Entry
    from sandbox.ui.context import Context

_CARD: Final = 110
"""Height of a level's card, in units."""
_WIDE: Final = 1.5
"""Width of a level's picture, in heights."""
_FINER: Final = 3
"""A level's picture is drawn so many times too large before it is shrunk."""


def levels(context: Context) -> Pane:
    """Build one page of the list."""
    style, body = context.style, body_of(context)
    card, foot = style.px(_CARD), style.px(theme().button)
    fitting = max(1, (body.height - foot) // (card + style.px(theme().gap)))
    pages = max(1, -(-len(context.state.entries) // fitting))
    page = context.state.page % pages
    shown = list(enumerate(context.state.entries))[page * fitting : (page + 1) * fitting]
    boxes = [
        pygame.Rect(body.left, body.top + place * (card + style.px(theme().gap)), body.width, card)
        for place in range(len(shown))
    ]
    controls = [
        Control(f"level.{index}", box, verbs.OPEN(entry.path), look="card", enabled=not entry.broken)
        for (index, entry), box in zip(shown, boxes, strict=True)
    ]
    if pages > 1:
        box = pygame.Rect(body.left, body.bottom - foot, body.width, foot)
        text = text_of("ui.levels.more", page=page + 1, pages=pages)
        controls.append(Control("levels.more", box, verbs.PAGE(1), text=text))

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "levels", text_of("ui.levels"))
        for (_, entry), box in zip(shown, boxes, strict=True):
            _draw_card(surface, context, entry, box)

    return Pane("levels", context.style, context.dock, (close_button(context), *controls), paint)


@cached_picture
def thumbnail(level: bytes, size: tuple[int, int]) -> pygame.Surface:
    """Draw how a level, given as JSON, begins; `size` pixels wide and high."""
    frame = Session(msgspec.json.decode(level, type=Level)).frame()
    large = pygame.Surface((size[0] * _FINER, size[1] * _FINER))
    camera = Camera.around(frame.people.x, frame.people.y, large.get_rect())
    Stage().draw(large, frame, Viewpoint(camera, legend=False))
    return pygame.transform.smoothscale(large, size)


def _draw_card(surface: pygame.Surface, context: Context, entry: Entry, box: pygame.Rect) -> None:
    style = context.style
    here = entry.title == context.here and not entry.broken
    style.box(surface, box, "amber" if here else "raised", "line", round_by=9)
    inner = box.inflate(-style.px(20), -style.px(12))
    if entry.level:
        picture = thumbnail(entry.level, (round(_WIDE * inner.height), inner.height))
        surface.blit(picture, picture.get_rect(midright=inner.midright))
        inner.width -= picture.get_width() + style.px(8)
    hand = Hand("body", "vermillion", bold=True) if entry.broken else BOLD
    write(surface, style, cut(style, entry.title, inner.width, hand), (inner.left, inner.top + style.px(9)), hand)
    rest = pygame.Rect(inner.left, inner.top + style.px(22), inner.width, inner.height - style.px(22))
    paragraph(surface, style, entry.line, rest, SOFT)
