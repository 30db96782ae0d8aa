"""Lenses: the same moment drawn as the answer to one question, the rest of the world softly dimmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.engine.options import those
from sandbox.session.seen.thresholds import NOTICED
from sandbox.session.seen.tie_sums import TOO_WELL, rows_of
from sandbox.view.canvas import palette
from sandbox.view.canvas.picture_cache import cached_picture
from sandbox.view.canvas.sprite_canvas import SpriteCanvas
from sandbox.view.icons.registry import icon
from sandbox.view.marks.overlays import felt_badge
from sandbox.view.people.crowd import person
from sandbox.view.people.poses import as_believed

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.session.frame import Frame
    from sandbox.session.seen.tie_sums import TieSums
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

WASHES: Final = {
    "truth": None,
    "eyes": (*palette.NIGHT, palette.TINT_NIGHT),
    "other": (*palette.VEIL, palette.TINT_VEIL),
}
"""What is laid over the ground, by lens."""
PIPS: Final = 5
TRAIL: Final = (0.25, 0.4, 0.55)
"""Where the dots of a thought lie on its way."""
IMAGE: Final = 0.62
"""Size of an imagined person, in bodies."""
GLOW_METRES: Final = 7.0
LARGEST_GLOW_PX: Final = 960
"""Radius beyond which the pool of light does not grow with what is in it."""
_PUT_ON: Final = those(lambda option: option.false_face < 0)


def wash_of(viewpoint: Viewpoint) -> tuple[int, int, int, int] | None:
    """Return the tint of the ground under a lens."""
    if viewpoint.eyes is not None:
        return WASHES["eyes"]
    return WASHES["truth" if viewpoint.lens == "truth" else "other"]


def glow(viewpoint: Viewpoint, cast: Cast) -> list[Blit]:
    """Return the pool of light around the one whose eyes we look through."""
    pose = cast.get(viewpoint.eyes)
    if pose is None:
        return []
    light = _light(min(LARGEST_GLOW_PX, round(GLOW_METRES * viewpoint.camera.scale / 16) * 16))
    return [(light, (pose.x - light.get_width() / 2, pose.y - light.get_height() / 2))]


@cached_picture
def _light(radius_px: int) -> pygame.Surface:
    return pygame.transform.smoothscale(_small_light(), (max(2, 2 * radius_px), max(2, 2 * radius_px)))


@cached_picture
def _small_light() -> pygame.Surface:
    side = 256
    across = np.linspace(-1, 1, side)
    far = np.sqrt(across[:, None] ** 2 + (across[None, :] * 1.25) ** 2)
    strength = (np.clip(1 - far, 0, 1) ** 1.5 * palette.TINT_NIGHT).astype(np.uint8)
    light = pygame.Surface((side, side), pygame.SRCALPHA)
    for channel, value in enumerate(palette.PAPER):
        pygame.surfarray.pixels3d(light)[:, :, channel] = (strength.astype(np.uint16) * value // 255).astype(np.uint8)
    pygame.surfarray.pixels_alpha(light)[:] = strength
    return light


def badges(
    frame: Frame, viewpoint: Viewpoint, cast: Cast, tie_sums: TieSums, believed: Floats, lengths: Sizes
) -> list[Blit]:
    """Return what the lens adds over the bodies; `believed` is how the person in question believes (N,) all to feel."""
    if viewpoint.eyes is not None:
        return _eyes_badge(viewpoint, cast, lengths)
    if viewpoint.lens == "felt":
        felt = [felt_badge(pose, float(frame.people.felt[pose.who]), lengths) for pose in cast]
        return felt + _winks(frame, cast, lengths)
    if viewpoint.lens == "attention":
        watched = cast.those(tie_sums.watchers > 0)
        return [pip for pose in watched for pip in _pips(pose, int(tie_sums.watchers[pose.who]), lengths)]
    if viewpoint.lens == "beliefs" and viewpoint.focus is not None:
        return _beliefs(frame, viewpoint.focus, cast, believed, lengths)
    return []


def _winks(frame: Frame, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return away those who put it on: a wink that only this lens shows (T21)."""
    wink = icon("wink", lengths.badge_px)
    return [
        (wink, (pose.x - pose.size * 0.42 - wink.get_width() / 2, pose.top() - wink.get_height() * 0.6))
        for pose in cast.those(_PUT_ON[frame.people.option])
    ]


def _eyes_badge(viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    pose = cast.get(viewpoint.eyes)
    if pose is None:
        return []
    sign = icon("eye", round(lengths.badge_px * 1.3))
    return [(sign, (pose.x - sign.get_width() / 2, pose.top() - pose.size * 0.34 - sign.get_height() / 2))]


def _pips(pose: Pose, watchers: int, lengths: Sizes) -> list[Blit]:
    pip = _pip(lengths.pip_px)
    count = min(PIPS, watchers)
    left = pose.x - count * lengths.pip_px / 2
    return [(pip, (left + index * lengths.pip_px, pose.top() - pose.size * 0.3)) for index in range(count)]


@cached_picture
def _pip(size_px: int) -> pygame.Surface:
    canvas = SpriteCanvas(size_px, -0.5, -0.5, 0.5, 0.5)
    canvas.circle((0, 0), 0.28, palette.AMBER, 0.16)
    return canvas.finish()


def _beliefs(frame: Frame, observer: int, cast: Cast, believed: Floats, lengths: Sizes) -> list[Blit]:
    ties = frame.ties
    blits: list[Blit] = []
    rows = rows_of(ties, observer)
    for row in range(rows.start, rows.stop):
        who, whom = cast.get(observer), cast.get(int(ties.target[row]))
        if who is None or whom is None or ties.attention[row] < NOTICED / 4:
            continue
        wrong = abs(float(ties.believed[row]) - float(frame.people.felt[whom.who])) > TOO_WELL
        blits += _trail(who, whom, lengths)
        blits += _imagined(whom, float(believed[whom.who]), wrong=wrong)
    return blits


def _trail(who: Pose, whom: Pose, lengths: Sizes) -> list[Blit]:
    start, end = who.head(), (whom.x + whom.size * 0.45, whom.top() - whom.size * 0.2)
    dots = [icon("dot", round(lengths.pip_px * (0.8 + share))) for share in TRAIL]
    return [
        (dot, (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share))
        for dot, share in zip(dots, TRAIL, strict=True)
    ]


def _imagined(whom: Pose, believed: float, *, wrong: bool) -> list[Blit]:
    size = max(16, round(whom.size * IMAGE))
    x, y = whom.x + whom.size * 0.55, whom.top() + whom.size * 0.02
    bubble = _bubble(size, wrong=wrong)
    image = as_believed(whom._replace(x=x, y=y, lift=0.0, size=size), believed)
    foot = y - bubble.get_height() / 2 + size * 0.42
    shown = person(image._replace(y=foot))
    return [(bubble, (x - bubble.get_width() / 2, y - bubble.get_height())), *shown]


@cached_picture
def _bubble(size_px: int, *, wrong: bool) -> pygame.Surface:
    canvas = SpriteCanvas(size_px, -0.8, -0.8, 0.8, 0.8)
    canvas.circle((0, 0), 0.62, palette.PAPER, 0.12 if wrong else 0.06, palette.VERMILLION if wrong else palette.INK)
    return canvas.finish()
