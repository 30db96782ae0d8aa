"""Pictures and films of a play-through, drawn without a display."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pygame

    from sandbox.session.frame import Frame
    from sandbox.session.session import Session
    from sandbox.ui.opening import Opening
    from sandbox.view.canvas.camera import Camera

STILL: Final = Preferences(calm=True)
"""How a still picture is drawn, unless it is asked for otherwise: what moves would be caught somewhere."""
PER_TICK: Final = 2
"""Pictures that are drawn of a film for each tick."""
RATE: Final = PER_TICK * TICKS_PER_SECOND
"""Pictures that are drawn of a film for each second."""
COLOURS: Final = 128
"""Colours of a film, out of the 256 that a GIF may have."""


def shot(session: Session, size: tuple[int, int], opening: Opening) -> bytes:
    """Draw the map at the present moment, `size` pixels wide and high, and give it as the bytes of a PNG."""
    return png(next(_pictures([session.frame()], size, opening, still=True)))


def window(session: Session, size: tuple[int, int], opening: Opening) -> bytes:
    """Draw the window at the present moment likewise, as somebody sees it who has just opened it there."""
    surface = _surface(size)
    from sandbox.ui.scenes.play import Play
    from sandbox.ui.state import Shell

    shell = Shell(opening.liked(STILL))
    Play(shell, session.level, size, opening=replace(opening, paused=True)).draw(surface)
    return png(surface)


def film(frames: Iterable[Frame], size: tuple[int, int], opening: Opening, rate: int = RATE) -> bytes:
    """Draw the frames of successive ticks and give them as the bytes of a GIF that begins again at its end.

    Args:
        frames: the moments.
        size: width and height, pixels.
        opening: how it is looked at.
        rate: pictures a second, a divisor of RATE; fewer make a smaller file.
    """
    import pygame
    from PIL import Image

    kept = islice(_pictures(frames, size, opening, still=False), 0, None, RATE // rate)
    pictures = [Image.frombytes("RGB", size, pygame.image.tobytes(surface, "RGB")) for surface in kept]
    common = pictures[len(pictures) // 2].quantize(COLOURS)
    first, *others = (picture.quantize(palette=common, dither=Image.Dither.NONE) for picture in pictures)
    written = io.BytesIO()
    first.save(written, "GIF", save_all=True, append_images=others, duration=1000 // rate, loop=0)
    return written.getvalue()


def pixels_of(seconds: float, size: tuple[int, int], rate: int = RATE) -> float:
    """Count the pixels of all pictures of a film."""
    return seconds * rate * size[0] * size[1]


def _pictures(
    frames: Iterable[Frame], size: tuple[int, int], opening: Opening, *, still: bool
) -> Iterator[pygame.Surface]:
    """Draw the frames one after the other onto the same surface, between ticks too unless they stand still."""
    surface = _surface(size)
    from sandbox.engine.params import SECONDS_PER_TICK
    from sandbox.view.canvas.themes import use
    from sandbox.view.stage import Stage

    likes = opening.liked(STILL if still else Preferences())
    use(likes.colours)
    stage, steps, look = Stage(), 1 if still else PER_TICK, None
    for frame in frames:
        look = look or _looking(frame, surface.get_rect(), opening, likes)
        for step in range(1, steps + 1):
            seconds = 0.0 if still else (frame.tick + step / steps) * SECONDS_PER_TICK
            camera = look(frame)
            stage.draw(surface, frame, opening.viewpoint(camera, likes, size, alpha=step / steps, seconds=seconds))
            yield surface


def _surface(size: tuple[int, int]) -> pygame.Surface:
    """Return a surface to draw on, on a display that nobody sees."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    return pygame.Surface(size)


def _looking(first: Frame, rect: pygame.Rect, opening: Opening, likes: Preferences) -> Callable[[Frame], Camera]:
    """Return what tells the view of each picture of a film that begins with a frame, one after the other."""
    from sandbox.engine.params import SECONDS_PER_TICK
    from sandbox.session.concerned import Extent, concerned
    from sandbox.ui.opening import lengths_for
    from sandbox.view.canvas.camera import Camera
    from sandbox.view.canvas.glide import Glide

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
        return glide.toward(wanted, extent, SECONDS_PER_TICK / PER_TICK, lengths, calm=likes.calm)

    return look


def png(surface: pygame.Surface) -> bytes:
    """Return a surface as the bytes of a PNG."""
    import pygame

    picture = io.BytesIO()
    pygame.image.save(surface, picture, "shot.png")
    return picture.getvalue()
