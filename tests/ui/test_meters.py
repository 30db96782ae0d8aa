"""The meters: small beside the title, large on a panel whose charts lead to any moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.session.meters import NAMES
from sandbox.ui.kit.style import Style
from sandbox.ui.meter_bars import METER_LOOKS, top_of
from sandbox.ui.panels.charts import axis_end, columns
from sandbox.ui.panels.meters import lettering
from sandbox.ui.preferences import Preferences
from sandbox.view.icons.registry import DRAWN

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
SIZES = ((800, 500), (1024, 640), (1280, 800), (1366, 768), (1920, 1080))


def _hurt_and_open(pilot: Pilot, ticks: int = 150) -> None:
    pilot.game.step(30)
    pilot.click(BOB)
    pilot.game.step(ticks - pilot.game.session.tick)
    pilot.key("8")


def test_a_key_and_two_buttons_open_the_panel(pilot: Pilot) -> None:
    for open_it in (lambda: pilot.key("8"), lambda: pilot.choose("menu.meters"), lambda: pilot.click("head.meters")):
        open_it()
        assert pilot.game.state.dock == "meters"
        assert all(pilot.control(f"chart.{name}") for name in NAMES)
        pilot.key("escape")


def test_a_click_on_a_chart_travels_to_that_moment_and_end_comes_back(pilot: Pilot) -> None:
    _hurt_and_open(pilot)
    for name in NAMES:
        chart = pilot.control(f"chart.{name}")
        assert chart.span == 200
        pilot.click((chart.rect.left + chart.rect.width // 4, chart.rect.centery))
        assert pilot.game.session.tick == pytest.approx(50, abs=1), name
        assert len(pilot.game.session.history) == 151
        pilot.click((chart.rect.right - 2, chart.rect.centery))
        assert pilot.game.session.tick == 150, name


def test_dragging_along_a_chart_goes_through_time(pilot: Pilot) -> None:
    _hurt_and_open(pilot)
    rect = pilot.control("chart.suffering").rect
    pilot.drag((rect.left + rect.width // 2, rect.centery), (rect.left + rect.width // 10, rect.centery))
    assert pilot.game.session.tick == pytest.approx(20, abs=1)


def test_the_panel_works_by_keyboard_alone(pilot: Pilot) -> None:
    _hurt_and_open(pilot)
    pilot.tab_to("chart.blame")
    pilot.key("left", "left")
    assert pilot.game.session.tick == 130
    pilot.key("right", "right", "right")
    assert pilot.game.session.tick == 150
    pilot.key("return")
    assert (pilot.game.session.tick, pilot.game.state.dock) == (150, "meters")


def test_acting_in_the_past_cuts_the_charts_off_there(pilot: Pilot) -> None:
    _hurt_and_open(pilot)
    rect = pilot.control("chart.suffering").rect
    pilot.click((rect.left + rect.width // 4, rect.centery))
    then = pilot.game.session.tick
    pilot.click(ANN)
    assert len(pilot.game.session.history) == then + 2
    assert pilot.game.session.latest_tick == then + 1


def test_the_deed_stands_as_a_flag_on_each_chart(pilot: Pilot) -> None:
    pilot.game.step(150)
    pilot.key("8")
    bare = pilot.surface.copy()
    pilot.key("escape", ",")
    pilot.game.session.seek(30)
    pilot.game.look_again()
    pilot.click(CY)
    pilot.game.step(150 - pilot.game.session.tick)
    pilot.key("8")
    for name in NAMES:
        rect = pilot.control(f"chart.{name}").rect
        pole = pygame.Rect(rect.left + rect.width * 30 // 200 + 3, rect.top + 3, 16, 14)
        before, after = (pygame.surfarray.array3d(picture.subsurface(pole)) for picture in (bare, pilot.surface))
        assert (before != after).any(), name


def test_the_title_is_followed_by_how_many_fare_badly_and_how(pilot: Pilot) -> None:
    assert pilot.control("head.meters").text == "Nobody suffers"
    pilot.click(BOB)
    pilot.game.step(5)
    pilot.frames()
    tally, words = pilot.game.state.meter_bars.tally, pilot.control("head.meters").text
    assert tally.suffer == 1
    assert words.startswith("1 suffers")
    assert ("unseen" in words) == (tally.unseen > 0)
    assert pilot.game.layout.head.contains(pilot.control("head.meters").rect)


def test_the_hook_stands_beside_the_title_for_ten_seconds(pilot: Pilot) -> None:
    pilot.game.state.paused = False
    hook = pilot.game.frame.level.hook

    def told() -> bool:
        return hook in next(pane.value for pane in pilot.game.panes if pane.name == "head")

    pilot.frames(9, 1.0)
    assert told()
    pilot.frames(2, 1.0)
    assert not told()


@pytest.mark.parametrize(
    ("size", "projector"), [*((size, False) for size in SIZES), (SIZES[0], True), (SIZES[-1], True)]
)
def test_the_panel_fits_every_window(sit_down: type[Pilot], size: tuple[int, int], *, projector: bool) -> None:
    pilot = sit_down(size)
    pilot.game.prefer(Preferences(projector=projector))
    _hurt_and_open(pilot, 20)
    rects = [pilot.control(f"chart.{name}").rect for name in NAMES]
    assert all(pilot.game.layout.dock.contains(rect) and rect.height > 0 for rect in rects)
    pilot.move(rects[0].center)
    pilot.frames()


def test_a_classroom_reads_large_letters(sit_down: type[Pilot]) -> None:
    pilot = sit_down((1920, 1080))
    pilot.game.prefer(Preferences(projector=True))
    assert lettering(pilot.game.context).letters("body") >= 36
    assert lettering(sit_down((1280, 800)).game.context) == Style(1.0)


def test_every_meter_has_a_sign_and_a_look_of_its_own() -> None:
    assert tuple(METER_LOOKS) == NAMES
    assert {look.icon for look in METER_LOOKS.values()} <= set(DRAWN)
    assert (
        len({look.icon for look in METER_LOOKS.values()})
        == len({look.fill for look in METER_LOOKS.values()})
        == len(NAMES)
    )


@pytest.mark.parametrize(("least", "highest", "top"), [(1, 0, 1), (3, 2, 3), (1, 1.2, 2), (1, 7, 8), (1, 12, 20)])
def test_scales_end_at_round_numbers(least: float, highest: float, top: float) -> None:
    assert top_of(least, highest) == top


@pytest.mark.parametrize(
    ("seconds", "end"), [(0, 20), (20, 20), (20.1, 30), (3600, 3600), (3601, 7200), (86000, 86400)]
)
def test_an_axis_of_time_ends_at_a_round_moment_after_all_that_was_played(seconds: float, end: int) -> None:
    assert axis_end(round(seconds * 10)) == end * 10


def test_a_short_peak_is_seen_however_many_moments_share_a_pixel() -> None:
    series = np.zeros(4000)
    series[1234] = 1.0
    line = columns(series, 2, 9000, 300)
    assert len(line) == 3999 * 2 * 300 // 9000 + 1
    assert line.max() == 1.0
    few = columns(np.array([0.0, 1.0]), 1, 10, 100)
    assert few[[0, 5, 10]].tolist() == [0.0, 0.5, 1.0]
