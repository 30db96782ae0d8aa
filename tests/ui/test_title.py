"""The title: two inputs lead from the start into a level, and from a level to the title and back to the same moment."""

from __future__ import annotations

from itertools import combinations
from math import atan2, cos, pi
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.scenario.format import encode
from sandbox.scenario.library import level_files, read_entries
from sandbox.scenario.load import load_level
from sandbox.ui.panels.registry import COMMON
from sandbox.ui.preferences import LADDERS, Preferences
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.gathering import AVERT, AVERTS, BORED, CRIES, GLANCE, GLANCES, LAMP, WHOLE, WORDS
from sandbox.ui.scenes.show import PEOPLE
from sandbox.ui.scenes.title import Title
from sandbox.ui.scenes.title_menu import BUTTONS
from sandbox.view.canvas.palette import NIGHT
from sandbox.view.people.bodies import height_of

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


def test_where_nothing_was_played_the_levels_come_first(pilot: Pilot) -> None:
    started(pilot, last="")
    assert "title.play_on" not in pilot.ring()
    pilot.key("return")
    assert pilot.screen.state.dock == "levels"


@pytest.mark.parametrize("content", [None, b"{"])
def test_a_level_that_is_gone_or_broken_is_not_offered(pilot: Pilot, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "own.json").write_bytes(content)
    started(pilot, last=str(tmp_path / "own.json"))
    assert "title.play_on" not in pilot.ring()


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
    assert pilot.control(f"title.{dock}").on
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


@pytest.mark.parametrize("dock", ["", *COMMON])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_and_everything_can_be_reached(
    sit_down: Callable[..., Pilot], size: tuple[int, int], dock: str
) -> None:
    pilot = sit_down(size)
    window = pygame.Rect((0, 0), size)
    title = title_of(pilot)
    title.state.entries = read_entries()
    title.state.dock = dock
    for scale in LADDERS["scale"]:
        for words, projector in ((100, False), (150, False), (100, True)):
            title.prefer(Preferences(scale=int(scale), words=words, projector=projector))
            panes = title.panes
            for one, other in combinations(panes, 2):
                assert not one.rect.colliderect(other.rect), (scale, projector, one.name, other.name)
            for pane in panes:
                assert window.contains(pane.rect), (scale, projector, pane.name)
                for one, other in combinations(pane.controls, 2):
                    assert not one.rect.colliderect(other.rect), (scale, projector, one.name, other.name)
            if not dock:
                (paper,) = panes
                assert all(paper.rect.contains(control.rect) for control in paper.controls)
    pilot.frames()


def place_of(title: Title, who: str) -> tuple[float, float]:
    """Return the pixel of somebody's middle."""
    people, row = title.show.frame.people, ROWS[who]
    x, y = title.camera.to_screen(float(people.x[row]), float(people.y[row]))
    return x, y - 50


def gazes(
    title: Title, cursor: tuple[float, float] | None, seconds: float, still: float = 0.0
) -> dict[str, tuple[float, float]]:
    """Return which way everybody looks, by id; whoever looks out of the picture looks at (0, 0)."""
    people = title.show.gathering.at(title.camera, cursor, seconds, still).people
    return {
        who: (0.0, 0.0) if people.gaze[row] < 0 else (float(people.look_x[row]), float(people.look_y[row]))
        for who, row in ROWS.items()
    }


def looks_at(title: Title, who: str, way: tuple[float, float], spot: tuple[float, float]) -> bool:
    """Return whether a look goes to a pixel, to a sixteenth of a turn."""
    x, y = place_of(title, who)
    return cos(atan2(spot[1] - y, spot[0] - x) - atan2(way[1], way[0])) > cos(pi / 8)


@pytest.mark.parametrize("calm", [False, True])
@pytest.mark.parametrize("cursor", [(400, 250), (1250, 300)])
def test_five_pairs_of_eyes_follow_the_mouse(pilot: Pilot, cursor: tuple[int, int], calm: bool) -> None:  # noqa: FBT001 - a case
    pilot.game.prefer(Preferences(calm=calm))
    title = started(pilot)
    pilot.move(cursor)
    pilot.frames(20, seconds=0.0)  # A few sprites are made with each picture.
    before = pygame.surfarray.array3d(pilot.surface).astype(int)
    assert title.show.seconds(title.shell.clock, calm=calm) > WORDS
    ways = gazes(title, cursor, WHOLE)
    assert {who for who in ROWS if looks_at(title, who, ways[who], cursor)} >= set(ROWS) - {CRIES, AVERTS}
    pilot.move((640, 700))
    pilot.frames(20, seconds=0.0)
    after = pygame.surfarray.array3d(pilot.surface).astype(int)
    for who in set(ROWS) - {CRIES, AVERTS}:
        x, y = place_of(title, who)
        place = np.s_[round(x) - 60 : round(x) + 60, round(y) - 60 : round(y) + 20]
        assert (before[place] != after[place]).any(), who


def test_they_turn_one_after_another_and_nobody_looks_at_whoever_cries(pilot: Pilot) -> None:
    title = title_of(pilot)
    cursor = 700.0, 200.0
    turned = []
    for moment in np.arange(LAMP, AVERT + 2, 0.05):
        ways = gazes(title, cursor, float(moment))
        turned.append(sum(looks_at(title, who, ways[who], cursor) for who in ROWS if who not in {CRIES, AVERTS}))
        at_her = {who for who in ROWS if who != CRIES and looks_at(title, who, ways[who], place_of(title, CRIES))}
        at_her -= {who for who in at_her if looks_at(title, who, ways[who], cursor)}
        assert at_her == ({GLANCES} if GLANCE[0] <= moment < GLANCE[1] else set()), moment
    assert {1, 2, 3, 4, 5} <= set(turned)


def test_one_looks_away_and_then_raises_the_mitt(pilot: Pilot) -> None:
    title = title_of(pilot)
    for seconds, averted in ((3.0, False), (AVERT, True)):
        frame = title.show.gathering.at(title.camera, None, seconds, 0.0)
        assert (frame.averted[ROWS[AVERTS]] == ROWS[CRIES]) == averted
        x, _ = gazes(title, None, seconds)[AVERTS]
        assert x > 0.5
    assert (title.show.gathering.at(title.camera, None, 3.0, 0.0).people.gaze < 0).sum() == 5


def test_a_mouse_that_rests_bores_them_for_a_moment(pilot: Pilot) -> None:
    title = title_of(pilot)
    out = gazes(title, None, WHOLE)
    bored = gazes(title, None, WHOLE, BORED + 1)
    assert {who for who in ROWS if bored[who] != out[who]} == set(ROWS) - {CRIES, AVERTS}
    assert gazes(title, None, WHOLE, BORED + 5) == out
    pilot.frames(1, seconds=WORDS + BORED + 1)
    assert title.show.still(title.shell.clock, calm=False) > BORED
    pilot.move((300, 300))
    assert title.show.still(title.shell.clock, calm=False) == 0


def test_it_begins_in_the_dark_with_two_eyes_and_then_a_lamp_clicks_on(sit_down: Callable[..., Pilot]) -> None:
    def shares(**likes: bool) -> list[float]:
        pilot = sit_down((800, 500), preferences=Preferences(**likes))
        title_of(pilot)
        found = []
        for seconds in (0.2, 0.3, 0.2):
            pilot.frames(1, seconds=seconds)
            picture = pygame.surfarray.array3d(pilot.surface)
            found.append(float((picture == NIGHT).all(axis=2).mean()))
        return found

    start, still, lit = shares()
    assert 0.95 < start < 1
    assert 0.95 < still < 1
    assert lit < 0.2
    assert max(shares(calm=True)) < 0.2
    assert shares(gentle=True)[-1] < 0.2


def test_a_click_on_somebody_begins_to_play(pilot: Pilot) -> None:
    for last, level in (("", level_files()[0]), (LAST.stem, LAST)):
        title = started(pilot, last)
        pilot.click(place_of(title, "bob"))
        assert level_of(pilot) == load_level(level).id
    pilot.key("ctrl+t")
    title = pilot.scenes.top
    assert isinstance(title, Title)
    pilot.click((640, 300))
    assert pilot.scenes.top is title
    pilot.click(place_of(title, CRIES))
    assert level_of(pilot) == load_level(LAST).id


@pytest.mark.parametrize("size", SIZES)
def test_bodies_are_large(sit_down: Callable[..., Pilot], size: tuple[int, int]) -> None:
    pilot = sit_down(size)
    title = started(pilot)
    body = height_of(0) * title.viewpoint.lengths.body_px(title.camera.scale)
    assert body >= min(0.16 * size[1], 0.11 * size[0], height_of(0) * 200)
    for who in ROWS:
        x, y = place_of(title, who)
        assert 0 < x - body / 2 < x + body / 2 < size[0]
        assert 0 < y < size[1]


def test_the_people_of_the_title_are_laid_out_like_a_level() -> None:
    assert encode(load_level(PEOPLE)).decode() == PEOPLE.read_text("utf-8")
