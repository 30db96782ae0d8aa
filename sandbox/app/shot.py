"""A picture of one moment, drawn without a display."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pygame

    from sandbox.session.frame import Frame


class How(NamedTuple):
    """How a picture looks at a moment."""

    lens: str = "truth"
    eyes: int | None = None
    """row of the person through whose eyes it is seen, or None"""
    selected: int | None = None
    """row of the person who is chosen, or None"""
    projector: bool = False


def shot(frame: Frame, size: tuple[int, int], how: How = How()) -> bytes:  # noqa: B008 - it never changes
    """Draw a frame, `size` pixels wide and high, and give it as the bytes of a PNG."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from sandbox.view.camera import Camera
    from sandbox.view.scene import Scene
    from sandbox.view.stage import Stage

    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    surface = pygame.Surface(size)
    scene = Scene(Camera.fit(frame.level.map, surface.get_rect()), reduce_motion=True, **how._asdict())
    Stage().draw(surface, frame, scene)
    return png(surface)


def png(surface: pygame.Surface) -> bytes:
    """Give a surface as the bytes of a PNG."""
    import pygame

    picture = io.BytesIO()
    pygame.image.save(surface, picture, "shot.png")
    return picture.getvalue()
