"""Saves: what is done with those on the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from sandbox.scenario.language import text_of
from sandbox.scenario.showable import reason_of, showable
from sandbox.session.files.reopen import encode_notes
from sandbox.session.files.save_file import saved
from sandbox.ui import verbs
from sandbox.ui.commands.command import Command
from sandbox.ui.kit.desktop import show_folder
from sandbox.ui.kit.time_axis import clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.session.files.reopen import Notes
    from sandbox.session.session import Session
    from sandbox.ui.screen import Screen
    from sandbox.ui.state import Shell


class Played(Protocol):
    """A play-through on the screen."""

    shell: Shell
    session: Session

    @property
    def notes(self) -> Notes:
        """What of it is not in the world."""

    def picture(self) -> bytes:
        """Return a small picture of it as a PNG."""

    def list_saves(self) -> None:
        """Look through the shelf for the list of saves."""


def _keeps(screen: Screen | Played) -> bool:
    return screen.shell.shelf is not None


def _trying(screen: Screen | Played, act: Callable[[], str]) -> None:
    """Do something on the disk and say what it gives, or why it was not possible; then look through the shelf anew."""
    try:
        screen.shell.show_toast(act())
    except OSError as error:
        place = showable(error.filename)
        screen.shell.show_toast(text_of("saves.failed", path=place, reason=reason_of(error)))
    screen.list_saves()


def _save(game: Played) -> None:
    """Save this moment under a name that says where and when it is."""
    shelf, session = game.shell.shelf, game.session
    if shelf is None:
        game.shell.show_toast(text_of("saves.nowhere"))
        return
    words = text_of("saves.fresh", level=session.level.title, time=clock(session.tick).replace(":", "."))

    def act() -> str:
        picture, notes = game.picture(), encode_notes(game.notes)
        path = shelf.add(saved(session, shelf=game.shell.last), words, picture, notes)
        keys = game.shell.keymap.shown(verbs.DOCK("saves").id)
        return text_of("saves.saved" if keys else "saves.saved.plain", name=path.stem, keys=keys)

    _trying(game, act)


def _ask_name(screen: Screen, path: Path) -> None:
    """Ask for another name for a save, with the present one written already if the player gave it."""
    shelf = screen.shell.shelf
    if shelf is None:
        return

    def rename(words: str) -> None:
        _trying(screen, lambda: text_of("saves.renamed", name=showable(shelf.rename(path, words).stem)))

    name = showable(path.stem) if path.parent == shelf.folder else ""
    screen.ask_name(text_of("saves.rename"), name, rename)


def _delete(screen: Screen, path: Path) -> None:
    shelf = screen.shell.shelf
    if shelf is not None:
        _trying(screen, lambda: text_of("saves.deleted", name=shelf.delete(path).name))


def _bring_back(screen: Screen) -> None:
    shelf = screen.shell.shelf
    if shelf is None or shelf.deleted is None:
        return
    name = shelf.deleted.name

    def act() -> str:
        shelf.bring_back()
        return text_of("saves.back", name=name)

    _trying(screen, act)


def _has_deleted(screen: Screen) -> bool:
    return screen.shell.shelf is not None and screen.shell.shelf.deleted is not None


def _folder(screen: Screen) -> None:
    shelf = screen.shell.shelf
    if shelf is not None:
        shown = show_folder(shelf.folder)
        screen.shell.show_toast(text_of("saves.folder" if shown else "saves.folder.none", path=showable(shelf.folder)))


COMMANDS: Final = (
    Command(verbs.RENAME_SAVE, _ask_name, when=_keeps, gesture="press"),
    Command(verbs.DELETE_SAVE, _delete, when=_keeps, gesture="press"),
    Command(verbs.BRING_BACK, _bring_back, when=_has_deleted, gesture="press"),
    Command(verbs.FOLDER, _folder, when=_keeps, gesture="press"),
)
"""In every scene."""
PLAYING: Final = (Command(verbs.SAVE, _save),)
"""While a level is played."""
