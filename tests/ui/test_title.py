"""The title: two inputs lead from the start into a level, and from a level to the title and back to the same moment."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.library import level_files, read_entries
from sandbox.scenario.load import load_level
from sandbox.ui.panels.registry import COMMON
from sandbox.ui.preferences import LADDERS, Preferences
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.show import PEOPLE
from sandbox.ui.scenes.title import Title
from sandbox.ui.scenes.title_menu import BUTTONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.conftest import Pilot

SIZES = ((730, 430), (800, 500), (700, 1000), (1280, 800), (1920, 1080))
LAST = level_files()[1]
ROWS = {person.id: row for row, person in enumerate(load_level(PEOPLE).people)}


def title_of(pilot: Pilot, last: str = LAST.stem) -> Title:
    """Begin at the title, over nothing; it was not drawn yet."""
    pilot.game.shell.last = last
    title = Title(pilot.game.shell, pilot.game.size, pilot.game.another)
    pilot.scenes = SceneStack(title)
    return title


def started(pilot: Pilot, last: str = LAST.stem) -> Title:
    """Begin at the title, over nothing; everything has happened that happens there by itself."""
    title = title_of(pilot, last)
    pilot.frames(2, seconds=5.0)
    return title


def level_of(pilot: Pilot) -> str | None:
    """Name the level that is played, if one is."""
    return None if pilot.scenes.top.session is None else pilot.scenes.top.session.level.id


def test_enter_plays_the_level_that_was_played_last(pilot: Pilot) -> None:
    started(pilot)
    pilot.key("return")
    assert level_of(pilot) == load_level(LAST).id
    assert pilot.game.shell.last == LAST.stem


def test_where_nothing_was_played_the_first_level_comes_first(pilot: Pilot) -> None:
    started(pilot, last="")
    assert pilot.control("title.play_on").text == "Play"
    pilot.key("return")
    assert level_of(pilot) == "click-someone"


@pytest.mark.parametrize("content", [None, b"{"])
def test_a_level_that_is_gone_or_broken_is_not_offered(pilot: Pilot, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "own.json").write_bytes(content)
    started(pilot, last=str(tmp_path / "own.json"))
    assert pilot.control("title.play_on").text == "Play"


def test_a_file_of_ones_own_is_played_on(pilot: Pilot, tmp_path: Path) -> None:
    own = tmp_path / "own.json"
    own.write_bytes(LAST.read_bytes())
    pilot.game.open(own)
    started(pilot, last=pilot.game.shell.last)
    pilot.key("return")
    assert level_of(pilot) == load_level(LAST).id


def test_another_level_takes_the_place_of_the_suspended_one(pilot: Pilot) -> None:
    pilot.key("ctrl+t")
    pilot.click("title.levels")
    pilot.click("level.2")
    pilot.click("levels.play")
    assert level_of(pilot) == load_level(level_files()[2]).id
    assert pilot.scenes.session is not pilot.game.session
    pilot.key("ctrl+t", "escape")
    assert level_of(pilot) == load_level(level_files()[2]).id


def test_the_sandbox_limits_nothing(pilot: Pilot) -> None:
    started(pilot)
    pilot.click("title.sandbox")
    session = pilot.scenes.top.session
    assert session is not None
    assert (session.level.tools, session.level.goal) == (None, None)


def test_a_broken_level_is_said_on_the_title(pilot: Pilot, tmp_path: Path) -> None:
    title = started(pilot)
    (tmp_path / "bad.json").write_bytes(b"{")
    before = pygame.image.tobytes(pilot.surface, "RGB")
    pilot.scenes.handle(pygame.Event(pygame.DROPFILE, file=str(tmp_path / "bad.json")))
    pilot.frames()
    assert "bad.json" in title.shell.toast
    assert pilot.scenes.top is title
    assert pygame.image.tobytes(pilot.surface, "RGB") != before


def test_a_dropped_level_is_played(pilot: Pilot) -> None:
    started(pilot)
    pilot.scenes.handle(pygame.Event(pygame.DROPFILE, file=str(level_files()[3])))
    assert level_of(pilot) == load_level(level_files()[3]).id


def test_arrows_and_tab_go_round_the_buttons_and_come_back(pilot: Pilot) -> None:
    title = started(pilot)
    names = [f"title.{name}" for name, _ in BUTTONS]
    assert pilot.ring() == names
    for forth, back in (("down", "up"), ("right", "left"), ("tab", "shift+tab")):
        seen = []
        for _ in names:
            seen.append(title.state.focus.at)
            pilot.key(forth)
        assert seen == names
        assert title.state.focus.at == names[0]
        pilot.key(back)
        assert title.state.focus.at == names[-1]
        pilot.key(forth)


def test_quitting_asks_nothing(pilot: Pilot) -> None:
    started(pilot)
    pilot.click("title.quit")
    assert pilot.game.shell.requests == ["quit"]


def test_keys_of_a_level_do_nothing_on_the_title(pilot: Pilot) -> None:
    title = started(pilot)
    pilot.key("z", "space", "r", "y", "i", "d", "8", "2", "home", "end", ".", "a", "f", "ctrl+t")
    assert pilot.scenes.top is title
    assert title.state.dock == ""


@pytest.mark.parametrize("dock", ["levels", "settings", "help"])
def test_the_panels_of_the_title_open_and_close(pilot: Pilot, dock: str) -> None:
    title = started(pilot)
    pilot.click(f"title.{dock}")
    assert title.state.dock == dock
    assert dock == "levels" or pilot.control(f"title.{dock}").on
    pilot.click("dock.close")
    assert title.state.dock == ""
    pilot.click(f"title.{dock}")
    pilot.key("escape")
    assert title.state.dock == ""
    assert pilot.scenes.top is title


def test_what_is_chosen_on_the_title_holds_in_the_game_under_it(pilot: Pilot) -> None:
    game = pilot.game
    before, stage = game.style, game.stage
    pilot.key("ctrl+t", "f2")
    pilot.click("setting.palette.more")
    pilot.click("setting.words.more")
    assert game.shell.preferences.palette == LADDERS["palette"][1]
    pilot.click("dock.close")
    pilot.key("escape")
    assert game.style.words > before.words
    assert game.stage is not stage
    pilot.game.prefer(Preferences())


def test_a_panel_that_is_taller_than_the_window_moves_under_the_wheel(sit_down: Callable[..., Pilot]) -> None:
    pilot = sit_down((800, 500))
    pilot.game.prefer(Preferences(scale=250))
    title = started(pilot)
    pilot.key("f2")
    pilot.move(title.context.dock.center)
    pilot.wheel(-2)
    assert title.state.scroll > 0


LIKES = [
    Preferences(scale=int(scale), words=words, projector=projector)
    for every, words, projector in ((1, 100, False), (3, 150, False), (3, 100, True))
    for scale in LADDERS["scale"][::every]
]
"""Every size of buttons, and some with the largest letters and on a projector"""


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_and_everything_can_be_reached(sit_down: Callable[..., Pilot], size: tuple[int, int]) -> None:
    pilot = sit_down(size)
    window = pygame.Rect((0, 0), size)
    title = title_of(pilot)
    title.state.entries = read_entries()
    for dock in ("", *COMMON):
        title.state.dock = dock
        for likes in LIKES:
            title.prefer(likes)
            panes = title.panes
            for one, other in combinations(panes, 2):
                assert not one.rect.colliderect(other.rect), (likes, one.name, other.name)
            for pane in panes:
                assert window.contains(pane.rect), (likes, pane.name)
                for one, other in combinations(pane.controls, 2):
                    assert not one.rect.colliderect(other.rect), (likes, one.name, other.name)
            if not dock:
                (paper,) = panes
                assert all(paper.rect.contains(control.rect) for control in paper.controls)
        pilot.frames()
