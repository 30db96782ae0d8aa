"""Batch: some worlds of a question, played side by side from where they leave the play to the end.

The play itself goes along, as their trunk, until the last of them has left it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sandbox.engine.stack import Stack
from sandbox.engine.table import replaced
from sandbox.engine.world import World
from sandbox.session.moment import Moment
from sandbox.session.schedule import until
from sandbox.session.story.people import Seen
from sandbox.session.story.script import Script
from sandbox.session.story.side_by_side import world_of
from sandbox.session.what_if.following import Following, Row
from sandbox.session.what_if.forks import lacking
from sandbox.session.what_if.readings import Glance
from sandbox.session.what_if.side_by_side import tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.params import Parameters
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.engine.world import Ground
    from sandbox.scenario.schema import Happening
    from sandbox.session.story.told import Story
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
    story: Story

    @classmethod
    def of(cls, moment: Moment) -> Base:
        """Leave the journal of a moment out, and what can be looked up anew."""
        world = moment.world
        parts = world.seed, world.params, world.ground, world.people, world.ties, world.tick, world.off
        return cls(*parts, moment.before, moment.story)

    def moment(self) -> Moment:
        """Return the moment, with an empty journal in which nothing is written."""
        start = World.start(
            self.people, self.ties, self.ground, self.params, seed=self.seed, off=self.off, journal=False
        )
        return Moment(replaced(start, tick=self.tick), self.before, self.story)


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

    script: Script
    readers: tuple[Reader, ...]
    commands: tuple[Happening, ...]

    def due(self, tick: int, story: Story, world: Callable[[], World]) -> list[Event]:
        return self.script.due(tick, story, self.commands, world)

    def told(self, tick: int, tables: tuple[People, Ties], before: People, story: Story) -> Story:
        seen = Seen(tick, *tables, before, until(self.commands, tick - 1))
        return self.script.told(seen, story) if self.script.has_plot else story


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
        self._stories = [base.story]
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
        whole = self._worlds
        due = [
            line.due(self.tick, story, partial(world_of, whole, place))
            for place, (line, story) in enumerate(zip(lines, self._stories, strict=True))
        ]
        self._worlds = whole.next(due)
        self.tick += 1
        played = zip(lines, tables(self._worlds), self._before, self._stories, strict=True)
        self._stories = [line.told(self.tick, now, before, story) for line, now, before, story in played]
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
        trunk = Moment(worlds[0], self._before[0], self._stories[0])
        new = [job.forks[place].begin(job.play, trunk) for place in leaving]
        self._worlds = Stack.of([*worlds[gone:], *(moment.world for moment in new)])
        self._before = [*self._before[gone:], *(moment.before for moment in new)]
        self._stories = [*self._stories[gone:], *(moment.story for moment in new)]
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
        parts = self._lines, tables(self._worlds)[-count:], self._before[-count:], self._stories[-count:]
        seen = zip(*parts, strict=True)
        glances = ((line, Glance(self.tick, *tables, before, story)) for line, tables, before, story in seen)
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
            self._courses[spared] = _Course(Script(level), readers, ())
        return self._courses[spared]._replace(commands=commands)
