"""Pictures and films of a play-through, drawn without a display."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pygame

    from sandbox.session.frame import Frame

PER_TICK: Final = 2
"""Pictures of a film for each tick."""
COLOURS: Final = 128
"""Colours of a film, out of the 256 that a GIF may have."""


class How(NamedTuple):
    """How a picture looks at a moment."""

    lens: str = "truth"
    """one of LENSES"""
    eyes: int | None = None
    """row of the person through whose eyes it is seen, or None"""
    selected: int | None = None
    """row of the person who is chosen, or None"""
    projector: bool = False
    close: bool = False
    """as near as everybody fits into the first picture; else the whole map is shown"""


def shot(frame: Frame, size: tuple[int, int], how: How) -> bytes:
    """Draw a frame, `size` pixels wide and high, and give it as the bytes of a PNG."""
    return png(next(_pictures([frame], size, how, still=True)))


def film(frames: Iterable[Frame], size: tuple[int, int], how: How) -> bytes:
    """Draw the frames of successive ticks and give them as the bytes of a GIF that begins again at its end."""
    import pygame
    from PIL import Image

    from sandbox.engine.params import SECONDS_PER_TICK

    pictures = [
        Image.frombytes("RGB", size, pygame.image.tobytes(surface, "RGB"))
        for surface in _pictures(frames, size, how, still=False)
    ]
    common = pictures[len(pictures) // 2].quantize(COLOURS)
    first, *others = (picture.quantize(palette=common, dither=Image.Dither.NONE) for picture in pictures)
    written = io.BytesIO()
    pause = round(1000 * SECONDS_PER_TICK / PER_TICK)
    first.save(written, "GIF", save_all=True, append_images=others, duration=pause, loop=0)
    return written.getvalue()


def pixels_of(seconds: float, size: tuple[int, int]) -> float:
    """Count the pixels of all pictures of a film."""
    from sandbox.engine.params import TICKS_PER_SECOND

    return seconds * TICKS_PER_SECOND * PER_TICK * size[0] * size[1]


def _pictures(frames: Iterable[Frame], size: tuple[int, int], how: How, *, still: bool) -> Iterator[pygame.Surface]:
    """Draw the frames one after the other onto the same surface, between ticks too unless they stand still."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    from sandbox.engine.params import SECONDS_PER_TICK
    from sandbox.view.canvas.camera import Camera
    from sandbox.view.stage import Stage
    from sandbox.view.viewpoint import Viewpoint

    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    surface, stage, steps = pygame.Surface(size), Stage(), 1 if still else PER_TICK
    look = how._asdict()
    near, camera = look.pop("close"), None
    for frame in frames:
        if camera is None:
            people, rect = frame.people, surface.get_rect()
            camera = Camera.around(people.x, people.y, rect) if near else Camera.fit(frame.level.map, rect)
        for step in range(1, steps + 1):
            seconds = 0.0 if still else (frame.tick + step / steps) * SECONDS_PER_TICK
            viewpoint = Viewpoint(camera, alpha=step / steps, seconds=seconds, reduce_motion=still, **look)
            stage.draw(surface, frame, viewpoint)
            yield surface


def png(surface: pygame.Surface) -> bytes:
    """Return a surface as the bytes of a PNG."""
    import pygame

    picture = io.BytesIO()
    pygame.image.save(surface, picture, "shot.png")
    return picture.getvalue()
