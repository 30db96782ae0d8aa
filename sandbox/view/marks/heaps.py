"""What lies with somebody for good: stones at the feet, and stars that are tied over the head like balloons.

Theory: T25. A stone has a rim in the colour of whoever threw it, and a chip in that of their hat; so has the string of
a star. Around somebody at whom a few have thrown, the ground is trodden: where that is follows from who holds what
against whom, and so it is the same however one came to this moment; like the stones, it goes along with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.session.seen.cascade import BLOWS
from sandbox.session.seen.heaps import SHOWN, Verdict, heaps_of
from sandbox.view.acting.throwing import landed, throws
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas, faded, star
from sandbox.view.canvas.text import pill

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Ints
    from sandbox.scenario.schema import Look
    from sandbox.session.frame import Frame
    from sandbox.session.seen.tie_sums import TieSums
    from sandbox.view.canvas.palette import Rgb, Sizes
    from sandbox.view.canvas.sprite_canvas import Point
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

LARGE: Final = 0.22
"""Size of a stone or star, in tiles, if that is more than in the palette."""
HEAP: Final = 0.3
"""How far from the middle of a body its heap begins, in tiles."""
PILE: Final = ((0.5, -0.5), (1.42, -0.45), (0.98, -1.12), (1.9, -1.02), (1.44, -1.7))
"""Middles of stones, in stones from where a heap begins."""
KNOT: Final = (0.0, -0.02)
"""Where strings are tied, in tiles from the top of a body."""
BALLOONS: Final = ((-0.22, -0.54), (0.16, -0.60), (-0.50, -0.36))
"""Where stars float, in tiles from the top of a body; so many are drawn."""
TURNS: Final = 8
"""A stone that spins is drawn in so many turns."""
RIM: Final = (0.47, 0.41, 0.46, 0.40, 0.45, 0.42, 0.44)
"""Corners of a stone, in stones from its middle."""
HATS: Final[dict[str, Rgb]] = {
    "none": palette.STONE,
    "cap": palette.VERMILLION,
    "bow": palette.PINK,
    "leaf": palette.LEAF,
    "cone": palette.BLUE,
}
"""The colour by which each hat is known."""
TRODDEN: Final = (0.92, 0.5)
"""Half the width and height of trodden ground, in tiles."""


def stone_px(cast: Cast, lengths: Sizes) -> int:
    """Return the size of a stone, or star."""
    return max(lengths.pebble_px, round(LARGE * cast.size / 2) * 2)


def shown(kind: Verdict) -> int:
    """Return how many stones, or stars, of one person are drawn."""
    return SHOWN if kind == "blame" else len(BALLOONS)


def slot(kind: Verdict, place: int, pose: Pose, px: int) -> tuple[float, float]:
    """Return the middle of the pixels where somebody's stone, or star, of a size is, by its place among all of them."""
    place = min(place, shown(kind) - 1)
    if kind == "credit":
        across, up = BALLOONS[place]
        return (pose.x + across * pose.size, pose.top() + up * pose.size)
    across, up = PILE[place]
    return (pose.x + HEAP * pose.size + (across - 0.5) * px, pose.y - 0.03 * pose.size + up * px)


def heaps(
    frame: Frame, viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums, lengths: Sizes
) -> list[tuple[Verdict, int, Blit]]:
    """Return every stone and star that lies with somebody, each with its kind and whose it is."""
    if viewpoint.lens not in {"truth", "blame"} or cast.size < lengths.plain_below_px:
        return []
    flying, sorted_heaps, px = throws(frame, viewpoint), heaps_of(frame), stone_px(cast, lengths)
    found: list[tuple[Verdict, int, Blit]] = []
    for kind, counts in _counts(tie_sums):
        for pose in cast.those(counts > 0):
            givers = sorted_heaps.givers(kind, pose.who, min(int(counts[pose.who]), shown(kind)))
            there = landed(kind, pose.who, givers, flying)
            for place, who in enumerate(givers):
                if there[place]:
                    found.append((kind, pose.who, _lying(kind, place, pose, frame.level.people[who].look, px)))
    return found


def _counts(tie_sums: TieSums) -> tuple[tuple[Verdict, Ints], ...]:
    return ("blame", tie_sums.pebbles), ("credit", tie_sums.stars)


def _lying(kind: Verdict, place: int, pose: Pose, look: Look, px: int) -> Blit:
    if kind == "blame":
        sprite, (x, y) = stone(px, look.colour, look.hat, 3 * place % TURNS), slot(kind, place, pose, px)
        return (sprite, (x - sprite.get_width() / 2, y - sprite.get_height() / 2))
    sprite, left, top = balloon(place, pose.size, px, look.colour)
    return (sprite, (round(pose.x) + left, round(pose.top()) + top))


def pile_counts(cast: Cast, tie_sums: TieSums, lengths: Sizes) -> list[Blit]:
    """Return the "×n" of heaps that are too high to draw; these have ordinary alpha."""
    if cast.size < lengths.plain_below_px:
        return []
    blits: list[Blit] = []
    px = stone_px(cast, lengths)
    for kind, counts in _counts(tie_sums):
        for pose in cast.those(counts > shown(kind)):
            label = pill(f"×{counts[pose.who]}", lengths.word_px, lengths.pill_pad_px // 2)
            x, y = slot(kind, shown(kind) - 1, pose, px)
            right = x + px / 2 if kind == "blame" else x - px / 2 - label.get_width()
            blits.append((label, (round(right), round(y - label.get_height() / 2))))
    return blits


def trodden(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return the trodden ground around those at whom so many have thrown as make a cascade."""
    if cast.size < lengths.plain_below_px:
        return []
    found = heaps_of(frame)
    flying = throws(frame, viewpoint)
    blits: list[Blit] = []
    stones = found.counts("blame")
    for pose in cast.those(stones >= BLOWS):
        givers = found.givers("blame", pose.who, int(stones[pose.who]))
        there = landed("blame", pose.who, givers, flying)
        if len({who for who, lies in zip(givers, there, strict=True) if lies}) >= BLOWS:
            sprite = _worn(pose.size)
            blits.append((sprite, (pose.x - sprite.get_width() / 2, pose.y - sprite.get_height() / 2)))
    return blits


@cached_picture
def stone(px: int, colour: str, hat: str, turn: int) -> pygame.Surface:
    """Return a stone that somebody threw, in one of TURNS."""
    canvas = SpriteCanvas(px, -0.6, -0.6, 0.6, 0.6)
    canvas.polygon(_corners(1.0, turn), palette.BODY[colour][0], 0.09)
    canvas.polygon(_corners(0.66, turn), palette.STONE_DARK, 0.04)
    canvas.polygon([(0.8 * x - 0.04, 0.5 * y - 0.06) for x, y in _corners(0.6, turn)], HATS[hat])
    return canvas.finish()


def _corners(grown: float, turn: int) -> list[Point]:
    angles = 2 * np.pi * (np.arange(len(RIM)) / len(RIM) + turn / TURNS)
    radii = grown * np.array(RIM)
    return [*zip((radii * np.cos(angles)).tolist(), (0.82 * radii * np.sin(angles)).tolist(), strict=True)]


@cached_picture
def thrown_star(px: int, colour: str) -> pygame.Surface:
    """Return a star with the colour of whoever gave it within."""
    canvas = SpriteCanvas(px, -0.6, -0.6, 0.6, 0.6)
    canvas.polygon(star((0, 0.03), 0.46, 0.23, 5), palette.GREEN, 0.075)
    canvas.circle((0, 0.04), 0.17, palette.BODY[colour][0], 0.05)
    return canvas.finish()


@cached_picture
def balloon(place: int, size_px: int, px: int, colour: str) -> tuple[pygame.Surface, int, int]:
    """Return a star on its string, and where its left and top edge are, from the top of the body."""
    (x, y), (knot_x, knot_y) = BALLOONS[place], KNOT
    half = px / size_px / 2 * 1.2
    left, top, right, bottom = min(knot_x, x) - half, y - half, max(knot_x, x) + half, max(knot_y, y + half) + 0.05
    canvas = SpriteCanvas(size_px, left, top, right, bottom)
    string = [(x, y), (0.7 * x + 0.3 * knot_x, (y + knot_y) / 2), (knot_x, knot_y)]
    canvas.stroke(string, 0.04)
    canvas.stroke(string, 0.018, palette.BODY[colour][0])
    sprite = canvas.finish()
    shining = thrown_star(px, colour)
    spot = (
        round((x - left) * size_px - shining.get_width() / 2),
        round((y - top) * size_px - shining.get_height() / 2),
    )
    sprite.blit(shining, spot, special_flags=PREMULTIPLIED)
    return sprite, round(left * size_px), round(top * size_px)


@cached_picture
def _worn(size_px: int) -> pygame.Surface:
    """Return the ground where people stood around somebody."""
    across, down = TRODDEN
    canvas = SpriteCanvas(size_px, -across - 0.1, -down - 0.1, across + 0.1, down + 0.1)
    canvas.ellipse((0, 0), TRODDEN, palette.WOOD)
    canvas.ellipse((0, 0), (0.72 * across, 0.7 * down), palette.PAVING)
    for step in range(26):
        angle, far = step * 2.399963, 0.82 + 0.14 * (step % 3) / 2
        canvas.ellipse((across * far * np.cos(angle), down * far * np.sin(angle)), (0.06, 0.03), palette.WOOD_DARK)
    return faded(canvas.finish(), 0.5)
