"""Panels open, close, fit every window and are reached by Tab."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.schema import Happening
from sandbox.session.seen.quantities import STREAM_QUANTITIES
from sandbox.ui import verbs
from sandbox.ui.kit.focus import MAP
from sandbox.ui.kit.widgets import control_at
from sandbox.ui.panels.drives import COLUMNS
from sandbox.ui.panels.frame import signed
from sandbox.ui.panels.tie_rows import in_words, tie_tip
from sandbox.ui.preferences import Preferences
from sandbox.ui.told.person_words import MOST, clause, largest
from tests.ui.conftest import LEVEL

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
SIZES = ((1024, 640), (1280, 800), (1920, 1080))
PANELS = {"i": "inspector", "y": "why", "8": "meters", "d": "theory", "l": "levels", "f1": "help"}


def _open(pilot: Pilot, key: str) -> None:
    pilot.click(BOB)
    pilot.game.step(30)
    pilot.game.state.selected = ANN
    pilot.move((2, 2))
    pilot.key(key)


@pytest.mark.parametrize(("key", "dock"), PANELS.items())
def test_a_key_opens_each_panel_and_escape_closes_it(pilot: Pilot, key: str, dock: str) -> None:
    _open(pilot, key)
    assert pilot.game.state.dock == dock
    pilot.key("escape")
    assert pilot.game.state.dock == ""
    assert pilot.game.state.selected == ANN
    pilot.key("escape")
    assert pilot.game.state.selected is None


@pytest.mark.parametrize("key", PANELS)
def test_tab_reaches_every_control_and_comes_round(pilot: Pilot, key: str) -> None:
    _open(pilot, key)
    names = pilot.ring()
    seen = []
    for _ in range(len(names) + 1):
        pilot.tap("tab")
        seen.append(pilot.game.state.focus.at)
    assert seen == [MAP, *names]
    pilot.key("shift+tab")
    assert pilot.game.state.focus.at == names[-2]


@pytest.mark.parametrize("size", SIZES)
def test_everything_lies_inside_the_window_and_nothing_overlaps(sit_down: type[Pilot], size: tuple[int, int]) -> None:
    pilot = sit_down(size)
    _open(pilot, "i")
    for key, dock in PANELS.items():
        if pilot.game.state.dock != dock:
            pilot.key(key)
        assert pilot.game.state.dock == dock
        _check_layout(pilot, key)
    pilot.key("escape", "escape", "k")
    _check_layout(pilot, "k")


def _check_layout(pilot: Pilot, key: str) -> None:
    """Check that all lies inside the window, and over nothing else."""
    panes = pilot.game.panes
    for pane in panes:
        assert pilot.game.layout.window.contains(pane.rect), (key, pane.name)
        for control in pane.controls:
            assert pane.rect.inflate(4, 4).contains(control.rect), (key, control.name)
    for one, other in combinations(panes, 2):
        assert not one.rect.colliderect(other.rect), (key, one.name, other.name)
    controls = [control for pane in panes for control in pane.controls]
    for one, other in combinations(controls, 2):
        assert not one.rect.inflate(-2, -2).colliderect(other.rect.inflate(-2, -2)), (key, one.name, other.name)


def test_a_window_that_changes_its_size_is_laid_out_anew(pilot: Pilot) -> None:
    for size in SIZES:
        pilot.game.resize(size)
        assert pilot.game.layout.window.size == size
        assert all(pilot.game.layout.window.contains(pane.rect) for pane in pilot.game.panes)


def test_every_drive_has_a_switch_that_is_a_command(pilot: Pilot) -> None:
    pilot.key("d")
    pilot.click("theory.switches")
    for drive in DRIVES:
        pilot.click(f"drive.{drive}")
    assert pilot.game.frame.off == frozenset(DRIVES)
    pilot.tab_to("drive.sympathy")
    pilot.key("return")
    assert "sympathy" not in pilot.game.frame.off
    assert {command.do for command in pilot.done} == {"switch"}


def test_whatever_is_switched_off_stands_over_the_map_until_it_is_on_again(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def say(_surface: object, _style: object, words: str, *_: object, **__: object) -> pygame.Rect:
        said.append(words)
        return pygame.Rect(0, 0, 0, 0)

    monkeypatch.setattr("sandbox.ui.hud.toasts.label", say)
    for drive in ("envy", "sympathy"):
        pilot.game.perform(verbs.SWITCH(drive))
    pilot.key("r")
    pilot.frames()
    assert "Switched off: Sympathy, Envy (D)" in said
    for drive in ("envy", "sympathy"):
        pilot.game.perform(verbs.SWITCH(drive))
    said.clear()
    pilot.frames()
    assert not [words for words in said if "Switched off" in words]


def test_every_drive_stands_in_one_group() -> None:
    listed = [drive for column in COLUMNS for _, names in column for drive in names]
    assert sorted(listed) == sorted(DRIVES)


def test_the_inspector_explains_and_leads_on(pilot: Pilot) -> None:
    _open(pilot, "i")
    pilot.click("inspector.numbers")
    pilot.click("person.felt")
    assert "inside" in pilot.game.shell.toast
    pilot.click("inspector.traits")
    assert pilot.control("trait.sympathy")
    pilot.click("inspector.traits")
    pilot.click("inspector.numbers")
    pilot.click(f"tie.{BOB}")
    assert pilot.game.state.subject is not None
    assert pilot.game.state.subject.kind == "tie"


def test_the_inspectors_numbers_begin_with_what_moves_somebody_most_and_fold_the_rest_away(pilot: Pilot) -> None:
    pilot.game.session.do(Happening(do="hurt", who="bob"))
    pilot.game.step(30)
    _open(pilot, "i")
    pilot.click("inspector.numbers")
    reward = pilot.game.frame.people.reward[ANN]
    found = largest(pilot.game.frame, ANN)
    assert 0 < len(found) <= MOST
    assert found[0].value == pytest.approx(reward[np.abs(reward).argmax()], abs=1e-3)
    assert clause(pilot.game.context, ANN, found[0]) == "hurts with Bob"
    titles = {one.name: one.title for one in STREAM_QUANTITIES}
    lines = [pilot.control(f"feeling.{place}").tip for place in range(len(found))]
    assert [tip.partition(":")[0] for tip in lines] == [f"{titles[one.stream]} {signed(one.value)}" for one in found]
    assert pilot.game.control("stream.sympathy") is None
    pilot.click("inspector.traits")
    assert pilot.control("stream.sympathy")
    assert in_words(pilot.game.context, ANN, BOB) == "a friend, a person, matters, seems to suffer"


def test_a_tie_says_what_its_bars_leave_out(sit_down: Callable[..., Pilot]) -> None:
    known = b'"affinity": 0.8, "importance": 0.9, "love": 0.4, "trust": 0.3, "answers": 0.5'
    pilot = sit_down(level=LEVEL.replace(b'"affinity": 0.8, "importance": 0.9', known))
    for row, tip in (
        (BOB, "(love 0.40, trust 0.30, comes when one suffers, beyond what was expected 0.50)"),
        (CY, "Click: why?"),
    ):
        assert tie_tip(pilot.game.context, ANN, row).endswith(tip)


def test_arrows_go_from_person_to_person(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.key("tab", "right")
    assert pilot.game.state.selected == BOB
    pilot.key("right", "right")
    assert pilot.game.state.selected == CY
    pilot.key("left")
    assert pilot.game.state.selected == BOB


def test_e_shows_through_her_eyes_only_while_it_is_held(pilot: Pilot) -> None:
    pilot.game.state.selected = ANN
    pilot.hold("e", down=True)
    assert pilot.game.viewpoint.eyes == ANN
    pilot.hold("e", down=False)
    assert pilot.game.viewpoint.eyes is None
    pilot.choose("look.eyes")
    assert pilot.game.viewpoint.eyes == ANN
    pilot.key("shift+e")
    assert pilot.game.viewpoint.eyes is None


def test_a_lens_is_put_on_and_off(pilot: Pilot) -> None:
    pilot.key("4")
    assert pilot.game.viewpoint.lens == "friends"
    pilot.choose("look.friends")
    assert pilot.game.viewpoint.lens == "truth"


def test_the_wheel_zooms_and_home_shows_everything(pilot: Pilot) -> None:
    before = pilot.game.camera
    pilot.move(pilot.where(BOB))
    pilot.scenes.handle(pygame.Event(pygame.MOUSEWHEEL, x=0, y=3))
    assert pilot.game.camera.scale > before.scale
    pilot.drag((600, 300), (650, 330), button=2)
    pilot.key("home")
    assert pilot.game.camera == before


def test_enter_on_a_button_that_has_just_gone_grey_does_nothing(pilot: Pilot) -> None:
    pilot.key("f2")
    pilot.tab_to("setting.words.more")
    pilot.key(*["return"] * 5)
    assert pilot.game.shell.preferences.words == 150
    assert pilot.game.state.focus.at == "setting.words.more"
    assert pilot.done == ()
    pilot.key("tab")
    assert pilot.game.control(pilot.game.state.focus.at) is not None


def test_what_reaches_beyond_a_panel_takes_no_clicks_from_what_lies_there(pilot: Pilot) -> None:
    pilot.game.prefer(Preferences(words=150))
    pilot.click(BOB)
    pilot.game.step(60)
    pilot.click(ANN, button=3)
    for control in pilot.game.controls:
        if control.name.startswith(("look.", "menu.")):
            found = control_at(pilot.game.panes, pygame.Vector2(control.rect.center))
            assert found is not None
            assert found.name == control.name


def test_all_cards_can_be_read_however_long_they_are(sit_down: type[Pilot]) -> None:
    pilot = sit_down((1920, 1080))
    pilot.game.prefer(Preferences(scale=250, words=150))
    pilot.click(BOB)
    pilot.game.step(60)
    pilot.click(ANN, button=3)
    cards = [control.name for control in pilot.game.controls if control.name.startswith("card.")]
    assert len(cards) >= 2
    for _ in range(20):
        pilot.click("scroll.down")
    pane = next(pane for pane in pilot.game.panes if pane.name == "why")
    assert pane.rect.bottom >= pilot.control(cards[-1]).rect.bottom
    assert not pilot.control("scroll.down").enabled
    pilot.click(BOB, button=3)
    assert pilot.game.state.scroll == 0


def test_larger_letters_leave_the_view_where_it_is(pilot: Pilot) -> None:
    pilot.key("pageup")
    near = pilot.game.camera
    pilot.game.prefer(Preferences(words=150))
    pilot.frames()
    assert pilot.game.camera == near


def test_a_row_of_ways_lies_beside_the_foot_of_a_panel_and_not_on_it(sit_down: Callable[..., Pilot]) -> None:
    pilot = sit_down((1920, 1080))
    pilot.game.prefer(Preferences(scale=250))
    pilot.key("k", "f1")
    assert {"ways", "scroll"} <= {pane.name for pane in pilot.game.panes}
    for one, other in combinations(pilot.game.panes, 2):
        assert not one.rect.colliderect(other.rect), (one.name, other.name)
