"""The strip that says what the marks on the screen mean: a small picture and a few words for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.session.seen.lacking import lacking
from sandbox.session.seen.recent import recent_events
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.spots import Taken, emptiest
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, straight
from sandbox.view.canvas.text import line
from sandbox.view.canvas.themes import themed
from sandbox.view.icons.registry import icon
from sandbox.view.late import Late
from sandbox.view.marks.overlays import HIDDEN, STEPS, felt_sign
from sandbox.view.marks.pain import unseen, worsened
from sandbox.view.people.bodies import Build
from sandbox.view.people.cast import Pose
from sandbox.view.people.crowd import as_perceived
from sandbox.view.people.expression import Expression
from sandbox.view.people.perceived_as import PERCEIVED_AS
from sandbox.view.people.poses import UNFOLDED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.session.frame import Frame
    from sandbox.session.seen.tie_sums import TieSums
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast
    from sandbox.view.viewpoint import Viewpoint

ENTRIES: Final[dict[str, tuple[str, ...]]] = {
    "truth": ("suffers", "unseen", "look_away", "off", "pebble", "star", "idol", "tell", "down", "up", "level"),
    "felt": ("up", "level", "down"),
    "attention": ("wedge", "pip", "look_away", "crossed_eye"),
    "friends": ("friend_line", "enemy_line"),
    "blame": ("blame", "pebble", "credit", "star"),
    "personhood": ("thing", "sees_thing"),
    "given": ("person", "half", "thing", "taken"),
    "beliefs": ("image", "wrong_image"),
    "eyes": PERCEIVED_AS,
}
"""What each lens explains, the most important first, by the names of icons; the texts are `legend.<lens>.<mark>`.

"given" is the lens of personhood while somebody is chosen, "eyes" the look through somebody's eyes.
"""
ALWAYS: Final = ("suffers", "unseen", "look_away")
"""What is explained without any lens even if nobody does it now."""
LINGERS: Final = 6.0
"""Seconds for which a mark stays explained after it has gone."""
ROWS: Final = {"truth": 1}
"""How many rows a strip has at most, if not `MOST_ROWS`."""
MOST_ROWS: Final = 2
SHARE: Final = 0.8
"""A strip is no wider than this part of the map, so that people in the other corner stay in view."""
WORDLESS_BELOW: Final = 1000
"""In a picture narrower than this, in pixels, there are only the signs."""
GAP: Final = 0.35
"""Room between a picture and its words, in margins."""
LATE: Final = 5
"""Pictures of a new moment in which the strip stays as it was: others are worked at by then."""
SEE_THROUGH: Final = 175
"""Opacity of a strip that lies over somebody, 0 to 255."""


class Legend:
    """Draws the strip where it hides nobody, and keeps explaining what has only just gone."""

    def __init__(self) -> None:
        """Start at the left, with nothing met."""
        self._met: dict[str, float] = {}
        self._there: Late[tuple[str, ...]] = Late(LATE)
        """what people have on the screen"""
        self._corner = 0
        self._hidden: Late[int] = Late(LATE)
        """pixels of people that the strip covers"""
        self.box = pygame.Rect(0, 0, 0, 0)
        """where the strip lies in the latest picture"""
        self._strip = pygame.Surface((0, 0))

    def lay(
        self,
        frame: Frame,
        viewpoint: Viewpoint,
        cast: Cast,
        tie_sums: TieSums,
        lengths: Sizes,
        off: Sequence[pygame.Rect] = (),
    ) -> None:
        """Find a corner for the strip, at the foot of the map if that hides nobody; none while all are over eyes."""
        self.box = pygame.Rect(0, 0, 0, 0)
        if not viewpoint.legend:
            return
        rect = viewpoint.free or viewpoint.camera.rect
        lens, who = heading(viewpoint)
        name = "" if who is None else frame.level.people[who].name
        marks = self._marks(frame, viewpoint, tie_sums) if lens == "truth" else _marks_of(lens, frame)
        named, title = tuple((mark, "") for mark in marks), ""
        if viewpoint.camera.rect.width >= WORDLESS_BELOW:
            named = tuple((mark, text_of(f"legend.{lens}.{mark}")) for mark in marks)
            title = text_of(f"lens.{lens}.line", who=name) if lens != "truth" else ""
        strip = _strip(lens, title, named, lengths, round(SHARE * rect.width))
        place = (viewpoint.camera, strip.get_size(), rect.size, *map(tuple, off))
        places = _corners(strip, rect, lengths)
        hidden = self._hidden.of(frame, place, lambda: self._settle(places, rect, cast, off))
        if hidden < 0:
            return
        self.box = places[self._corner]
        strip.set_alpha(SEE_THROUGH if hidden else 255)
        self._strip = strip

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the strip where it was laid."""
        if self.box.width:
            surface.blit(self._strip, self.box)

    def _marks(self, frame: Frame, viewpoint: Viewpoint, tie_sums: TieSums) -> tuple[str, ...]:
        """Choose what is explained without any lens: first what is on the screen, or has just been."""
        there = self._there.of(frame, None, lambda: on_screen(frame, tie_sums))
        self._met |= dict.fromkeys(there, viewpoint.seconds)
        met = {mark for mark, seconds in self._met.items() if abs(viewpoint.seconds - seconds) < LINGERS}
        return (*(mark for mark in ENTRIES["truth"] if mark in met), *(mark for mark in ALWAYS if mark not in met))

    def _settle(self, places: list[pygame.Rect], rect: pygame.Rect, cast: Cast, off: Sequence[pygame.Rect]) -> int:
        """Find the corner, and count the pixels of people that the strip hides there: -1 if it would hide eyes."""
        if all(cast.spared(place) for place in places):
            return -1
        faces = cast.spared(places[0].union(places[1])) + cast.spared(places[2].union(places[3]))
        reach = places[0].height + 2 * cast.size
        near = (cast.y > places[0].bottom - reach) | (cast.y < places[2].top + reach)
        bodies = cast.boxes(cast.rows[near[cast.rows]])
        taken = Taken(faces, tuple(off), bodies)
        self._corner = emptiest(places, rect, taken, self._corner)
        _, eyes, _, hidden = taken.cost(places[self._corner], rect)
        return -1 if eyes else hidden


def _corners(strip: pygame.Surface, rect: pygame.Rect, lengths: Sizes) -> list[pygame.Rect]:
    """List the corners of what is free, those at the foot first."""
    room, box = rect.inflate(-2 * lengths.margin_px, -2 * lengths.margin_px), strip.get_rect()
    found = list[pygame.Rect]()
    for corner in ("bottomleft", "bottomright", "topleft", "topright"):
        place = box.copy()
        setattr(place, corner, getattr(room, corner))
        found.append(place)
    return found


def heading(viewpoint: Viewpoint) -> tuple[str, int | None]:
    """Return which of ENTRIES are explained, and whose mind they are about."""
    if viewpoint.eyes is not None:
        return "eyes", viewpoint.eyes
    if viewpoint.lens == "personhood" and viewpoint.focus is not None:
        return "given", viewpoint.focus
    return viewpoint.lens, None


def _marks_of(lens: str, frame: Frame) -> tuple[str, ...]:
    """Leave out things that are taken for persons where there are no things."""
    return tuple(mark for mark in ENTRIES[lens] if mark != "taken" or not frame.people.sentience.all())


def on_screen(frame: Frame, tie_sums: TieSums) -> tuple[str, ...]:
    """List the marks that somebody carries now."""
    people = frame.people
    there = {
        "suffers": len(worsened(frame)),
        "unseen": unseen(frame, tie_sums),
        "look_away": frame.averted != NOBODY,
        "off": len(lacking(frame)),
        "pebble": tie_sums.pebbles,
        "star": tie_sums.stars,
        "idol": (tie_sums.admirers >= STEPS[0]) & (people.present > 0),
        "tell": len(recent_events(frame).told),
    }
    hidden = {felt_sign(felt) for felt in people.felt[np.abs(people.felt - people.shown) > HIDDEN].tolist()}
    carried = {mark for mark, those in there.items() if np.any(those)} | hidden
    return tuple(mark for mark in ENTRIES["truth"] if mark in carried)


@cached_picture
def _strip(lens: str, title: str, marks: tuple[tuple[str, str], ...], lengths: Sizes, room_px: int) -> pygame.Surface:
    """Lay out as many marks with their words, in order of importance, as there is room for."""
    pad, side = lengths.margin_px, lengths.legend_icon_px
    head = [line(title, lengths.word_px, bold=True)] if title else []
    left = dict(marks)
    while True:
        items = head + [_item(lens, mark, left[mark], lengths) for mark in ENTRIES[lens] if mark in left]
        rows = _rows(items, room_px - 2 * pad, pad)
        if len(rows) <= ROWS.get(lens, MOST_ROWS) or len(left) == 1:
            break
        left.popitem()
    width = max(sum(item.get_width() + pad for item in row) for row in rows)
    strip = pygame.Surface((width + pad, len(rows) * side + pad), pygame.SRCALPHA)
    pygame.draw.rect(strip, themed(palette.INK), strip.get_rect(), border_radius=pad)
    edge = max(2, round(lengths.thin_px))
    pygame.draw.rect(
        strip, themed(palette.PAPER), strip.get_rect().inflate(-2 * edge, -2 * edge), border_radius=pad - edge
    )
    for number, row in enumerate(rows):
        x = pad
        for item in row:
            strip.blit(item, (x, pad / 2 + number * side + (side - item.get_height()) / 2))
            x += item.get_width() + pad
    return strip


def _rows(items: list[pygame.Surface], room: int, gap: int) -> list[list[pygame.Surface]]:
    rows: list[list[pygame.Surface]] = [[]]
    used = 0
    for item in items:
        if rows[-1] and used + item.get_width() > room:
            rows.append([])
            used = 0
        rows[-1].append(item)
        used += item.get_width() + gap
    return rows


def _item(lens: str, mark: str, meaning: str, lengths: Sizes) -> pygame.Surface:
    """Draw a sign and the words for it, if any, with ordinary alpha."""
    side = lengths.legend_icon_px
    picture = straight(_portrait(mark, side) if lens == "eyes" else icon(mark, round(side * 0.8)))
    if not meaning:
        return picture
    words = line(meaning, lengths.word_px)
    left = picture.get_width() + round(lengths.margin_px * GAP)
    item = pygame.Surface((left + words.get_width(), side), pygame.SRCALPHA)
    item.blit(picture, (0, (side - picture.get_height()) // 2))
    item.blit(words, (left, (side - words.get_height()) // 2))
    return item


def _portrait(perceived: str, side: int) -> pygame.Surface:
    picture = pygame.Surface((side, side), pygame.SRCALPHA)
    feeling = -2 if perceived == "fine" else 0
    size = round(side * (0.84 if perceived != "unimportant" else 1.2))
    pose = Pose(0, side / 2, side * 0.94, 0.0, size, UNFOLDED, Build(feeling=feeling), Expression(shown=feeling))
    picture.fblits(as_perceived(pose, perceived, 0.0), PREMULTIPLIED)
    return picture
