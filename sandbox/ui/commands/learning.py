"""The pages of the theory and the chronicle: what they show, and the way to where something happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.language import text_of
from sandbox.session.lessons import latest
from sandbox.ui import verbs
from sandbox.ui.commands.clock import seek
from sandbox.ui.commands.command import Command
from sandbox.ui.commands.looking import ask

if TYPE_CHECKING:
    from sandbox.session.why.cards import Subject
    from sandbox.ui.game import Game


def _told_of(game: Game) -> None:
    """Tell only of the chosen person, who may still have to be clicked, or of everybody again."""
    state = game.state
    state.told_of = not state.told_of
    if state.told_of:
        state.look_on()


def _told_drive(game: Game, by: int) -> None:
    choices = ("", *DRIVES)
    game.state.told_drive = choices[(choices.index(game.state.told_drive) + by) % len(choices)]


def _revisit(game: Game, tick: int, subject: Subject) -> None:
    """Go where something happened and ask why; closing that leads back to the chronicle."""
    seek(game, tick)
    game.arrive()
    ask(game, subject)
    game.state.under = "log"


def _here(game: Game, lesson: str) -> None:
    """Go where a mechanism showed last and ask why; closing that leads back to its page."""
    found = latest(game.session.world, lesson)
    if found is None:
        game.shell.show_toast(text_of("lesson.nowhere"))
        return
    seek(game, found.tick)
    game.arrive()
    ask(game, found.subject)
    game.state.under = "lesson"


COMMANDS: Final = (
    Command(verbs.TOLD_OF, _told_of, gesture="press"),
    Command(verbs.TOLD_DRIVE, _told_drive, gesture="press"),
    Command(verbs.REVISIT, _revisit, gesture="press"),
    Command(verbs.SHOWN_HERE, _here, gesture="press"),
)
