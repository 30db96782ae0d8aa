"""The list of saves, with pictures; what cannot be read is listed with the reason."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.scenario.showable import showable
from sandbox.session.files.autosaves import MOST
from sandbox.ui import verbs
from sandbox.ui.kit.pictures import picture_of
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import BOLD, SMALL, SOFT, Hand, cut, line_height, lines_of, paragraph, write
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.session.files.shelf import Glimpse, Kept, Shelf
    from sandbox.ui.context import Context

_CARD: Final = 78
"""Height of a save's card, in units."""
_WIDE: Final = 1.6
"""Width of its picture, in heights."""


def saves(context: Context) -> Pane:
    """Build one page of the list, and below it what can be done with the shelf."""
    return _Saves(context).pane()


class _Saves:
    """The panel while it is laid out."""

    def __init__(self, context: Context) -> None:
        self.context, self.style, self.shelf = context, context.style, context.shell.shelf
        self.gap, self.side = self.style.px(theme().gap), self.style.px(theme().narrow)
        self.body = body_of(context)
        self.told = self._told()
        lines = len(lines_of(self.style, self.told, self.body.width, SOFT))
        self.foot = pygame.Rect(self.body)
        self.foot.height = lines * line_height(self.style, SOFT)
        self.foot.bottom = self.body.bottom
        self.cards: list[tuple[Kept, Glimpse, pygame.Rect]] = []
        self.controls: list[Control] = []
        self._lay_out()

    def _told(self) -> str:
        if self.shelf is None:
            return text_of("saves.nowhere")
        return text_of("saves.where", path=showable(self.shelf.folder), most=MOST)

    def _lay_out(self) -> None:
        buttons = self.foot.top - self.gap - self.style.px(theme().button)
        card = self.style.px(_CARD)
        fitting = max(1, (buttons - self.body.top) // (card + self.gap))
        entries = self.context.state.saves if self.shelf is not None else ()
        pages = max(1, -(-len(entries) // fitting))
        page = self.context.state.page % pages
        top = self.body.top
        for entry in entries[page * fitting : (page + 1) * fitting]:
            if self.shelf is not None:
                self._add_card(self.shelf, entry, pygame.Rect(self.body.left, top, self.body.width, card))
            top += card + self.gap
        self._add_buttons(buttons, page, pages)

    def _add_card(self, shelf: Shelf, entry: Kept, whole: pygame.Rect) -> None:
        glimpse = shelf.glimpse(entry.path)
        box = pygame.Rect(whole.left, whole.top, whole.width - self.side - self.gap, whole.height)
        self.cards.append((entry, glimpse, box))
        broken, name = bool(glimpse.problem), _name(entry, glimpse)
        known = entry.path.name
        self.controls.append(
            Control(f"saves.{known}", box, verbs.OPEN(entry.path), look="card", enabled=not broken, tip=glimpse.problem)
        )
        height = (whole.height - self.gap // 2) // 2
        for number, (what, act) in enumerate((("rename", verbs.RENAME_SAVE), ("delete", verbs.DELETE_SAVE))):
            side = pygame.Rect(box.right + self.gap, whole.top + number * (height + self.gap // 2), self.side, height)
            enabled, tip = not (what == "rename" and broken), text_of(f"saves.{what}.tip", name=name)
            self.controls.append(
                Control(f"saves.{known}.{what}", side, act(entry.path), icon=what, tip=tip, enabled=enabled)
            )

    def _add_buttons(self, top: int, page: int, pages: int) -> None:
        acts = [] if self.shelf is None else [("folder", verbs.FOLDER(), text_of("saves.open_folder"))]
        if self.context.state.deleted:
            back = text_of("saves.bring_back", name=self.context.state.deleted)
            acts.insert(0, ("back", verbs.BRING_BACK(), back))
        if pages > 1:
            acts.append(("more", verbs.PAGE(1), text_of("ui.levels.more", page=page + 1, pages=pages)))
        width = (self.body.width + self.gap) // max(1, len(acts)) - self.gap
        for number, (name, act, words) in enumerate(acts):
            left = self.body.left + number * (width + self.gap)
            box = pygame.Rect(left, top, width, self.style.px(theme().button))
            text = cut(self.style, words, width - self.style.px(12), BOLD)
            self.controls.append(Control(f"saves.{name}", box, act, text=text, tip=words if text != words else ""))

    def pane(self) -> Pane:
        """Return the panel."""
        controls = (close_button(self.context), *self.controls)
        return Pane("saves", self.style, self.context.dock, controls, self._paint)

    def _paint(self, surface: pygame.Surface) -> None:
        draw_title(surface, self.context, "saves", text_of("saves.title"))
        if not self.cards and self.shelf is not None:
            paragraph(surface, self.style, text_of("saves.none"), self.body)
        for entry, glimpse, box in self.cards:
            self._draw_card(surface, entry, glimpse, box)
        paragraph(surface, self.style, self.told, self.foot, SOFT)

    def _draw_card(self, surface: pygame.Surface, entry: Kept, glimpse: Glimpse, box: pygame.Rect) -> None:
        style = self.style
        style.box(surface, box, "raised", "line", round_by=9)
        inner = box.inflate(-style.px(12), -style.px(12))
        wide = round(_WIDE * inner.height)
        picture = None if glimpse.problem else picture_of(glimpse.picture, (wide, inner.height))
        if picture is not None:
            surface.blit(picture, picture.get_rect(center=(inner.left + wide // 2, inner.centery)))
        if not glimpse.problem:
            inner.left, inner.width = inner.left + wide + style.px(10), inner.width - wide - style.px(10)
        hand = Hand("body", "vermillion", bold=True) if glimpse.problem else BOLD
        step = inner.height / 3
        name = cut(style, _name(entry, glimpse), inner.width, hand)
        write(surface, style, name, (inner.left, round(inner.top + step / 2)), hand)
        rest = pygame.Rect(inner.left, round(inner.top + step), inner.width, round(2 * step))
        if glimpse.problem:
            paragraph(surface, style, glimpse.problem, rest, SOFT)
            return
        when = datetime.fromtimestamp(entry.changed).astimezone()
        level = text_of("saves.level", level=glimpse.level, time=clock(glimpse.tick))
        for row, (words, kind) in enumerate(((level, SMALL), (f"{when:%Y-%m-%d %H:%M}", SOFT))):
            place = inner.left, round(inner.top + (row + 1.5) * step)
            write(surface, style, cut(style, words, inner.width, kind), place, kind)


def _name(entry: Kept, glimpse: Glimpse) -> str:
    """Return what a save is called: as the player calls it, or by who kept it, or by its file."""
    if glimpse.problem:
        return showable(entry.path.name)
    return showable(entry.name) if entry.name else text_of("saves.kept")
