"""Where a label goes: the emptiest of some spots, never over eyes if there is any other, then off names and bodies.

Theory: design. The same rule places names, hints, bubbles, the legend, answers, captions and what people cry out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

AROUND: Final = ((0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1), (1, 0), (-1, 0))
"""The eight sides of something, across and down, the usual ones first."""
ALONG: Final = tuple((across, down) for down in (-1, 1, -0.6, 0.6, 0) for across in (0, -1, 1, -0.5, 0.5))
"""Places in a room, likewise: at its head first, then at its foot, then between."""
RINGS: Final = (0.0, 0.8, 1.8, 3.0)
"""How much farther off a label may go, in its heights, where there is no room nearer by."""
FREE: Final = (False, 0, 0, 0)
"""The cost of a place that covers nothing."""


class Taken(NamedTuple):
    """What labels keep off."""

    eyes: tuple[pygame.Rect, ...] = ()
    """where people's eyes are"""
    labels: tuple[pygame.Rect, ...] = ()
    """names and other words"""
    bodies: tuple[pygame.Rect, ...] = ()

    def plus(self, labels: Iterable[pygame.Rect]) -> Taken:
        """Return it with more labels."""
        return self._replace(labels=(*self.labels, *labels))

    def within(self, part: pygame.Rect) -> Taken:
        """Return what of it reaches into a part of the picture."""
        return Taken(*(tuple(those[place] for place in part.collidelistall(those)) for those in self))

    def hides(self, label: pygame.Rect) -> bool:
        """Return whether a label would lie over somebody's eyes."""
        return label.collidelist(self.eyes) >= 0

    def cost(self, label: pygame.Rect, room: pygame.Rect) -> tuple[bool, int, int, int]:
        """Return how bad a place is: outside the room, pixels of eyes, of words, of bodies."""
        eyes, labels, bodies = (_covered(label, those) for those in self)
        return not room.contains(label), eyes, labels, bodies


def _covered(label: pygame.Rect, those: Sequence[pygame.Rect]) -> int:
    parts = [label.clip(those[place]).size for place in label.collidelistall(those)]
    return sum([width * height for width, height in parts])


def around(thing: pygame.Rect, size: tuple[int, int], gap: int, rings: Sequence[float] = RINGS) -> list[pygame.Rect]:
    """Return places for a label of some size around something, the nearest first.

    Those at its corners begin at its middle.
    """
    width, height = size
    found = list[pygame.Rect]()
    for ring in rings:
        away = gap + round(ring * height)
        for across, down in AROUND:
            place = pygame.Rect(0, 0, width, height)
            aside = (thing.width + width) // 2 + away if not down else width // 2
            below = (thing.height + height) // 2 + away
            place.center = thing.centerx + across * aside, thing.centery + down * below
            found.append(place)
    return found


def along(room: pygame.Rect, size: tuple[int, int]) -> list[pygame.Rect]:
    """Return places for a label of some size in a room, in the middle of its head first."""
    found = list[pygame.Rect]()
    for across, down in ALONG:
        place = pygame.Rect((0, 0), size)
        place.centerx = room.centerx + round(across * (room.width - size[0]) / 2)
        place.centery = room.centery + round(down * (room.height - size[1]) / 2)
        found.append(place)
    return found


def emptiest(places: Sequence[pygame.Rect], room: pygame.Rect, taken: Taken, keep: int | None = None) -> int:
    """Return the number of the place that covers least, the first of those alike.

    One that is kept stays while it hides neither eyes nor words, so that labels do not jump about.

    Args:
        places: for the label.
        room: that it should not leave.
        taken: what it should not cover.
        keep: the number of the place where it was in the last picture.
    """
    if keep is not None and keep < len(places) and taken.cost(places[keep], room)[:3] == FREE[:3]:
        return keep
    if taken.cost(places[0], room) == FREE:
        return 0
    taken = taken.within(places[0].unionall(places[1:]))
    inside = [number for number, place in enumerate(places) if room.contains(place)]
    best = inside or [*range(len(places))]
    for those in taken:
        if those:
            covered = [_covered(places[number], those) for number in best]
            least = min(covered)
            best = [number for number, pixels in zip(best, covered, strict=True) if pixels == least]
    return best[0]


def nearest_on(label: pygame.Rect, spot: tuple[float, float] | pygame.Vector2, inset: int = 0) -> tuple[int, int]:
    """Return the pixel of a label that is nearest to a spot; over or under it, so many pixels off its ends."""
    beside = label.top <= spot[1] <= label.bottom
    off = 0 if beside else inset
    x = max(label.left + off, min(round(spot[0]), label.right - off))
    return x, max(label.top, min(round(spot[1]), label.bottom))
