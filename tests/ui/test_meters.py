"""The meters: small beside the title, large on a panel whose charts lead to any moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.scenario.library import find_level
from sandbox.scenario.schema import Happening
from sandbox.session.seen.meters import NAMES
from sandbox.session.session import Session
from sandbox.ui.kit.style import Style
from sandbox.ui.meter_bars import METER_LOOKS, top_of
from sandbox.ui.panels.charts import axis_end, columns
from sandbox.ui.panels.meters import lettering
from sandbox.ui.preferences import Preferences
from sandbox.view.icons.registry import DRAWN

if TYPE_CHECKING:
    from collections.abc import Callable

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
        assert all(pilot.control(f"who.{name}") for name in NAMES)
        assert pilot.control("chart.suffering")
        pilot.key("escape")


def _rich(sit_down: Callable[..., Pilot]) -> Pilot:
    """Hurt Ann of a level in which people look away and blame, and open the panel at second 15."""
    pilot = sit_down((1280, 800), level=find_level("120").read_bytes())
    pilot.game.step(30)
    pilot.game.session.do(Happening(do="hurt", who=pilot.game.session.level.people[0].id, at=3.0))
    pilot.game.step(120)
    pilot.key("8")
    return pilot


def _charts(pilot: Pilot) -> list[str]:
    """Name the meters that are drawn by themselves."""
    names = (control.name.partition(".") for control in pilot.game.controls)
    return [name for kind, _, name in names if kind == "chart"]


def test_what_was_0_all_the_time_has_no_row_and_what_is_unseen_lies_in_the_hills(
    pilot: Pilot, sit_down: Callable[..., Pilot]
) -> None:
    pilot.key("8")
    assert _charts(pilot) == ["suffering"]
    low = pilot.control("chart.suffering").rect.height
    pilot = _rich(sit_down)
    history = pilot.game.session.history
    assert _charts(pilot) == ["suffering", *(name for name in NAMES[2:] if history.series(name).max() > 0)]
    assert len(_charts(pilot)) > 1
    assert pilot.control("chart.suffering").rect.height < low


def test_a_click_on_a_chart_travels_to_that_moment_and_end_comes_back(sit_down: Callable[..., Pilot]) -> None:
    pilot = _rich(sit_down)
    for name in _charts(pilot):
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


def test_the_panel_works_by_keyboard_alone(sit_down: Callable[..., Pilot]) -> None:
    pilot = _rich(sit_down)
    pilot.tab_to(f"chart.{_charts(pilot)[-1]}")
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


def test_a_deed_stands_as_a_face_over_the_hills_and_as_a_line_through_every_row(
    sit_down: Callable[..., Pilot],
) -> None:
    pictures = []
    for deeds in ((), (Happening(do="praise", who="bob", at=15.0),)):
        pilot = _rich(sit_down)
        for deed in deeds:
            pilot.game.session.do(deed)
        pilot.game.step(20)
        pilot.frames()
        pictures.append(pilot.surface.copy())
    assert len(_charts(pilot)) > 1
    for name in _charts(pilot):
        rect = pilot.control(f"chart.{name}").rect
        x = rect.left + rect.width * 150 // 200
        wide = 20 if name == "suffering" else 4
        pole = pygame.Rect(x - wide // 2, rect.top + 3, wide, 20)
        before, after = (pygame.surfarray.array3d(picture.subsurface(pole)) for picture in pictures)
        assert (before != after).any(), name


def test_where_the_mouse_is_on_the_hills_that_moment_is_shown_and_it_is_the_one_a_click_leads_to(pilot: Pilot) -> None:
    _hurt_and_open(pilot)
    pilot.game.session.seek(100)
    pilot.game.look_again()
    pilot.frames()
    glimpse, rect = pilot.game.meanwhile.glimpse, pilot.control("chart.suffering").rect
    for share in (0.1, 0.4, 0.7):  # Before the deed, after it, and later than the present.
        pilot.move((rect.left + share * rect.width, rect.centery))
        bare = pilot.surface.copy()
        for _ in range(100):
            pilot.frames(seconds=0.01)
            if not glimpse.at_work:
                break
        seen = glimpse.frame
        assert seen is not None
        assert pilot.game.session.tick == 100
        assert seen.tick == pytest.approx(share * 200, abs=1)
        assert pygame.image.tobytes(bare, "RGB") != pygame.image.tobytes(pilot.surface, "RGB")
        other = Session(pilot.game.session.level)
        for command in pilot.game.session.commands:
            if round(command.at * 10) < seen.tick:
                other.step(round(command.at * 10) - other.tick)
                other.do(command)
        other.step(seen.tick - other.tick)
        assert other.tick == seen.tick
        assert (other.frame().people.felt == seen.people.felt).all()
    pilot.move((200, 200))
    pilot.frames()
    assert glimpse.frame is None


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
    rects = [pilot.control(name).rect for name in ("chart.suffering", *(f"who.{name}" for name in NAMES))]
    assert rects[0].height >= 40
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
