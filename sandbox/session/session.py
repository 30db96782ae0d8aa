"""One play-through: level + seed + commands, and nothing else, make everything that happens.

The session is the only one that changes a world. It has no clock: whoever holds it says when to step.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from sandbox.engine.happen import check, happen
from sandbox.engine.happenings import NAMED
from sandbox.engine.happenings.happening import Event, Impossible
from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced
from sandbox.engine.vocabulary import RULES
from sandbox.engine.world import Ground, World
from sandbox.scenario.build import build_people, build_ties, groups_of
from sandbox.scenario.goals import outcome
from sandbox.scenario.ids import Ids
from sandbox.scenario.validate_happenings import check_happening
from sandbox.session.digests import Digests
from sandbox.session.frame import Frame, averted
from sandbox.session.meters import History
from sandbox.session.timeline import Timeline
from sandbox.session.why import explain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sandbox.engine.causes import Record
    from sandbox.engine.people import People
    from sandbox.scenario.goals import Outcome
    from sandbox.scenario.schema import Happening, Level
    from sandbox.session.cards import Card, Subject

RECENT_SECONDS = 6
"""How far back a frame remembers what happened."""

UNSEEN = frozenset({"saw", "heard", "felt"})
"""Records of what goes on in heads only; a frame leaves them out."""


class Session:
    """One play-through of one level."""

    def __init__(
        self,
        level: Level,
        *,
        seed: int | None = None,
        off: Iterable[str] = (),
        settings: Mapping[str, float] | None = None,
        metered: bool = False,
        journal: bool = True,
    ) -> None:
        """Set the level up.

        Args:
            level: what to play.
            seed: instead of the level's own.
            off: drives to switch off, from vocabulary.DRIVES.
            settings: parameters to change, by name.
            metered: whether to keep the history of the meters, for those who draw it.
            journal: whether to write down what happens and why, for those who ask; nothing depends on it.

        Raises:
            WrongSettingError: if a setting is unknown or out of bounds.
        """
        self.level = level
        self.seed = level.seed if seed is None else seed
        self._ids = Ids.of(level)
        self._groups = groups_of(level)
        self._rows = {person.id: row for row, person in enumerate(level.people)}
        self.settings = dict(settings or {})
        self._params = Parameters().with_settings(self.settings)
        self._journal = journal
        start = self._start(frozenset(off))
        self._metered = metered
        self._timeline, self.history = self._begin(start)
        self.digests = Digests()
        self._world = start
        self._before = start
        self._recent: tuple[int | None, tuple[Record, ...]] = (None, ())
        self._commands: list[Happening] = []
        self._scheduled: dict[int, list[Happening]] = {}
        for happening in sorted(level.happenings, key=lambda happening: happening.at):
            self._scheduled.setdefault(tick_of(happening), []).append(happening)

    @property
    def tick(self) -> int:
        """Ticks since the start."""
        return self._world.tick

    @property
    def latest_tick(self) -> int:
        """The furthest tick that this play-through has reached."""
        return self._timeline.latest

    @property
    def world(self) -> World:
        """The present moment, for those who measure; it cannot be changed."""
        return self._world

    @property
    def before(self) -> People:
        """The people of the tick before, as far as they are known."""
        return self._before.people

    @property
    def commands(self) -> tuple[Happening, ...]:
        """Everything the player did so far, in order; with level, seed and `off_at_first` it is the whole replay."""
        return tuple(self._commands)

    @property
    def off_at_first(self) -> frozenset[str]:
        """The drives that were off from the beginning."""
        return self._timeline.nearest(0).off

    @property
    def off(self) -> frozenset[str]:
        """The drives that are switched off now."""
        return self._world.off

    def do(self, happening: Happening) -> None:
        """Let something happen in the next step; what had been played beyond this moment is dropped.

        Raises:
            Impossible: with the reason.
        """
        wrong = next(check_happening(happening, happening.do, self._ids), None)
        if wrong is not None:
            raise Impossible(wrong.key, **wrong.slots)
        if self.remaining(happening.do) == 0:
            gone = happening.do in (self.level.tools or {})
            raise Impossible("impossible.none_left" if gone else "impossible.no_tool")
        stamped = msgspec.structs.replace(happening, at=self.tick / TICKS_PER_SECOND)
        world = self._world
        for event in self._due(self.tick):
            world = happen(world, event)
        check(world, self._event(stamped))
        self._commands = [*self._past(), stamped]
        self._timeline.forget_after(self.tick)
        self.history.forget_after(self.tick)
        self.digests.forget_after(self.tick)

    def step(self, ticks: int = 1) -> None:
        """Let time pass."""
        for _ in range(ticks):
            self._before = self._world
            self._world = self._timeline.next(self._world, lambda: self._due(self._world.tick))
            self.digests.note(self._world)
            if self._metered:
                self.history.note(self._world, self._before.people)

    def step_back(self) -> None:
        """Go back by one tick; at the start, stay there."""
        self.seek(max(0, self.tick - 1))

    def seek(self, to: int) -> None:
        """Go to any tick, backwards or forwards, by the nearest kept moment and playing on from there."""
        self._world = self._before = self._timeline.nearest(max(0, to - 1))
        self._recent = (None, ())
        self.step(to - self._world.tick)

    def resume(self, world: World, commands: Iterable[Happening], before: People | None = None) -> None:
        """Go on from a later moment that an earlier sitting reached by these commands, from the people before it."""
        self._timeline.keep(world)
        self._world = world
        self._before = world if before is None else replaced(world, people=before)
        self._commands = list(commands)

    def restart(self) -> None:
        """Start the level anew with nothing done yet, but drives that the player switched stay so from the start."""
        off = set(self.off_at_first)
        for command in self._past():
            if command.drive is not None:
                (off.discard if command.on is not False else off.add)(command.drive)
        self._timeline, self.history = self._begin(self._start(frozenset(off)))
        self.digests = Digests()
        self._commands = []
        self.seek(0)

    def _start(self, off: frozenset[str]) -> World:
        """Make the first moment."""
        people = build_people(self.level)
        ties = build_ties(self.level, people, self._params, off)
        ground = _ground(self.level)
        return World.start(people, ties, ground, self._params, seed=self.seed, off=off, journal=self._journal)

    def _begin(self, start: World) -> tuple[Timeline, History]:
        """Open a timeline and a history of the meters, which stays empty unless it is asked for."""
        history = History()
        if self._metered:
            history.note(start, start.people)
        return Timeline(start), history

    def frame(self) -> Frame:
        """Take the picture of this moment."""
        world, recent = self._world, self._recently()
        happened = [record.tick for record in recent if record.kind == "happened"]
        return Frame(
            tick=world.tick,
            level=self.level,
            people=world.people,
            before=self._before.people,
            ties=world.ties,
            recent=recent,
            off=world.off,
            latest_happening=max(happened, default=-1),
        )

    def _recently(self) -> tuple[Record, ...]:
        """List what could be seen to happen in the last seconds; what is known already is not looked up again."""
        now, (then, recent) = self._world.tick, self._recent
        since = now - RECENT_SECONDS * TICKS_PER_SECOND
        if then != now:
            known = () if then is None else tuple(record for record in recent if record.tick >= since)
            new = self._world.causes.since(since if then is None else max(since, then), UNSEEN)
            self._recent = now, (*known, *new)
        return self._recent[1]

    def remaining(self, tool: str) -> int | None:
        """Return how often a tool may still be used: None is without limit, 0 is not (any more)."""
        if not NAMED[tool].befalls_somebody or self.level.tools is None:
            return None
        if tool not in self.level.tools:
            return 0
        allowed = self.level.tools[tool]
        used = sum(command.do == tool for command in self._past())
        return None if allowed is None else max(0, allowed - used)

    def outcome(self) -> Outcome | None:
        """Return whether the level's goal is open, won or lost; None if it has none."""
        return outcome(self.level, self._world.people, self._world.ties, self.tick)

    def why(self, subject: Subject) -> tuple[Card, ...]:
        """Explain a person, a look or a tie by its recorded causes: at most five cards, the first cause last."""
        return explain(self._world, self.level, subject, averted(self._world.people, self._before.people))

    def _past(self) -> list[Happening]:
        """List the commands up to this moment; later ones belong to a future that is about to be replaced."""
        return self._commands[: bisect_right(self._commands, self.tick, key=tick_of)]

    def _due(self, now: int) -> list[Event]:
        """List what happens in the tick that begins now: what the level brings, then what the player does."""
        first, end = (side(self._commands, now, key=tick_of) for side in (bisect_left, bisect_right))
        return [self._event(happening) for happening in (*self._scheduled.get(now, ()), *self._commands[first:end])]

    def _event(self, happening: Happening) -> Event:
        """Turn ids into rows."""
        who, by, about = (
            NOBODY if name is None else self._rows[name] for name in (happening.who, happening.by, happening.about)
        )
        return Event(
            happening.do,
            who,
            by,
            about,
            happening.amount,
            happening.x or 0.0,
            happening.y or 0.0,
            happening.drive or "",
            happening.on is not False,
            happening.cue or "",
            NOBODY if happening.rule is None else RULES.index(happening.rule),
            NOBODY if happening.group is None else self._groups[happening.group],
        )


def tick_of(happening: Happening) -> int:
    """Return the tick in which something happens."""
    return round(happening.at * TICKS_PER_SECOND)


def _ground(level: Level) -> Ground:
    walls = [(wall.x1, wall.y1, wall.x2, wall.y2) for wall in level.map.walls]
    tall = [not wall.low for wall in level.map.walls]
    ends = np.array(walls, np.float64).reshape(-1, 4)
    return Ground(level.map.width, level.map.height, ends, np.array(tall, np.bool_))
