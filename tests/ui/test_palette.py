"""The palette finds whatever can be done by a few letters, and does it, by keyboard alone or by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.ui import verbs
from sandbox.ui.kit.chords import parse
from sandbox.ui.preferences import Preferences
from sandbox.ui.scenes.palette import Palette
from sandbox.ui.scenes.title import Title

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Pilot


def opened(pilot: Pilot) -> Palette:
    """Open the palette."""
    pilot.key("ctrl+p")
    palette = pilot.scenes.top
    assert isinstance(palette, Palette)
    return palette


def written(pilot: Pilot, words: str) -> Palette:
    """Open the palette and write."""
    palette = opened(pilot)
    for sign in words:
        pilot.post(pygame.KEYDOWN, key=ord(sign), scancode=0, mod=0, unicode="")
        pilot.post(pygame.TEXTINPUT, text=sign)
        pilot.post(pygame.KEYUP, key=ord(sign), scancode=0, mod=0)
    pilot.frames()
    return palette


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ("heal", lambda game: game.state.tool == "heal"),
        ("blame", lambda game: game.state.lens == "blame"),
        ("world fares", lambda game: game.state.dock == "meters"),
        ("speed 4", lambda game: game.state.speed == 4),
        ("sympathy off", lambda game: game.frame.off == {"sympathy"}),
        ("less motion", lambda game: game.shell.preferences.calm),
        ("letters more", lambda game: game.shell.preferences.words == 115),
        ("quit", lambda game: "quit" in game.shell.requests),
        ("other keys", lambda game: game.state.dock == "keys"),
    ],
)
def test_a_few_letters_and_enter_do_it(pilot: Pilot, words: str, look: Callable[..., bool]) -> None:
    assert not look(pilot.game)
    written(pilot, words)
    pilot.key("return")
    assert pilot.scenes.top is pilot.game
    assert look(pilot.game)


def test_a_level_is_found_by_its_title(pilot: Pilot) -> None:
    written(pilot, "look away play")
    pilot.key("return")
    assert pilot.game.session.level.title == "The Look Away"


def test_the_palette_lies_over_the_title_too(pilot: Pilot) -> None:
    pilot.key("ctrl+t")
    title = pilot.scenes.top
    assert isinstance(title, Title)
    palette = opened(pilot)
    assert verbs.TOOL("hurt") not in [entry.invocation for entry in palette.all]
    assert verbs.PLAY_ON() in [entry.invocation for entry in palette.all]
    for sign in "colours, sizes":
        pilot.post(pygame.TEXTINPUT, text=sign)
    pilot.key("return")
    assert pilot.scenes.top is title
    assert title.state.dock == "settings"


def test_what_makes_no_sense_now_is_not_listed(pilot: Pilot) -> None:
    assert verbs.BEGIN() not in [entry.invocation for entry in opened(pilot).all]
    pilot.key("escape")
    pilot.game.state.selected = 0
    assert verbs.BEGIN() in [entry.invocation for entry in opened(pilot).all]


def test_letters_in_the_line_are_no_commands(pilot: Pilot) -> None:
    palette = written(pilot, "xcvrq 123,.- a")
    assert palette.field.text == "xcvrq 123,.- a"
    assert pilot.game.state.tool == "hurt"
    assert pilot.game.state.lens == "truth"
    assert pilot.game.state.paused
    assert not pilot.game.state.show_all
    pilot.hold("left alt", down=True)
    assert not pilot.game.state.held


def test_the_world_waits_while_the_palette_is_open(pilot: Pilot) -> None:
    pilot.game.state.paused = False
    opened(pilot)
    tick = pilot.game.session.tick
    pilot.frames(10)
    assert pilot.game.session.tick == tick
    pilot.key("escape")
    pilot.frames(10)
    assert pilot.game.session.tick > tick


def test_arrows_go_through_all_rows_and_show_them(pilot: Pilot) -> None:
    palette = opened(pilot)
    for step in range(len(palette.found) + 2):
        assert palette.chosen == min(step, len(palette.found) - 1)
        assert palette.first <= palette.chosen < palette.first + palette.rows
        pilot.tap("down")
    pilot.key("page up")
    assert palette.chosen == len(palette.found) - 1 - palette.rows
    for _ in palette.found:
        pilot.tap("up")
    assert palette.chosen == palette.first == 0


@pytest.mark.parametrize("key", ["escape", "ctrl+p"])
def test_it_is_left_without_doing_anything(pilot: Pilot, key: str) -> None:
    palette = written(pilot, "heal")
    pilot.key(key)
    assert pilot.scenes.top is pilot.game
    assert not palette.field.focused
    assert pilot.game.state.tool == "hurt"


def test_a_key_that_stays_down_neither_closes_nor_acts_again(pilot: Pilot) -> None:
    down = {"key": pygame.K_p, "scancode": pygame.KSCAN_P, "mod": pygame.KMOD_LCTRL}
    for _ in range(3):
        pilot.post(pygame.KEYDOWN, unicode="", **down)
    assert isinstance(pilot.scenes.top, Palette)
    pilot.post(pygame.KEYUP, **down)
    for sign in "heal":
        pilot.post(pygame.TEXTINPUT, text=sign)
    pilot.game.state.selected = 0
    for _ in range(3):
        pilot.post(pygame.KEYDOWN, key=pygame.K_RETURN, scancode=0, mod=0, unicode="")
    assert pilot.game.state.tool == "heal"
    assert not pilot.done


def test_the_mouse_runs_a_row_and_a_click_beside_closes(pilot: Pilot) -> None:
    palette = written(pilot, "heal")
    row = palette.line.move(0, palette.line.height + 20).center
    pilot.move(row)
    pilot.click(row)
    assert pilot.game.state.tool == "heal"
    palette = opened(pilot)
    pilot.click((5, 5))
    assert pilot.scenes.top is pilot.game


def test_the_wheel_moves_the_rows(pilot: Pilot) -> None:
    palette = opened(pilot)
    zoomed = pilot.game.camera
    pilot.wheel(-3)
    assert palette.first == 3
    pilot.wheel(9)
    assert palette.first == 0
    assert pilot.game.camera == zoomed


@pytest.mark.parametrize("mouse", [(5, 5), "row"])
def test_enter_runs_a_row_that_is_seen_after_the_wheel(pilot: Pilot, mouse: tuple[int, int] | str) -> None:
    palette = opened(pilot)
    third = palette._controls()[2].rect.center
    pilot.move(third if isinstance(mouse, str) else mouse)
    pilot.wheel(-8)
    assert palette.chosen == palette.first + (2 if mouse == "row" else 0)
    pilot.wheel(3)
    assert palette.first <= palette.chosen < palette.first + palette.rows


def test_nothing_found_is_said_and_enter_does_nothing(pilot: Pilot) -> None:
    palette = written(pilot, "xyzzy")
    assert palette.found == []
    pilot.key("return", "down", "up")
    assert pilot.scenes.top is palette


def test_it_shows_the_keys_as_they_are(pilot: Pilot) -> None:
    pilot.game.shell.keymap = pilot.game.shell.keymap.bound("tool.heal", parse("Ctrl+H"))
    heal = next(entry for entry in opened(pilot).all if entry.invocation == verbs.TOOL("heal"))
    assert heal.keys == "Ctrl+H"


@pytest.mark.parametrize(
    ("size", "preferences"),
    [
        ((500, 300), Preferences()),
        ((800, 500), Preferences(scale=250, words=150)),
        ((1280, 800), Preferences(words=150)),
        ((1920, 1080), Preferences(projector=True, words=150)),
        ((3840, 2160), Preferences(scale=75)),
    ],
)
def test_it_fits_into_every_window_at_every_scale(
    sit_down: Callable[..., Pilot], size: tuple[int, int], preferences: Preferences
) -> None:
    pilot = sit_down(size)
    pilot.game.prefer(preferences)
    palette = opened(pilot)
    window = pygame.Rect((0, 0), size)
    assert window.contains(palette.rect)
    assert palette.rows >= 3
    assert all(palette.rect.contains(control.rect) for control in palette._controls())
    if preferences.projector:
        assert palette.style.letters("body") >= 36


def test_it_follows_a_window_that_changes_its_size(pilot: Pilot) -> None:
    palette = opened(pilot)
    pilot.surface = pygame.display.set_mode((900, 600))
    pilot.scenes.resize((900, 600))
    pilot.frames()
    assert pygame.Rect(0, 0, 900, 600).contains(palette.rect)
