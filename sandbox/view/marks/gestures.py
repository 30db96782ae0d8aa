"""Gestures that are more than a sign at the side: a ball in the air, floods of tears, a bolt, a shiver.

Theory: T17, T21, T28, T29.
"""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING, Final

from sandbox.engine.options import those
from sandbox.engine.vocabulary import STREAMS
from sandbox.engine.ways import ROUND
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas, arc
from sandbox.view.canvas.strokes import arrow_head, dashed
from sandbox.view.icons.registry import icon
from sandbox.view.people.face_marks import weeps
from sandbox.view.people.pose_state import MERRY

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pygame

    from sandbox.engine.arrays import Bools
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

THROWS_PER_SECOND: Final = 0.7
HIGH: Final = 0.75
"""How high a ball flies, in tiles."""
FARTHEST: Final = 5.0
"""From farther away, in tiles, nobody plays ball."""
FRIGHT: Final = 0.005
"""Fear per second that makes somebody shiver."""
SHIVER_HERTZ: Final = 5.0
BOLT_HERTZ: Final = 1.5
GLOOM_SECONDS: Final = 3.0
"""How long an imagined cloud hangs over somebody."""
_WITH_BOLT: Final = those(lambda option: option.gesture == "bolt")
_WITH_GLOOM: Final = those(lambda option: option.gesture == "gloom")
_WITH_WAY: Final = those(lambda option: option.gesture == "way")
_PUT_ON: Final = those(lambda option: option.false_face < 0)


def gestures(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return everybody's gestures, which go over the bodies."""
    if cast.size < lengths.plain_below_px:
        return []
    return [
        *_balls(frame, viewpoint, cast, lengths),
        *_bolts(frame, viewpoint, cast, lengths),
        *_glooms(frame, viewpoint, cast, lengths),
        *_shivers(frame, viewpoint, cast),
        *_floods(frame, viewpoint, cast),
    ]


def _at(options: Bools, frame: Frame, cast: Cast) -> Iterator[tuple[Pose, Pose | None]]:
    """Go through those who are at one of some options, with whom it concerns."""
    people = frame.people
    for pose in cast.those(options[people.option]):
        yield pose, cast.get(int(people.option_on[pose.who]))


def _centred(sprite: pygame.Surface, x: float, y: float) -> Blit:
    return (sprite, (x - sprite.get_width() / 2, y - sprite.get_height() / 2))


def _balls(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Let a ball fly to and fro between two who play; nobody plays with two balls."""
    people = frame.people
    blits: list[Blit] = []
    busy: set[int] = set()
    turn = 0.25 if viewpoint.reduce_motion else viewpoint.seconds * THROWS_PER_SECOND % 1.0
    share = 2 * turn if turn < 1 / 2 else 2 - 2 * turn
    ball, high = icon("play", round(lengths.badge_px * 0.9)), HIGH * cast.size * 4 * share * (1 - share)
    rows = cast.rows_of(people.playing > MERRY)
    whom = people.option_on[rows]
    near = (whom >= 0) & cast.seen(whom) & (abs(cast.x[rows] - cast.x[whom]) <= FARTHEST * cast.size)
    for who, other in zip(rows[near].tolist(), whom[near].tolist(), strict=True):
        if who in busy or other in busy or weeps(cast.look(who)) or weeps(cast.look(other)):
            continue
        busy |= {who, other}
        (x1, y1), (x2, y2) = ((cast.x.item(one), cast.y.item(one) - cast.size * 0.7) for one in (who, other))
        blits.append(_centred(ball, x1 + (x2 - x1) * share, y1 + (y2 - y1) * share - high))
    return blits


def _bolts(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Let a small bolt flash over whoever is hurt by a pulled lever."""
    blits: list[Blit] = []
    for _, other in _at(_WITH_BOLT, frame, cast):
        shining = viewpoint.reduce_motion or viewpoint.seconds * BOLT_HERTZ % 1.0 < 2 / 3
        if other is not None and shining:
            blits.append(_centred(icon("bolt", lengths.badge_px), other.x, other.top() - other.size * 0.12))
    return blits


def _glooms(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Hang the rain cloud that somebody worries about over the other, who may be quite well."""
    blits: list[Blit] = []
    for pose, other in _at(_WITH_GLOOM, frame, cast):
        age = frame.age_of(int(frame.people.option_tick[pose.who]), viewpoint.alpha)
        if other is not None and age < GLOOM_SECONDS:
            cloud = icon("gloom", round(lengths.badge_px * 1.1))
            blits.append(_centred(cloud, other.x + other.size * 0.42, other.top() - other.size * 0.05))
    return blits


def _shivers(frame: Frame, viewpoint: Viewpoint, cast: Cast) -> list[Blit]:
    """Draw wavy lines beside those who are afraid."""
    blits: list[Blit] = []
    fear = frame.people.reward[:, STREAMS.index("fear")]
    for pose in cast.those(fear < -FRIGHT):
        beat = 0.0 if viewpoint.reduce_motion else sin(2 * pi * SHIVER_HERTZ * viewpoint.seconds + pose.who)
        x, y = pose.middle()
        blits.append(_centred(_wave(pose.size), x + beat * 0.025 * pose.size, y))
    return blits


@cached_picture
def _wave(size_px: int) -> pygame.Surface:
    canvas = SpriteCanvas(size_px, -0.6, -0.5, 0.6, 0.5)
    for side in (-1, 1):
        for far, tall in ((0.42, 0.3), (0.52, 0.18)):
            way = [(side * (far + 0.03 * (-1) ** step), tall * (step / 3 - 1)) for step in range(7)]
            canvas.stroke(way, 0.085, palette.PAPER)
            canvas.stroke(way, 0.045)
    return canvas.finish()


def _floods(frame: Frame, viewpoint: Viewpoint, cast: Cast) -> list[Blit]:
    """Let those who put it on weep like a fountain, for all to see."""
    blits: list[Blit] = []
    for pose, _ in _at(_PUT_ON, frame, cast):
        step = 1 if viewpoint.reduce_motion else int(viewpoint.seconds * 6) % FLOODS
        x, y = pose.head()
        blits.append(_centred(_flood(pose.size, step), x, y + pose.size * 0.08))
    return blits


FLOODS: Final = 3
"""So many pictures make tears run."""


@cached_picture
def _flood(size_px: int, step: int) -> pygame.Surface:
    canvas = SpriteCanvas(size_px, -0.8, -0.5, 0.8, 0.5)
    for side in (-1, 1):
        jet = arc((side * 0.42, 0.0), (0.2, 0.2), 0.5 if side > 0 else 1.0, 0.86 if side > 0 else 0.64, 10)
        canvas.stroke(jet, 0.11)
        canvas.stroke(jet, 0.055, palette.TEAR)
        for drop in range(2):
            fall = (step + 1.5 * drop) / FLOODS
            x, y = side * (0.6 + 0.06 * fall), 0.0 + 0.3 * fall
            shape = [(x, y - 0.1), *arc((x, y), (0.055, 0.06), -0.08, 0.58, 10)]
            canvas.polygon(shape, palette.TEAR, 0.03)
    return canvas.finish()


def draw_detours(surface: pygame.Surface, frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> None:
    """Draw the bent way round, dotted on the ground, of everybody who takes one (T13)."""
    people = frame.people
    shift = 0.0 if viewpoint.reduce_motion else viewpoint.seconds
    for pose in cast.those(_WITH_WAY[people.option] & (people.errand == ROUND)):
        corner, end = (
            viewpoint.camera.to_screen(float(x[pose.who]), float(y[pose.who]))
            for x, y in ((people.detour_x, people.detour_y), (people.errand_x, people.errand_y))
        )
        for colour, width in ((palette.PAPER, 3.0), (palette.INK, 1.6)):
            for start, stop in (((pose.x, pose.y), corner), (corner, end)):
                dashed(surface, start, stop, lengths.line_px * width, colour, lengths.dash_px, shift)
        arrow_head(surface, end, corner, lengths.line_px * 6, palette.INK)
