"""How the map is looked at, and what is asked about whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.session.seen.quantities import QUANTITIES
from sandbox.session.why.cards import Subject
from sandbox.ui import verbs
from sandbox.ui.commands.command import Command
from sandbox.ui.hud.hints import hint_of, raised
from sandbox.ui.hud.map_marks import person_middle
from sandbox.ui.tools.use_tool import begun

if TYPE_CHECKING:
    from sandbox.ui.game import Game

_ZOOM: Final = 1.25


def _lens(game: Game, lens: str) -> None:
    game.state.lens = "truth" if game.state.lens == lens else lens
    game.state.look_on()


def _eyes(game: Game) -> None:
    state = game.state
    state.look_on()
    if state.person() is None:
        state.picking = verbs.EYES()
    else:
        state.selected, state.through = state.person(), not state.through
        begun(game)


def _all(game: Game) -> None:
    game.state.show_all = not game.state.show_all


def _hold(game: Game, what: str) -> None:
    if what == "eyes" and what not in game.state.held:
        game.state.look_on()
        _see_through(game)
    game.state.held.add(what)


def _release(game: Game, what: str) -> None:
    game.state.held.discard(what)


def _see_through(game: Game) -> None:
    """Choose whose eyes to look through: whoever is under the mouse, is chosen, or is spoken of in the hint."""
    state = game.state
    state.watcher = state.selected if state.hovered is None else state.hovered
    if state.watcher is None:
        hint = hint_of(game.context)
        state.watcher = None if hint is None else hint.person
    if state.watcher is None:
        game.shell.show_toast(text_of("ui.pick_first"))
    else:
        begun(game)


def _legend(game: Game) -> None:
    game.shell.legend = not game.shell.legend


def _lenses(game: Game) -> None:
    game.state.unfold("lenses")


def _menu(game: Game) -> None:
    game.state.unfold("menu")


def _closer(game: Game) -> None:
    game.zoom(_ZOOM)


def _farther(game: Game) -> None:
    game.zoom(1 / _ZOOM)


def _zoom(game: Game, factor: float, x: float, y: float) -> None:
    game.zoom(factor, (x, y))


def _pan(game: Game, right: float, down: float) -> None:
    game.pan(right, down)


def _fit(game: Game) -> None:
    """Look at what happens again after the view was moved; else at the whole map."""
    if game.camera_control.moved:
        game.frame_story()
    else:
        game.fit()


def _look_at(game: Game, x: float, y: float) -> None:
    game.camera_control.look_at(game.session.level.map, (x, y), game.layout.map)


def _follow(game: Game) -> None:
    """Go along with the person meant, or stop it."""
    state, camera_control = game.state, game.camera_control
    state.selected = state.person()
    if camera_control.following:
        camera_control.following = False
    elif state.selected is None:
        state.look_on()
        state.picking = verbs.FOLLOW()
    else:
        middle = person_middle(game.context, game.viewpoint, state.selected)
        camera_control.follow((middle.x, middle.y), whole=game.minimap is None)


def _inspect(game: Game) -> None:
    if game.state.dock == "inspector":
        game.state.dock = ""
    else:
        game.state.selected = game.state.person()
        if game.state.selected is None:
            game.state.look_on()
        game.open_dock("inspector")


def _inspects(game: Game) -> bool:
    return game.state.dock == "inspector"


def _numbers(game: Game) -> None:
    game.state.numbers = not game.state.numbers


def _traits(game: Game) -> None:
    """Show what somebody is like, which is told in numbers, or hide it."""
    game.state.traits = not (game.state.traits and game.state.numbers)
    game.state.numbers = True


def _pair(game: Game, whom: int) -> None:
    game.state.pair = whom


def _how_much(game: Game, number: int) -> None:
    """Show the numbers of a card, or put them away."""
    state = game.state
    others = tuple(one for one in state.much if one != number)
    state.much = others if number in state.much else (*others, number)


def ask(game: Game, subject: Subject) -> None:
    """Open the cards on what was clicked; time stands still meanwhile, unless the player wants it otherwise."""
    state, learned = game.state, game.shell.learned
    state.subject = subject
    if "why" not in learned:
        learned.add("why")
        game.shell.requests.append("settings")
    state.cards, state.much = game.session.why(subject), ()
    game.open_dock("why")
    if game.shell.preferences.wait and not state.paused:
        state.paused, state.stands = True, True


def _ask_meter(game: Game, name: str) -> None:
    """Open the cards on who makes a meter up."""
    ask(game, Subject("meter", NOBODY, meter=name))


def _why(game: Game) -> None:
    person = game.state.hovered if game.state.hovered is not None else game.state.selected
    asked = game.state.subject
    if game.state.dock == "why" and (person is None or asked is None or asked.who == person):
        game.state.dock = ""
    elif person is None:
        game.state.look_on()
        game.state.picking = verbs.WHY()
    else:
        ask(game, raised(game.context, Subject("person", person)))


def _tie(game: Game, whom: int) -> None:
    person = game.state.person()
    if person is not None:
        ask(game, Subject("tie", person, whom))


def _explain(game: Game, owner: str, name: str) -> None:
    found = next(quantity for quantity in QUANTITIES if (quantity.owner, quantity.name) == (owner, name))
    game.shell.show_toast(f"{found.title}: {found.line}")


COMMANDS: Final = (
    Command(verbs.LENS, _lens),
    Command(verbs.EYES, _eyes),
    Command(verbs.ALL, _all),
    Command(verbs.HOLD, _hold, gesture="hold"),
    Command(verbs.RELEASE, _release, gesture="hold"),
    Command(verbs.LEGEND, _legend),
    Command(verbs.LENSES, _lenses),
    Command(verbs.MENU, _menu),
    Command(verbs.CLOSER, _closer, repeats=True),
    Command(verbs.FARTHER, _farther, repeats=True),
    Command(verbs.FIT, _fit),
    Command(verbs.FOLLOW, _follow),
    Command(verbs.ZOOM, _zoom, gesture="wheel"),
    Command(verbs.PAN, _pan, gesture="pan", repeats=True),
    Command(verbs.LOOK_AT, _look_at, gesture="minimap"),
    Command(verbs.INSPECT, _inspect),
    Command(verbs.NUMBERS, _numbers, when=_inspects),
    Command(verbs.TRAITS, _traits, when=_inspects),
    Command(verbs.PAIR, _pair, when=_inspects, gesture="press"),
    Command(verbs.HOW_MUCH, _how_much, gesture="press"),
    Command(verbs.WHY, _why),
    Command(verbs.ASK, ask, gesture="right_click"),
    Command(verbs.ASK_METER, _ask_meter, gesture="press"),
    Command(verbs.TIE, _tie, gesture="press"),
    Command(verbs.EXPLAIN, _explain, gesture="press"),
)
