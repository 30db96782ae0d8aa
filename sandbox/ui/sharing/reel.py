"""Pictures of successive moments, one after the other, as a camera sees them that follows what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.session.seen.concerned import Extent, concerned
from sandbox.ui.opening import lengths_for
from sandbox.view.canvas.camera import Camera
from sandbox.view.canvas.glide import Glide
from sandbox.view.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pygame

    from sandbox.session.frame import Frame
    from sandbox.ui.opening import Opening
    from sandbox.ui.preferences import Preferences


def pictures(
    frames: Iterable[Frame], surface: pygame.Surface, opening: Opening, likes: Preferences, per_tick: int
) -> Iterator[pygame.Surface]:
    """Draw successive ticks one after the other onto the same surface, which is given each time.

    Args:
        frames: the ticks.
        surface: as large as the pictures.
        opening: how they are looked at.
        likes: how a player likes pictures; its colours are those that are in use.
        per_tick: pictures for each of them; 0 for one in which nothing is caught in a movement.
    """
    stage, steps, look = Stage(), max(1, per_tick), None
    for frame in frames:
        look = look or _looking(frame, surface.get_rect(), opening, likes, steps)
        for step in range(1, steps + 1):
            seconds = (frame.tick + step / steps) * SECONDS_PER_TICK if per_tick else 0.0
            camera, size = look(frame), surface.get_size()
            stage.draw(surface, frame, opening.viewpoint(camera, likes, size, alpha=step / steps, seconds=seconds))
            yield surface


def _looking(
    first: Frame, rect: pygame.Rect, opening: Opening, likes: Preferences, per_tick: int
) -> Callable[[Frame], Camera]:
    """Return what tells the view of each picture of a film that begins with a frame, one after the other."""
    if opening.whole or opening.close:
        people, there = first.people, first.people.there()
        still = Camera.around(people.x[there], people.y[there], rect) if opening.close else None
        still = still or Camera.fit(first.level.map, rect)
        return lambda _: still
    glide, lengths = Glide(), lengths_for(likes, rect.size)
    asked = () if opening.selected is None else (opening.selected,)

    def look(frame: Frame) -> Camera:
        rows = concerned(frame, asked)
        if not len(rows):
            return Camera.fit(frame.level.map, rect)
        extent = Extent.of(frame.people, rows)
        wanted = Camera.showing(extent, frame.level.map, rect, lengths)
        return glide.toward(wanted, extent, SECONDS_PER_TICK / per_tick, lengths, calm=likes.calm)

    return look
