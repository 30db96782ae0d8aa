"""Batch: some worlds of a question, played side by side from where they leave the play to the end.

The play itself goes along, as their trunk, until the last of them has left it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.stack import Stack
from sandbox.engine.table import replaced
from sandbox.engine.world import World
from sandbox.session.moment import Moment
from sandbox.session.schedule import Schedule
from sandbox.session.what_if.following import Following, Row
from sandbox.session.what_if.forks import lacking
from sandbox.session.what_if.readings import Glance
from sandbox.session.what_if.side_by_side import tables

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.params import Parameters
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.engine.world import Ground
    from sandbox.scenario.schema import Happening
    from sandbox.session.what_if.forks import Fork, Play
    from sandbox.session.what_if.question import Measure
    from sandbox.session.what_if.readings import Reader


class Base(NamedTuple):
    """A moment without its journal, which goes the same way, and cannot be sent."""

    seed: int
    params: Parameters
    ground: Ground
    people: People
    ties: Ties
    tick: int
    off: frozenset[str]
    before: People

    @classmethod
    def of(cls, moment: Moment) -> Base:
        """Leave the journal of a moment out, and what can be looked up anew."""
        world = moment.world
        return cls(
            world.seed, world.params, world.ground, world.people, world.ties, world.tick, world.off, moment.before
        )

    def moment(self) -> Moment:
        """Return the moment, with an empty journal in which nothing is written."""
        start = World.start(
            self.people, self.ties, self.ground, self.params, seed=self.seed, off=self.off, journal=False
        )
        return Moment(replaced(start, tick=self.tick), self.before)


class Job(NamedTuple):
    """What a batch is made of; it can be sent to another process."""

    play: Play
    base: Base
    """the moment of the play from which its trunk is played"""
    forks: tuple[Fork, ...]
    """none before the base"""
    decided: tuple[float, ...]
    """how the goal was decided before each, from `readings.OUTCOMES`"""
    measures: tuple[Measure, ...]
    end: int
    """the tick up to which all are played"""


class _Course(NamedTuple):
    """What happens on one line, and how measures are read off it."""

    schedule: Schedule
    readers: tuple[Reader, ...]
    commands: tuple[Happening, ...]

    def due(self, tick: int) -> list[Event]:
        return self.schedule.due(tick, self.commands)


class Batch:
    """Worlds on their way."""

    def __init__(self, job: Job) -> None:
        """Begin at the base; whoever leaves the play there has left."""
        self._job, base = job, job.base.moment()
        self.tick = base.tick
        self.ticks = 0
        """how many were played of all worlds, without the trunk"""
        self._following = Following(job.measures, job.decided)
        self._waiting = sorted(range(len(job.forks)), key=lambda place: -job.forks[place].tick)
        """places of the forks that have not left the trunk, the next one last"""
        self._courses: dict[tuple[int, ...], _Course] = {}
        self._trunk: _Course | None = self._course((), job.play.commands)
        self._places = np.zeros(0, np.int64)
        """(K,) the places of the forks that are played, in the order of the worlds"""
        self._lines: list[_Course] = []
        self._worlds = Stack.of([base.world])
        self._before = [base.before]
        self._leave()
        self._read()

    @property
    def done(self) -> bool:
        """Whether all worlds are at the end."""
        return self.tick >= self._job.end

    def step(self) -> None:
        """Play all worlds one tick on."""
        lines = [*([] if self._trunk is None else [self._trunk]), *self._lines]
        self._before = [people for people, _ in tables(self._worlds)]
        self._worlds = self._worlds.next([line.due(self.tick) for line in lines])
        self.tick += 1
        self.ticks += len(self._lines)
        self._leave()
        self._read()

    def rows(self) -> tuple[Row, ...]:
        """Return what came of the worlds, in the order of the forks."""
        digests = dict(zip(self._places.tolist(), (world.digest() for world in self._worlds.worlds()), strict=True))
        return tuple(Row(values, digests[place]) for place, values in enumerate(self._following.values()))

    def _leave(self) -> None:
        """Let those leave the trunk whose tick it is, and the trunk go after the last."""
        job, leaving = self._job, list[int]()
        while self._waiting and job.forks[self._waiting[-1]].tick == self.tick:
            leaving.append(self._waiting.pop())
        if self._trunk is None or not leaving:
            return
        worlds, gone = [*self._worlds.worlds()], 0 if self._waiting else 1
        trunk = Moment(worlds[0], self._before[0])
        new = [job.forks[place].begin(job.play, trunk) for place in leaving]
        self._worlds = Stack.of([*worlds[gone:], *(moment.world for moment in new)])
        self._before = [*self._before[gone:], *(moment.before for moment in new)]
        self._places = np.append(self._places, leaving)
        self._lines += [self._course(job.forks[each].variation.spared, job.forks[each].commands) for each in leaving]
        self._trunk = self._trunk if self._waiting else None

    def _read(self) -> None:
        """Read the measures off all worlds; before the moment that is asked about, only how goals stand."""
        measured = self.tick >= self._job.play.now
        wanted = [True] * len(self._job.measures) if measured else self._following.goals.tolist()
        if not self._lines or not any(wanted):
            return
        count = len(self._lines)
        seen = zip(self._lines, tables(self._worlds)[-count:], self._before[-count:], strict=True)
        glances = ((line, Glance(self.tick, *tables, before)) for line, tables, before in seen)
        values = [
            [reader(glance) if want else 0.0 for reader, want in zip(line.readers, wanted, strict=True)]
            for line, glance in glances
        ]
        if measured:
            self._following.note(self._places, np.array(values), self.tick)
        else:
            self._following.settle(self._places, np.array(values))

    def _course(self, spared: tuple[int, ...], commands: tuple[Happening, ...]) -> _Course:
        """Return what happens where some happenings of the level do not, and these commands are given."""
        if spared not in self._courses:
            level = lacking(self._job.play.level, spared)
            readers = tuple(measure.of.reader(level) for measure in self._job.measures)
            self._courses[spared] = _Course(Schedule(level), readers, ())
        return self._courses[spared]._replace(commands=commands)
