"""A process in the background that plays batches, one at a time.

It is spawned, so that it has none of the game's threads and windows, and is less urgent than the game. It ends when the
pipe to the game breaks, however the game has ended. No frame touches the pipes, since one that is full, or not full
enough, would let it wait.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import perf_counter
from typing import TYPE_CHECKING, Final, TypeAlias

from sandbox.interrupts import held
from sandbox.session.what_if.players import GoneError, News, play

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from sandbox.session.what_if.batch import Job

    Request: TypeAlias = tuple[int, Job] | None

NICE: Final = 10
"""Steps by which the process is less urgent than the game, of 19."""
EVERY: Final = 0.05
"""Seconds between two reports of how far a batch is."""
PATIENCE: Final = 5.0
"""Seconds for which an end waits until the process is gone, before it is killed."""
STOP: Final = None
"""Sent instead of a batch: let the one that is being played be."""


class Worker:
    """The process, and two threads: one starts it and sends it what is to be played, one takes in what it tells."""

    most_people = 3_000

    def __init__(self) -> None:
        """Start it; this returns at once, while a thread makes the pipes and the process."""
        self._process: SpawnProcess | None = None
        self._requests: SimpleQueue[Request] = SimpleQueue()
        self._news: SimpleQueue[News | None] = SimpleQueue()
        """None stands for the end of it"""
        self._started, self._over = Event(), Event()
        self._thread = Thread(target=self._send, name="what-if", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """The number of the process, once it is started."""
        return None if self._process is None else self._process.pid

    def begin(self, number: int, job: Job) -> None:
        """Begin to play a batch."""
        self._requests.put((number, job))

    def stop(self) -> None:
        """Let the batch be."""
        self._requests.put(STOP)

    def news(self, within: float) -> News | None:
        """Return the latest news of those that have come; wait for the first up to so many seconds."""
        latest: News | None = None
        with suppress(Empty):
            while latest is None or not latest.last:
                found = self._news.get(latest is None and within > 0, within)
                if found is None:
                    self._news.put(None)
                    if latest is None:
                        raise GoneError
                    break
                latest = found
        return latest

    def close(self) -> None:
        """End the process."""
        self._over.set()
        self._requests.put(STOP)
        self._started.wait()
        if self._process is not None:
            self._process.terminate()
            self._process.join(PATIENCE)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
        self._thread.join()

    def _send(self) -> None:
        """Start the process and send it requests, until it is gone or not wanted any more."""
        try:
            with held():
                outbox, answers = self._start()
        except OSError:
            self._news.put(None)
            return
        finally:
            self._started.set()
        reader = Thread(target=self._receive, args=(answers,), name="what-if-news", daemon=True)
        reader.start()
        with outbox, suppress(OSError):
            while not self._over.is_set():
                outbox.send(self._requests.get())
        reader.join()

    def _receive(self, answers: Connection) -> None:
        """Take in news until the process is gone."""
        with answers, suppress(EOFError, OSError):
            while True:
                self._news.put(answers.recv())
        self._news.put(None)

    def _start(self) -> tuple[Connection, Connection]:
        """Start the process, and return the pipes to it and from it."""
        context = multiprocessing.get_context("spawn")
        inbox, outbox = context.Pipe(duplex=False)
        mine, answers = context.Pipe(duplex=False)
        process = context.Process(target=serve, args=(inbox, answers), name="what-if", daemon=True)
        with inbox, answers:  # They break when the process ends only if nobody else holds these ends.
            process.start()
        self._process = process
        return outbox, mine


def serve(inbox: Connection, answers: Connection) -> None:
    """Play what comes in, until nobody is there to ask any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # A terminal interrupts the game, too, and that says when to end.
    if hasattr(os, "nice"):
        os.nice(NICE)
    try:
        while True:
            request: Request = inbox.recv()
            if request is not STOP:
                _play(*request, inbox, answers)
    except (EOFError, OSError):
        return


def _play(number: int, job: Job, inbox: Connection, answers: Connection) -> None:
    """Play a batch to its end, or until something comes in: that can only be that it is to stop."""
    told = perf_counter()
    for news in play(number, job):
        if inbox.poll():
            inbox.recv()
            return
        if news.last or perf_counter() - told > EVERY:
            answers.send(news)
            told = perf_counter()
