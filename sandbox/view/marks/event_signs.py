"""The moment in which something happens: a sign over the head, a word, and a ring that runs out to the witnesses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.session.recent import recent_events
from sandbox.view.canvas import palette
from sandbox.view.canvas.text import pill
from sandbox.view.canvas.themes import themed
from sandbox.view.people import sprites
from sandbox.view.people.reactions import RING_SECONDS, ring_metres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.causes import Record
    from sandbox.engine.happenings.happening import Kind
    from sandbox.session.frame import Frame
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.marks.overlays import Blit
    from sandbox.view.people.cast import Cast, Pose
    from sandbox.view.viewpoint import Viewpoint

LASTS: Final = 2.2
"""Seconds that the sign stays."""
POP: Final = 0.5
"""How much larger a sign is at first."""
POP_SECONDS: Final = 0.25


def _fresh(frame: Frame, viewpoint: Viewpoint, lasts: float) -> Iterator[tuple[Record, Kind, float]]:
    for record, kind in recent_events(frame).happened:
        age = frame.age_of(record.tick, viewpoint.alpha)
        if age < lasts:
            yield record, kind, age


def has_sign(kind: Kind) -> bool:
    """Return whether a happening is marked by a sign and a word; of a new place the place itself tells."""
    return kind.befalls_somebody and not kind.wants_spot


def draw_rings(surface: pygame.Surface, frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> None:
    """Draw the ring that runs from the newest happening to those who can see it."""
    for record, _, age in list(_fresh(frame, viewpoint, RING_SECONDS))[-1:]:
        pose = cast.get(record.who)
        if pose is not None and not viewpoint.reduce_motion:
            radius = ring_metres(age) * viewpoint.camera.scale
            width = max(1, round(lengths.ring_px * (1 - age / RING_SECONDS)))
            pygame.draw.circle(surface, themed(palette.INK), pose.middle(), radius + 1, width + 2)
            pygame.draw.circle(surface, themed(palette.AMBER), pose.middle(), radius, width)


def signs(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return the signs of what has just happened."""
    blits: list[Blit] = []
    for record, kind, age in _fresh(frame, viewpoint, LASTS):
        pose = cast.get(record.whom if kind.passed_on else record.who)
        if pose is not None and has_sign(kind):
            x, y = _spot(pose, age, viewpoint, lengths)
            grown = 1.0 if viewpoint.reduce_motion else 1 + POP * max(0.0, 1 - age / POP_SECONDS)
            size = round(lengths.spark_px * grown / 4) * 4
            sign = sprites.fading_icon(kind.icon, size, sprites.fade_step(2 * (1 - age / LASTS)))
            blits.append((sign, (x - sign.get_width() / 2, y - sign.get_height() / 2)))
    return blits


def words(frame: Frame, viewpoint: Viewpoint, cast: Cast, lengths: Sizes) -> list[Blit]:
    """Return what people cry out; these have ordinary alpha."""
    blits: list[Blit] = []
    if cast.size < lengths.plain_below_px:
        return blits
    for record, kind, age in _fresh(frame, viewpoint, LASTS):
        pose = cast.get(record.whom if kind.passed_on else record.who)
        if pose is not None and has_sign(kind):
            x, y = _spot(pose, age, viewpoint, lengths)
            label = pill(text_of(f"spark.{kind.name}"), lengths.word_px, lengths.pill_pad_px)
            blits.append((label, (x + lengths.spark_px * 0.45, y - lengths.spark_px * 0.45)))
    return blits


def _spot(pose: Pose, age: float, viewpoint: Viewpoint, lengths: Sizes) -> tuple[float, float]:
    rise = 0.0 if viewpoint.reduce_motion else age / LASTS * pose.size * 0.3
    return (pose.x + pose.size * 0.1, pose.top() - lengths.spark_px * 0.55 - rise)
