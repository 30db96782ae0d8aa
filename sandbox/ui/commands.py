"""What each action does. Buttons, cards and keys all end here, so that nothing works with only one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.catalogue import say
from sandbox.session.cards import Subject
from sandbox.session.quantities import QUANTITIES
from sandbox.ui.game import Game
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.kit.scrolling import STEP, within
from sandbox.ui.preferences import toggled, turned
from sandbox.ui.state import SPEEDS, Half
from sandbox.ui.tools.make_happening import put, switch, wants_spot
from sandbox.ui.tools.use_tool import begun, do, touch_person
from sandbox.ui.tools.variants import choices, chosen, spare_tools, way_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.ui.screen import Screen

_ZOOM: Final = 1.25


def ask_why(game: Game, subject: Subject) -> None:
    """Open the cards on somebody, a look or a tie."""
    state, learned = game.state, game.shell.learned
    state.subject = subject
    if "why" not in learned:
        learned.add("why")
        game.shell.requests.append("settings")
    state.cards = game.session.why(subject)
    game.open_dock("why")


def _tool(game: Game, value: str) -> None:
    """Take a tool; taken again, it is used in its next way."""
    state, level = game.state, game.frame.level
    if way_of(value) == "group" and value not in spare_tools(level):
        game.shell.say(say("ui.no_groups"))
        return
    if state.tool == value and choices(level, value):
        state.choices[value] = chosen(state, level, value) + 1
    state.tool, state.half, state.drawer = value, None, False


def _more(game: Game, _: str) -> None:
    game.state.drawer = not game.state.drawer


def _choice(game: Game, value: str) -> None:
    game.state.choices[game.state.tool] = int(value)


def _act(game: Game, _: str) -> None:
    if game.state.person() is None:
        game.select_nearest((0, 0))
    person = game.state.person()
    if person is not None:
        _act_on(game, person)


def _act_on(game: Game, person: int) -> None:
    state = game.state
    half = state.half
    if half is not None and half.spot is not None:
        do(game, put(game.frame, state.tool, half.first, half.spot))
        return
    touch_person(game, person)
    if state.half is not None and wants_spot(state.tool):
        people = game.frame.people
        state.half = Half((person,), (float(people.x[person]), float(people.y[person])))


def _begin(game: Game, _: str) -> None:
    person = game.state.person()
    if person is not None and game.state.tool != "look":
        game.state.selected, game.state.half = person, Half((person,))


def _pause(game: Game, _: str) -> None:
    game.state.paused = not game.state.paused


def _step(game: Game, _: str) -> None:
    game.state.paused = True
    game.step()


def _back(game: Game, _: str) -> None:
    game.state.paused = True
    game.session.step_back()
    game.look_again()


def _seek(game: Game, value: str) -> None:
    game.state.paused = True
    game.session.seek(max(0, min(int(value), game.session.latest_tick)))
    game.look_again()


def _now(game: Game, _: str) -> None:
    game.session.seek(game.session.latest_tick)
    game.look_again()


def _speed(game: Game, value: str) -> None:
    game.state.speed = float(value)


def _slower(game: Game, _: str) -> None:
    game.state.speed = SPEEDS[max(0, SPEEDS.index(game.state.speed) - 1)]


def _faster(game: Game, _: str) -> None:
    game.state.speed = SPEEDS[min(len(SPEEDS) - 1, SPEEDS.index(game.state.speed) + 1)]


def _lens(game: Game, value: str) -> None:
    game.state.lens = "truth" if game.state.lens == value else value


def _eyes(game: Game, _: str) -> None:
    state = game.state
    if state.person() is None:
        game.shell.say(say("ui.pick_first"))
    else:
        state.selected, state.through = state.person(), not state.through
        begun(game)


def _all(game: Game, _: str) -> None:
    game.state.show_all = not game.state.show_all


def _legend(game: Game, _: str) -> None:
    game.shell.legend = not game.shell.legend


def _follow(game: Game, _: str) -> None:
    """Go along with the person meant, or stop it."""
    state, camera_control = game.state, game.camera_control
    state.selected = state.person()
    if camera_control.following:
        camera_control.following = False
    elif state.selected is None:
        game.shell.say(say("ui.pick_first"))
    else:
        middle = person_middle(game.context, game.viewpoint, state.selected)
        camera_control.follow((middle.x, middle.y), whole=game.minimap is None)


def _inspect(game: Game, _: str) -> None:
    if game.state.dock == "inspector":
        game.state.dock = ""
    else:
        game.state.selected = game.state.person()
        game.open_dock("inspector")


def _why(game: Game, _: str) -> None:
    person = game.state.hovered if game.state.hovered is not None else game.state.selected
    asked = game.state.subject
    if game.state.dock == "why" and (person is None or asked is None or asked.who == person):
        game.state.dock = ""
    elif person is None:
        game.shell.say(say("ui.pick_first"))
    else:
        ask_why(game, Subject("person", person))


def _tie(game: Game, value: str) -> None:
    person = game.state.person()
    if person is not None:
        ask_why(game, Subject("tie", person, int(value)))


def _dock(screen: Screen, value: str) -> None:
    if screen.state.dock == value:
        screen.state.dock = ""
    elif value in screen.docks:
        screen.open_dock(value)


def _explain(game: Game, value: str) -> None:
    owner, _, name = value.partition(".")
    found = next(quantity for quantity in QUANTITIES if (quantity.owner, quantity.name) == (owner, name))
    game.shell.say(f"{found.title}: {found.line}")


def _setting(screen: Screen, value: str) -> None:
    screen.prefer(toggled(screen.shell.preferences, value))


def _turn(screen: Screen, value: str) -> None:
    name, _, by = value.partition(":")
    screen.prefer(turned(screen.shell.preferences, name, int(by), round(100 * screen.style.scale)))


def _scroll(screen: Screen, value: str) -> None:
    screen.state.scroll = within(screen.panes, screen.state.scroll + int(value) * STEP)


SCREEN_ACTS: Final[dict[str, Callable[[Screen, str], None]]] = {
    "dock": _dock,
    "close": lambda screen, _: screen.close(),
    "say": lambda screen, value: screen.shell.say(value),
    "setting": _setting,
    "turn": _turn,
    "sound": lambda screen, _: _setting(screen, "quiet"),
    "scroll": _scroll,
    "page": lambda screen, value: setattr(screen.state, "page", screen.state.page + int(value)),
    "level": lambda screen, value: screen.open(screen.state.entries[int(value)].path),
    "fullscreen": lambda screen, _: screen.shell.requests.append("fullscreen"),
    "picture": lambda screen, _: screen.shell.requests.append("picture"),
    "quit": lambda screen, _: screen.shell.requests.append("quit"),
}
"""What the word before the colon does in every scene."""
ACTS: Final[dict[str, Callable[[Game, str], None]]] = {
    "tool": _tool,
    "more": _more,
    "choice": _choice,
    "act": _act,
    "begin": _begin,
    "pause": _pause,
    "step": _step,
    "back": _back,
    "seek": _seek,
    "now": _now,
    "restart": lambda game, _: game.restart(),
    "speed": _speed,
    "slower": _slower,
    "faster": _faster,
    "lens": _lens,
    "eyes": _eyes,
    "all": _all,
    "legend": _legend,
    "inspect": _inspect,
    "why": _why,
    "tie": _tie,
    "explain": _explain,
    "closer": lambda game, _: game.zoom(_ZOOM),
    "farther": lambda game, _: game.zoom(1 / _ZOOM),
    "fit": lambda game, _: game.fit(),
    "follow": _follow,
    "switch": lambda game, value: (do(game, switch(game.frame, value)), None)[1],
    "traits": lambda game, _: setattr(game.state, "traits", not game.state.traits),
    "title": lambda game, _: game.show_title(),
}
"""What it does while a level is played, too."""


def perform(screen: Screen, act: str) -> None:
    """Carry out an action such as "pause" or "tool:hurt"; one that the scene does not know does nothing."""
    verb, _, value = act.partition(":")
    if verb in SCREEN_ACTS:
        SCREEN_ACTS[verb](screen, value)
    elif isinstance(screen, Game) and verb in ACTS:
        ACTS[verb](screen, value)
    screen.dirty = True


def press_control(screen: Screen, name: str) -> None:
    """Press a control, if it can be pressed; a strip of time is dragged instead."""
    control = screen.control(name)
    if control is not None and control.enabled and not control.span:
        screen.perform(control.act)
