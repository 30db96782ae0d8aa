"""Play a recording anew, from the level on, and see whether it goes the way it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.explained import Explained
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import explain
from sandbox.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.schema import Happening
    from sandbox.session.files.recording import Recording


class PartedError(Explained):
    """A recording that does not go the way it went."""


def begun(recording: Recording, *, metered: bool = False, journal: bool = True) -> Session:
    """Return the play-through of a recording at its first moment, with nothing done yet."""
    session = Session(
        recording.level,
        seed=recording.seed,
        off=recording.off,
        settings=recording.settings,
        metered=metered,
        journal=journal,
    )
    session.rename(session.branches[0].id, recording.future)
    return session


def moments(recording: Recording, *, journal: bool = True) -> Iterator[Session]:
    """Play a recording and stop at each moment of which it has a fingerprint, to be compared by the caller.

    Raises:
        PartedError: if something that was done cannot be done any more.
    """
    session, waiting = begun(recording, journal=journal), [*reversed(recording.commands)]
    for digest in recording.digests:
        _play(session, waiting, digest.tick)
        yield session


def replay(recording: Recording, to: int | None = None, *, metered: bool = False) -> Session:
    """Play a recording to a tick, or to its end, and compare all fingerprints on the way.

    Raises:
        PartedError: at the first that differs, or at what cannot be done any more.
    """
    end = recording.ticks if to is None else to
    session, waiting = begun(recording, metered=metered), [*reversed(recording.commands)]
    for digest in recording.digests:
        if digest.tick > end:
            break
        _play(session, waiting, digest.tick)
        if session.world.digest() != digest.digest:
            raise PartedError("recording.parted", tick=digest.tick)
    _play(session, waiting, end)
    _do(session, waiting)
    return session


def _play(session: Session, waiting: list[Happening], end: int) -> None:
    """Play on to a tick; what waits is in reverse order, and is taken out as it happens."""
    while session.tick < end:
        _do(session, waiting)
        session.step()


def _do(session: Session, waiting: list[Happening]) -> None:
    while waiting and round(waiting[-1].at * TICKS_PER_SECOND) == session.tick:
        command = waiting.pop()
        try:
            session.do(command)
        except Impossible as error:
            raise PartedError("recording.impossible", seconds=f"{command.at:g}", reason=explain(error)) from error
