"""What makes time pass, stand still, or come again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.commands.command import Command
from sandbox.ui.course.heeding import question_of
from sandbox.ui.hud.toasts import toast_of
from sandbox.ui.state import SPEEDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.ui.game import Game
    from sandbox.ui.kit.invocation import Invocation


def _pause(game: Game) -> None:
    """Let time pass or stand; where it waits for a card or a question, that is put away, a bet not unasked."""
    state = game.state
    if state.waits and state.dock in {"card", "question"}:
        _go_on(game)
        return
    state.paused, state.waits, state.stands, state.awaits = not state.paused, False, False, False


def _go_on(game: Game) -> None:
    """Put away what time waits for; of a question without an answer only whoever wants that twice."""
    bet, words = question_of(game.session), text_of("ui.question.unanswered")
    asks = game.state.dock == "question" and bet is not None and bet.answer is None
    if asks and toast_of(game.context) != words:
        game.shell.show_toast(words)
        return
    game.shell.hush()
    game.state.look_on()
    game.state.fold = ""
    game.state.let_go()


def _step(game: Game) -> None:
    """Go one tick on; while time is on its way, it goes one tick farther."""
    game.halt()
    if game.playback.wanted is None:
        game.step()
    else:
        game.playback.seek(game.playback.tick + 1)


def _back(game: Game) -> None:
    seek(game, game.playback.tick - 1)


def seek(game: Game, tick: int) -> None:
    """Go to a tick and stop there, no earlier than can be gone back to and no later than was played."""
    game.halt()
    game.playback.seek(tick)


def _now(game: Game) -> None:
    game.playback.seek(game.session.latest_tick)


def _restart(game: Game) -> None:
    """Begin again; a hand that slipped is told how to go back."""
    played, key = game.session.latest_tick > 0, game.context.key(verbs.UNDO())
    game.restart()
    if played and key:
        game.shell.show_toast(text_of("ui.restarted", key=key))


def _title(game: Game) -> None:
    game.show_title()


def _speed(game: Game, speed: float) -> None:
    game.state.speed = speed


def _speeds(_: Game) -> Iterator[Invocation]:
    return (verbs.SPEED(speed) for speed in SPEEDS)


def _speed_title(_: Game, speed: float) -> str:
    return text_of("ui.palette.speed", speed=f"{speed:g}")


def _slower(game: Game) -> None:
    game.state.speed = SPEEDS[max(0, SPEEDS.index(game.state.speed) - 1)]


def _faster(game: Game) -> None:
    game.state.speed = SPEEDS[min(len(SPEEDS) - 1, SPEEDS.index(game.state.speed) + 1)]


COMMANDS: Final = (
    Command(verbs.PAUSE, _pause),
    Command(verbs.STEP, _step, repeats=True),
    Command(verbs.BACK, _back, repeats=True),
    Command(verbs.SEEK, seek, gesture="strip"),
    Command(verbs.NOW, _now),
    Command(verbs.RESTART, _restart),
    Command(verbs.SPEED, _speed, offers=_speeds, title=_speed_title),
    Command(verbs.TITLE, _title),
    Command(verbs.SLOWER, _slower),
    Command(verbs.FASTER, _faster),
)
