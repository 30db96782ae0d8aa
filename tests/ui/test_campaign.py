"""The map of the campaign: what it recommends and keeps, and how one walks on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.library import campaign_files
from sandbox.session.story.best import Best
from sandbox.ui.campaign import pictures
from sandbox.ui.campaign.walk import next_listed
from sandbox.ui.preferences import Preferences
from tests.ui.conftest import campaign_level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.conftest import Pilot

WON = Best(stars=1, ticks=300)


def recommended(pilot: Pilot) -> str | None:
    """Name the level that the map recommends."""
    state = pilot.screen.state
    place = next_listed(pilot.screen.shell, state.entries)
    return None if place is None else state.entries[place].title


def shown(pilot: Pilot) -> str:
    """Name the level that is told of."""
    play = pilot.screen.control("levels.play")
    assert play is not None
    assert play.act is not None
    return str(play.act.arguments[0]).rpartition("-")[2].removesuffix(".json")


def picture(pilot: Pilot, name: str) -> bytes:
    """Draw a stop, without the marks of mouse and keyboard."""
    pilot.screen.state.focus.at = None
    pilot.move((1, 1))
    pilot.frames(2)
    return pygame.image.tobytes(pilot.surface.subsurface(pilot.control(name).rect), "RGB")


@pytest.mark.usefixtures("campaign")
def test_it_recommends_the_first_level_that_is_neither_won_nor_skipped(pilot: Pilot) -> None:
    shell = pilot.game.shell
    pilot.key("l")
    assert (recommended(pilot), shown(pilot)) == ("One", "one")
    pilot.click("levels.skip")
    assert (recommended(pilot), shown(pilot)) == ("Two", "two")
    assert shell.skipped == {"one"}
    assert "settings" in shell.requests
    shell.best["two:gentle"] = WON
    assert recommended(pilot) == "Three"
    pilot.click("level.0")
    pilot.click("levels.skip")
    assert (recommended(pilot), shell.skipped) == ("One", frozenset())
    shell.best |= {"one": WON, "three:hard": WON}
    assert recommended(pilot) is None
    assert all(pilot.control(f"level.{place}").enabled for place in range(4))


@pytest.mark.usefixtures("campaign")
def test_levels_from_a_hundred_on_stand_beside_the_way_and_are_never_recommended(pilot: Pilot) -> None:
    pilot.key("l")
    boxes = [pilot.control(f"level.{place}").rect for place in range(4)]
    assert len({box.top for box in boxes[:3]}) == 1
    assert boxes[3].top > boxes[0].bottom
    assert [file.stem for file in campaign_files()] == ["001-one", "002-two", "003-three"]
    pilot.click("level.3")
    assert pilot.game.control("levels.skip") is None


@pytest.mark.usefixtures("campaign")
def test_arrows_walk_from_place_to_place_and_enter_plays(pilot: Pilot) -> None:
    pilot.game.show_title()
    pilot.frames(2, seconds=5.0)
    pilot.key("l")
    assert pilot.screen.state.focus.at == "level.0"
    pilot.key("right")
    assert (shown(pilot), pilot.screen.state.focus.at) == ("two", "level.1")
    pilot.key("down")
    assert shown(pilot) == "free"
    pilot.key("down")
    assert pilot.screen.state.focus.at == "levels.play"
    pilot.key("up", "up")
    assert shown(pilot) in {"one", "two", "three"}
    title = shown(pilot)
    pilot.key("return")
    assert pilot.scenes.top.session is not None
    assert pilot.scenes.top.session.level.id == title


@pytest.mark.usefixtures("campaign")
def test_while_a_level_is_played_the_arrows_walk_too_and_time_stands_still(pilot: Pilot) -> None:
    pilot.key("space", "l")
    pilot.frames(8)
    tick, camera = pilot.game.session.tick, pilot.game.camera
    pilot.key("right", "right")
    pilot.frames(8)
    assert (shown(pilot), pilot.game.session.tick, pilot.game.camera) == ("three", tick, camera)
    pilot.key("escape")
    pilot.frames(8)
    assert pilot.game.session.tick > tick
    pilot.key("l", "return")
    assert pilot.game.session.level.id == "one", "whoever uses the keyboard has the recommended one under the hand"


@pytest.mark.usefixtures("campaign")
def test_a_click_chooses_and_another_plays(pilot: Pilot) -> None:
    pilot.key("l")
    pilot.click("level.1")
    assert (shown(pilot), pilot.game.session.level.id) == ("two", "pilot")
    pilot.click("level.1")
    assert pilot.game.session.level.id == "two"


@pytest.mark.usefixtures("campaign")
def test_a_place_looks_otherwise_once_it_is_won_skipped_or_a_bet_was_lost_there(pilot: Pilot) -> None:
    shell = pilot.game.shell
    pilot.key("l")
    pilot.click("level.2")
    seen = [picture(pilot, "level.0")]
    shell.skipped = frozenset({"one"})
    seen.append(picture(pilot, "level.0"))
    shell.best["one"] = WON
    seen.append(picture(pilot, "level.0"))
    shell.bets["one"] = True
    seen.append(picture(pilot, "level.0"))
    shell.bets["one"] = False
    seen.append(picture(pilot, "level.0"))
    assert len(set(seen)) == len(seen)


@pytest.mark.usefixtures("campaign")
def test_what_was_learned_is_told_once_a_level_is_won_and_its_hook_before(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[str]()

    def write(_surface: object, _style: object, text: str, *_how: object) -> int:
        told.append(text)
        return 0

    monkeypatch.setattr("sandbox.ui.campaign.stop.paragraph", write)
    pilot.key("l")
    pilot.frames()
    assert told[-1] == "one?"
    pilot.game.shell.best["one:hard"] = WON
    pilot.click("level.0")
    pilot.frames(2)
    assert told[-1] == "one taught this."


@pytest.mark.usefixtures("campaign")
@pytest.mark.parametrize("on_title", [False, True])
def test_the_page_of_a_mechanism_is_one_press_away_and_leads_back(pilot: Pilot, *, on_title: bool) -> None:
    if on_title:
        pilot.game.show_title()
        pilot.frames(2, seconds=5.0)
    pilot.key("l")
    pages = [name for name in pilot.ring() if name.startswith("levels.page.")]
    assert pages == ["levels.page.T13"], "T3 has no page"
    pilot.click("levels.page.T13")
    pilot.frames(3)
    state = pilot.screen.state
    assert (state.dock, state.lesson, state.demo.lesson) == ("lesson", "T13", "T13")
    assert pilot.screen.moving
    assert (pilot.screen.control("lesson.here") is None) == on_title
    pilot.tab_to("lesson.back")
    pilot.key("return")
    assert state.dock == "levels"
    pilot.key("escape")
    assert state.dock == ""


@pytest.mark.usefixtures("campaign")
def test_to_begin_anew_is_asked_about_and_can_be_undone(pilot: Pilot) -> None:
    shell = pilot.game.shell
    pilot.key("l")
    assert pilot.game.control("levels.forget") is None
    shell.best, shell.bets, shell.skipped = {"one": WON}, {"one": False}, frozenset({"two"})
    pilot.click("levels.forget")
    assert shell.best
    pilot.click("levels.keep")
    assert pilot.game.control("levels.forget_all") is None
    pilot.click("levels.forget")
    shell.requests.clear()
    pilot.click("levels.forget_all")
    assert (shell.best, shell.bets, shell.skipped) == ({}, {}, frozenset())
    assert shell.requests == ["settings"]
    pilot.click("levels.remember")
    assert (shell.best, shell.bets, shell.skipped) == ({"one": WON}, {"one": False}, {"two"})
    assert pilot.game.control("levels.remember") is None


@pytest.mark.parametrize("count", [1, 9, 16, 30])
@pytest.mark.parametrize(
    ("size", "likes"),
    [
        ((1280, 800), Preferences()),
        ((1920, 1080), Preferences(projector=True)),
        ((800, 500), Preferences(scale=150, words=150)),
        ((730, 430), Preferences(palette="contrast")),
    ],
    ids=str,
)
def test_all_of_it_can_be_seen_and_reached_at_any_size(
    sit_down: Callable[..., Pilot], campaign: Path, size: tuple[int, int], likes: Preferences, count: int
) -> None:
    for number in range(4, count + 1):
        (campaign / f"{number:03}-more{number}.json").write_bytes(campaign_level(f"more{number}"))
    for file in [*campaign_files()][count:]:
        file.unlink()
    pilot = sit_down(size, preferences=likes)
    pilot.key("l")
    pilot.frames()
    window = pygame.Rect((0, 0), size)
    panes = [pane for pane in pilot.game.panes if pane.name in {"levels", "scroll"}]
    assert all(window.contains(pane.rect) for pane in panes)
    assert panes[0].rect.contains(pilot.control("levels.play").rect), "it is seen at once what can be played"
    stops = [control for control in pilot.game.controls if control.name.startswith("level.") and control.look == "card"]
    assert len({control.rect.topleft for control in stops}) == len(stops)
    beside = 1 if count < 20 else 0  # More have a page of their own.
    assert len([one for one in stops if one.name.count(".") == 1]) == min(24, count) + beside
    for place in (0, min(24, count) - 1):
        pilot.tab_to(f"level.{place}")
        assert window.contains(pilot.control(f"level.{place}").rect)
    assert (pilot.game.control("levels.more") is not None) == (count >= 20)


def test_a_picture_of_the_chosen_level_comes_from_the_background(pilot: Pilot) -> None:
    pilot.key("l")
    for _ in range(3):
        pictures._WORKER.submit(bool).result()
        pilot.frames()
    chosen = pilot.game.state.entries[0]
    assert pictures.picture_of(chosen.level, (197, 136)).drawn
