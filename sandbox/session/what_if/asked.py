"""Asked: a question that is being answered, and what is known of its worlds so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from msgspec.structs import replace

from sandbox.scenario.language import explain
from sandbox.session.what_if.following import NEVER, SUMS
from sandbox.session.what_if.forks import forked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.explained import Explained
    from sandbox.session.session import Session
    from sandbox.session.what_if.following import Row
    from sandbox.session.what_if.origin import Origin
    from sandbox.session.what_if.question import Question


class Column(NamedTuple):
    """What a measure says of each of W worlds; nan and NEVER where a world is not played yet."""

    end: Floats
    """(W,) its value at the end"""
    least: Floats
    """(W,) the least from the moment on that is asked about, that moment included"""
    most: Floats
    """(W,) likewise"""
    first: Ints
    """(W,) the tick at which it first held, for as long as it has to; NEVER if it did not"""


class Progress(NamedTuple):
    """How far a question is."""

    worlds: int
    of_worlds: int
    ticks: int
    """of all worlds together"""
    of_ticks: int


class Asked:
    """A question and its W worlds: each variation in turn, with each seed."""

    def __init__(self, origin: Origin, question: Question) -> None:
        """Lay the worlds out; nothing is known of them yet."""
        play = origin.play
        self.origin, self.question, self.end = origin, question, play.now + question.ticks
        pairs = question.pairs(play.seed)
        self.variation = np.array([place for place, _ in pairs], np.int64)
        """(W,) the place of each world's variation"""
        self.seed = np.array([seed for _, seed in pairs], np.int64)
        """(W,) the seed of each world from the fork on"""
        courses = [forked(play, variation) for variation in question.variations]
        forks = [courses[place] for place, _ in pairs]
        self.forks = tuple(replace(fork, seed=seed) for fork, (_, seed) in zip(forks, pairs, strict=True))
        self.keys = tuple(origin.keys(forks, self.seed.tolist(), question.measures, self.end))
        """by which worlds are known; those that are the same are played once"""
        self.missing = {key: place for place, key in reversed([*enumerate(self.keys)])}
        """the keys of worlds that are not played yet, each with the place of the first that has it"""
        self.rows: dict[bytes, Row] = {}
        self.under_way = 0
        """ticks of worlds that are being played"""
        self.lost = 0
        """processes that ended while they played for it"""
        self.cancelled = False
        self.error: Explained | None = None

    def __len__(self) -> int:
        """Count the worlds."""
        return len(self.forks)

    @property
    def done(self) -> bool:
        """Whether nothing more will become known."""
        return self.cancelled or self.error is not None or not self.missing

    @property
    def trouble(self) -> str:
        """A sentence that says why it could not be answered; empty if it could, or still may."""
        return "" if self.error is None else explain(self.error)

    @property
    def known(self) -> Bools:
        """Return (W,) which worlds are played."""
        return np.array([key in self.rows for key in self.keys], np.bool_)

    @property
    def digests(self) -> tuple[str, ...]:
        """Return (W,) `World.digest` of each world at its end; empty where it is not played yet."""
        return tuple(self.rows[key].digest if key in self.rows else "" for key in self.keys)

    def take(self, rows: Mapping[bytes, Row]) -> None:
        """Take in what came of some worlds, by their keys."""
        self.rows |= rows
        for key in rows:
            self.missing.pop(key, None)

    def progress(self) -> Progress:
        """Return how far it is."""
        known, spans = self.known, np.array([self.end - fork.tick for fork in self.forks])
        ticks = min(int(spans[known].sum()) + self.under_way, int(spans.sum()))
        return Progress(int(known.sum()), len(self), ticks, int(spans.sum()))

    def column(self, measure: str) -> Column:
        """Return what a measure says of each world, by its name; raise KeyError if there is none."""
        places = {each.name: place for place, each in enumerate(self.question.measures)}
        sums = np.full((len(self), len(SUMS)), np.nan)
        sums[:, SUMS.index("first")] = NEVER
        for world, key in enumerate(self.keys):
            if key in self.rows:
                sums[world] = self.rows[key].values[places[measure]]
        end, least, most, first = sums.T
        return Column(end, least, most, first.astype(np.int64))

    def held(self, measure: str, variation: int = 0) -> tuple[int, int]:
        """Return in how many of the worlds of a variation that are known a measure has held, and how many those are."""
        known = self.known & (self.variation == variation)
        return int(np.count_nonzero(self.column(measure).first[known] != NEVER)), int(known.sum())

    def open(self, world: int, *, metered: bool = False) -> Session:
        """Return a world as a play-through, where it leaves the play; `session.seek(asked.end)` goes to its end.

        Args:
            world: its place, 0 to W - 1.
            metered: whether to keep the history of the meters.
        """
        return self.origin.open(self.forks[world], self.end, metered=metered)
