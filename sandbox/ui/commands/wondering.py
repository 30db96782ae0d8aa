"""Why not: asks of one person why they do not do something about another, and shows the course in which they do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.session.why_not.acts import Wonder
from sandbox.ui import verbs
from sandbox.ui.commands.command import Command
from sandbox.ui.course.wondering import likeliest
from sandbox.ui.panels.why_not import changed
from sandbox.ui.state import TOAST_SECONDS, PlayState

if TYPE_CHECKING:
    from sandbox.session.why_not.acts import Act
    from sandbox.ui.game import Game


def _why_not(game: Game) -> None:
    """Ask of whom, or about whom, as far as no why and no mouse tells; the same key puts the question away."""
    state = game.state
    if state.dock == "why_not":
        game.close()
        return
    subject = state.subject if state.dock == "why" else None
    state.wondering, about = state.person(), state.hovered
    if subject is not None and subject.who != NOBODY:
        state.wondering, about = subject.who, None if subject.whom == NOBODY else subject.whom
    state.look_on()
    if about not in {None, state.wondering}:
        state.selected = about
        _wonder(game)
        return
    state.picking = verbs.WHY_NOT() if state.wondering is None else verbs.WONDER()
    if state.wondering is not None:
        state.selected = state.wondering


def _wonder(game: Game) -> None:
    """Ask why one person does nothing about the one who is selected now."""
    state, who = game.state, game.state.wondering
    if who is None or state.selected is None:
        return
    if state.selected == who:
        game.shell.show_toast(text_of("ui.somebody_else"))
        state.picking = verbs.WONDER()
        return
    whom, state.selected, state.wondering = state.selected, who, None
    _ask(game, Wonder(likeliest(game.session, who, whom), who, whom))


def _ask(game: Game, wonder: Wonder) -> None:
    """Open the panel; time stands still meanwhile."""
    state = game.state
    state.waits = state.waits or state.stands or not state.paused
    state.paused, state.stands = True, False
    state.wondered = game.meanwhile.wonderer.ask(game.session, wonder)
    game.open_dock("why_not")


def _act(game: Game, act: Act) -> None:
    wondered = game.state.wondered
    if wondered is not None:
        _ask(game, Wonder(act, wondered.wonder.who, wondered.wonder.whom))


def _show(game: Game) -> None:
    """Play on in the world of the change, from the moment in question; undo leads back."""
    wondered = game.state.wondered
    session = None if wondered is None else game.meanwhile.wonderer.open(wondered)
    if wondered is None or session is None:
        return
    before, said = game.here(), changed(game.context, wondered)
    game.session.lighten()
    game.take_up(session, game.playing.path, PlayState(speed=game.state.speed, selected=wondered.wonder.who))
    game.note(partial(text_of, "ui.undo.why_not"), before)
    key = game.context.key(verbs.UNDO())
    game.shell.show_toast(text_of("ui.why_not.shown", what=said, key=key), 2 * TOAST_SECONDS)


def _is_found(game: Game) -> bool:
    wondered = game.state.wondered
    answer = None if wondered is None else wondered.answer
    return game.state.dock == "why_not" and answer is not None and answer.change is not None


def _is_asked(game: Game) -> bool:
    return game.state.dock == "why_not"


COMMANDS: Final = (
    Command(verbs.WHY_NOT, _why_not),
    Command(verbs.WONDER, _wonder, gesture="click"),
    Command(verbs.WHY_NOT_ACT, _act, when=_is_asked, gesture="press"),
    Command(verbs.SHOW_CHANGE, _show, when=_is_found, gesture="press"),
)
