"""Pictures and films of a play-through, drawn without a display."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pygame

    from sandbox.session.frame import Frame
    from sandbox.session.session import Session
    from sandbox.ui.opening import Opening

STILL: Final = Preferences(calm=True)
"""How a still picture is drawn, unless it is asked for otherwise: what moves would be caught somewhere."""
PER_TICK: Final = 2
"""Pictures that are drawn of a film for each tick."""
RATE: Final = PER_TICK * TICKS_PER_SECOND
"""Pictures that are drawn of a film for each second."""


def shot(session: Session, size: tuple[int, int], opening: Opening) -> bytes:
    """Draw the map at the present moment, `size` pixels wide and high, and give it as the bytes of a PNG."""
    surface, likes = _surface(size), opening.liked(STILL)
    from sandbox.ui.sharing.encoding import image_of, png
    from sandbox.ui.sharing.reel import pictures
    from sandbox.view.canvas.themes import use

    use(likes.colours)
    return png(image_of(next(pictures([session.frame()], surface, opening, likes, 0))))


def window(session: Session, size: tuple[int, int], opening: Opening) -> bytes:
    """Draw the window at the present moment likewise, as somebody sees it who has just opened it there."""
    surface = _surface(size)
    from sandbox.ui.scenes.play import Play
    from sandbox.ui.sharing.encoding import image_of, png
    from sandbox.ui.state import Shell

    shell = Shell(opening.liked(STILL))
    Play(shell, session.level, size, opening=replace(opening, paused=True)).draw(surface)
    return png(image_of(surface))


def film(frames: Iterable[Frame], size: tuple[int, int], opening: Opening, rate: int = RATE) -> bytes:
    """Draw the frames of successive ticks and give them as the bytes of a GIF that begins again at its end.

    Args:
        frames: the moments.
        size: width and height, pixels.
        opening: how it is looked at.
        rate: pictures a second, a divisor of RATE; fewer make a smaller file.
    """
    surface, likes = _surface(size), opening.liked(Preferences())
    from sandbox.ui.sharing.encoding import gif, image_of
    from sandbox.ui.sharing.reel import pictures
    from sandbox.view.canvas.themes import use

    use(likes.colours)
    kept = islice(pictures(frames, surface, opening, likes, PER_TICK), 0, None, RATE // rate)
    return gif([image_of(picture) for picture in kept], rate)


def pixels_of(seconds: float, size: tuple[int, int], rate: int = RATE) -> float:
    """Count the pixels of all pictures of a film."""
    return seconds * rate * size[0] * size[1]


def _surface(size: tuple[int, int]) -> pygame.Surface:
    """Return a surface to draw on, on a display that nobody sees."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    import pygame

    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    return pygame.Surface(size)
