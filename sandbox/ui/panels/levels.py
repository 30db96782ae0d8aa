"""The levels as a map: those of the campaign as a way from place to place, the others beside it, and the chosen one.

A level that cannot be read has its place, too, and the sentence that says why.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.scenario.language import text_of
from sandbox.scenario.library import number_and_id
from sandbox.session.progress import wins
from sandbox.ui import verbs
from sandbox.ui.campaign.choices import level_of
from sandbox.ui.campaign.pages import pages_of
from sandbox.ui.campaign.places import faces_of, kind_of
from sandbox.ui.campaign.stop import STRIP, Stop, cross
from sandbox.ui.campaign.village import Spot, village
from sandbox.ui.campaign.walk import chosen, next_listed
from sandbox.ui.kit.style import COLOURS, back_row, theme
from sandbox.ui.kit.text import BOLD, SMALL_BOLD, cut, width_of, write
from sandbox.ui.kit.widgets import Control, Pane, label
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.scenario.library import Entry
    from sandbox.scenario.stages import PlaceKind
    from sandbox.ui.campaign.village import Standing
    from sandbox.ui.context import Context
    from sandbox.ui.kit.style import Style

_WIDE: Final = 136
"""Width of a place on the map at least, in units."""
_TALL: Final = (92, 236)
"""Its height at least and at most, in units."""
_SHAPE: Final = 1.5
"""The width that it is best to have, in heights."""
_SKY: Final = 16
"""Room over the first row, in units: lamps and roofs stand out of it."""
_BODY: Final = (0.56, 0.27)
"""Height of a body's tile at most, in parts of the height over the level's name, and of the width."""
_FEET: Final = 0.26
"""How far under the middle of a place the feet of those before it end, in tiles."""
_SPREAD: Final = 3
"""Of so many numbers of rows the best is taken."""
_LABEL: Final = 22
_STAR: Final = 15
_SMALLER: Final = 0.94
"""Steps in which letters for the back row become smaller where not all is seen at once."""


class _Cell(NamedTuple):
    """Where a level stands."""

    place: int
    """among all that are listed"""
    entry: Entry
    box: pygame.Rect


def levels(context: Context) -> Pane:
    """Build one page of the map, and below it what is told of the level that is chosen."""
    return _Map(_fitting(context)).pane()


def _fitting(context: Context) -> Context:
    """Make letters as large for the back row as the whole of it can be seen with, if it is wanted."""
    style = context.style
    scale = back_row() if context.shell.preferences.projector else style.scale
    while scale > style.scale:
        larger = replace(context, style=replace(style, scale=scale))
        if _Map(larger).whole:
            return larger
        scale *= _SMALLER
    return context


class _Map:
    """The panel while it is laid out."""

    def __init__(self, context: Context) -> None:
        self.context, self.style, self.body = context, context.style, body_of(context)
        entries, shell, state = context.state.entries, context.shell, context.state
        self.pages = pages_of(entries)
        self.page = self.pages[state.page % len(self.pages)]
        self.chosen, self.next = chosen(shell, entries, state.walk), next_listed(shell, entries)
        if self.chosen not in (listed := (*self.page.road, *self.page.beside)):  # It is told of what is seen.
            self.chosen = listed[0] if listed else None
        gap, strip, sky = self.style.px(theme().gap), self.style.px(STRIP), self.style.px(_SKY)
        room = self.body.height - strip - gap
        self.columns, rows = self._rows(room)
        least, most = map(self.style.px, _TALL)
        tall = max(least, min(most, (room - sky) // max(1, sum(rows))))
        self.whole = least * sum(rows) + sky <= room
        """whether all of it is seen at once"""
        self.ground = pygame.Rect(self.body.left, self.body.top, self.body.width, max(room, tall * sum(rows) + sky))
        foot = pygame.Rect(self.body.left, self.body.bottom - strip, self.body.width, strip)
        if not self.whole:  # What can be played is seen at once all the same.
            foot.top, self.ground.top = self.body.top, self.body.top + strip + gap
        self.cells = self._cells(tall, rows)
        self.stop = Stop(context, foot, self.chosen)

    def _rows(self, room: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return how many places stand side by side, and in how many rows, on the way and beside it."""
        most = max(1, self.body.width // self.style.px(_WIDE))
        road, beside = len(self.page.road), len(self.page.beside)
        others = -(-beside // most)

        def fit(rows: int) -> float:
            """Return how well so many rows on the way suit the room."""
            return min(self.body.width / max(1, -(-road // rows)) / _SHAPE, room / (rows + others))

        least = -(-road // most)
        rows = max(range(least, least + _SPREAD), key=fit) if least else 0
        return (-(-road // max(1, rows)), -(-beside // max(1, others))), (rows, others)

    def _cells(self, tall: int, rows: tuple[int, int]) -> list[_Cell]:
        """Place all levels; the way turns at the end of each row."""
        found, entries = list[_Cell](), self.context.state.entries
        first = self.ground.top + (self.ground.height - tall * sum(rows) + self.style.px(_SKY)) // 2
        for part, (indices, across) in enumerate(zip((self.page.road, self.page.beside), self.columns, strict=True)):
            wide = self.ground.width / max(1, across)
            for place, index in enumerate(indices):
                row, column = divmod(place, across)
                if row % 2 and not part:
                    column = across - 1 - column
                top = first + (row + (rows[0] if part else 0)) * tall
                left = self.ground.left + round(column * wide)
                found.append(_Cell(index, entries[index], pygame.Rect(left, top, round(wide), tall)))
        return found

    def pane(self) -> Pane:
        """Build it."""
        context, buttons = self.context, self._buttons()
        stops = [
            Control(
                f"level.{cell.place}",
                cell.box.inflate(-self.style.px(8), -self.style.px(6)),
                verbs.STOP(cell.place),
                look="card",
                tip="" if cell.place == self.chosen else cell.entry.line,
                on=cell.place == self.chosen,
            )
            for cell in self.cells
        ]
        controls = (*stops, *self.stop.controls, *buttons, close_button(context))

        def paint(surface: pygame.Surface) -> None:
            draw_title(surface, context, "levels", self._title(), 1 + 3 * len(buttons))
            surface.blit(self._village(), self.ground)
            self.style.frame_of(surface, self.ground)
            for cell in self.cells:
                self._draw_stop(surface, cell)
            self._draw_heading(surface)
            self.stop.draw(surface)

        return Pane("levels", self.style, context.dock, controls, paint, moving=self.stop.moving)

    def _title(self) -> str:
        """Return what stands over the map: how much of the way is gone, too."""
        best, road = self.context.shell.best, [entry for entry in self.context.state.entries if entry.in_campaign]
        won = sum(bool(wins(best, number_and_id(entry.path)[1])) for entry in road)
        if self.context.state.walk.asks:
            return text_of("ui.levels.ask")
        return (
            text_of("ui.levels.count", won=won, levels=len(road))
            if won and self.page.road
            else text_of(self.page.title)
        )

    def _buttons(self) -> list[Control]:
        """Build what is beside the title: other pages, and to begin anew, which is asked about and can be undone."""
        context, shell = self.context, self.context.shell
        wanted = [("more", verbs.PAGE(1))] if len(self.pages) > 1 else []
        if context.state.walk.asks:
            wanted = [("forget_all", verbs.FORGET_ALL()), ("keep", verbs.FORGET())]
        elif shell.best or shell.bets or shell.skipped:
            wanted.append(("forget", verbs.FORGET()))
        elif shell.forgotten is not None:
            wanted.append(("remember", verbs.REMEMBER()))
        style, found = self.style, list[Control]()
        right = context.dock.right - style.px(theme().narrow + 16)
        for name, act in reversed(wanted):
            words = self._elsewhere() if name == "more" else text_of(f"ui.levels.{name}")
            box = pygame.Rect(0, 0, width_of(style, words, BOLD) + style.px(20), style.px(theme().narrow))
            box.topright = right, context.dock.top + style.px(8)
            right = box.left - style.px(theme().gap)
            found.insert(0, Control(f"levels.{name}", box, act, text=words))
        return found

    def _elsewhere(self) -> str:
        """Return what is on the next page."""
        number, pages = self.context.state.page % len(self.pages), len(self.pages)
        title = self.pages[(number + 1) % pages].title
        return text_of("ui.levels.more", page=number + 1, pages=pages) if title == self.page.title else text_of(title)

    def _village(self) -> pygame.Surface:
        """Draw the ground with all places."""
        taken, spots, tile = list["PlaceKind"](), list[Spot](), self._tile()
        for cell in self.cells:
            level = None if cell.entry.broken else level_of(cell.entry.level)
            taken.append(kind_of(level, taken))
            name = number_and_id(cell.entry.path)[1]
            looks = () if level is None else faces_of(level)
            spots.append(Spot(self._middle(cell, tile), taken[-1], looks, self._standing(name)))
        looked_at = next((place for place, cell in enumerate(self.cells) if cell.place == self.next), None)
        return village(self.ground.size, tile, tuple(spots), len(self.page.road), looked_at)

    def _standing(self, name: str) -> Standing:
        """Return how it stands with a level, by its id."""
        if wins(self.context.shell.best, name):
            return "won"
        return "skipped" if name in self.context.shell.skipped else "open"

    def _tile(self) -> int:
        """Return the height of a body's tile, in pixels."""
        if not self.cells:
            return 1
        narrow, over = min(cell.box.width for cell in self.cells), self.cells[0].box.height - self._under()
        return max(1, round(min(_BODY[0] * over, _BODY[1] * narrow)))

    def _under(self) -> int:
        """Return the height of a level's name and of the signs below it, in pixels."""
        return self.style.px(_LABEL) + self.style.px(_STAR + 6)

    def _middle(self, cell: _Cell, tile: int) -> tuple[int, int]:
        down = cell.box.bottom - self._under() - round(_FEET * tile)
        return cell.box.centerx - self.ground.left, down - self.ground.top

    def _draw_heading(self, surface: pygame.Surface) -> None:
        """Write over the places beside the way what they are for."""
        first = next((cell for cell in self.cells if cell.place in self.page.beside), None)
        if first is not None and self.page.road:
            words, box = text_of("ui.levels.beside"), pygame.Rect(0, 0, 0, self.style.px(_LABEL))
            box.width = width_of(self.style, words, SMALL_BOLD) + self.style.px(16)
            box.midleft = self.ground.left + self.style.px(6), first.box.top
            self.style.box(surface, box, "raised", "line", round_by=_LABEL)
            write(surface, self.style, words, box.center, SMALL_BOLD, "center")

    def _draw_stop(self, surface: pygame.Surface, cell: _Cell) -> None:
        """Write what a level is called, draw the stars that were earned there, and mark the one to play next."""
        style, box, shell = self.style, cell.box, self.context.shell
        name = number_and_id(cell.entry.path)[1]
        won = wins(shell.best, name)
        hand = BOLD if cell.place == self.next else SMALL_BOLD
        hand = hand._replace(colour="vermillion" if cell.entry.broken else "ink")
        if cell.place == self.chosen:
            ring = box.inflate(-style.px(10), -style.px(8))
            pygame.draw.rect(surface, COLOURS["amber"], ring, style.px(3), style.px(12))
        words = cut(style, _called(cell.entry), box.width - style.px(22), hand)
        below = style.px(_STAR + 6)
        tag = pygame.Rect(0, 0, width_of(style, words, hand) + style.px(14), style.px(_LABEL))
        tag.midbottom = box.centerx, box.bottom - below
        here = cell.entry.title == self.context.here and not cell.entry.broken
        style.box(surface, tag, "amber" if here or cell.place == self.next else "paper", round_by=_LABEL)
        write(surface, style, words, tag.center, hand, "center")
        recommended = cell.place == self.next and not won
        beside = box.width // 3 if recommended else 0
        _draw_marks(surface, style, (box.centerx + beside, box.bottom - below // 2), cell.entry, self.context)
        if recommended:
            words = text_of("ui.levels.next" if shell.best else "ui.levels.first")
            label(surface, style, words, (box.centerx, tag.bottom - style.px(2)), "midtop", loud=True)


def _called(entry: Entry) -> str:
    """Return a level's title, in the campaign behind its number."""
    number = number_and_id(entry.path)[0]
    return f"{int(number)} {entry.title}" if entry.in_campaign else entry.title


def _draw_marks(surface: pygame.Surface, style: Style, middle: tuple[int, int], entry: Entry, context: Context) -> None:
    """Draw the stars of the best win, and how the last bet came out; nothing of what was never decided."""
    name = number_and_id(entry.path)[1]
    won, bet = wins(context.shell.best, name), context.shell.bets.get(name)
    level = None if entry.broken else level_of(entry.level)
    stars = 0 if level is None or level.goal is None or not won else len(level.goal.stars)
    earned = max((one.stars for one in won.values()), default=0)
    signs = ["star" if place < earned else "no_star" for place in range(stars)]
    signs += [] if bet is None else ["question"]
    spots = [
        (middle[0] + style.px(_STAR) * (2 * place - len(signs) + 1) // 2, middle[1]) for place in range(len(signs))
    ]
    if signs:
        plate = pygame.Rect(0, 0, style.px(_STAR * len(signs) + 10), style.px(_STAR + 3))
        plate.center = middle
        style.box(surface, plate, "paper", round_by=_STAR)
    for spot, sign in zip(spots, signs, strict=True):
        style.icon(surface, sign, spot, _STAR)
    if bet is False:
        cross(surface, style, spots[-1])
