"""What can be done on the title."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.commands.campaign import walked
from sandbox.ui.commands.command import Command
from sandbox.ui.kit.desktop import show_folder

if TYPE_CHECKING:
    from sandbox.ui.screen import Screen
    from sandbox.ui.state import Shell


class Start(Protocol):
    """A scene from where one goes to play."""

    @property
    def going_on(self) -> str:
        """What it is called to play on there, or to begin."""

    shell: Shell

    def dismiss(self) -> None:
        """Take it that the player knows that the last sitting broke."""

    def play_on(self) -> None:
        """Go on with what was played last, or else begin."""

    def open_sandbox(self) -> None:
        """Play the level for trying things out."""


def _play_on(start: Start) -> None:
    start.play_on()


def _play_on_title(start: Start) -> str:
    return start.going_on


def _sandbox(start: Start) -> None:
    start.open_sandbox()


def _sandbox_title(_: Start) -> str:
    return text_of("ui.title.sandbox")


def _broke(start: Start) -> bool:
    return bool(start.shell.broke)


def _report(start: Start) -> None:
    """Show the folder in which the report lies, and say what it is called."""
    report = start.shell.broke
    show_folder(Path(report).parent)
    start.shell.show_toast(text_of("broke.lies", path=report))
    start.dismiss()


def _dismiss(start: Start) -> None:
    start.dismiss()


def _go(screen: Screen, right: int, down: int) -> None:
    """Go to the level beside the chosen one, or else to the next control or the one before."""
    if not walked(screen, right, down):
        screen.move_focus(right + down)


COMMANDS: Final = (
    Command(verbs.PLAY_ON, _play_on, offers=lambda _: (verbs.PLAY_ON(),), title=_play_on_title),
    Command(verbs.SANDBOX, _sandbox, offers=lambda _: (verbs.SANDBOX(),), title=_sandbox_title),
    Command(verbs.REPORT, _report, when=_broke, gesture="press"),
    Command(verbs.DISMISS, _dismiss, when=_broke, gesture="press"),
    Command(verbs.GO, _go, gesture="arrows", repeats=True),
)
