"""What comes of a click on somebody or on the ground with a tool in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings.happening import Impossible
from sandbox.scenario.catalogue import say
from sandbox.ui.context import Half
from sandbox.ui.hud.hints import learn_first
from sandbox.ui.tools.make_happening import among, befall, put, wanted, wants_person, wants_spot
from sandbox.ui.tools.variants import choices, chosen

if TYPE_CHECKING:
    from sandbox.scenario.schema import Happening
    from sandbox.ui.scenes.play import Game


def do(game: Game, happening: Happening) -> bool:
    """Let something happen; if it cannot, say why."""
    try:
        game.session.do(happening)
    except Impossible as reason:
        game.desk.say(str(reason))
        return False
    game.desk.half = None
    if happening.who is not None:
        begun(game)
    if game.desk.paused:
        game.step()
    game.look_again()
    return True


def begun(game: Game) -> None:
    """Note that the player has done something to somebody, or looked through somebody's eyes."""
    if game.desk.acted is None:
        game.desk.acted = game.desk.clock
        learn_first(game.context)
        game.requests.append("settings")


def open_dock(game: Game, name: str) -> None:
    """Show a panel on the right, and no other; help brings back the hints that were followed in earlier sittings."""
    game.desk.dock = name
    if name == "levels":
        game.refresh_levels()
    elif name == "help":
        game.desk.learned -= game.desk.remembered
        game.desk.remembered.clear()
        game.requests.append("settings")


def touch_person(game: Game, person: int) -> None:
    """Use the tool in hand on somebody, or finish what was begun with somebody else."""
    desk, tool, half = game.desk, game.desk.tool, game.desk.half
    desk.selected = person
    if tool == "look":
        open_dock(game, "inspector")
    elif wants_person(tool):
        _touch_next(game, (*(() if half is None else half.people), person))
    elif half is not None and not wants_spot(tool):
        desk.half = None
        do(game, befall(game.frame, tool, person, by=half.first, how=_how(game)))
    elif half is not None and half.spot is not None:
        do(game, put(game.frame, tool, half.first, half.spot))
    elif wants_spot(tool):
        desk.half = Half((person,))
    else:
        do(game, befall(game.frame, tool, person, how=_how(game)))


def _touch_next(game: Game, clicked: tuple[int, ...]) -> None:
    """Take one more person for a tool that needs several; with the last of them it happens."""
    desk = game.desk
    if len(set(clicked)) < len(clicked):
        desk.say(say("ui.somebody_else"))
    elif len(clicked) < len(wanted(desk.tool)):
        desk.half = Half(clicked)
    else:
        desk.half = None
        do(game, among(game.frame, desk.tool, clicked))


def _how(game: Game) -> str:
    """Tell in which way the tool in hand is to be used."""
    desk, level = game.desk, game.frame.level
    ways = choices(level, desk.tool)
    return ways[chosen(desk, level, desk.tool)].value if ways else ""


def touch_ground(game: Game, spot: tuple[float, float]) -> None:
    """Put down whoever was picked up; otherwise let go of everything."""
    desk = game.desk
    if desk.half is not None and wants_spot(desk.tool):
        do(game, put(game.frame, desk.tool, desk.half.first, spot))
    elif desk.half is not None:
        desk.half = None
    else:
        desk.selected = None
        desk.through = False
