"""Name pills: each by its person, none over a face.

A name stays on the side of its body where it was as long as there is room, so that names do not flicker.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.session.concerned import story_of
from sandbox.view.canvas.palette import AMBER, PAPER
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.spots import Taken, around, emptiest
from sandbox.view.canvas.sprite_canvas import quick
from sandbox.view.canvas.text import pill, shortened
from sandbox.view.late import Late
from sandbox.view.marks.gaze import bars

if TYPE_CHECKING:
    from collections.abc import Container

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Rgb, Sizes
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
MOST: Final = 6
"""So many of those whom the moment is about have their names whatever those cover, the unhappiest first."""
OUT: Final = (0.0, 0.3, 0.6)
"""How much farther off such a name may go, in tiles."""
FEW: Final = 150
"""Among more people, names of those in question alone are laid wherever they belong."""
HALF, KEPT_FROM = 0.36, 0.86
"""Half the width that a body takes of its tile when names look for room, and its height."""


@dataclass(frozen=True, slots=True)
class _View:
    """What names are placed for; while it stays, they keep their places beside their people."""

    cast_px: int
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


class Names:
    """Finds room for names and remembers it."""

    def __init__(self) -> None:
        """Start with no name placed."""
        self._sides: dict[int, int] = {}
        """on which of SIDES each name was"""
        self._placed: Late[_Placed] = Late(LATE)
        self._drawn: list[tuple[int, pygame.Surface, tuple[int, int]]] = []
        """who was named in the last picture, by which label, and its corner"""
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
        view = _View(cast.size, tuple(viewpoint.camera.rect), asked, viewpoint.eyes, viewpoint.lens, lengths)
        placed = self._placed.of(frame, view, lambda: self._find_room(frame, viewpoint, cast, view, known))
        if not placed.labels:
            self._drawn = []
            return []
        corners = np.rint(np.stack([cast.x[placed.who], cast.y[placed.who]]) + placed.offsets).astype(np.int64)
        named = zip(placed.who.tolist(), placed.labels, zip(*corners.tolist(), strict=True), strict=True)
        self._drawn = list(compress(named, frame.people.present[placed.who].tolist()))
        return [(label, spot) for _, label, spot in self._drawn]

    def due(self, frame: Frame) -> bool:
        """Tell whether the next picture of a frame looks for room."""
        return self._placed.due(frame)

    @property
    def boxes(self) -> dict[int, pygame.Rect]:
        """Where the names of the last picture are, by the rows of those whom they name."""
        return {who: label.get_rect(topleft=spot) for who, label, spot in self._drawn}

    def at(self, pos: tuple[float, float]) -> int | None:
        """Return the row of the one whose name was at a pixel of the last picture, or None."""
        return next((who for who, box in reversed(self.boxes.items()) if box.collidepoint(pos)), None)

    def _find_room(
        self, frame: Frame, viewpoint: Viewpoint, cast: Cast, view: _View, known: Container[int] | None
    ) -> _Placed:
        """Choose who gets a name, and put the names where there is room."""
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
        return _Placed(*self._place(frame, viewpoint, cast, view, named, sure))

    def _place(
        self, frame: Frame, viewpoint: Viewpoint, cast: Cast, view: _View, named: list[int], sure: frozenset[int]
    ) -> tuple[Ints, list[pygame.Surface], Floats]:
        crowded = bool(named) and (len(named) > len(view.asked) or len(cast) <= FEW)
        eyes = cast.spared() if crowded else ()
        bodies = _body_boxes(cast.x[cast.rows], cast.y[cast.rows], cast.size) if crowded else ()
        taken = [*bodies, *eyes, *self.off, *(bars(frame, cast) if crowded else ())]
        people, lengths = frame.level.people, view.lengths
        labels = [_label(people[who].name, lengths, AMBER if who in view.asked else PAPER) for who in named]
        rows, seen = np.asarray(named, np.int64), _seen_around(named, cast, viewpoint)
        x, y = cast.x[rows], cast.y[rows]
        sides = _beside(x, y, cast.size, np.array([label.get_size() for label in labels]).reshape(-1, 2).T).tolist()
        found: list[int] = []
        boxes: list[pygame.Rect] = []
        for number, (who, label) in enumerate(zip(named, labels, strict=True)):
            box = self._room(who, label.get_size(), sides[number], taken, seen[number])
            if box is None and who in sure:
                kept_off = Taken(eyes, tuple(taken), bodies)
                box = _least(cast[who], label, kept_off, seen[number], must=who in view.asked)
            if box is not None:
                taken.append(box)
                found.append(number)
                boxes.append(box)
        corners = np.asarray([box.topleft for box in boxes]).reshape(-1, 2).T
        return rows[found], [labels[number] for number in found], corners - np.stack([x[found], y[found]])

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


def _least(pose: Pose, label: pygame.Surface, taken: Taken, rect: pygame.Rect, *, must: bool) -> pygame.Rect | None:
    """Return where a name covers least of what should be seen, the nearest first; over eyes only if it must be seen.

    It is nearer to its own person than to anybody else, if that can be without hiding eyes.
    """
    x, y, size = np.array([pose.x]), np.array([pose.y]), np.array([label.get_size()]).T
    corners = [corner for out in OUT for corner in _beside(x, y, pose.size, size, out)[0].tolist()]
    places = [pygame.Rect(corner, label.get_size()).clamp(rect) for corner in corners]
    places += [place.clamp(rect) for place in around(pose.box(), label.get_size(), 0)]
    clear = [place for place in places if not taken.hides(place)]
    best = _nearest_to(_body_boxes(x, y, pose.size)[0], taken.bodies, clear) or clear or (places if must else [])
    return best[emptiest(best, rect, taken)] if best else None


def _nearest_to(body: pygame.Rect, bodies: tuple[pygame.Rect, ...], places: list[pygame.Rect]) -> list[pygame.Rect]:
    """Return those places of a label whose middles are no farther from one body than from any of all bodies."""
    middles = np.array([place.center for place in places], np.float64).reshape(-1, 1, 2)
    edges = np.array([(*box.topleft, *box.bottomright) for box in (body, *bodies)], np.float64)
    away = np.maximum(np.maximum(edges[:, :2] - middles, middles - edges[:, 2:]), 0)
    apart = np.hypot(away[..., 0], away[..., 1])
    nearest = apart[:, 0] <= apart[:, 1:].min(axis=1, initial=np.inf)
    return list(compress(places, nearest.tolist()))


@cached_picture
def _label(name: str, lengths: Sizes, back: Rgb) -> pygame.Surface:
    pad = max(lengths.pill_pad_px, round(ROUND * lengths.name_px))
    words = shortened(name, lengths.name_px, round(LONGEST * lengths.name_px), bold=True)
    return quick(pill(words, lengths.name_px, pad, back))


def _body_boxes(x: Floats, y: Floats, size_px: int) -> tuple[pygame.Rect, ...]:
    """Return what the bodies of some take up whose feet are at (K,) pixels."""
    half, tall = HALF * size_px, KEPT_FROM * size_px
    corners = np.rint(np.stack([x - half, y - tall])).astype(np.int64)
    size = round(2 * half), round(tall)
    return tuple(pygame.Rect(corner, size) for corner in zip(*corners.tolist(), strict=True))


def _beside(x: Floats, y: Floats, size_px: int, label: Ints, out: float = 0.0) -> Ints:
    """Return (K, 4, 2) corners of labels of (2, K) pixels on the sides of bodies, so many tiles farther off.

    The order is that of `SIDES`; the feet are at (K,) pixels.
    """
    wide, high = label
    middle, beside = np.rint(x) - wide // 2, np.rint(y - 0.16 * size_px) - high // 2
    below = middle, np.rint(y + (0.06 + out) * size_px)
    right = np.rint(x + (0.44 + out) * size_px), beside
    left = np.rint(x - (0.44 + out) * size_px) - wide, beside
    above = middle, np.rint(y - (1.12 + out) * size_px) - high
    return np.array([below, right, left, above]).transpose(2, 0, 1).astype(np.int64)
