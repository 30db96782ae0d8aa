"""The level that is chosen on the map: what it is about or has taught, how it went, and the way into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.mechanisms import IDS
from sandbox.scenario.difficulty import USUAL
from sandbox.scenario.language import text_of
from sandbox.scenario.library import number_and_id
from sandbox.session.lessons import LESSONS
from sandbox.session.progress import wins
from sandbox.ui import verbs
from sandbox.ui.campaign.choices import choices_of, level_of
from sandbox.ui.campaign.pictures import draw_pictures
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import SMALL_BOLD, SOFT, TITLE, Hand, cut, line_height, paragraph, width_of, write
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control
from sandbox.view.canvas.palette import GRASS
from sandbox.view.canvas.themes import themed

if TYPE_CHECKING:
    from sandbox.scenario.library import Entry
    from sandbox.ui.campaign.choices import Choice
    from sandbox.ui.context import Context
    from sandbox.ui.kit.style import Style

STRIP: Final = 136
"""Height of all that is told, in units."""
_RIGHT: Final = 292
"""Width of what can be pressed to play, in units."""
_PLAY: Final = 56
_ROW: Final = 32
"""Height of a row of difficulties or of pages, in units."""
_LINES: Final = 2
"""So many lines tell what it is about."""
_WIDE: Final = 1.45
"""Width of the level's picture, in heights."""
_ROOMY: Final = 800
"""Units across from which on there is room for that picture."""
_STAR: Final = 15


class Stop:
    """What is told of the level, and what can be done with it."""

    def __init__(self, context: Context, rect: pygame.Rect, index: int | None) -> None:
        """Lay it out in a place for the level that stands so in the list; None where nothing is listed."""
        self.context, self.style, self.rect = context, context.style, rect
        self.entry: Entry | None = None if index is None else context.state.entries[index]
        self.choices = [] if self.entry is None else choices_of(context, self.entry)
        self.difficulty = self._difficulty()
        style, gap = self.style, self.style.px(theme().gap)
        self.right = pygame.Rect(rect.right - style.px(_RIGHT), rect.top, style.px(_RIGHT), rect.height)
        tall = rect.height if rect.width >= style.px(_ROOMY) and self.entry and self.entry.level else 0
        self.picture = pygame.Rect(rect.left, rect.top, round(_WIDE * tall), tall)
        left = self.picture.right + (style.px(12) if tall else 0)
        self.middle = pygame.Rect(left, rect.top, self.right.left - 2 * gap - left, rect.height)
        self.controls = () if index is None else (*self._ways_in(index), *self._pages())

    def _difficulty(self) -> str:
        """Return the difficulty at which it would be played."""
        wanted, known = self.context.state.walk.difficulty, [choice.difficulty for choice in self.choices]
        return wanted if wanted in known else USUAL

    def _ways_in(self, index: int) -> list[Control]:
        """Build what plays the level, how hard it is then, and what passes it over."""
        context, style, entry, right = self.context, self.style, self.entry, self.right
        if entry is None or entry.broken:
            return []
        gap = style.px(theme().gap)
        play = pygame.Rect(right.left, right.top, right.width, style.px(_PLAY))
        act = verbs.PLAY_AT(entry.path, self.difficulty)
        found = [Control("levels.play", play, act, look="loud", icon="start", text=text_of("ui.levels.play"))]
        cells = _cells(pygame.Rect(right.left, play.bottom + gap, right.width, style.px(_ROW)), len(self.choices), gap)
        for choice, cell in zip(self.choices, cells, strict=True):
            name, on = f"level.{index}.{choice.difficulty}", choice.difficulty == self.difficulty
            found.append(Control(name, cell, verbs.AT(choice.difficulty), look="card", tip=choice.tip, on=on))
        level = number_and_id(entry.path)[1]
        if entry.in_campaign and not wins(context.shell.best, level):
            skipped = level in context.shell.skipped
            words = text_of("ui.levels.unskip" if skipped else "ui.levels.skip")
            box = pygame.Rect(right.left, play.bottom + 2 * gap + style.px(_ROW), right.width, style.px(_ROW))
            tip = text_of("ui.levels.skip.tip")
            found.append(Control("levels.skip", box, verbs.SKIP(level), look="words", text=words, tip=tip))
        return found

    def _pages(self) -> list[Control]:
        """Build the ways to the pages of the mechanisms that the level is about, as far as they have one."""
        style, left, found = self.style, self.middle.left, list[Control]()
        for name in self._mechanisms():
            words = text_of(f"lesson.{name}.title")
            box = pygame.Rect(left, 0, width_of(style, words, SMALL_BOLD) + style.px(20), style.px(_ROW - 4))
            box.bottom = self.rect.bottom
            if box.right > self.middle.right:
                break
            left = box.right + style.px(theme().gap)
            tip = text_of("ui.levels.page", title=text_of(f"lesson.{name}.sentence"))
            found.append(Control(f"levels.page.{name}", box, verbs.LESSON(name), look="chip", text=words, tip=tip))
        return found

    def _mechanisms(self) -> list[str]:
        """List those with a page that the level is about, in its own order."""
        if self.entry is None or self.entry.broken:
            return []
        return [name for name in level_of(self.entry.level).teaching.mechanisms if name in LESSONS and name in IDS]

    def draw(self, surface: pygame.Surface) -> None:
        """Write what there is to tell."""
        style, entry, place = self.style, self.entry, self.middle
        if entry is None:
            return
        if self.picture.height:
            pygame.draw.rect(surface, themed(GRASS), self.picture)  # Until it is drawn.
        hand = TITLE._replace(colour="vermillion") if entry.broken else TITLE
        top = place.top + style.px(12)
        write(surface, style, cut(style, entry.title, place.width, hand), (place.left, top), hand)
        lines = pygame.Rect(place.left, place.top + style.px(28), place.width, _LINES * line_height(style))
        if entry.broken:
            lines.height = place.height - style.px(28)
        below = paragraph(surface, style, self._line(), lines)
        write(surface, style, cut(style, self._went(), place.width, SOFT), (place.left, below + style.px(9)), SOFT)
        for choice in self.choices:
            self._draw_choice(surface, choice)

    def _line(self) -> str:
        """Return what was learned from a level that was won, or else its hook, or what is wrong with its file."""
        entry = self.entry
        if entry is None or entry.broken:
            return "" if entry is None else entry.line
        learned = level_of(entry.level).teaching.learned
        won = wins(self.context.shell.best, number_and_id(entry.path)[1])
        return learned if won and learned else entry.line

    def _went(self) -> str:
        """Say how it was won, and how the last bet came out."""
        if self.entry is None or self.entry.broken:
            return ""
        name = number_and_id(self.entry.path)[1]
        won = [choice for choice in self.choices if choice.best is not None]
        said = [] if self.choices else [text_of("ui.levels.free")]
        if won and (best := won[-1].best) is not None:
            difficulty = text_of(f"difficulty.{won[-1].difficulty}")
            said.append(text_of("ui.levels.won", difficulty=difficulty, time=clock(best.ticks)))
        elif self.entry.in_campaign and name in self.context.shell.skipped:
            said.append(text_of("ui.levels.skipped"))
        if name in self.context.shell.bets:
            said.append(text_of("ui.levels.bet.right" if self.context.shell.bets[name] else "ui.levels.bet.lost"))
        return " ".join(said)

    def _draw_choice(self, surface: pygame.Surface, choice: Choice) -> None:
        """Draw a difficulty; once it was won with a tick and all stars, of which the earned ones are filled."""
        style = self.style
        control = next(one for one in self.controls if one.act == verbs.AT(choice.difficulty))
        cell, best = control.rect, choice.best
        style.box(surface, cell, "amber" if control.on else "raised", "ink" if control.on else "line", round_by=8)
        stars = choice.stars if best is not None else 0
        words = text_of(f"difficulty.{choice.difficulty}")
        hand = Hand("small", bold=control.on)
        words = cut(style, words, cell.width - style.px(10 + _STAR * stars), hand)
        left = cell.centerx - (width_of(style, words, hand) + style.px(_STAR * stars)) // 2
        write(surface, style, words, (left, cell.centery), hand)
        right = left + width_of(style, words, hand) + style.px(3)
        for place in range(stars):
            earned = best is not None and place < best.stars
            style.icon(
                surface, "star" if earned else "no_star", (right + style.px(_STAR * (place + 0.5)), cell.centery), _STAR
            )
        if best is not None:
            tick(surface, style, (cell.left + style.px(2), cell.top + style.px(2)))

    def moving(self, surface: pygame.Surface) -> None:
        """Draw the level's picture, as soon as it is set up."""
        if self.picture.height and self.entry is not None:
            draw_pictures(surface, [(self.entry.level, self.picture)])
            self.style.frame_of(surface, self.picture)


def _cells(row: pygame.Rect, count: int, gap: int) -> list[pygame.Rect]:
    """Divide a row among so many buttons."""
    width = (row.width - max(0, count - 1) * gap) // max(1, count)
    return [pygame.Rect(row.left + place * (width + gap), row.top, width, row.height) for place in range(count)]


def tick(surface: pygame.Surface, style: Style, middle: tuple[int, int]) -> None:
    """Draw the mark of what was won."""
    x, y = middle
    pygame.draw.circle(surface, COLOURS["ink"], middle, style.px(8))
    pygame.draw.circle(surface, COLOURS["green"], middle, style.px(6.5))
    corners = [(x - style.px(3), y), (x - style.px(0.8), y + style.px(2.5)), (x + style.px(3.5), y - style.px(3))]
    pygame.draw.lines(surface, COLOURS["white"], closed=False, points=corners, width=style.px(2))


def cross(surface: pygame.Surface, style: Style, middle: tuple[int, int]) -> None:
    """Draw the mark of a bet that was lost."""
    x, y, half = *middle, style.px(6)
    for colour, width in (("white", 5), ("vermillion", 3)):
        for way in (-1, 1):
            pygame.draw.line(
                surface, COLOURS[colour], (x - half, y - way * half), (x + half, y + way * half), style.px(width)
            )
