"""What each action does. Buttons, cards and keys all end here, so that nothing works with only one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.catalogue import say
from sandbox.session.cards import Subject
from sandbox.session.quantities import QUANTITIES
from sandbox.ui.context import SPEEDS, Half
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.kit.scrolling import STEP, within
from sandbox.ui.preferences import toggled, turned
from sandbox.ui.tools.make_happening import put, switch, wants_spot
from sandbox.ui.tools.use_tool import begun, do, open_dock, touch_person
from sandbox.ui.tools.variants import choices, chosen, spare_tools, way_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.ui.scenes.play import Game

_ZOOM: Final = 1.25


def ask_why(game: Game, subject: Subject) -> None:
    """Open the cards on somebody, a look or a tie."""
    desk = game.desk
    desk.subject = subject
    if "why" not in desk.learned:
        desk.learned.add("why")
        game.requests.append("settings")
    desk.cards = game.session.why(subject)
    open_dock(game, "why")


def _tool(game: Game, value: str) -> None:
    """Take a tool; taken again, it is used in its next way."""
    desk, level = game.desk, game.frame.level
    if way_of(value) == "group" and value not in spare_tools(level):
        desk.say(say("ui.no_groups"))
        return
    if desk.tool == value and choices(level, value):
        desk.choices[value] = chosen(desk, level, value) + 1
    desk.tool, desk.half, desk.drawer = value, None, False


def _more(game: Game, _: str) -> None:
    game.desk.drawer = not game.desk.drawer


def _choice(game: Game, value: str) -> None:
    game.desk.choices[game.desk.tool] = int(value)


def _act(game: Game, _: str) -> None:
    if game.desk.person() is None:
        game.select_nearest((0, 0))
    person = game.desk.person()
    if person is not None:
        _act_on(game, person)


def _act_on(game: Game, person: int) -> None:
    desk = game.desk
    half = desk.half
    if half is not None and half.spot is not None:
        do(game, put(game.frame, desk.tool, half.first, half.spot))
        return
    touch_person(game, person)
    if desk.half is not None and wants_spot(desk.tool):
        people = game.frame.people
        desk.half = Half((person,), (float(people.x[person]), float(people.y[person])))


def _begin(game: Game, _: str) -> None:
    person = game.desk.person()
    if person is not None and game.desk.tool != "look":
        game.desk.selected, game.desk.half = person, Half((person,))


def _pause(game: Game, _: str) -> None:
    game.desk.paused = not game.desk.paused


def _step(game: Game, _: str) -> None:
    game.desk.paused = True
    game.step()


def _back(game: Game, _: str) -> None:
    game.desk.paused = True
    game.session.step_back()
    game.look_again()


def _seek(game: Game, value: str) -> None:
    game.desk.paused = True
    game.session.seek(max(0, min(int(value), game.session.latest_tick)))
    game.look_again()


def _now(game: Game, _: str) -> None:
    game.session.seek(game.session.latest_tick)
    game.look_again()


def _restart(game: Game, _: str) -> None:
    game.session.restart()
    game.begin()


def _speed(game: Game, value: str) -> None:
    game.desk.speed = float(value)


def _slower(game: Game, _: str) -> None:
    game.desk.speed = SPEEDS[max(0, SPEEDS.index(game.desk.speed) - 1)]


def _faster(game: Game, _: str) -> None:
    game.desk.speed = SPEEDS[min(len(SPEEDS) - 1, SPEEDS.index(game.desk.speed) + 1)]


def _lens(game: Game, value: str) -> None:
    game.desk.lens = "truth" if game.desk.lens == value else value


def _eyes(game: Game, _: str) -> None:
    desk = game.desk
    if desk.person() is None:
        desk.say(say("ui.pick_first"))
    else:
        desk.selected, desk.through = desk.person(), not desk.through
        begun(game)


def _all(game: Game, _: str) -> None:
    game.desk.show_all = not game.desk.show_all


def _legend(game: Game, _: str) -> None:
    game.desk.legend = not game.desk.legend


def _follow(game: Game, _: str) -> None:
    """Go along with the person meant, or stop it."""
    desk, camera_control = game.desk, game.camera_control
    desk.selected = desk.person()
    if camera_control.following:
        camera_control.following = False
    elif desk.selected is None:
        desk.say(say("ui.pick_first"))
    else:
        middle = person_middle(game.context, game.viewpoint, desk.selected)
        camera_control.follow((middle.x, middle.y), whole=game.minimap is None)


def _inspect(game: Game, _: str) -> None:
    if game.desk.dock == "inspector":
        game.desk.dock = ""
    else:
        game.desk.selected = game.desk.person()
        open_dock(game, "inspector")


def _why(game: Game, _: str) -> None:
    person = game.desk.hovered if game.desk.hovered is not None else game.desk.selected
    asked = game.desk.subject
    if game.desk.dock == "why" and (person is None or asked is None or asked.who == person):
        game.desk.dock = ""
    elif person is None:
        game.desk.say(say("ui.pick_first"))
    else:
        ask_why(game, Subject("person", person))


def _tie(game: Game, value: str) -> None:
    person = game.desk.person()
    if person is not None:
        ask_why(game, Subject("tie", person, int(value)))


def _dock(game: Game, value: str) -> None:
    if game.desk.dock == value:
        game.desk.dock = ""
    else:
        open_dock(game, value)


def _close(game: Game, _: str) -> None:
    """Let go of one thing: what is half done, then the panel, then the person, then the keyboard's mark."""
    desk = game.desk
    if desk.half is not None:
        desk.half = None
    elif desk.drawer:
        desk.drawer = False
    elif desk.dock:
        desk.dock = ""
    elif desk.through or desk.selected is not None:
        desk.through, desk.selected = False, None
    else:
        desk.focus.at = None


def _explain(game: Game, value: str) -> None:
    owner, _, name = value.partition(".")
    found = next(quantity for quantity in QUANTITIES if (quantity.owner, quantity.name) == (owner, name))
    game.desk.say(f"{found.title}: {found.line}")


def _setting(game: Game, value: str) -> None:
    game.prefer(toggled(game.desk.preferences, value))


def _turn(game: Game, value: str) -> None:
    name, _, by = value.partition(":")
    game.prefer(turned(game.desk.preferences, name, int(by), round(100 * game.style.scale)))


def _scroll(game: Game, value: str) -> None:
    game.desk.scroll = within(game.panes, game.desk.scroll + int(value) * STEP)


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
    "restart": _restart,
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
    "dock": _dock,
    "close": _close,
    "explain": _explain,
    "say": lambda game, value: game.desk.say(value),
    "setting": _setting,
    "turn": _turn,
    "sound": lambda game, _: _setting(game, "quiet"),
    "closer": lambda game, _: game.zoom(_ZOOM),
    "farther": lambda game, _: game.zoom(1 / _ZOOM),
    "fit": lambda game, _: game.fit(),
    "follow": _follow,
    "switch": lambda game, value: (do(game, switch(game.frame, value)), None)[1],
    "traits": lambda game, _: setattr(game.desk, "traits", not game.desk.traits),
    "scroll": _scroll,
    "page": lambda game, value: setattr(game.desk, "page", game.desk.page + int(value)),
    "level": lambda game, value: game.open(game.entries[int(value)].path),
    "fullscreen": lambda game, _: game.requests.append("fullscreen"),
    "picture": lambda game, _: game.requests.append("picture"),
    "quit": lambda game, _: game.requests.append("quit"),
}
"""What the word before the colon does."""


def perform(game: Game, act: str) -> None:
    """Carry out an action such as "pause" or "tool:hurt"."""
    verb, _, value = act.partition(":")
    ACTS[verb](game, value)
    game.dirty = True


def press_control(game: Game, name: str) -> None:
    """Press a control, if it can be pressed; a strip of time is dragged instead."""
    control = game.control(name)
    if control is not None and control.enabled and not control.span:
        perform(game, control.act)
