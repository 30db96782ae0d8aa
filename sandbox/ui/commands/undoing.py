"""What brings back what was there before: undo and redo, and the futures that were left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.commands.command import Command
from sandbox.ui.course.futures import called, futures, told
from sandbox.ui.course.undo import Deed, Stand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.ui.course.futures import Future
    from sandbox.ui.game import Game
    from sandbox.ui.kit.invocation import Invocation


def _undo(game: Game) -> None:
    """Go back to before what was done last, also in an earlier sitting."""
    deed = game.history.undo(game.here(), _last_command(game))
    if deed is None:
        game.shell.show_toast(text_of("ui.undo.none"))
        return
    if deed.deleted is None:
        game.stand(deed.before)
    else:
        game.let_go()
        game.session.bring_back(deed.deleted)
        game.look_again()
    key = game.context.key(verbs.REDO())
    game.shell.show_toast(text_of("ui.undone" if key else "ui.undone.no_key", what=deed.told(), key=key))


def _last_command(game: Game) -> Deed | None:
    """Return the last command that led to where the player is, as a deed; None if there is none."""
    before = game.session.before_last(game.playback.tick)
    if before is None:
        return None
    command = before.line.commands[before.deeds]
    return Deed(partial(told, game.session.level, command), Stand(game.playing, before))


def _redo(game: Game) -> None:
    """Go to where the latest undo was asked for."""
    deed = game.history.redo()
    if deed is None:
        game.shell.show_toast(text_of("ui.redo.none"))
        return
    if deed.deleted is not None:
        game.let_go()
        _drop(game, deed.deleted.line.identity)
    elif deed.after is not None:
        game.stand(deed.after)
    game.shell.show_toast(text_of("ui.redone", what=deed.told()))


def _choose(game: Game, branch: int) -> None:
    """Let another future be the present one: at the same moment, or where it is nearest to that."""
    future = _found(game, branch)
    if future is None:
        return
    before, name = game.here(), called(game.session.level, future)
    game.let_go()
    game.state.half, game.state.paused = None, True
    game.playback.choose(branch, min(max(game.playback.tick, future.parts), future.branch.latest_tick))
    game.look_again()
    game.note(partial(text_of, "ui.undo.choose", name=name), before)
    game.shell.show_toast(text_of("ui.future.chosen", name=name))


def _choices(game: Game) -> Iterator[Invocation]:
    return (verbs.CHOOSE(branch.id) for branch in game.branches[1:])


def _choice_title(game: Game, branch: int) -> str:
    future = _found(game, branch)
    return "" if future is None else text_of("ui.palette.future", name=called(game.session.level, future))


def _rename(game: Game, branch: int) -> None:
    """Ask for a name for a future, or for the present one."""
    found = next((one for one in game.branches if one.id == branch), None)
    if found is not None:
        game.ask_name(text_of("ui.futures.name"), found.name, partial(_name, game, branch))


def _name(game: Game, branch: int, name: str) -> None:
    game.session.rename(branch, name)
    game.look_again()


def _delete(game: Game, branch: int) -> None:
    future, before = _found(game, branch), game.here()
    if future is not None:
        name = called(game.session.level, future)
        game.note(partial(text_of, "ui.undo.delete", name=name), before, game.session.delete(branch))
        game.look_again()
        game.shell.show_toast(text_of("ui.undo.delete", name=name))


def _drop(game: Game, branch: int) -> None:
    """Delete a branch again, if it is still there."""
    if _found(game, branch) is not None:
        game.session.delete(branch)
        game.look_again()


def _found(game: Game, branch: int) -> Future | None:
    return next((future for future in futures(game.branches) if future.branch.id == branch), None)


COMMANDS: Final = (
    Command(verbs.UNDO, _undo),
    Command(verbs.REDO, _redo),
    Command(verbs.CHOOSE, _choose, offers=_choices, title=_choice_title),
    Command(verbs.RENAME, _rename, gesture="press"),
    Command(verbs.DELETE, _delete, gesture="press"),
)
