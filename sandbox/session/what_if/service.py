"""The what-if service: takes questions, has their worlds played in the background, and remembers what came of them.

Whoever holds it polls it now and then, such as once a frame, and closes it at the end.
"""

from __future__ import annotations

from math import inf
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple

from cachetools import LRUCache

from sandbox.scenario.language import text_of
from sandbox.session.what_if.asked import Asked
from sandbox.session.what_if.origin import Origin
from sandbox.session.what_if.players import GoneError, Slices, WhatIfError
from sandbox.session.what_if.question import check_question
from sandbox.session.what_if.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from sandbox.scenario.problems import Problem
    from sandbox.session.session import Session
    from sandbox.session.what_if.following import Row
    from sandbox.session.what_if.players import News, Player
    from sandbox.session.what_if.question import Question

MOST_KNOWN: Final = 8192
"""Worlds whose numbers are remembered; each takes some hundred bytes."""
MOST_TOGETHER: Final = 64
"""Worlds of a batch: more together are hardly faster, and those that are known are known sooner."""
MOST_LOST: Final = 2
"""Processes that may be lost on one question before it is given up."""
SLICE: Final = 0.1
"""Seconds of waiting after which it is looked whether the wait is over."""


class QuestionError(Exception):
    """A question that makes no sense, with every reason why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Turn problems into sentences."""
        self.problems = tuple(problem.text for problem in problems)
        super().__init__("\n".join(self.problems))


class _Batch(NamedTuple):
    """What is being played."""

    number: int
    asked: Asked
    keys: tuple[bytes, ...]


class WhatIfs:
    """Answers questions, one after the other; a context, at whose end nothing is left running."""

    def __init__(self, *, background: bool = True, most_known: int = MOST_KNOWN) -> None:
        """Begin with no question and no process.

        Args:
            background: whether a process is started as soon as there is something to play; without one, `poll` and
                `wait` play.
            most_known: worlds whose numbers are remembered.
        """
        self._background = background
        self._player: Player | None = None
        self._waiting: list[Asked] = []
        self._batch: _Batch | None = None
        self._numbers = 0
        self._known: LRUCache[bytes, Row] = LRUCache(most_known)
        self._notices: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def idle(self) -> bool:
        """Whether there is nothing to play."""
        return all(asked.done for asked in self._waiting)

    def ask(self, about: Session | Origin, question: Question, *, replacing: bool = False) -> Asked:
        """Ask a question; what is known of its worlds is there at once, the rest as `poll` learns of it.

        Args:
            about: a play-through, whose present moment is meant, or one moment of it.
            question: which worlds, for how long, and what is to be read off them.
            replacing: whether all other questions are cancelled; else it is answered after them.

        Raises:
            QuestionError: if it makes no sense.
        """
        origin = about if isinstance(about, Origin) else Origin(about)
        problems = [*check_question(question, origin.play, origin.earliest)]
        if problems:
            raise QuestionError(problems)
        if replacing:
            for other in self._waiting:
                self.cancel(other)
        asked = Asked(origin, question)
        self._recall(asked)
        self._waiting.append(asked)
        return asked

    def cancel(self, asked: Asked) -> None:
        """Let a question be; what is known of its worlds stays."""
        asked.cancelled = True
        if self._batch is not None and self._batch.asked is asked:
            self._end_batch()
            if self._player is not None:
                self._player.stop()

    def poll(self, spare: float = 0.0) -> None:
        """Take in what has become known, and go on with what is still to be played; this never waits.

        Args:
            spare: seconds that may be spent on playing here where there is no process; with none, nothing is played.
        """
        self._go_on(0.0 if self._background else spare)

    def wait(self, asked: Asked, seconds: float = inf) -> bool:
        """Wait until a question is done, or for so many seconds; return whether it is."""
        end = perf_counter() + seconds
        while not asked.done and perf_counter() < end:
            self._go_on(min(SLICE, max(0.0, end - perf_counter())))
        return asked.done

    def notices(self) -> tuple[str, ...]:
        """Return sentences for the player that came up since they were last asked for."""
        notices, self._notices = self._notices, []
        return tuple(map(text_of, notices))

    def close(self) -> None:
        """Cancel everything and end the process."""
        for asked in self._waiting:
            self.cancel(asked)
        self._waiting = []
        if self._player is not None:
            self._player.close()
            self._player = None

    def _go_on(self, within: float) -> None:
        self._begin()
        if self._batch is None or self._player is None:
            return
        try:
            news = self._player.news(within)
        except GoneError:
            self._lose(self._batch.asked)
            return
        if news is not None and news.number == self._batch.number:
            self._take(news, self._batch)
            self._begin()

    def _begin(self) -> None:
        """Begin the next batch if none is being played."""
        if self._batch is not None:
            return
        self._waiting = [asked for asked in self._waiting if not asked.done]
        if not self._waiting:
            return
        asked = self._waiting[0]
        self._recall(asked)
        missing = sorted(asked.missing.items(), key=lambda item: asked.forks[item[1]].tick)
        if not missing:
            return
        self._player = self._player or (Worker() if self._background else Slices())
        together = max(1, min(MOST_TOGETHER, self._player.most_people // len(asked.origin.play.level.people)))
        keys, places = zip(*missing[:together], strict=True)
        self._numbers += 1
        self._batch = _Batch(self._numbers, asked, keys)
        job = asked.origin.job([asked.forks[place] for place in places], asked.question.measures, asked.end)
        self._player.begin(self._numbers, job)

    def _recall(self, asked: Asked) -> None:
        """Fill in what is remembered."""
        asked.take({key: self._known[key] for key in asked.missing if key in self._known})

    def _take(self, news: News, batch: _Batch) -> None:
        """Take in news of the batch that is being played."""
        batch.asked.under_way = news.ticks
        if news.error is not None:
            batch.asked.error = news.error
        if news.rows is not None:
            rows = dict(zip(batch.keys, news.rows, strict=True))
            batch.asked.take(rows)
            self._known.update(rows)
        if news.last:
            self._end_batch()

    def _lose(self, asked: Asked) -> None:
        """Say that the process is gone, and go on with another one, or with none if none can be started."""
        started = isinstance(self._player, Worker) and self._player.pid is not None
        if self._player is not None:
            self._player.close()
            self._player = None
        self._background &= started
        self._notices.append("what_if.gone" if started else "what_if.here")
        asked.lost += 1
        if asked.lost >= MOST_LOST and started:
            asked.error = WhatIfError("what_if.lost")
        self._end_batch()

    def _end_batch(self) -> None:
        if self._batch is not None:
            self._batch.asked.under_way = 0
            self._batch = None
