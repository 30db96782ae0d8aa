"""Players choose their own keys: by keyboard or mouse, with conflicts shown, and with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.ui import verbs
from sandbox.ui.bindings import USUAL_KEYS
from sandbox.ui.kit.chords import parse
from sandbox.ui.panels.help import COLUMNS, rows

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot


def keys_of(pilot: Pilot, name: str) -> list[str]:
    """Write the keys of a command."""
    return [str(chord) for chord in pilot.game.shell.keymap.keys(name)]


@pytest.fixture
def panel(pilot: Pilot) -> Pilot:
    """Return a pilot before the panel of keys."""
    pilot.key("f2")
    pilot.tab_to("setting.keys")
    pilot.key("return")
    assert pilot.game.state.dock == "keys"
    return pilot


def test_a_press_and_then_a_key_change_it_at_once_and_for_good(panel: Pilot) -> None:
    panel.click("keys.tool.heal")
    assert panel.control("keys.tool.heal").on
    panel.key("f5")
    assert keys_of(panel, "tool.heal") == ["F5"]
    assert "settings" in panel.game.shell.requests
    assert panel.control("tool.heal").keys == "F5"
    assert panel.control("keys.tool.heal").keys == "F5"
    panel.key("x")
    assert panel.game.state.tool == "hurt"
    panel.key("f5")
    assert panel.game.state.tool == "heal"


def test_the_keyboard_alone_does_it(panel: Pilot) -> None:
    panel.tab_to("keys.pause")
    panel.key("return", "ctrl+shift+b")
    assert keys_of(panel, "pause") == ["Ctrl+Shift+B"]


def test_a_key_that_is_waited_for_does_nothing_else(panel: Pilot) -> None:
    panel.click("keys.pause")
    before = panel.game.state.paused, panel.game.state.tool
    panel.key("f9")
    assert (panel.game.state.paused, panel.game.state.tool) == before


def test_a_key_of_another_command_is_asked_about(panel: Pilot) -> None:
    panel.click("keys.tool.heal")
    panel.key("c")
    assert keys_of(panel, "tool.heal") == ["X"]
    assert {"keys.replace", "keys.swap", "keys.cancel"} <= set(panel.ring())
    assert panel.control("keys.tool.heal").keys == "C"


@pytest.mark.parametrize("waiting", ["tool.thank", "hold.all"])
def test_the_question_comes_into_view(panel: Pilot, waiting: str) -> None:
    panel.tab_to(f"keys.{waiting}")
    panel.key("return", "c")
    answers = [panel.control(f"keys.{name}").rect for name in ("replace", "swap", "cancel")]
    seen = next(pane.rect for pane in panel.game.panes if pane.name == "keys")
    assert all(seen.contains(rect) for rect in answers)


def test_nothing_lies_over_the_question(panel: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    tips: list[str] = []
    monkeypatch.setattr(
        "sandbox.ui.hud.toasts.draw_tip", lambda _surface, _context, _panes, control: tips.append(control.tip)
    )
    panel.click("keys.tool.heal")
    panel.key("c")
    panel.move(panel.control("keys.tool.heal").rect.center)
    tips.clear()
    panel.frames()
    assert tips == [""]


def test_a_long_name_of_a_key_covers_no_picture(panel: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr("sandbox.ui.kit.looks.write", lambda _surface, _style, text, *_: written.append(text))
    keymap = USUAL_KEYS.bound("tool.heal", parse("Ctrl+Shift+F5"))
    panel.game.shell.keymap = keymap.bound("tool.hurt", parse("F12"))
    panel.key("escape")
    panel.see()
    assert "F12" in written
    assert "Ctrl+Shift+F5" not in written
    assert panel.control("tool.heal").keys == "Ctrl+Shift+F5"


def test_a_key_can_be_taken_from_another_command(panel: Pilot) -> None:
    panel.click("keys.tool.heal")
    panel.key("c")
    panel.click("keys.replace")
    assert (keys_of(panel, "tool.heal"), keys_of(panel, "tool.praise")) == (["C"], [])
    assert panel.control("tool.praise").keys == ""


def test_keys_can_be_swapped(panel: Pilot) -> None:
    panel.click("keys.tool.heal")
    panel.key("c")
    panel.tab_to("keys.swap")
    panel.key("return")
    assert (keys_of(panel, "tool.heal"), keys_of(panel, "tool.praise")) == (["C"], ["X"])


@pytest.mark.parametrize("way", ["escape", "button", "row"])
def test_it_can_be_left_as_it_is(panel: Pilot, way: str) -> None:
    panel.click("keys.tool.heal")
    if way != "row":
        panel.key("c")
    if way == "escape":
        panel.key("escape")
    else:
        panel.click("keys.cancel" if way == "button" else "keys.tool.heal")
    assert panel.game.state.dock == "keys"
    assert panel.game.state.rebinding is None
    assert panel.game.shell.keymap == USUAL_KEYS


@pytest.mark.parametrize("key", ["tab", "left", "ctrl+right", "return"])
def test_keys_that_reach_everything_stay_what_they_are(panel: Pilot, key: str) -> None:
    panel.click("keys.tool.heal")
    panel.key(key)
    assert panel.game.shell.keymap == USUAL_KEYS
    assert "stays what it is" in panel.game.shell.toast
    panel.key("f5")
    assert keys_of(panel, "tool.heal") == ["F5"]


def test_a_modifier_alone_is_waited_through_but_alt_is_a_key(panel: Pilot) -> None:
    panel.game.perform(verbs.CAPTURE("hold.all"))
    panel.post(pygame.KEYDOWN, key=pygame.K_LSHIFT, scancode=pygame.KSCAN_LSHIFT, mod=pygame.KMOD_LSHIFT, unicode="")
    panel.post(pygame.KEYUP, key=pygame.K_LSHIFT, scancode=pygame.KSCAN_LSHIFT, mod=0)
    panel.key("f8")
    assert keys_of(panel, "hold.all") == ["F8"]
    panel.game.perform(verbs.CAPTURE("hold.all"))
    panel.key("left alt")
    assert keys_of(panel, "hold.all") == ["Alt"]
    panel.click("keys.tool.heal")
    panel.post(pygame.KEYDOWN, key=pygame.K_LALT, scancode=pygame.KSCAN_LALT, mod=pygame.KMOD_LALT, unicode="")
    panel.key("alt+h")
    panel.post(pygame.KEYUP, key=pygame.K_LALT, scancode=pygame.KSCAN_LALT, mod=0)
    assert keys_of(panel, "tool.heal") == ["Alt+H"]


def test_a_key_held_on_after_it_was_given_does_not_act(panel: Pilot) -> None:
    panel.click("keys.tool.heal")
    for _ in range(3):
        panel.post(pygame.KEYDOWN, key=pygame.K_F5, scancode=0, mod=0, unicode="")
    assert panel.game.state.tool == "hurt"


def test_a_russian_key_is_known_by_its_place(panel: Pilot) -> None:
    panel.click("keys.tool.heal")
    panel.post(pygame.KEYDOWN, key=ord("\u0441"), scancode=pygame.KSCAN_C, mod=0, unicode="")
    waiting = panel.game.state.rebinding
    assert waiting is not None
    assert (waiting.chord, waiting.other) == (parse("C"), "tool.praise")


def test_one_key_comes_back_by_its_arrow_and_takes_itself_from_whoever_has_it(panel: Pilot) -> None:
    assert panel.game.control("keys.tool.heal.reset") is None
    panel.game.shell.keymap = USUAL_KEYS.bound("tool.heal", parse("F5")).bound("pause", parse("X"))
    panel.click("keys.tool.heal.reset")
    assert keys_of(panel, "tool.heal") == ["X"]
    assert keys_of(panel, "pause") == []
    assert "Pause" in panel.game.shell.toast


def test_all_keys_come_back_at_once(panel: Pilot) -> None:
    assert not panel.control("keys.reset_all").enabled
    panel.game.shell.keymap = USUAL_KEYS.bound("pause", parse("P"))
    panel.click("keys.reset_all")
    assert panel.game.shell.keymap == USUAL_KEYS


def test_help_tips_and_settings_show_the_keys_as_they_are(pilot: Pilot) -> None:
    keymap = USUAL_KEYS
    for name, key in (("pause", "F5"), ("sound", "F6"), ("lens.felt", "F7"), ("slower", "F8"), ("dock.meters", "F9")):
        keymap = keymap.bound(name, parse(key))
    pilot.game.shell.keymap = keymap
    assert "(F5)" in pilot.control("time.pause").tip
    pilot.unfold("menu")
    assert pilot.control("menu.sound").keys == "F6"
    pilot.unfold("menu")
    pilot.unfold("look")
    assert pilot.control("look.felt").keys == "F7"
    pilot.unfold("look")
    assert "F8" in pilot.control("time.speed2.0").tip
    assert "(F9)" in pilot.control("head.meters").tip
    pilot.key("f2")
    assert pilot.control("setting.loudness.less").tip.count("F6") == 1
    listed = [keys for groups in COLUMNS for keys, _ in rows(keymap, groups)]
    assert {"F5", "F6", "F7", "F8", "F9"} <= set(listed)


def test_a_command_without_a_key_shows_none(pilot: Pilot) -> None:
    pilot.game.shell.keymap = USUAL_KEYS.bound("pause")
    assert "(" not in pilot.control("time.pause").tip
    pilot.key("space")
    assert pilot.game.state.paused


def test_leaving_the_panel_forgets_what_was_waited_for(panel: Pilot) -> None:
    panel.click("keys.tool.heal")
    panel.choose("menu.drives")
    panel.key("c")
    assert panel.game.state.tool == "praise"
    panel.game.perform(verbs.DOCK("keys"))
    assert panel.game.state.rebinding is None
