"""The list of levels; one that cannot be read is listed with the reason."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ClassVar, Final

import msgspec
import pygame

from sandbox.scenario.language import text_of
from sandbox.scenario.schema import Level
from sandbox.session.session import Session
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import BOLD, SMALL_BOLD, SOFT, Hand, cut, paragraph, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.choices import Choice, choices_of
from sandbox.ui.panels.frame import body_of, close_button, draw_title
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.palette import GRASS
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.themes import themed
from sandbox.view.stage import Stage
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from concurrent.futures import Future

    from sandbox.scenario.library import Entry
    from sandbox.session.frame import Frame
    from sandbox.ui.context import Context
    from sandbox.ui.kit.style import Style

_CARD: Final = 134
"""Height of a level's card, in units."""
_CHOICES: Final = 34
"""Of it, that of the row of difficulties at its foot."""
_STAR: Final = 17
"""Side of a star, in units."""
_WIDE: Final = 1.5
"""Width of a level's picture, in heights."""
_FINER: Final = 3
"""A level's picture is drawn so many times too large before it is shrunk."""
_WORKER: Final = ThreadPoolExecutor(1, "levels")
"""Sets levels up, one after the other."""


def levels(context: Context) -> Pane:
    """Build one page of the list."""
    style, body = context.style, body_of(context)
    card, foot = style.px(_CARD), style.px(theme().button)
    pages = _pages(context.state.entries, max(1, (body.height - foot) // (card + style.px(theme().gap))))
    page = context.state.page % len(pages)
    shown = pages[page]
    boxes = [
        pygame.Rect(body.left, body.top + place * (card + style.px(theme().gap)), body.width, card)
        for place in range(len(shown))
    ]
    controls, choices = list[Control](), list[list[Choice]]()
    for (index, entry), box in zip(shown, boxes, strict=True):
        choices.append(choices_of(context, entry))
        top = box.copy()
        top.height -= style.px(_CHOICES) if choices[-1] else 0
        controls.append(Control(f"level.{index}", top, verbs.OPEN(entry.path), look="card", enabled=not entry.broken))
        controls += _buttons(style, box, f"level.{index}", choices[-1])
    if len(pages) > 1:
        box = pygame.Rect(body.left, body.bottom - foot, body.width, foot)
        text = text_of("ui.levels.more", page=page + 1, pages=len(pages))
        controls.append(Control("levels.more", box, verbs.PAGE(1), text=text))

    def paint(surface: pygame.Surface) -> None:
        examples = bool(shown) and shown[0][1].example
        draw_title(surface, context, "levels", text_of("ui.levels.examples" if examples else "ui.levels"))
        for (_, entry), box, choice in zip(shown, boxes, choices, strict=True):
            _draw_card(surface, context, entry, box)
            if choice or entry.broken:
                _draw_choices(surface, style, box, choice)
            else:
                _draw_free(surface, style, box)

    def moving(surface: pygame.Surface) -> None:
        draw_pictures(
            surface, [(entry.level, _picture_box(style, box)) for (_, entry), box in zip(shown, boxes, strict=True)]
        )

    return Pane("levels", context.style, context.dock, (close_button(context), *controls), paint, moving=moving)


def _pages(entries: Sequence[Entry], fitting: int) -> list[list[tuple[int, Entry]]]:
    """Deal the levels out to pages, each with its place in the list; the examples have pages of their own."""
    numbered = list(enumerate(entries))
    sections = [[one for one in numbered if one[1].example == example] for example in (False, True)]
    dealt = [part[place : place + fitting] for part in sections for place in range(0, len(part), fitting)]
    return dealt or [[]]


def draw_pictures(surface: pygame.Surface, wanted: Iterable[tuple[bytes, pygame.Rect]]) -> None:
    """Draw the pictures of levels, given as JSON, into their boxes: those there are, and one that is new.

    One at a time is set up, and only what is wanted by then: a page that is gone holds nothing up, nor does the end.
    """
    pictures = [(picture_of(level, box.size), box) for level, box in wanted if level]
    lacking = [picture for picture, _ in pictures if not picture.drawn]
    ready = next((picture for picture in lacking if picture.ready), None)
    if ready is not None:
        lacking.remove(ready)
        ready.draw()
    if lacking:
        lacking[0].begin()
    for picture, box in pictures:
        if picture.drawn:
            surface.blit(picture.surface, box)


class Picture:
    """How a level begins, in small: set up in the background, and drawn when that is done."""

    _latest: ClassVar[Future[Frame] | None] = None
    """what the worker does, or has done last"""

    def __init__(self, level: bytes, size: tuple[int, int]) -> None:
        """Take a level, given as JSON; the picture will be `size` pixels wide and high."""
        self.surface, self.drawn = pygame.Surface(size), False
        self._level = level
        self._opening: Future[Frame] | None = None

    def begin(self) -> None:
        """Have the level set up, if nothing else is being set up."""
        if self._opening is None and (Picture._latest is None or Picture._latest.done()):
            self._opening = Picture._latest = _WORKER.submit(_first_frame, self._level)

    @property
    def ready(self) -> bool:
        """Whether the level is set up."""
        return self._opening is not None and self._opening.done()

    def draw(self) -> pygame.Surface:
        """Return the picture, drawn if it is not yet; waits until the level is set up."""
        if not self.drawn:
            frame = _first_frame(self._level) if self._opening is None else self._opening.result()
            width, height = self.surface.get_size()
            large = pygame.Surface((width * _FINER, height * _FINER))
            there = frame.people.there()
            camera = Camera.around(frame.people.x[there], frame.people.y[there], large.get_rect())
            Stage().draw(large, frame, Viewpoint(camera, legend=False))
            pygame.transform.smoothscale(large, (width, height), self.surface)
            self.drawn = True
            self._opening = None  # The frame is large, and not needed any more.
        return self.surface


picture_of = cached_picture(Picture)


def _first_frame(level: bytes) -> Frame:
    return Session(msgspec.json.decode(level, type=Level), journal=False).frame()


def _picture_box(style: Style, box: pygame.Rect) -> pygame.Rect:
    """Return the right end of a card, where its picture belongs."""
    inner = _upper(style, box).inflate(-style.px(20), -style.px(12))
    picture = pygame.Rect(0, 0, round(_WIDE * inner.height), inner.height)
    picture.midright = inner.midright
    return picture


def _upper(style: Style, box: pygame.Rect) -> pygame.Rect:
    """Return the part of a card over its row of difficulties."""
    return pygame.Rect(box.left, box.top, box.width, box.height - style.px(_CHOICES))


def _buttons(style: Style, box: pygame.Rect, name: str, choices: list[Choice]) -> list[Control]:
    """Build the difficulties of a level side by side at the foot of its card."""
    boxes = _cells(style, box, len(choices))
    return [
        Control(f"{name}.{choice.difficulty}", cell, choice.act, look="card", tip=choice.tip)
        for choice, cell in zip(choices, boxes, strict=True)
    ]


def _cells(style: Style, box: pygame.Rect, count: int) -> list[pygame.Rect]:
    foot = pygame.Rect(box.left, box.bottom - style.px(_CHOICES), box.width, style.px(_CHOICES))
    foot = foot.inflate(-style.px(16), -style.px(8)).move(0, -style.px(2))
    gap = style.px(6)
    width = (foot.width - (count - 1) * gap) // max(1, count)
    return [pygame.Rect(foot.left + place * (width + gap), foot.top, width, foot.height) for place in range(count)]


def _draw_choices(surface: pygame.Surface, style: Style, box: pygame.Rect, choices: list[Choice]) -> None:
    """Draw each difficulty with the stars that there are, those that were earned filled, and a tick once it was won."""
    for choice, cell in zip(choices, _cells(style, box, len(choices)), strict=True):
        best, hand = choice.best, SMALL_BOLD if choice.best is not None else SOFT
        style.box(surface, cell, "white", "line" if best is None else "ink", round_by=8)
        left, right = cell.left + style.px(8), cell.right - style.px(5 + _STAR * choice.stars)
        words = cut(style, text_of(f"difficulty.{choice.difficulty}"), right - left, hand)
        write(surface, style, words, (left, cell.centery), hand)
        for place in range(choice.stars):
            earned = best is not None and place < best.stars
            middle = (right + style.px(_STAR * (place + 0.5)), cell.centery)
            style.icon(surface, "star" if earned else "no_star", middle, _STAR)
        if best is not None:
            _tick(surface, style, (cell.left + style.px(2), cell.top + style.px(2)))


def _draw_free(surface: pygame.Surface, style: Style, box: pygame.Rect) -> None:
    """Say of a level without a goal, where others have their difficulties, that it is for trying things out."""
    (foot,) = _cells(style, box, 1)
    write(surface, style, text_of("ui.levels.free"), (foot.left + style.px(2), foot.centery), SOFT)


def _tick(surface: pygame.Surface, style: Style, middle: tuple[int, int]) -> None:
    """Draw the mark of what was won."""
    x, y = middle
    pygame.draw.circle(surface, COLOURS["ink"], middle, style.px(8))
    pygame.draw.circle(surface, COLOURS["green"], middle, style.px(6.5))
    corners = [(x - style.px(3), y), (x - style.px(0.8), y + style.px(2.5)), (x + style.px(3.5), y - style.px(3))]
    pygame.draw.lines(surface, COLOURS["white"], closed=False, points=corners, width=style.px(2))


def _draw_card(surface: pygame.Surface, context: Context, entry: Entry, box: pygame.Rect) -> None:
    style = context.style
    here = entry.title == context.here and not entry.broken
    style.box(surface, box, "amber" if here else "raised", "line", round_by=9)
    inner = _upper(style, box).inflate(-style.px(20), -style.px(12))
    if entry.level:
        picture = _picture_box(style, box)
        pygame.draw.rect(surface, themed(GRASS), picture)  # Until it is drawn.
        inner.width -= picture.width + style.px(8)
    hand = Hand("body", "vermillion", bold=True) if entry.broken else BOLD
    write(surface, style, cut(style, entry.title, inner.width, hand), (inner.left, inner.top + style.px(9)), hand)
    rest = pygame.Rect(inner.left, inner.top + style.px(22), inner.width, inner.height - style.px(22))
    paragraph(surface, style, entry.line, rest, SOFT)
