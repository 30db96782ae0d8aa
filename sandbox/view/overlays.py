"""Marks that belong to a body: suffering, seen and unseen, joy, pebbles and stars, hidden feelings.

Theory: T2, T21, T25. Suffering is a ring of ticks around the body, longer for worse. While somebody attends to it
the ticks are
solid; suffering that nobody attends to has hollow ticks and a crossed-out eye.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from sandbox.view import palette
from sandbox.view.icons import icon
from sandbox.view.minds import REJOICES, SUFFERS
from sandbox.view.sketch import Sketch
from sandbox.view.text import pill

if TYPE_CHECKING:
    import pygame

    from sandbox.session.frame import Frame
    from sandbox.view.minds import Standing
    from sandbox.view.palette import Sizes
    from sandbox.view.poses import Pose
    from sandbox.view.scene import Scene

Blit = tuple["pygame.Surface", tuple[float, float]]

RING: Final = 0.60
"""Radius of the ring of suffering, in tiles."""
GRADES: Final = 4
TICKS_LEAST: Final = 12
PULSES: Final = 4
PULSE_HERTZ: Final = 0.9
SHOWN_PEBBLES: Final = 5
HIDDEN: Final = 0.38
"""A difference between felt and shown that earns a badge."""
PILE: Final = ((0.0, 0.0), (1.0, 0.05), (0.5, -0.62), (1.5, -0.58), (1.0, -1.2))
"""Where pebbles lie, in pebbles."""


def under_bodies(frame: Frame, scene: Scene, cast: list[Pose], standing: Standing) -> list[Blit]:
    """Give the rings that lie behind bodies."""
    felt, watched = frame.people.felt.tolist(), (standing.watchers > 0).tolist()
    return [
        _centred(_ring_of(pose, felt[pose.who], scene, seen=watched[pose.who]), pose.middle())
        for pose in cast
        if felt[pose.who] < SUFFERS
    ]


def over_bodies(frame: Frame, scene: Scene, cast: list[Pose], standing: Standing, lengths: Sizes) -> list[Blit]:
    """Give the badges that lie over bodies."""
    blits: list[Blit] = []
    if not cast or cast[0].size < lengths.plain_below_px:
        return blits
    for pose in cast:
        felt, shown = float(frame.people.felt[pose.who]), float(frame.people.shown[pose.who])
        if felt < SUFFERS and not standing.watchers[pose.who]:
            spot = (pose.x - pose.size * 0.62, pose.y - pose.size * 0.26)
            blits.append(_centred(icon("crossed_eye", lengths.badge_px), spot))
        if felt > REJOICES:
            blits.append(_centred(_upstrokes(pose.size), (pose.x, pose.top() - pose.size * 0.36)))
        if abs(felt - shown) > HIDDEN and pose.size >= lengths.detail_above_px:
            blits.append(felt_badge(pose, felt, lengths))
        if scene.lens in {"truth", "blame"}:
            blits += _pile(pose, "pebble", int(standing.pebbles[pose.who]), 1, lengths)
            blits += _pile(pose, "credit", int(standing.stars[pose.who]), -1, lengths)
    return blits


def felt_badge(pose: Pose, felt: float, lengths: Sizes) -> Blit:
    """Give the sign beside a body that says what somebody really feels; larger for stronger."""
    name = "up" if felt > -SUFFERS / 2 else "down" if felt < SUFFERS / 2 else "level"
    size = round(lengths.badge_px * (0.62 + 0.38 * abs(felt)))
    return _centred(icon(name, size), (pose.x + pose.size * 0.42, pose.y - pose.lift - pose.size * 0.36))


def _pile(pose: Pose, name: str, count: int, side: int, lengths: Sizes) -> list[Blit]:
    stone = icon(name, lengths.pebble_px)
    left = pose.x + side * pose.size * 0.42 - (0 if side > 0 else 2 * lengths.pebble_px)
    low = pose.y + pose.size * 0.03 - lengths.pebble_px / 2
    spots = PILE[: min(count, SHOWN_PEBBLES)]
    blits: list[Blit] = [(stone, (left + x * lengths.pebble_px, low + y * lengths.pebble_px)) for x, y in spots]
    return blits


def pile_counts(cast: list[Pose], standing: Standing, lengths: Sizes) -> list[Blit]:
    """Give the "×n" of piles that are too high to draw; these have ordinary alpha."""
    blits: list[Blit] = []
    for pose in cast:
        count = int(standing.pebbles[pose.who])
        if count > SHOWN_PEBBLES and pose.size >= lengths.plain_below_px:
            label = pill(f"×{count}", lengths.pebble_px, lengths.pill_pad_px // 2)
            blits.append((label, (pose.x + pose.size * 0.44, pose.y - pose.size * 0.03 - 2.4 * lengths.pebble_px)))
    return blits


def _ring_of(pose: Pose, felt: float, scene: Scene, *, seen: bool) -> pygame.Surface:
    grade = min(GRADES - 1, int((SUFFERS - felt) / (1 + SUFFERS) * GRADES))
    wave = 0.0 if scene.reduce_motion else sin(2 * pi * PULSE_HERTZ * scene.seconds + pose.who)
    return _ring(pose.size, grade, round((wave + 1) / 2 * (PULSES - 1)), seen=seen)


@lru_cache(maxsize=512)
def _ring(size_px: int, grade: int, pulse: int, *, seen: bool) -> pygame.Surface:
    sketch = Sketch(size_px, -1.05, -1.05, 1.05, 1.05)
    count = TICKS_LEAST + 2 * grade
    reach = 0.13 + 0.05 * grade + 0.02 * pulse
    width = max(0.045, 2.2 / size_px)
    edge = max(0.018, 1.0 / size_px)
    for tick in range(count):
        angle = 2 * pi * tick / count - pi / 2
        way = [(cos(angle) * far, sin(angle) * far) for far in (RING, RING + reach)]
        sketch.stroke(way, width + 2 * edge, palette.INK)
        sketch.stroke(way, width, palette.VERMILLION if seen else palette.PAPER)
    return sketch.finish()


@lru_cache(maxsize=64)
def _upstrokes(size_px: int) -> pygame.Surface:
    sketch = Sketch(size_px, -0.5, -0.3, 0.5, 0.3)
    for x, tall in ((-0.22, 0.12), (0.0, 0.2), (0.22, 0.12)):
        way = [(x, 0.14), (x * 1.25, 0.14 - tall)]
        sketch.stroke(way, 0.11)
        sketch.stroke(way, 0.06, palette.BLUE)
    return sketch.finish()


def _centred(sprite: pygame.Surface, spot: tuple[float, float]) -> Blit:
    return (sprite, (spot[0] - sprite.get_width() / 2, spot[1] - sprite.get_height() / 2))
