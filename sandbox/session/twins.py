"""Twin worlds: the same commands in the same level, once as it was and once with one drive less, tick by tick.

What somebody is at in one of them and not in the other is an act that differs, once it has lasted for a moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.session.session import Session

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.session.frame import Frame

LASTS: Final = 3
"""So many ticks two acts have to differ, so that whoever is only a little later does the same."""


class Differs(NamedTuple):
    """An act that differs."""

    who: int
    tick: int
    """from which on"""
    options: tuple[int, int]
    """what they are at as it was, and without the drive"""
    whom: tuple[int, int]
    """towards whom, or NOBODY"""


class Twins:
    """Two sessions that are played side by side."""

    def __init__(self, session: Session, drive: str) -> None:
        """Begin at the beginning of what was played, with a drive of DRIVES off in the second world."""
        self.drive, self.ends = drive, session.latest_tick
        self.sessions = tuple(_again(session, off) for off in (session.off_at_first, session.off_at_first | {drive}))
        self.found: list[Differs] = []
        """all acts that differ, as far as has been played, in their order"""
        self._compared = 0
        self._acts: Ints = np.zeros((4, 0), np.int64)
        self._since: Ints = np.zeros(0, np.int64)

    @property
    def tick(self) -> int:
        """Where both are."""
        return self.sessions[0].tick

    @property
    def differs(self) -> list[Differs]:
        """The acts that have differed by now."""
        return [one for one in self.found if one.tick + LASTS <= self.tick]

    def frames(self) -> tuple[Frame, Frame]:
        """Take the pictures of this moment."""
        one, other = self.sessions
        return one.frame(), other.frame()

    def step(self) -> bool:
        """Let a tick pass in both; return whether there was one left."""
        if self.tick >= self.ends:
            return False
        for session in self.sessions:
            session.step()
        if self.tick > self._compared:
            self._compared = self.tick
            self._compare()
        return True

    def begin(self) -> None:
        """Go back to the beginning."""
        for session in self.sessions:
            session.seek(0)

    def _compare(self) -> None:
        """Note whose acts have differed for long enough."""
        people, others = (session.world.people for session in self.sessions)
        many = min(len(people), len(others))
        acts = np.stack([people.option[:many], others.option[:many], people.option_on[:many], others.option_on[:many]])
        if acts.shape != self._acts.shape:
            self._acts, self._since = np.full_like(acts, -1), np.zeros(many, np.int64)
        apart = (acts[0] != acts[1]) | (acts[2] != acts[3])
        apart &= (people.present[:many] > 0) & (others.present[:many] > 0)
        changed = (acts != self._acts).any(axis=0)
        self._since = np.where(changed | ~apart, self.tick, self._since)
        self._acts = acts
        for who in np.flatnonzero(apart & (self.tick - self._since == LASTS)).tolist():
            one, other, whom, whom_other = acts[:, who].tolist()
            self.found.append(Differs(who, int(self._since[who]), (one, other), (whom, whom_other)))


def _again(session: Session, off: frozenset[str]) -> Session:
    """Return a session at the beginning of what was played in another, some drives off."""
    again = Session(session.level, seed=session.seed, settings=session.settings)
    again.choose(again.add_branch(session.commands, session.latest_tick, off), 0)
    return again
