"""Play-throughs that tests keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.session.files.autosave import Autosave
from sandbox.session.files.reopen import Again, Notes, Reopened, reopen
from tests.session.play import first_difference

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.session.files.autosaves import Autosaves
    from sandbox.session.session import Session

NOTES = Notes(paused=True, speed=2.0)


KEPT: list[Autosave] = []


def keeping(autosaves: Autosaves, session: Session) -> Autosave:
    """Begin to keep a play-through, until the test is over."""
    KEPT.append(Autosave(autosaves, session))
    return KEPT[-1]


def nothing() -> bytes:
    """Return no picture."""
    return b""


def written(kept: Autosave) -> None:
    """Write a save and wait for it."""
    kept.keep(nothing, NOTES)
    assert kept._writer is not None
    kept._writer.join()


def there_again(path: Path) -> Again:
    """Open a file and play it to where it was left."""
    opened = reopen(path)
    assert isinstance(opened, Reopened)
    assert opened.complaint == ""
    again = Again(opened)
    while not again.play(0.01):
        pass
    assert again.trouble == ""
    return again


def assert_same(path: Path, session: Session) -> None:
    """Find the same play-through in a file."""
    again = there_again(path).session
    assert first_difference(again.world, session.world) == ""
    assert (again.commands, again.latest_tick) == (session.commands, session.latest_tick)


def let_go() -> None:
    """Let go of all that was kept."""
    for kept in KEPT:
        kept.leave()
    KEPT.clear()
