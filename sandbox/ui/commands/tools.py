"""What the player does to people, and how the mouse and the arrow keys choose whom and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.bindings import PAN_PX
from sandbox.ui.commands.campaign import walked
from sandbox.ui.commands.clock import seek
from sandbox.ui.commands.command import Command
from sandbox.ui.kit.focus import MAP
from sandbox.ui.tools.half import Half
from sandbox.ui.tools.make_happening import inside, put, switch, wants_spot
from sandbox.ui.tools.use_tool import do, touch_ground, touch_person
from sandbox.ui.tools.variants import choices, chosen, front_tools, rare_tools, spare_tools, way_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.ui.game import Game
    from sandbox.ui.kit.invocation import Invocation

_KEY_STEP: Final = 0.5
"""Metres per press of an arrow key, for somebody who was picked up."""


def _tool(game: Game, tool: str) -> None:
    """Take a tool; taken again, it is used in its next way."""
    state, level = game.state, game.frame.level
    if way_of(tool) == "group" and tool not in rare_tools(level):
        game.shell.show_toast(text_of("ui.no_groups"))
        return
    if state.hand == tool and choices(level, tool):
        state.choices[tool] = chosen(state, level, tool) + 1
    state.look_on()
    state.tool, state.armed, state.fold = tool, True, ""


def _tools(game: Game) -> Iterator[Invocation]:
    level = game.frame.level
    offered = (*front_tools(level), *spare_tools(level))
    return (verbs.TOOL(tool) for tool in offered if tool == "look" or game.session.remaining(tool) != 0)


def _has_more(game: Game) -> bool:
    return bool(spare_tools(game.frame.level))


def _more(game: Game) -> None:
    game.state.unfold("tools")


def _choice(game: Game, number: int) -> None:
    game.state.choices[game.state.hand] = number


def _choices(game: Game) -> Iterator[Invocation]:
    return (verbs.CHOICE(number) for number, _ in enumerate(choices(game.frame.level, game.state.hand)))


def _choice_title(game: Game, number: int) -> str:
    way = choices(game.frame.level, game.state.hand)[number].words
    return text_of("ui.palette.way", title=text_of(f"happening.{game.state.hand}.name"), way=way)


def _act(game: Game) -> None:
    """Use the tool in hand on the person meant, or put down whoever was picked up."""
    state = game.state
    if state.person() is None:
        game.select_nearest((0, 0))
    person = state.person()
    if state.half is not None and state.half.spot is not None:
        do(game, put(game.frame, state.tool, state.half.first, state.half.spot))
    elif person is not None:
        touch_person(game, person)
        if state.half is not None and wants_spot(state.tool):
            people = game.frame.people
            state.half = Half((person,), (float(people.x[person]), float(people.y[person])))


def _can_begin(game: Game) -> bool:
    return game.state.person() is not None and game.state.hand != "look"


def _begin(game: Game) -> None:
    person = game.state.person()
    if person is not None:
        _begin_with(game, person)


def _begin_with(game: Game, person: int) -> None:
    """Let somebody do it to whoever is clicked next."""
    game.state.selected = person
    if game.state.hand != "look":
        game.state.half = Half((person,))


def _drag_from(game: Game, person: int) -> None:
    """Let somebody do it to whoever the mouse is dragged to."""
    if game.state.hand != "look" and game.state.half is None:
        game.state.half = Half((person,))


def _let_go(game: Game) -> None:
    game.state.half = None


def _touch(game: Game, person: int) -> None:
    """Use the tool; once it is used, what follows is to be seen, and not the lines of whoever it was used on."""
    state = game.state
    before, tool = state.selected, state.hand
    touch_person(game, person)
    if state.half is None and tool != "look" and state.dock != "inspector":
        state.selected, state.spent = before, person


def _with(game: Game, tool: str, person: int) -> None:
    """Take a tool and use it on somebody."""
    game.state.look_on()
    game.state.tool, game.state.armed = tool, True
    _touch(game, person)


def _ground(game: Game, x: float, y: float) -> None:
    touch_ground(game, (x, y))


def _switch(game: Game, drive: str) -> None:
    do(game, switch(game.frame, drive))


def _switches(_: Game) -> Iterator[Invocation]:
    return (verbs.SWITCH(drive) for drive in DRIVES)


def _switch_title(game: Game, drive: str) -> str:
    on = drive not in game.frame.off
    return text_of("ui.palette.off" if on else "ui.palette.on", title=text_of(f"drive.{drive}.name"))


def _go(game: Game, right: int, down: int) -> None:
    """Move what has the keyboard: somebody who was picked up, the time, the mark on the people, or the map."""
    state, half = game.state, game.state.half
    focused = game.control(state.focus.at)
    if half is not None and half.spot is not None:
        spot = (half.spot[0] + right * _KEY_STEP, half.spot[1] + down * _KEY_STEP)
        state.half = Half(half.people, inside(game.frame.level, spot))
    elif walked(game, right, down):
        pass
    elif focused is not None and focused.span:
        seek(game, game.playback.tick + right * TICKS_PER_SECOND)
    elif state.focus.at is None:
        game.pan(-right * PAN_PX, -down * PAN_PX)
    else:
        state.focus.at = MAP
        game.select_nearest((right, down))


COMMANDS: Final = (
    Command(verbs.TOOL, _tool, offers=_tools),
    Command(verbs.MORE, _more, when=_has_more),
    Command(verbs.CHOICE, _choice, offers=_choices, title=_choice_title),
    Command(verbs.ACT, _act),
    Command(verbs.BEGIN, _begin, when=_can_begin),
    Command(verbs.SWITCH, _switch, offers=_switches, title=_switch_title),
    Command(verbs.TOUCH, _touch, gesture="click"),
    Command(verbs.WITH, _with, gesture="click"),
    Command(verbs.GROUND, _ground, gesture="ground"),
    Command(verbs.BEGIN_WITH, _begin_with, gesture="shift_click"),
    Command(verbs.DRAG_FROM, _drag_from, gesture="drag"),
    Command(verbs.LET_GO, _let_go, gesture="drag"),
    Command(verbs.GO, _go, gesture="arrows", repeats=True),
)
