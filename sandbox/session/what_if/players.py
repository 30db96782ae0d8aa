"""Who plays the batches: this process, a slice at a time, or one in the background (`worker`)."""

from __future__ import annotations

import traceback
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sandbox.engine.explained import Explained
from sandbox.session.what_if.batch import Batch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.what_if.batch import Job
    from sandbox.session.what_if.following import Row


class WhatIfError(Explained):
    """A question that could not be answered."""


class GoneError(Exception):
    """The process that plays is not there any more, or could not be started."""


class News(NamedTuple):
    """How far a batch is."""

    number: int
    """of the batch, by which it was begun"""
    ticks: int = 0
    """that are played of all its worlds together"""
    rows: tuple[Row, ...] | None = None
    """what came of them, in the order of the forks; None until it is over"""
    error: Explained | None = None
    """why there will be no rows"""

    @property
    def last(self) -> bool:
        """Whether there will be no more of this batch."""
        return self.rows is not None or self.error is not None


class Player(Protocol):
    """Plays one batch at a time."""

    most_people: int
    """in all worlds of a batch, so that it heeds within some hundredths of a second that it is to stop"""

    def begin(self, number: int, job: Job) -> None:
        """Begin to play a batch, under a number."""

    def stop(self) -> None:
        """Let the batch be; news of it may still come."""

    def news(self, within: float) -> News | None:
        """Return the latest news, if there are any; up to so many seconds may be spent, on waiting or on playing.

        Raises:
            GoneError: if there will be none.
        """

    def close(self) -> None:
        """End for good; nothing is left running."""


def play(number: int, job: Job) -> Iterator[News]:
    """Play a batch and tell of every tick; whatever goes wrong is told, too."""
    try:
        batch = Batch(job)
        while not batch.done:
            batch.step()
            yield News(number, batch.ticks)
        yield News(number, batch.ticks, batch.rows())
    except Explained as error:
        yield News(number, error=error)
    except Exception as error:  # noqa: BLE001 - a fault of ours in the background must not end the game
        told = WhatIfError("what_if.failed", reason=repr(error), report=traceback.format_exc())
        yield News(number, error=told)


class Slices:
    """Plays in this process, while it is asked for news."""

    most_people = 400

    def __init__(self) -> None:
        """Begin with nothing to play."""
        self._played: Iterator[News] | None = None

    def begin(self, number: int, job: Job) -> None:
        """Begin to play a batch; the first tick is played when somebody asks for news."""
        self._played = play(number, job)

    def stop(self) -> None:
        """Let the batch be."""
        self._played = None

    def news(self, within: float) -> News | None:
        """Play for so many seconds, at least one tick if there are any; return how far it is."""
        end, latest = perf_counter() + within, None
        while self._played is not None and within > 0 and (latest is None or perf_counter() < end):
            latest = next(self._played)
            if latest.last:
                self._played = None
        return latest

    def close(self) -> None:
        """End for good."""
        self.stop()
