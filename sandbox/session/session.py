"""One play-through: level + seed + commands, and nothing else, make everything that happens.

The session is the only one that changes a world. It has no clock but for the time that it may take: whoever holds it
says when to step.
"""

from __future__ import annotations

from math import inf
from time import perf_counter
from typing import TYPE_CHECKING

import msgspec

from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.scenario.build import build_world
from sandbox.scenario.ids import Ids
from sandbox.scenario.validate_happenings import check_happening
from sandbox.session.frame import Frame
from sandbox.session.history.branches import Branches
from sandbox.session.history.keyframe import Keyframe
from sandbox.session.history.pace import Pace
from sandbox.session.schedule import switched, until
from sandbox.session.seen.recent import RecentRecords
from sandbox.session.story.script import Script

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sandbox.engine.world import World
    from sandbox.scenario.goals import Outcome
    from sandbox.scenario.schema import Happening, Level
    from sandbox.session.history.branch import Branch, Place
    from sandbox.session.moment import Moment
    from sandbox.session.seen.meters import History
    from sandbox.session.why.cards import Card, Subject


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
        self.script = Script(level)
        """what the level brings, and what its goal and rules make of every moment"""
        self.settings, self._journal = dict(settings or {}), journal
        self._params = Parameters().with_settings(self.settings)
        self._now = self._start(frozenset(off))
        self._branches = Branches(self._now, metered=metered)
        self._recent, self._pace = RecentRecords(), Pace()

    @property
    def tick(self) -> int:
        """Ticks since the start."""
        return self._now.tick

    @property
    def earliest_tick(self) -> int:
        """The earliest tick that can be gone back to: 0, unless the past of a resumed moment cannot be played again."""
        return self._branches.current.earliest

    @property
    def latest_tick(self) -> int:
        """The furthest tick that the present branch has reached."""
        return self._branches.current.latest

    @property
    def world(self) -> World:
        """The present moment, for those who measure; it cannot be changed."""
        return self._now.world

    @property
    def moment(self) -> Moment:
        """The present moment with the people of the tick before, for those who keep it."""
        return self._now

    @property
    def commands(self) -> tuple[Happening, ...]:
        """What was done on this branch, in order; with level, seed and `off_at_first` it is the whole replay."""
        return self._branches.current.commands

    @property
    def history(self) -> History:
        """The meters of this branch, as far as they are known; empty unless they were asked for."""
        return self._branches.current.history

    @property
    def digests(self) -> Mapping[int, str]:
        """Fingerprints of this branch, by ticks: whoever plays it anew sees by them whether it goes the same way."""
        return self._branches.current.digests.known

    @property
    def decided(self) -> tuple[int, Outcome] | None:
        """When the goal was first reached or lost on this branch, in ticks, and which; None while it is open."""
        return self._branches.current.decided

    @property
    def off_at_first(self) -> frozenset[str]:
        """The drives that were off from the beginning."""
        return self._branches.current.off

    @property
    def off(self) -> frozenset[str]:
        """The drives that are switched off now."""
        return self.world.off

    def do(self, happening: Happening) -> None:
        """Let something happen in the next step; if more was played already, that stays as another branch.

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
        self.script.check(self._now, self.commands, stamped)
        self._branches.act(self.tick, stamped)

    def step(self, ticks: int = 1) -> None:
        """Let time pass."""
        for _ in range(ticks):
            self._now = self._branches.next(self._now, self.script.next)

    def seek(self, to: int, *, within: float = inf) -> bool:
        """Go to any tick, backwards or forwards, by the nearest known moment and playing on from there.

        Args:
            to: the tick; what is earlier than `earliest_tick` is that.
            within: seconds. Of what takes longer, each call does a part, and the next one goes on from there: it
                unpacks a portion of a moment, plays a tick or packs a piece. Meanwhile the session is elsewhere.

        Returns:
            whether the session is there.
        """
        to = max(to, self.earliest_tick)
        self._pace.begin(within)
        while isinstance(known := self._branches.known(to), Keyframe):
            if not self._pace.may("unpack"):
                return False
            self._land(self._branches.unpack(known))
        self._land(known)
        while self.tick < to:
            behind = self._branches.behind
            if not self._pace.may("pack" if behind else "play"):
                return False
            if behind:
                self._branches.pack(self.tick)
            else:
                self._now = self._branches.play(self._now, self.script.next)
        return self._pace.rest()

    def restart(self) -> None:
        """Start the level anew, with drives that were switched left so; what was played stays as another branch."""
        self._branches.restart(self._start(switched(self.off_at_first, until(self.commands, self.tick))))
        self.seek(0)

    @property
    def branches(self) -> tuple[Branch, ...]:
        """List all branches, the present one first; none of the others is a mere beginning of another."""
        return self._branches.listed()

    def choose(self, branch: int, tick: int, *, within: float = inf) -> bool:
        """Go to a tick of a branch, as `seek` does.

        Raises:
            KeyError: if there is no such branch.
        """
        return self.go_to(self._branches.place_on(branch, tick), within=within)

    def place(self) -> Place:
        """Return where the session is, to come back to; its branch stays for as long as somebody holds it."""
        return self._branches.place(self.tick)

    def before_last(self, tick: int) -> Place | None:
        """Return where the last command up to a tick was given, without it and all that came after, or None."""
        return self._branches.before_last(tick)

    def go_to(self, place: Place, *, within: float = inf) -> bool:
        """Come back to a place, as `seek` does; what was done since on the same branch stays as another one."""
        self._branches.take(place)
        self._land(self._branches.nearest(place.tick))
        return self.seek(place.tick, within=within)

    def add_branch(
        self, commands: Sequence[Happening], latest_tick: int, off_at_first: Iterable[str] = (), name: str = ""
    ) -> int:
        """List a branch of an earlier sitting, which is played when somebody goes there; return its id."""
        return self._branches.add(frozenset(off_at_first), self._start, commands, latest_tick, name)

    def rename(self, branch: int, name: str) -> None:
        """Call a branch by a name, or by none; one that has a name is kept whatever comes."""
        self._branches.find(branch).name = name

    def delete(self, branch: int) -> Place:
        """Delete a branch, and return what brings it back.

        Raises:
            KeyError: if there is no such branch.
            ValueError: if it is the present one.
        """
        return self._branches.delete(branch)

    def bring_back(self, deleted: Place) -> None:
        """List a branch again that was deleted; the present one stays."""
        self._branches.bring_back(deleted)

    def resume(
        self,
        moment: Moment,
        commands: Sequence[Happening],
        *,
        latest: int = 0,
        digests: Mapping[int, str] | None = None,
        lost: bool = False,
    ) -> None:
        """Go on from a later moment that an earlier sitting reached by these commands.

        Args:
            moment: of the same level and seed, and drives off at first.
            commands: all that was done on its branch, also after the moment.
            latest: how far its branch had gone, if farther than that.
            digests: fingerprints of its branch, by ticks.
            lost: whether its past cannot be played again, because the game plays it differently by now.
        """
        moment = self.script.taken(moment)
        self._branches.resume(moment, commands, latest, digests or {}, lost=lost)
        self._land(moment)

    def fill(self, within: float) -> bool:
        """Play again, for so many seconds, what lies before a resumed moment; return whether nothing is left to be.

        If it does not lead to that moment bit for bit, that past is given up: see `earliest_tick`.
        """
        end = perf_counter() + within
        while self._branches.fill(self.script.next):
            if perf_counter() >= end:
                return False
        if self.tick < self.earliest_tick:
            self.seek(self.earliest_tick)
        return True

    def lighten(self) -> None:
        """Hold less of what was played, while something else is on the screen."""
        self._branches.lighten()

    def frame(self) -> Frame:
        """Take the picture of this moment."""
        return Frame.of(self.level, self._now, self._recent.of(self.world), self._recent.retold)

    def remaining(self, tool: str) -> int | None:
        """Return how often a tool may still be used: None is without limit, 0 is not (any more)."""
        return self.script.remaining(tool, self.moment.story, until(self.commands, self.tick))

    def outcome(self) -> Outcome | None:
        """Return whether the game is open, won or lost; None if the level asks nothing of the player."""
        return self.script.outcome(self._now)

    def why(self, subject: Subject) -> tuple[Card, ...]:
        """Explain what was asked about by its recorded causes: at most five cards, the first cause last."""
        from sandbox.session.why.chain import explain

        return explain(self.world, self.level, subject, self._now.before)

    def _start(self, off: frozenset[str]) -> Moment:
        """Make the first moment."""
        return self.script.first(build_world(self.level, self._params, seed=self.seed, off=off, journal=self._journal))

    def _land(self, moment: Moment | None) -> None:
        """Let another moment be the present one, if there is one."""
        if moment is not None and moment is not self._now:
            self._now, self._recent = moment, RecentRecords()
