"""A picture of one moment, drawn without a display."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pygame

    from sandbox.session.frame import Frame


def shot(frame: Frame, size: tuple[int, int], *, lens: str = "truth", eyes: int | None = None) -> bytes:
    """Draw a frame and give it as the bytes of a PNG.

    Args:
        frame: the moment.
        size: width and height in pixels.
        lens: one of LENSES.
        eyes: row of the person through whose eyes it is seen, or None.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from sandbox.view.camera import Camera
    from sandbox.view.scene import Scene
    from sandbox.view.stage import Stage

    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    surface = pygame.Surface(size)
    scene = Scene(Camera.fit(frame.level.map, surface.get_rect()), lens=lens, eyes=eyes, reduce_motion=True)
    Stage().draw(surface, frame, scene)
    return png(surface)


def png(surface: pygame.Surface) -> bytes:
    """Give a surface as the bytes of a PNG."""
    import pygame

    picture = io.BytesIO()
    pygame.image.save(surface, picture, "shot.png")
    return picture.getvalue()
