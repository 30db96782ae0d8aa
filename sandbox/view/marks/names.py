"""Name pills: each by its person, none over a face.

A name stays on the side of its body where it was as long as there is room, so that names do not flicker.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.session.seen.concerned import story_of
from sandbox.view.canvas.palette import AMBER, INK, PAPER
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.spots import Taken, around, emptiest, nearest_on
from sandbox.view.canvas.sprite_canvas import quick
from sandbox.view.canvas.text import pill, shortened
from sandbox.view.canvas.themes import themed
from sandbox.view.late import Late
from sandbox.view.marks.gaze import bars
from sandbox.view.people.lifts import ROMP
from sandbox.view.people.pose_state import pose_state_of

if TYPE_CHECKING:
    from collections.abc import Container, Generator

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Rgb, Sizes
    from sandbox.view.canvas.strokes import Spot
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

SIDES: Final = ("below", "right", "left", "above")
ROUND: Final = 0.3
"""Least room between letters and the round ends of their label, in heights of the letters."""
LONGEST: Final = 10
"""A name is at most so wide, in heights of its letters."""
LATE: Final = 2
"""Pictures of a new moment in which names stay beside their people where they were: others are worked at by then."""
BEFORE: Final = (0.75, 1.0)
"""What the second picture of a new moment has to do, with its elbow room, and the first, of what leaves no time."""
STEP: Final = 0.5
"""The same of each of the two that choose names and look for room."""
MOST: Final = 6
"""So many of those whom the moment is about have their names whatever those cover, the unhappiest first."""
OUT: Final = (0.0, 0.3, 0.6)
"""How much farther off such a name may go, in tiles."""
LEAD: Final = 0.3
"""How far from the middle of a body the line to its name begins, in tiles."""
LEAST_LEAD: Final = 0.22
"""A line as short as that is none."""
FEW: Final = 150
"""Among more people, names of those in question alone are laid wherever they belong."""


@dataclass(frozen=True, slots=True)
class _View:
    """What names are placed for; while it stays, they keep their places beside their people."""

    cast_px: int
    seen: bytes
    """the rows of whoever is in view, unless they are too many: who comes into it while time stands gets a name"""
    rect: tuple[int, ...]
    """of the map on the window"""
    asked: frozenset[int]
    eyes: int | None
    lens: str
    lengths: Sizes


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where names were put, by whom they name."""

    who: Ints
    """(L,)"""
    labels: list[pygame.Surface]
    offsets: Floats
    """(2, L) pixels from the feet to the corners of the labels"""
    led: frozenset[int]
    """whose name is not at one of their sides, so that a thin line leads to it"""


class Names:
    """Finds room for names and remembers it."""

    def __init__(self) -> None:
        """Start with no name placed."""
        self._sides: dict[int, int] = {}
        """on which of SIDES each name was"""
        self._placed: Late[_Placed] = Late(LATE)
        self._drawn: list[tuple[int, pygame.Surface, tuple[int, int]]] = []
        """who was named in the last picture, by which label, and its corner"""
        self._led: frozenset[int] = frozenset()
        self.off: list[pygame.Rect] = []
        """what no name should cover, or lies over names"""

    def draw(
        self, frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes, known: Container[int] | None = None
    ) -> list[Blit]:
        """Return the pills that find room; those of the people in question, and of whom the moment is about, always do.

        Of the others only the `known` have one, if that is given: players read names that people of the level do not
        know. Until room is looked for again names move along with their people.
        """
        asked = frozenset(who for who in (viewpoint.hovered, viewpoint.selected, viewpoint.eyes) if who is not None)
        seen = np.sort(cast.rows).tobytes() if len(cast) <= FEW else b""
        view = _View(cast.size, seen, tuple(viewpoint.camera.rect), asked, viewpoint.eyes, viewpoint.lens, lengths)
        placed = self._placed.by_steps(frame, view, lambda: self._find_room(frame, viewpoint, cast, view, known))
        self._led = placed.led
        if not placed.labels:
            self._drawn = []
            return []
        corners = np.rint(np.stack([cast.x[placed.who], cast.y[placed.who]]) + placed.offsets).astype(np.int64)
        named = zip(placed.who.tolist(), placed.labels, zip(*corners.tolist(), strict=True), strict=True)
        self._drawn = list(compress(named, frame.people.present[placed.who].tolist()))
        return [(label, spot) for _, label, spot in self._drawn]

    def leads(self, cast: Cast) -> dict[int, tuple[Spot, Spot]]:
        """Return from where to where a line leads to each name of the last picture that is not beside its person."""
        found: dict[int, tuple[Spot, Spot]] = {}
        for who, label, spot in self._drawn:
            if who in self._led:
                pose, box = cast[who], label.get_rect(topleft=spot)
                (x, y), (right, down) = pose.middle(), nearest_on(box, pose.middle(), box.height // 2)
                share = LEAD * pose.size / max(1.0, hypot(right - x, down - y))
                if share < LEAD / (LEAD + LEAST_LEAD):
                    found[who] = (x + share * (right - x), y + share * (down - y)), (right, down)
        return found

    def draw_leads(self, surface: pygame.Surface, cast: Cast, lengths: Sizes) -> None:
        """Draw those lines."""
        for ends in self.leads(cast).values():
            for wide, colour in ((3 * lengths.thin_px, PAPER), (lengths.thin_px, INK)):
                pygame.draw.line(surface, themed(colour), *ends, round(wide))

    def work(self, frame: Frame) -> float:
        """Return how much there is to work out in the next picture of a frame, of names or before them, 0 to 1."""
        waits = self._placed.waits(frame)
        return BEFORE[waits - 1] if waits else STEP * self._placed.behind(frame)

    @property
    def boxes(self) -> dict[int, pygame.Rect]:
        """Where the names of the last picture are, by the rows of those whom they name."""
        return {who: label.get_rect(topleft=spot) for who, label, spot in self._drawn}

    def of(self, people: Container[int]) -> list[Blit]:
        """Return the pills of the last picture that name some people."""
        return [(label, spot) for who, label, spot in self._drawn if who in people]

    def at(self, pos: tuple[float, float]) -> int | None:
        """Return the row of the one whose name was at a pixel of the last picture, or None."""
        return next((who for who, box in reversed(self.boxes.items()) if box.collidepoint(pos)), None)

    def _find_room(
        self, frame: Frame, viewpoint: Viewpoint, cast: Cast, view: _View, known: Container[int] | None
    ) -> Generator[None, None, _Placed]:
        """Choose who gets a name, and put the names where there is room, in two steps."""
        named = [who for who in cast.order if who in view.asked]
        if cast.size >= view.lengths.plain_below_px:
            story, rect = story_of(frame), viewpoint.camera.rect
            unhappy = np.where(story[cast.rows], frame.people.felt[cast.rows], np.inf)
            order = cast.rows[np.argsort(unhappy, kind="stable")].tolist()
            others = [who for who in order if who not in view.asked and (known is None or who in known)]
            sure = view.asked | {who for who in others[:MOST] if story[who] and rect.collidepoint(cast[who].middle())}
            named += others
        else:
            sure = view.asked
        return (yield from self._place(frame, viewpoint, cast, view, named, sure))

    def _place(
        self, frame: Frame, viewpoint: Viewpoint, cast: Cast, view: _View, named: list[int], sure: frozenset[int]
    ) -> Generator[None, None, _Placed]:
        crowded = bool(named) and (len(named) > len(view.asked) or len(cast) <= FEW)
        eyes, bodies = (cast.spared(), _bodies(frame, cast)) if crowded else ((), np.zeros((4, 0), np.int64))
        boxes = tuple(map(pygame.Rect, *bodies.tolist()))
        taken = [*boxes, *eyes, *self.off, *(bars(frame, cast) if crowded else ())]
        people, lengths = frame.level.people, view.lengths
        labels = [_label(people[who].name, lengths, AMBER if who in view.asked else PAPER) for who in named]
        rows, seen = np.asarray(named, np.int64), _seen_around(named, cast, viewpoint)
        x, y = cast.x[rows], cast.y[rows]
        corners = _beside(x, y, cast.size, np.array([label.get_size() for label in labels], np.int64).reshape(-1, 2).T)
        sides = corners[:, : len(SIDES)].tolist()
        found: list[int] = []
        spots: list[tuple[int, int]] = []
        led: list[int] = []
        yield
        for number, (who, label) in enumerate(zip(named, labels, strict=True)):
            box = self._room(who, label.get_size(), sides[number], taken, seen[number])
            if box is None and who in sure:
                kept_off = Taken(eyes, tuple(taken), boxes)
                places = [pygame.Rect(corner, label.get_size()) for corner in corners[number].tolist()]
                places = _farther(cast[who], places, seen[number])
                own = cast.order.index(who) if crowded else None
                box = _least(places, kept_off, bodies, own, seen[number], must=who in view.asked)
                led.append(who)
            if box is not None:
                taken.append(box)
                found.append(number)
                spots.append(box.topleft)
        where = np.asarray(spots, np.float64).reshape(-1, 2).T - np.stack([x[found], y[found]])
        return _Placed(rows[found], [labels[number] for number in found], where, frozenset(led))

    def _room(
        self, who: int, size: tuple[int, int], sides: list[list[int]], taken: list[pygame.Rect], rect: pygame.Rect
    ) -> pygame.Rect | None:
        """Return the place at somebody's side where a name covers nothing, that where it was before all others."""
        last = self._sides.get(who, 0)
        for side in (last, *range(len(SIDES))):
            box = pygame.Rect(sides[side], size)
            if rect.contains(box) and box.collidelist(taken) < 0:
                self._sides[who] = side
                return box
        return None


def _seen_around(named: list[int], cast: Cast, viewpoint: Viewpoint) -> list[pygame.Rect]:
    """Return where each of some names can be read: in the window without panels, unless they are over its person."""
    whole, free = viewpoint.camera.rect, viewpoint.free
    if free is None:
        return [whole] * len(named)
    return [free if free.collidepoint(cast[who].middle()) else whole for who in named]


def _farther(pose: Pose, beside: list[pygame.Rect], rect: pygame.Rect) -> list[pygame.Rect]:
    """Return the places of a name beside a body and those farther around it, kept inside what can be read."""
    return [place.clamp(rect) for place in (*beside, *around(pose.box(), beside[0].size, 0))]


def _least(
    places: list[pygame.Rect], taken: Taken, bodies: Ints, own: int | None, rect: pygame.Rect, *, must: bool
) -> pygame.Rect | None:
    """Return where a name covers least of what should be seen, the nearest first; over eyes only if it must be seen.

    It is nearer to its own person, by their number among the (4, V) bodies, than to anybody else, if that can be
    without hiding eyes.
    """
    clear = [place for place in places if place.collidelist(taken.eyes) < 0]
    near = clear if own is None or not clear else _nearest_to(own, bodies, clear)
    best = near or clear or (places if must else [])
    return best[emptiest(best, rect, taken)] if best else None


def _nearest_to(own: int, bodies: Ints, places: list[pygame.Rect]) -> list[pygame.Rect]:
    """Return those places of a label whose middles are no farther from one body than from any of all bodies."""
    middles = np.array([place.center for place in places]).T[:, :, None]
    low, high = bodies[:2, None], bodies[:2, None] + bodies[2:, None]
    x, y = np.maximum(np.maximum(low - middles, middles - high), 0)
    far = x * x + y * y
    return list(compress(places, (far[:, own] <= far.min(axis=1)).tolist()))


@cached_picture
def _label(name: str, lengths: Sizes, back: Rgb) -> pygame.Surface:
    pad = max(lengths.pill_pad_px, round(ROUND * lengths.name_px))
    words = shortened(name, lengths.name_px, round(LONGEST * lengths.name_px), bold=True)
    return quick(pill(words, lengths.name_px, pad, back))


def _bodies(frame: Frame, cast: Cast) -> Ints:
    """Return (4, V) left, top, width and height of what the bodies of all in view take up, romping ones at the top."""
    boxes, higher = cast.bodies(cast.rows), np.zeros(len(cast.x))
    players = pose_state_of(frame).players
    higher[players] = np.maximum(0, ROMP * cast.size - cast.lift[players])
    up = np.rint(higher[cast.rows]).astype(np.int64)
    boxes[1] -= up
    boxes[3] += up
    return boxes


def _beside(x: Floats, y: Floats, size_px: int, label: Ints) -> Ints:
    """Return (K, P, 2) corners of labels of (2, K) pixels beside bodies whose feet are at (K,) pixels.

    These are the sides of a body, in the order of `SIDES`, then those farther off by more and more of `OUT`.
    """
    wide, high = label
    out = np.array(OUT)[:, None]
    corners = np.empty((len(OUT), len(SIDES), 2, len(x)), np.int64)
    corners[:, 0, 0] = corners[:, 3, 0] = np.rint(x) - wide // 2
    corners[:, 1:3, 1] = np.rint(y - 0.16 * size_px) - high // 2
    corners[:, 0, 1] = np.rint(y + (0.06 + out) * size_px)
    corners[:, 1, 0] = np.rint(x + (0.44 + out) * size_px)
    corners[:, 2, 0] = np.rint(x - (0.44 + out) * size_px) - wide
    corners[:, 3, 1] = np.rint(y - (1.12 + out) * size_px) - high
    return corners.reshape(len(OUT) * len(SIDES), 2, len(x)).transpose(2, 0, 1)
