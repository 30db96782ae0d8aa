"""What comes of a click on somebody or on the ground with a tool in hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings.happening import Impossible
from sandbox.scenario.language import explain, text_of
from sandbox.scenario.schema import Happening
from sandbox.session.story.shown import bets
from sandbox.ui import verbs
from sandbox.ui.course.futures import told
from sandbox.ui.course.heeding import question_of
from sandbox.ui.hud.hints import learn_first
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.state import TOAST_SECONDS
from sandbox.ui.tools.half import Half
from sandbox.ui.tools.make_happening import among, befall, put, wanted, wants_person, wants_spot
from sandbox.ui.tools.variants import choices, chosen

if TYPE_CHECKING:
    from sandbox.ui.game import Game

PATIENCE: Final = 0.5
"""Seconds for which a deed waits for the moment that is wanted, if time is still on its way there."""


def do(game: Game, happening: Happening) -> bool:
    """Let something happen at the moment that is wanted; if it cannot, say why."""
    if not game.arrive(PATIENCE):
        game.shell.show_toast(text_of("ui.on_the_way", to=clock(game.playback.tick)))
        return False
    before, parts = game.here(), game.session.tick < game.session.latest_tick
    try:
        game.session.do(happening)
    except Impossible as reason:
        game.shell.show_toast(explain(reason))
        return False
    game.note(partial(told, game.session.level, happening), before)
    game.state.half = None
    if parts:
        _tell_of_futures(game)
    if happening.who is not None:
        begun(game)
        game.state.begin()
    if game.state.paused:
        game.step()
    game.look_again()
    return True


def _tell_of_futures(game: Game) -> None:
    """Say once where the future is now that was left."""
    shell = game.shell
    if "futures" not in shell.learned:
        shell.learned.add("futures")
        shell.requests.append("settings")
        shell.show_toast(text_of("ui.futures.kept"), 2 * TOAST_SECONDS)


def begun(game: Game) -> None:
    """Note that the player has done something to somebody, or looked through somebody's eyes."""
    if game.state.acted is None:
        game.state.acted = game.state.clock
        learn_first(game.context)
        game.shell.requests.append("settings")


def answer(game: Game, question: str, option: int) -> bool:
    """Bet on an answer to a question of the level; return whether that could be."""
    if not do(game, Happening(do="answer", question=question, option=option)):
        return False
    bet = next(
        bet
        for bet in bets(game.session.level, game.session.moment.story, game.session.commands)
        if bet.ask.ask == question
    )
    game.shell.show_toast(text_of("ui.question.answered", answer=bet.ask.options[option].text))
    return True


def _bet_on(game: Game, person: int) -> bool:
    """Bet on the answer that somebody stands for, if a question is put; return whether that is so."""
    bet = question_of(game.session) if game.state.dock == "question" else None
    if bet is None:
        return False
    whose = game.session.level.people[person].id
    number = next((number for number, option in enumerate(bet.ask.options) if option.who == whose), None)
    if number is not None:
        game.perform(verbs.BET(bet.ask.ask, number))
    return number is not None


def touch_person(game: Game, person: int) -> None:
    """Use the tool in hand on somebody, or finish what was begun with somebody else; or bet on them."""
    if _bet_on(game, person):
        return
    state, tool, half = game.state, game.state.tool, game.state.half
    chooses = state.picking is not None or (state.looks and tool != "look")
    state.selected = person
    if chooses:
        _choose(game, person)
    elif tool == "look":
        game.open_dock("inspector")
    elif wants_person(tool):
        _touch_next(game, (*(() if half is None else half.people), person))
    elif half is not None and not wants_spot(tool):
        state.half = None
        do(game, befall(game.frame, tool, person, by=half.first, how=_how(game)))
    elif half is not None and half.spot is not None:
        do(game, put(game.frame, tool, half.first, half.spot))
    elif wants_spot(tool):
        state.half = Half((person,))
    else:
        do(game, befall(game.frame, tool, person, how=_how(game)))


def _choose(game: Game, person: int) -> None:
    """Look at somebody, or through their eyes, and carry out the command that asked for them."""
    state = game.state
    if "eyes" in state.held:
        state.watcher = person
    if state.picking is not None:
        asking, state.picking = state.picking, None
        game.perform(asking)


def _touch_next(game: Game, clicked: tuple[int, ...]) -> None:
    """Take one more person for a tool that needs several; with the last of them it happens."""
    state = game.state
    if len(set(clicked)) < len(clicked):
        game.shell.show_toast(text_of("ui.somebody_else"))
    elif len(clicked) < len(wanted(state.tool)):
        state.half = Half(clicked)
    else:
        state.half = None
        do(game, among(game.frame, state.tool, clicked))


def _how(game: Game) -> str:
    """Return in which way the tool in hand is to be used."""
    state, level = game.state, game.frame.level
    ways = choices(level, state.tool)
    return ways[chosen(state, level, state.tool)].value if ways else ""


def touch_ground(game: Game, spot: tuple[float, float]) -> None:
    """Put down whoever was picked up; otherwise let go of everything."""
    state = game.state
    if state.half is not None and wants_spot(state.tool):
        do(game, put(game.frame, state.tool, state.half.first, spot))
    elif state.half is not None:
        state.half = None
    else:
        state.selected, state.picking = None, None
        state.through = False
        if state.dock == "inspector":
            state.look_on()
