"""What can be done when a level asks something, and once its game is decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.difficulty import difficulties, difficulty_of
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.campaign.walk import next_after
from sandbox.ui.commands.clock import seek
from sandbox.ui.commands.command import Command
from sandbox.ui.commands.looking import ask
from sandbox.ui.course.ended import drive_of
from sandbox.ui.scenes.base import Push
from sandbox.ui.scenes.twin import Twin
from sandbox.ui.tools.use_tool import answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why.cards import Subject
    from sandbox.ui.game import Game
    from sandbox.ui.kit.invocation import Invocation

REWOUND: Final = 10 * TICKS_PER_SECOND
"""So long before the end something could still have been done."""


def _answer(game: Game, question: str, option: int) -> None:
    """Bet on an answer, and let time go on."""
    if answer(game, question, option):
        game.close()


def _recall(game: Game, tick: int, subject: Subject) -> None:
    """Go to a moment of what happened and ask why; closing that leads back to the card."""
    seek(game, tick)
    game.arrive()
    ask(game, subject)
    game.state.under = "ending"


def _rewind(game: Game) -> None:
    """Go back to before the end, with the card put away, so that it can go otherwise."""
    ended = game.state.ended
    if ended is not None:
        game.state.dock, game.state.under = "", ""
        seek(game, ended.decided.tick - REWOUND)
        key = game.context.key(verbs.PAUSE())
        game.shell.show_toast(text_of("ui.ending.rewound" if key else "ui.ending.rewound.plain", key=key))


def _next(game: Game) -> None:
    """Play the level that is recommended after this one."""
    file = next_after(game.shell, game.playing.path)
    if file is not None:
        game.open(file, difficulty_of(game.session.level))


def _difficulty(game: Game, name: str) -> None:
    """Begin the level again at another difficulty; what was played can be come back to."""
    if game.playing.path is not None:
        game.open(game.playing.path, name)


def _other_difficulties(game: Game) -> Iterator[Invocation]:
    level = game.session.level
    return (verbs.DIFFICULTY(name) for name in difficulties(level) if name != difficulty_of(level))


def _difficulty_title(_: Game, name: str) -> str:
    return text_of("ui.palette.difficulty", difficulty=text_of(f"difficulty.{name}"))


def _from_file(game: Game) -> bool:
    return game.playing.path is not None


def _without(game: Game, drive: str) -> None:
    """Let the same be done in the same level without a drive, from the beginning, beside what was played."""
    session, before = game.session, game.here()
    name = text_of("ui.ending.without.name", drive=text_of(f"drive.{drive}.name"))
    off = session.off_at_first | {drive}
    branch = session.add_branch(session.commands, session.latest_tick, off, name)
    game.let_go()
    game.state.dock, game.state.under, game.state.half = "", "", None
    game.playback.choose(branch, 0)
    game.arrive()
    game.look_again()
    game.state.paused = False
    game.note(partial(text_of, "ui.undo.choose", name=name), before)


def _withouts(game: Game) -> Iterator[Invocation]:
    ended = game.state.ended
    if ended is not None and ended.drive:
        yield verbs.WITHOUT(ended.drive)


def _without_title(_: Game, drive: str) -> str:
    return text_of("ui.ending.without", drive=text_of(f"drive.{drive}.name"))


def _has_twin(game: Game) -> bool:
    session = game.session
    return bool(session.latest_tick and not session.earliest_tick and drive_of(session))


def _twin(game: Game) -> None:
    """Show what was done side by side with the same without a drive."""
    game.next = Push(Twin(game, game.session, drive_of(game.session)))


def _ended(game: Game) -> bool:
    return game.state.ended is not None


def _goes_on(game: Game) -> bool:
    return game.state.ended is not None and next_after(game.shell, game.playing.path) is not None


COMMANDS: Final = (
    Command(verbs.BET, _answer, gesture="press"),
    Command(verbs.RECALL, _recall, when=_ended, gesture="press"),
    Command(verbs.REWIND, _rewind, when=_ended),
    Command(verbs.DIFFICULTY, _difficulty, when=_from_file, offers=_other_difficulties, title=_difficulty_title),
    Command(verbs.NEXT, _next, when=_goes_on),
    Command(verbs.TWIN, _twin, when=_has_twin),
    Command(verbs.WITHOUT, _without, when=_has_twin, offers=_withouts, title=_without_title),
)
