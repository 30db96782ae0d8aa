"""Who holds what against whom: a heavy arrow with a coin on it that has the face of whoever judges, angry or glad.

Theory: T25. The throw of a verdict comes first (`thrown`): the arrow fades in under it, stays for as long as who threw
it should be read off a still, and fades (`VERDICT_SECONDS`); the stones that it leaves stay (`heaps`). It lies over
bodies, and runs around them where it can (`verdict_ways`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.people import NOBODY
from sandbox.session.seen.thresholds import VERDICT_SECONDS
from sandbox.view.acting.throwing import FLIES, LETS_GO
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.spots import Taken, around, emptiest
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, SpriteCanvas, arc, faded
from sandbox.view.canvas.strokes import Spot, arrow_head, edged, thicker
from sandbox.view.canvas.text import pill, shortened
from sandbox.view.icons.registry import icon
from sandbox.view.people import sprites
from sandbox.view.people.expression import AHEAD, DRIPPING
from sandbox.view.people.pieces import body_lacks, body_piece, face_lacks, face_piece, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.session.frame import Frame
    from sandbox.session.seen.bundles import Bundle
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.marks.verdict_ways import Way
    from sandbox.view.people.bodies import Build
    from sandbox.view.people.cast import Cast
    from sandbox.view.people.expression import Expression
    from sandbox.view.people.sprite_cache import SpriteCache
    from sandbox.view.viewpoint import Viewpoint


TIP: Final = 6.0
"""Size of the head of an arrow with what is around it, in lines."""
THINNEST: Final = 1.2
"""Width of the arrow of the slightest verdict, in lines."""
FACELESS_PX: Final = 26
"""A smaller coin has only the sign of the verdict, and the colour of whoever judges around it."""
PERSON: Final = 1.2
"""Height of the tile of the one on a coin, in coins; the hat rises over its edge."""
FEET: Final = 0.62
"""How far under the middle of a coin their feet would be, in coins."""
SIGN: Final = 0.5
"""Size of the sign at a coin's lower right, in coins."""
LONGEST: Final = 8
"""A name under a coin is at most so wide, in heights of its letters."""
NEAR: Final = 0.9
"""A coin that is no farther from where its arrow begins needs no name, in tiles."""
SEVERAL: Final = 0.2
"""How far aside a second coin shows behind one that stands for several, in coins."""


def drawn(ways: list[Way], *, calm: bool) -> list[Way]:
    """Leave out the ways of arrows that wait for a stone, or a star, to let go; under less motion none does."""
    return ways if calm else [way for way in ways if sprites.fade_step(_come(way.bundle)) > 0]


def draw_verdicts(surface: pygame.Surface, ways: list[Way], cast: Cast, lengths: Sizes, *, calm: bool) -> list[Blit]:
    """Draw the arrows, the last on top, and give their coins."""
    for way in ways:
        _arrow(surface, way, lengths, _visible(way.bundle, calm=calm))
    return [_coin(way, cast, _visible(way.bundle, calm=calm)) for way in ways]


def strike(ways: list[Way], cast: Cast) -> bool:
    """Draw one thing that a coin is made of whose arrow waits for a throw, and tell whether any was lacking."""
    for way in ways:
        if sprites.fade_step(_come(way.bundle)) == 0:
            pose, kind, size_px = cast[way.bundle.who[0]], way.bundle.kind, round(way.coin_px * PERSON)
            build, look = _judging(pose.build, pose.look, kind)
            coin = build, look, kind, way.coin_px, len(way.bundle.who) > 1
            if _struck.at_hand(*coin):
                continue
            if way.coin_px >= FACELESS_PX and any(body_lacks(build, size_px)):
                body_piece(build, size_px)
            elif way.coin_px >= FACELESS_PX and face_lacks(look, size_px):
                face_piece(look, size_px)
            else:
                _struck(*coin)
            return True
    return False


def kept_off(ways: list[Way], lengths: Sizes) -> list[pygame.Rect]:
    """Return the boxes of the coins, and of the heads of the arrows, which no name should cover."""
    boxes = []
    for way in ways:
        for spot, wide, high in (
            (way.tip, TIP * lengths.line_px, 0.0),
            (way.coin, way.coin_px, 2 * lengths.word_px),
        ):
            box = pygame.Rect(0, 0, round(wide), round(wide + high))
            box.midtop = round(spot[0]), round(spot[1] - wide / 2)
            boxes.append(box)
    return boxes


def words(
    frame: Frame,
    viewpoint: Viewpoint,
    ways: list[Way],
    cast: Cast,
    sprite_cache: SpriteCache,
    names: Iterable[pygame.Rect],
) -> list[Blit]:
    """Return what stands at coins, with ordinary alpha: "×n" for several, a name where others look the same.

    It goes where it covers least, and keeps off other coins and the names of people. There is no name in a crowd, none
    beside the one whom it names, and none over anybody's eyes.
    """
    lengths = viewpoint.lengths
    labels: list[tuple[Way, pygame.Surface]] = []
    for way in ways:
        first, many = way.bundle.who[0], len(way.bundle.who)
        if many > 1:
            labels.append((way, pill(f"×{many}", lengths.word_px, lengths.pill_pad_px // 2)))
        elif _needs_name(way, cast, lengths) and sprite_cache.born_alike(first, cast.rows) > 1:
            labels.append((way, _name(frame.level.people[first].name, lengths)))
    if not labels:
        return []
    taken, room = [*map(_coin_box, ways), *names], viewpoint.camera.rect
    blits: list[Blit] = []
    for way, label in labels:
        coin, many = _coin_box(way), len(way.bundle.who)
        places = around(coin, label.get_size(), 0, (0.0,))
        off = Taken(cast.spared(places[0].unionall(places[1:])), tuple(taken))
        place = places[emptiest(places, room, off)]
        if many > 1 or not off.hides(place):
            taken.append(place)
            blits.append((label, place.topleft))
    return blits


def _coin_box(way: Way) -> pygame.Rect:
    box = pygame.Rect(0, 0, way.coin_px, way.coin_px)
    box.center = round(way.coin[0]), round(way.coin[1])
    return box


def _needs_name(way: Way, cast: Cast, lengths: Sizes) -> bool:
    """Tell whether a coin is far from the one whose face it has, who has a name of their own; never in a crowd."""
    far = hypot(way.points[0][0] - way.coin[0], way.points[0][1] - way.coin[1])
    return cast.size >= lengths.plain_below_px and far > NEAR * cast.size


@cached_picture
def _name(name: str, lengths: Sizes) -> pygame.Surface:
    said = shortened(name, lengths.word_px, LONGEST * lengths.word_px, bold=True)
    return pill(said, lengths.word_px, lengths.pill_pad_px // 2)


def _come(bundle: Bundle) -> float:
    """Return how far an arrow has come out under what is thrown, 0 to 1."""
    return 1.0 if bundle.record == NOBODY else min(1.0, max(0.0, (bundle.since - LETS_GO) / FLIES))


def _visible(bundle: Bundle, *, calm: bool) -> float:
    """Return how visible an arrow is, 0 to 1: it comes with the throw, and fades in the second half of its time."""
    going = min(1.0, 2 * (1 - bundle.age / VERDICT_SECONDS))
    return going if calm else min(going, _come(bundle))


def _coin(way: Way, cast: Cast, visible: float) -> Blit:
    """Put a coin with the face of whoever judges onto their arrow."""
    pose, kind = cast[way.bundle.who[0]], way.bundle.kind
    build, look = _judging(pose.build, pose.look, kind)
    step = sprites.fade_step(visible)
    coin = _fading(build, look, kind, way.coin_px, len(way.bundle.who) > 1, step)
    return (coin, (way.coin[0] - coin.get_width() / 2, way.coin[1] - coin.get_height() / 2))


@lru_cache(256)
def _judging(build: Build, look: Expression, kind: str) -> tuple[Build, Expression]:
    """Return how somebody looks on their coin."""
    build = replace(build, feeling=0, lean=0, bearing=0)
    eyes, shown = ("angry", -1) if kind == "blame" else ("glad", 2)
    plain = replace(look, act="", aim=0, pupils=None, tear=DRIPPING)
    return build, replace(plain, gaze=AHEAD, shown=shown, eyes=eyes, skin=build.colour)


@cached_picture
def _fading(build: Build, look: Expression, kind: str, size_px: int, several: bool, step: int) -> pygame.Surface:  # noqa: FBT001 - cached by place
    """Return a coin that is `step` of FADE_STEPS visible."""
    coin = _struck(build, look, kind, size_px, several)
    return faded(coin, step / palette.FADE_STEPS) if step < palette.FADE_STEPS else coin


@cached_picture
def _struck(build: Build, look: Expression, kind: str, size_px: int, several: bool) -> pygame.Surface:  # noqa: FBT001 - cached by place
    """Return a coin; its middle is that of the picture."""
    canvas = SpriteCanvas(size_px, -0.75, -0.75, 0.75, 0.75)
    rim = palette.INK if kind == "blame" else palette.GREEN
    if several:
        canvas.circle((-SEVERAL, -SEVERAL / 2), 0.46, palette.PAPER, 0.09, palette.INK)
    canvas.circle((0, 0), 0.53, palette.PAPER)
    canvas.circle((0, 0), 0.47, palette.BODY[build.colour][0] if size_px < FACELESS_PX else palette.PAPER, 0.1, rim)
    coin = canvas.finish()
    middle = coin.get_width() / 2
    if size_px < FACELESS_PX:
        mark = icon(kind, round(size_px * 0.8))
        coin.blit(mark, (middle - mark.get_width() / 2, middle - mark.get_height() / 2), special_flags=PREMULTIPLIED)
        return coin
    person = pygame.Surface(coin.get_size(), pygame.SRCALPHA)
    for part in pieces(build, look, round(size_px * PERSON))[-2:]:
        spot = (middle + part.dx, middle + FEET * size_px + part.dy)
        person.blit(part.sprite, spot, special_flags=PREMULTIPLIED)
    person.blit(_window(size_px), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    coin.blit(person, (0, 0), special_flags=PREMULTIPLIED)
    mark = icon(kind, round(size_px * SIGN))
    corner = middle + size_px * 0.36 - mark.get_width() / 2
    coin.blit(mark, (corner, corner), special_flags=PREMULTIPLIED)
    return coin


def _window(size_px: int) -> pygame.Surface:
    """Return what of a coin's person is seen: what is within its edge, or over it."""
    canvas = SpriteCanvas(size_px, -0.75, -0.75, 0.75, 0.75)
    canvas.polygon([(-0.46, -0.75), (0.46, -0.75), *arc((0, 0), (0.46, 0.46), 0, 0.5, 24)], palette.WHITE)
    return canvas.finish()


def _before(start: Spot, tip: Spot, gap: float) -> Spot:
    length = hypot(tip[0] - start[0], tip[1] - start[1]) or 1.0
    return (tip[0] - (tip[0] - start[0]) / length * gap, tip[1] - (tip[1] - start[1]) / length * gap)


def _arrow(surface: pygame.Surface, way: Way, lengths: Sizes, visible: float) -> None:
    points, verdict = way.points, way.bundle
    width = lengths.line_px * (THINNEST + min(1.0, verdict.strength)) * (0.4 + 0.6 * visible)
    head = lengths.line_px * 4 + width * 2
    tip = points[-1]
    shaft = [point for point in points if hypot(point[0] - tip[0], point[1] - tip[1]) > head * 0.7]
    if len(shaft) < len(points) // 2:
        shaft = points[:2]
    shaft.append(_before(shaft[-1], tip, head * 0.7))
    if verdict.kind == "blame":
        thicker(surface, shaft, (width + 2 * lengths.thin_px, palette.PAPER), (width, palette.INK))
        arrow_head(surface, tip, shaft[-1], head, palette.INK)
    else:
        edged(surface, shaft, width, palette.GREEN, lengths.thin_px)
        arrow_head(surface, tip, shaft[-1], head + lengths.thin_px, palette.INK)
        arrow_head(surface, tip, shaft[-1], head - 2 * lengths.thin_px, palette.GREEN)
