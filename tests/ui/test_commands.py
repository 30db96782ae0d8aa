"""Everything that a player can do is a command: by key, by mouse, by name, on any keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame
import pytest

from sandbox.scenario.language import text_of
from sandbox.scenario.library import find_level
from sandbox.ui import verbs
from sandbox.ui.bindings import BINDINGS, BY_ID, FIXED, FIXED_KEYS, GESTURES, USUAL_KEYS, label_of
from sandbox.ui.commands.table import EVERYWHERE, OWN, command_of, possible, title
from sandbox.ui.input.keymap import usual_keymap
from sandbox.ui.kit.chords import parse
from sandbox.ui.kit.invocation import Verb
from sandbox.ui.kit.layout import TOOLS
from sandbox.ui.panels.help import COLUMNS, rows
from sandbox.ui.tools.spare import MORE

if TYPE_CHECKING:
    from sandbox.ui.commands.table import AnyCommand
    from sandbox.ui.kit.invocation import Invocation
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
ALL: list[AnyCommand] = [*EVERYWHERE.values(), *(command for own in OWN.values() for command in own.values())]
BEFORE: Final = {
    "tool.look": "H Q", "tool.hurt": "Z", "tool.heal": "X", "tool.praise": "C", "tool.insult": "V", "tool.gift": "B",
    "tool.news": "N", "tool.move": "W", "tool.triumph": "U", "tool.drops": "S", "tool.order": "O", "tool.propose": "P",
    "tool.cue": "K", "tool.badge": "G", "more": "T", "act": "Enter", "begin": "Shift+Enter", "pause": "Space",
    "step": ".", "back": ",", "slower": "-", "faster": "= +", "now": "End", "restart": "R", "inspect": "I", "why": "Y",
    "eyes": "Shift+E", "all": "A", "legend": "J", "lens.truth": "1", "lens.felt": "2", "lens.attention": "3",
    "lens.friends": "4", "lens.blame": "5", "lens.personhood": "6", "lens.beliefs": "7", "closer": "PageUp",
    "farther": "PageDown", "fit": "Home", "follow": "F", "dock.meters": "8", "dock.theory": "D F3", "dock.levels": "L",
    "dock.help": "F1", "dock.settings": "F2", "sound": "M", "fullscreen": "F11", "picture": "F12", "title": "Ctrl+T",
    "quit": "Ctrl+Q", "hold.eyes": "E", "hold.all": "Alt",
}  # fmt: skip
"""The keys that players have learned."""
TOGGLES: Final = {verbs.HOLD("eyes"): verbs.EYES(), verbs.HOLD("all"): verbs.ALL()}
"""What does the same as a held key, for hands that cannot hold one."""


def press(pilot: Pilot, sign: str, place: str, mod: int = 0, *, up: bool = True) -> None:
    """Press the key at a place of an American keyboard that has a sign on it."""
    details = {"key": ord(sign) if sign else 0, "scancode": getattr(pygame, f"KSCAN_{place}"), "mod": mod}
    pilot.post(pygame.KEYDOWN, unicode="", **details)
    if up:
        pilot.post(pygame.KEYUP, **details)
    pilot.frames()


def known(invocation: Invocation) -> AnyCommand:
    """Return the command of an invocation, in whichever scene."""
    return next(command for command in ALL if command.verb.name == invocation.command)


@pytest.mark.parametrize("name", BEFORE)
def test_all_keys_do_what_they_did(name: str) -> None:
    assert BY_ID[name].keys == tuple(BEFORE[name].split())


def test_no_key_does_two_things() -> None:
    keys = [parse(key) for binding in BINDINGS for key in binding.keys]
    assert len(keys) == len(set(keys))
    assert set(keys) & FIXED.keys() == {parse("Enter")}, "Enter is free where no control has the keyboard."


def test_every_verb_has_a_command_and_every_command_a_verb() -> None:
    named = {verb.name for verb in vars(verbs).values() if isinstance(verb, Verb)} | {"scroll"}
    assert {command.verb.name for command in ALL} == named


def test_everything_with_keys_is_a_command() -> None:
    for invocation in (*(binding.invocation for binding in BINDINGS), *FIXED.values(), *TOGGLES.values()):
        assert known(invocation)


def test_every_command_can_be_found_by_name_or_is_told_as_a_gesture(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=find_level("110").read_bytes())
    pilot.game.step(9)
    pilot.key(",")
    pilot.game.perform(verbs.TOUCH(ANN))
    pilot.key("k", "l")
    pilot.game.state.selected, pilot.game.state.dock = ANN, "inspector"
    pilot.game.shell.keymap = USUAL_KEYS.bound("pause", parse("F9"))
    found = {one.command for one in possible(pilot.game)} | {"play_on", "sandbox"}
    found |= {"rewind", "next", "without", "copy"}  # Once a game is decided: see test_ending and test_sharing.
    found |= {"share", "pictures"}  # Where pictures have a place: see test_sharing.
    found |= {"difficulty"}  # In a level that has some: see test_difficulty.
    listed = dict(row for groups in COLUMNS for row in rows(USUAL_KEYS, groups))
    for command in ALL:
        if command.gesture in {*GESTURES, *FIXED_KEYS}:
            assert text_of(f"ui.gesture.{command.gesture}") in listed
        elif command.gesture:
            assert command.gesture == "hold"
        else:
            assert command.verb.name in found, command.verb


def test_nothing_that_works_while_it_is_held_lacks_a_toggle_with_a_key() -> None:
    held = [binding.invocation for binding in BINDINGS if binding.invocation.command == verbs.HOLD.name]
    assert held == list(TOGGLES)
    for toggle in TOGGLES.values():
        assert BY_ID[toggle.id].keys
        assert not known(toggle).gesture


@pytest.mark.parametrize(("held", "key"), [("eyes", "e"), ("all", "left alt")])
def test_a_held_key_works_as_long_as_it_is_held(pilot: Pilot, held: str, key: str) -> None:
    pilot.move(pilot.where(BOB))
    pilot.hold(key, down=True)
    assert held in pilot.game.state.held
    pilot.hold(key, down=False)
    assert held not in pilot.game.state.held


def test_what_is_held_ends_when_the_window_loses_the_keyboard(pilot: Pilot) -> None:
    pilot.move(pilot.where(BOB))
    pilot.hold("e", down=True)
    pilot.post(pygame.WINDOWFOCUSLOST)
    assert not pilot.game.state.held
    pilot.key("e")
    assert not pilot.game.state.held


@pytest.mark.parametrize(
    ("sign", "place", "tool"),
    [
        ("ч", "X", "heal"),
        ("\u0441", "C", "praise"),
        ("м", "V", "insult"),
        ("и", "B", "gift"),
        ("χ", "X", "heal"),
        ("ψ", "C", "praise"),
    ],
)
def test_russian_and_greek_keyboards_take_tools_by_place(pilot: Pilot, sign: str, place: str, tool: str) -> None:
    press(pilot, sign, place)
    assert pilot.game.state.tool == tool


def test_a_russian_keyboard_looks_through_eyes_and_restarts(pilot: Pilot) -> None:
    pilot.move(pilot.where(BOB))
    press(pilot, "\u0443", "E", up=False)
    assert pilot.game.state.eyes() == BOB
    pilot.post(pygame.KEYUP, key=ord("\u0443"), scancode=pygame.KSCAN_E, mod=0)
    assert pilot.game.state.eyes() is None
    pilot.game.step(5)
    press(pilot, "\u043a", "R")
    assert pilot.game.session.tick == 0


def test_a_french_keyboard_has_its_letters_and_all_digits(pilot: Pilot) -> None:
    press(pilot, "w", "Z")
    assert pilot.game.state.tool == "move"
    for sign, place, lens in (('"', "3", "attention"), ("(", "5", "blame"), ("-", "6", "personhood")):
        press(pilot, sign, place)
        assert pilot.game.state.lens == lens
    press(pilot, "\u00e9", "2", pygame.KMOD_LSHIFT)
    assert pilot.game.state.lens == "felt"


@pytest.mark.parametrize(
    "mod",
    [
        pygame.KMOD_MODE,
        pygame.KMOD_RALT,
        pygame.KMOD_LALT,
        pygame.KMOD_LCTRL | pygame.KMOD_RALT,
        pygame.KMOD_LGUI,
        pygame.KMOD_RGUI,
    ],
)
def test_a_key_with_a_modifier_of_another_kind_fires_nothing(pilot: Pilot, mod: int) -> None:
    for sign in "qrzxpyt135":
        press(pilot, sign, sign.upper(), mod)
        press(pilot, sign, sign.upper(), mod | pygame.KMOD_LSHIFT)
    assert pilot.game.state.tool == "hurt"
    assert pilot.game.state.lens == "truth"
    assert not pilot.game.shell.requests
    assert pilot.scenes.top is pilot.game


def test_caps_lock_and_num_lock_change_nothing(pilot: Pilot) -> None:
    press(pilot, "x", "X", pygame.KMOD_CAPS | pygame.KMOD_NUM)
    assert pilot.game.state.tool == "heal"


def test_a_key_that_stays_down_toggles_once_but_steps_on(pilot: Pilot) -> None:
    for _ in range(3):
        pilot.post(pygame.KEYDOWN, key=pygame.K_a, scancode=0, mod=0, unicode="")
    assert pilot.game.state.show_all
    for _ in range(3):
        pilot.post(pygame.KEYDOWN, key=pygame.K_PERIOD, scancode=0, mod=0, unicode="")
    assert pilot.game.session.tick == 3


def test_a_key_does_nothing_where_its_command_makes_no_sense(pilot: Pilot) -> None:
    pilot.key("h", "shift+return")
    assert pilot.game.state.half is None
    assert command_of(pilot.game, verbs.TRAITS()) is None
    pilot.game.perform(verbs.TRAITS())
    assert not pilot.game.state.traits


def test_clicks_and_drags_on_the_map_are_commands(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[Invocation] = []
    perform = type(pilot.game).perform
    monkeypatch.setattr(
        type(pilot.game), "perform", lambda game, invocation: (done.append(invocation), perform(game, invocation))[1]
    )
    pilot.click(BOB)
    pilot.drag(pilot.where(ANN), pilot.where(CY))
    pilot.click(CY, button=3)
    pilot.move(pilot.where(BOB))
    pilot.wheel(2)
    ground = pilot.game.layout.map
    pilot.begin_drag((ground.left + 40, ground.bottom - 60), (ground.left + 90, ground.bottom - 60))
    pilot.move((ground.left + 99, ground.bottom - 60))
    pilot.end_drag((ground.left + 99, ground.bottom - 60))
    pilot.click((ground.left + 40, ground.bottom - 60))
    assert {verbs.TOUCH(BOB), verbs.DRAG_FROM(ANN), verbs.TOUCH(CY)} <= set(done)
    assert CY in [one.arguments[0].who for one in done if one.command == verbs.ASK.name]
    assert {"zoom", "ground", "pan"} <= {one.command for one in done}


def test_a_control_carries_what_it_does_as_a_value(pilot: Pilot) -> None:
    assert pilot.control("tool.heal").act == verbs.TOOL("heal")
    assert pilot.control("tool.heal").act != verbs.TOOL("hurt")
    assert len({verbs.TURN("scale", 1), verbs.TURN("scale", 1), verbs.TURN("scale", -1)}) == 2


def test_a_happening_without_a_key_is_a_tool_all_the_same(pilot: Pilot) -> None:
    keymap = usual_keymap({binding.id: () for binding in BINDINGS})
    pilot.game.shell.keymap = keymap
    pilot.frames()
    assert pilot.control("tool.heal").keys == ""
    assert verbs.TOOL("heal") in possible(pilot.game)
    assert {verbs.TOOL(tool).id for tool in (*TOOLS, *MORE)} <= BY_ID.keys()


def test_a_tool_without_words_of_its_own_is_called_as_its_happening_is() -> None:
    assert label_of(verbs.TOOL("gift")) == text_of("ui.action.tool.gift")
    assert label_of(verbs.TOOL("switch")) == text_of("happening.switch.name")


def test_everything_possible_has_a_name_of_its_own(pilot: Pilot) -> None:
    pilot.key("f1", "k")
    names = [title(pilot.game, one) for one in possible(pilot.game)]
    assert all(names)
    assert len(names) == len(set(names))


def test_a_key_comes_up_where_it_went_down_whatever_it_is_called_by_then(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.post(pygame.KEYDOWN, key=pygame.K_e, scancode=pygame.KSCAN_E, mod=0, unicode="")
    assert pilot.game.viewpoint.eyes == ANN
    pilot.post(pygame.KEYUP, key=ord("\u0443"), scancode=pygame.KSCAN_E, mod=0)
    assert pilot.game.viewpoint.eyes is None
    pilot.post(pygame.KEYDOWN, key=pygame.K_e, scancode=pygame.KSCAN_E, mod=0, unicode="")
    assert pilot.game.viewpoint.eyes == ANN
