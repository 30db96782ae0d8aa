"""Acts of players in a real window that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.session.files.reopen import Reopened, reopen
from sandbox.session.files.shelf import Shelf
from sandbox.ui.scenes.play import Play
from tests.session.play import HURT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.ui.screen import Screen

    Act = Callable[[Screen], object]


def ticks(count: int) -> Act:
    """Return an act that lets ticks pass."""

    def act(screen: Screen) -> None:
        assert isinstance(screen, Play)
        screen.step(count)

    return act


def arrive(screen: Screen) -> None:
    """Play again what is between the opened moment and where it was left, however long that takes."""
    assert isinstance(screen, Play)
    while screen.again is not None:
        screen.pass_time(0.0)


def hurt(screen: Screen) -> None:
    assert isinstance(screen, Play)
    screen.session.do(HURT)


def perform(invocation: object) -> Act:
    """Return an act that carries out a command."""
    return lambda screen: screen.perform(invocation)  # type: ignore[arg-type]


def broken(_: Screen) -> None:
    raise ZeroDivisionError


def newest(home: Path) -> Reopened:
    """Open what the next start goes on with."""
    (path, *_) = Shelf(home / "saves").autosaves.newest()
    opened = reopen(path)
    assert isinstance(opened, Reopened)
    return opened
