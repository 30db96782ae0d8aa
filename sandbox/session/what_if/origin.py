"""Origin: the moment of a play-through that a question is about, and what worlds can leave before it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from sandbox.session.schedule import tick_of
from sandbox.session.session import Session
from sandbox.session.what_if.batch import Base, Job
from sandbox.session.what_if.forks import Play, reach
from sandbox.session.what_if.readings import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.session.moment import Moment
    from sandbox.session.what_if.forks import Fork
    from sandbox.session.what_if.question import Measure


class Origin:
    """One line of a play-through as it is now, and a moment of it."""

    def __init__(self, session: Session, tick: int | None = None) -> None:
        """Take the present branch of a session, and its present moment or another tick, which need not be played yet.

        What is played or done on the session later changes nothing here.
        """
        now = session.tick if tick is None else max(tick, session.earliest_tick)
        self.play = Play(
            session.level, session.seed, session.off_at_first, dict(session.settings), session.commands, now
        )
        self._present = session.moment
        self._line = session.place().line

    @property
    def earliest(self) -> int:
        """The earliest tick at which a world can leave the play."""
        return self._line.earliest

    def nearest(self, tick: int) -> Moment:
        """Return the latest moment that is known and not after a tick, with its journal."""
        keyframe = self._line.nearest(tick)
        return self._present if keyframe.tick <= self._present.tick <= tick else keyframe.moment()

    def job(self, forks: Sequence[Fork], measures: tuple[Measure, ...], end: int) -> Job:
        """Return the batch of some worlds."""
        base = self.nearest(min(fork.tick for fork in forks))
        decided = tuple(self._decided(fork.tick) for fork in forks)
        return Job(self.play, Base.of(base), tuple(forks), decided, measures, end)

    def keys(self, forks: Sequence[Fork], seeds: Sequence[int], measures: tuple[Measure, ...], end: int) -> list[bytes]:
        """Return by what the worlds of forks with other seeds are known: the same key is the same row of numbers.

        What is done after the end, and what a variation is called, do not matter.
        """
        play, keys = self.play, dict[int, bytes]()
        beginning = self._line.kept[0].moment().world.digest() if self.earliest else ""
        common = _digest(
            (play.level, play.seed, sorted(play.off), sorted(play.settings.items()), beginning, play.now, measures, end)
        )
        for fork in forks:
            if id(fork) not in keys:
                told = replace(fork.variation, name="", without=(), added=(), moved=(), seed=None)
                done = [command for command in fork.commands if tick_of(command) < end]
                keys[id(fork)] = _digest((fork.tick, done, told, common))
        return [_digest((keys[id(fork)], seed)) for fork, seed in zip(forks, seeds, strict=True)]

    def open(self, fork: Fork, end: int, *, metered: bool = False) -> Session:
        """Return a play-through that stands where a world leaves the play, and goes its way up to `end` and on.

        Its past is the play's own; where seed, people, ties or constants were changed in the midst of it, that past
        cannot be gone back to, since level, seed and commands do not lead from it to here.
        """
        trunk = reach(self.play, self.nearest(fork.tick), fork.tick)
        moment, replays = fork.begin(self.play, trunk), fork.replays(self.play)
        session = Session(
            fork.level(self.play),
            seed=fork.seed,
            off=fork.off(self.play),
            settings=fork.settings(self.play),
            metered=metered,
        )
        digests = self._line.digests.until(fork.tick).known if replays and fork.tick else {}
        lost = not replays or self.earliest > 0
        session.resume(moment, fork.commands, latest=end, digests=digests, lost=lost)
        return session

    def _decided(self, tick: int) -> float:
        """Return how the goal was decided up to a tick."""
        decided = self._line.decided
        return OUTCOMES[decided[1]] if decided is not None and decided[0] <= tick else 0.0


def _digest(parts: object) -> bytes:
    return hashlib.blake2b(msgspec.msgpack.encode(parts), digest_size=16).digest()
