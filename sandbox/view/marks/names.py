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
KEPT_FROM: Final = 0.86
"""A body takes this much of its tile when names look for room."""


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
        self._sides: dict[int, str] = {}
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
            others = [who for who in cast.order if who not in view.asked and (known is None or who in known)]
            story = story_of(frame)
            others.sort(key=lambda who: (not story[who], float(frame.people.felt[who]) if story[who] else 0.0))
            rect = viewpoint.camera.rect
            sure = view.asked | {who for who in others[:MOST] if story[who] and rect.collidepoint(cast[who].middle())}
            named += others
        else:
            sure = view.asked
        return _Placed(*self._place(frame, viewpoint, cast, view, named, sure))

    def _place(
        self, frame: Frame, viewpoint: Viewpoint, cast: Cast, view: _View, named: list[int], sure: frozenset[int]
    ) -> tuple[Ints, list[pygame.Surface], Floats]:
        poses = [*cast] if named and (len(named) > len(view.asked) or len(cast) <= FEW) else []
        eyes, bodies = [pose.spared() for pose in poses], [_body_box(pose) for pose in poses]
        taken = [*bodies, *eyes, *self.off]
        if poses:
            taken += bars(frame, cast)
        found: list[int] = []
        labels: list[pygame.Surface] = []
        corners: list[tuple[float, float]] = []
        for who in named:
            pose = cast[who]
            back = AMBER if who in view.asked else PAPER
            label = _label(frame.level.people[who].name, view.lengths, back)
            box = self._room(pose, label, taken, _seen_around(pose, viewpoint))
            if box is None and who in sure:
                kept_off = Taken(tuple(eyes), tuple(taken), tuple(bodies))
                box = _least(pose, label, kept_off, _seen_around(pose, viewpoint), must=who in view.asked)
            if box is not None:
                taken.append(box)
                found.append(who)
                labels.append(label)
                corners.append((box.left - pose.x, box.top - pose.y))
        return np.asarray(found, np.int64), labels, np.asarray(corners, np.float64).reshape(-1, 2).T

    def _room(
        self, pose: Pose, label: pygame.Surface, taken: list[pygame.Rect], rect: pygame.Rect
    ) -> pygame.Rect | None:
        last = self._sides.get(pose.who, "below")
        for side in (last, *SIDES):
            box = _beside(pose, label, side)
            if rect.contains(box) and box.collidelist(taken) < 0:
                self._sides[pose.who] = side
                return box
        return None


def _seen_around(pose: Pose, viewpoint: Viewpoint) -> pygame.Rect:
    """Return the part of the window in which a name can be read: without panels, unless they are over its person."""
    free = viewpoint.free
    return viewpoint.camera.rect if free is None or not free.collidepoint(pose.middle()) else free


def _least(pose: Pose, label: pygame.Surface, taken: Taken, rect: pygame.Rect, *, must: bool) -> pygame.Rect | None:
    """Return where a name covers least of what should be seen, the nearest first; over eyes only if it must be seen.

    It is nearer to its own person than to anybody else, if that can be without hiding eyes.
    """
    places = [_beside(pose, label, side, out).clamp(rect) for out in OUT for side in SIDES]
    places += [place.clamp(rect) for place in around(pose.box(), label.get_size(), 0)]
    clear = [place for place in places if not taken.hides(place)]
    best = _nearest_to(_body_box(pose), taken.bodies, clear) or clear or (places if must else [])
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


def _body_box(pose: Pose) -> pygame.Rect:
    half = pose.size * 0.36
    tall = pose.size * KEPT_FROM
    return pygame.Rect(round(pose.x - half), round(pose.y - tall), round(2 * half), round(tall))


def _beside(pose: Pose, label: pygame.Surface, side: str, out: float = 0.0) -> pygame.Rect:
    """Return a name's place on a side of a body, and so many tiles farther off."""
    box, size = label.get_rect(), pose.size
    if side == "below":
        box.midtop = (round(pose.x), round(pose.y + size * (0.06 + out)))
    elif side == "above":
        box.midbottom = (round(pose.x), round(pose.y - size * (1.12 + out)))
    elif side == "right":
        box.midleft = (round(pose.x + size * (0.44 + out)), round(pose.y - size * 0.16))
    else:
        box.midright = (round(pose.x - size * (0.44 + out)), round(pose.y - size * 0.16))
    return box
