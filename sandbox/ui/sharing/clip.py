"""The last seconds of a play-through as a film, and their end as a picture that carries the recording.

They are drawn beside what is played, a tick of them for each picture of the window, and another thread writes them.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.scenario.showable import reason_of, showable
from sandbox.scenario.whole_files import write_new
from sandbox.session.files.picture_file import fits
from sandbox.session.recall import Recall
from sandbox.ui.opening import Opening
from sandbox.ui.sharing.caption import strip
from sandbox.ui.sharing.encoding import gif, image_of, png
from sandbox.ui.sharing.reel import pictures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from PIL.Image import Image

    from sandbox.session.frame import Frame
    from sandbox.session.session import Session
    from sandbox.ui.preferences import Preferences

SECONDS: Final = 6
FILM: Final = (480, 300)
STILL: Final = (960, 600)
"""Sizes of the map in the film and in the picture, pixels; the words come below it."""
ALONE: Final = Opening(bare=True)
"""Whoever sees them has no game beside them to ask."""
SLICE: Final = 0.012
"""Seconds of a picture of the window for the way to the first moment."""
_WRITER: Final = ThreadPoolExecutor(1, "clip")
"""A film takes a second or two to be written; whoever quits meanwhile waits for it."""


class Wanted(NamedTuple):
    """What is to be given away."""

    folder: Path
    stem: str
    """of the files' names"""
    last: int
    """tick"""
    lines: tuple[str, str]
    """what happened, and why"""
    recording: bytes
    likes: Preferences


class Clip:
    """A film that is being made."""

    def __init__(self, session: Session, wanted: Wanted) -> None:
        """Begin on the way to its first moment."""
        self._wanted = wanted
        self._recall = Recall(session, wanted.last - SECONDS * TICKS_PER_SECOND)
        self._words = strip(wanted.lines, FILM[0])
        self._images: list[Image] = []
        self._drawn: Iterator[pygame.Surface] | None = None
        self._written: Future[str] | None = None

    def step(self) -> str:
        """Do a little; once it is done, return a sentence that says where it lies or why it does not."""
        if self._written is not None:
            return self._written.result() if self._written.done() else ""
        if self._drawn is None:
            if self._recall.frame(SLICE) is not None:
                self._drawn = pictures(self._moments(), pygame.Surface(FILM), ALONE, self._wanted.likes, 1)
            return ""
        drawn = next(self._drawn, None)
        if drawn is None:
            still = next(pictures([self._recall.lively()], pygame.Surface(STILL), ALONE, self._wanted.likes, 0))
            whole = image_of(_over(still, strip(self._wanted.lines, STILL[0])))
            self._written = _WRITER.submit(_write, self._wanted, tuple(self._images), whole)
        else:
            self._images.append(image_of(_over(drawn, self._words)))
        return ""

    def _moments(self) -> Iterator[Frame]:
        yield self._recall.lively()
        while self._recall.tick < self._wanted.last:
            yield self._recall.go_on()


def _over(picture: pygame.Surface, words: pygame.Surface) -> pygame.Surface:
    """Return a picture with words below it."""
    whole = pygame.Surface((picture.width, picture.height + words.height))
    whole.blit(picture, (0, 0))
    whole.blit(words, (0, picture.height))
    return whole


def _write(wanted: Wanted, images: tuple[Image, ...], still: Image) -> str:
    """Write the film and the picture; return a sentence that says so."""
    try:
        film = write_new(wanted.folder, wanted.stem, ".gif", gif(images, TICKS_PER_SECOND))
        picture = write_new(wanted.folder, wanted.stem, ".png", png(still, wanted.recording))
    except OSError as error:
        return text_of("ui.picture.failed", path=showable(error.filename), reason=reason_of(error))
    carries = "carries" if fits(wanted.recording) else "long"
    return text_of(f"ui.share.{carries}", film=film.name, picture=picture.name, folder=showable(wanted.folder))
