"""Bodies and faces, the farthest first, as the world is or as one observer has it."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.view.acting.beats import USUAL
from sandbox.view.acting.reactions import flinches
from sandbox.view.acting.throwing import shaken
from sandbox.view.people import bodies, faces, sprites
from sandbox.view.people.expression import AHEAD
from sandbox.view.people.fading import leaving, paled
from sandbox.view.people.figures import formed
from sandbox.view.people.perceived_as import SMALL, SUNK
from sandbox.view.people.pieces import pieces
from sandbox.view.people.poses import as_believed, level_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pygame

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.people.figures import Figures
    from sandbox.view.people.sprite_cache import SpriteCache
    from sandbox.view.viewpoint import Viewpoint

FLAT: Final = AHEAD
Row = tuple[float, list["Blit"]]
"""The height of somebody's feet, or of a prop's, in pixels, and what is drawn there."""


def draw_true(
    frame: Frame, viewpoint: Viewpoint, cast: Cast, sprite_cache: SpriteCache, props: list[Row]
) -> Iterable[Blit]:
    """Return everybody as they are, and the props between them; in the lens of feelings each face is split."""
    if viewpoint.lens == "felt":
        felt = frame.people.felt
        return mixed([(pose.y, _split(pose, level_of(float(felt[pose.who])))) for pose in cast], props)
    sprite_cache.worn(cast)
    return _amid(draw_some(frame, viewpoint, cast, sprite_cache), cast.y[cast.rows], sprite_cache.figures.each, props)


def draw_some(frame: Frame, viewpoint: Viewpoint, cast: Cast, sprite_cache: SpriteCache) -> Iterator[Blit]:
    """Return those of a cast, or of a part of it, in the figures that they were last given."""
    numbers, figures = sprite_cache.wearing(cast), sprite_cache.figures
    blits = _laid(_feet(frame, viewpoint, cast), numbers, figures, cast.form[cast.rows])
    return paled(blits, figures.each, leaving(frame, cast))


def _amid(blits: Iterator[Blit], heights: Floats, each: int, props: list[Row]) -> Iterator[Blit]:
    """Put props between people whose feet are at (V,) heights, the farthest first, and who have so many pieces each.

    Of two props at the same height the last lies behind.
    """
    parts: list[Iterable[Blit]] = []
    passed = 0
    for _, (y, row) in sorted(enumerate(props), key=lambda prop: (prop[1][0], -prop[0])):
        farther = int(np.searchsorted(heights, y))
        parts += islice(blits, each * (farther - passed)), row
        passed = farther
    return chain(*parts, blits)


def _laid(feet: tuple[Ints, Ints, Ints], numbers: Ints, figures: Figures, forms: Ints) -> Iterator[Blit]:
    """Put every piece of everybody's figure where it belongs; one by one, since a list of thousands takes its time."""
    across, low, high = feet
    corners, hops = figures.corners[numbers], figures.hops[numbers]
    sprites = list(map(figures.sprites.__getitem__, numbers.tolist()))
    for place in np.flatnonzero(forms != USUAL).tolist():
        sprites[place], corners[place] = figures.formed(int(numbers[place]), int(forms[place]))
    x = across[:, None] + corners[:, :, 0]
    y = np.where(hops, high[:, None], low[:, None]) + corners[:, :, 1]
    return zip(chain.from_iterable(sprites), zip(x.ravel().tolist(), y.ravel().tolist(), strict=True), strict=True)


def _feet(frame: Frame, viewpoint: Viewpoint, cast: Cast) -> tuple[Ints, Ints, Ints]:
    """Return (V,) whole pixels of feet, and of where feet that are off the ground have gone."""
    x, y, lift = cast.x[cast.rows], cast.y[cast.rows], cast.lift[cast.rows]
    thrown, hit = flinches(frame, viewpoint), shaken(frame, viewpoint)
    if thrown or hit:
        aside = np.zeros(len(cast.x))
        aside[list(thrown)] = [far * cast.size for far in thrown.values()]
        aside[list(hit)] += list(hit.values())
        x = x + aside[cast.rows]
    across, low, high = np.rint(np.stack([x, y, y - lift])).astype(np.int64)
    return across, low, high


def mixed(bodies: list[Row], props: list[Row]) -> list[Blit]:
    """Put people and props into one row, the farthest first."""
    rows = sorted([*bodies, *props], key=lambda row: row[0])
    return [blit for _, blits in rows for blit in blits]


def person(pose: Pose) -> list[Blit]:
    """Return shadow, body and face of one person whose pose was changed by hand."""
    low, high = round(pose.y), round(pose.y - pose.lift)
    return [
        (part.sprite, (round(pose.x) + part.dx, (high if part.hops else low) + part.dy))
        for part in formed(pieces(pose.build, pose.look, pose.size), pose.form)
    ]


def _split(pose: Pose, felt: int) -> list[Blit]:
    shown = replace(pose.look, gaze=FLAT, eyes="open", act="", pupils=None, skin=pose.build.colour)
    face = sprites.split_face(shown, replace(shown, shown=felt), pose.size)
    ahead = pose._replace(build=replace(pose.build, lean=0))
    return [_shadow(pose), _body_at(ahead, sprites.body(ahead.build, pose.size)), _face_at(ahead, face)]


def draw_minded(cast: Cast, observer: int, mind: dict[int, str], believed: Floats, props: list[Row]) -> list[Blit]:
    """Return everybody as `observer` has them, and the props between them; `observer` stays as they are."""
    rows = [
        (
            pose.y,
            person(pose)
            if pose.who == observer
            else as_perceived(pose, mind.get(pose.who, "unattended"), float(believed[pose.who])),
        )
        for pose in cast
    ]
    return mixed(rows, props)


def as_perceived(pose: Pose, perceived: str, believed: float) -> list[Blit]:
    """Return one person as they are perceived in one of the ways."""
    if perceived == "unattended":
        return [_body_at(pose, sprites.perceived("unattended", pose.size))]
    if perceived == "thing":
        return [_shadow(pose), _body_at(pose, sprites.perceived("thing", pose.size))]
    if perceived == "fine":
        return [*person(pose), _sticker(pose)]
    imagined = as_believed(pose, believed)
    if perceived == "enemy":
        look = replace(imagined.look, spiky=True, eyes="angry", skin=pose.build.colour)
        return person(imagined._replace(build=replace(imagined.build, spiky=True), look=look))
    if perceived == "unimportant":
        return _unimportant(imagined)
    return person(imagined)


def _unimportant(pose: Pose) -> list[Blit]:
    small = pose._replace(size=round(pose.size * SMALL), lift=0.0)
    sprite = sprites.pale_person(small.build, small.look, small.size)
    sunk = small._replace(lift=-SUNK * bodies.height_of(0) * small.size)
    return [_body_at(sunk, sprite), _body_at(small, sprites.perceived("unimportant", small.size))]


def _sticker(pose: Pose) -> Blit:
    sticker = sprites.perceived("fine", pose.size)
    x, y = pose.head()
    return (sticker, (x - sticker.get_width() / 2, y - sticker.get_height() / 2 + pose.size * 0.02))


def _shadow(pose: Pose) -> Blit:
    sprite = sprites.shadow(pose.size)
    return (sprite, (pose.x - sprite.get_width() / 2, pose.y - sprite.get_height() / 2))


def _body_at(pose: Pose, sprite: pygame.Surface) -> Blit:
    return (
        sprite,
        (round(pose.x + bodies.EDGES[0] * pose.size), round(pose.y - pose.lift + bodies.EDGES[1] * pose.size)),
    )


def _face_at(pose: Pose, sprite: pygame.Surface) -> Blit:
    x, y = pose.head()
    return (sprite, (round(x + faces.EDGES[0] * pose.size), round(y + faces.EDGES[1] * pose.size)))
