"""Portraits: how people look in a moment, drawn by themselves for panels that tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import PREMULTIPLIED, straight
from sandbox.view.people.bodies import Build
from sandbox.view.people.expression import Expression
from sandbox.view.people.pieces import pieces
from sandbox.view.people.poses import poses
from sandbox.view.people.sprite_cache import SpriteCache
from sandbox.view.viewpoint import Viewpoint

if TYPE_CHECKING:
    from sandbox.scenario.schema import Person
    from sandbox.session.frame import Frame

SCALE: Final = 60.0
"""Pixels per metre at which all that a face can show is seen."""
WIDTH: Final = 1.5
"""Width of a portrait, in tiles of the body: hands that are held out are a part of it."""
HEIGHT: Final = 1.3
"""Its height: hat and all."""
FOOT: Final = 0.06
"""Room under the feet, in tiles."""


class Likeness(NamedTuple):
    """How somebody looks."""

    build: Build
    look: Expression


EMBLEM: Final = Likeness(Build(colour="sky", feeling=-1), Expression(gaze=14, shown=-1, eyes="half"))
"""The sign of the game: the raised mitt with heavy lids of somebody who would rather not see."""


def everyday(person: Person) -> Likeness:
    """Return how somebody of a level looks when nothing is the matter: to be known by, at any moment."""
    look = person.look
    return Likeness(
        Build(look.colour, look.hat, look.pattern, being=person.being), Expression(being=person.being, skin=look.colour)
    )


def likenesses(frame: Frame) -> dict[int, Likeness]:
    """Return how everybody who is there looks in a moment, by row: still, and without what has only just happened."""
    ground = frame.level.map
    whole = pygame.Rect(0, 0, round(ground.width * SCALE), round(ground.height * SCALE))
    camera = Camera(ground.width / 2, ground.height / 2, SCALE, whole)
    viewpoint = Viewpoint(camera, reduce_motion=True)
    cast = poses(frame, viewpoint, viewpoint.lengths, SpriteCache(frame.level))
    return {pose.who: Likeness(pose.build, pose.look) for pose in cast}


@cached_picture
def portrait(likeness: Likeness, height_px: int) -> pygame.Surface:
    """Draw somebody by themselves, with ordinary alpha."""
    tile = max(1, round(height_px / HEIGHT))
    picture = pygame.Surface((round(WIDTH * tile), height_px), pygame.SRCALPHA)
    feet = picture.get_width() / 2, height_px - FOOT * tile
    for piece in pieces(*likeness, tile):
        picture.blit(piece.sprite, (feet[0] + piece.dx, feet[1] + piece.dy), special_flags=PREMULTIPLIED)
    return straight(picture)
