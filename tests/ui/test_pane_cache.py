"""Panes are drawn anew where they show something else, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.ui.kit import pane_cache
from sandbox.ui.kit.looks import draw_pane
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.widgets import Pane, Touch

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

BOB = 1


@pytest.fixture
def drawn(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the panes that are drawn from now on."""
    names: list[str] = []

    def noted(surface: pygame.Surface, pane: Pane, touch: Touch) -> None:
        names.append(pane.name)
        draw_pane(surface, pane, touch)

    pilot.frames(3)
    monkeypatch.setattr(pane_cache, "draw_pane", noted)
    return names


def test_nothing_shines_through_the_paper_of_a_panel(pilot: Pilot) -> None:
    picture = pygame.Surface((80, 60), pygame.SRCALPHA)
    pilot.game.style.box(picture, picture.get_rect(), "paper")
    assert {picture.get_at((x, y)).a for x in range(8, 72) for y in range(8, 52)} == {255}
    assert {picture.get_at((x, y))[:3] for x in range(8, 72) for y in range(8, 52)} == {COLOURS["paper"]}


def test_a_resting_game_draws_no_pane_anew(pilot: Pilot, drawn: list[str]) -> None:
    pilot.frames(5)
    assert drawn == []


def test_a_mouse_that_goes_over_people_draws_no_pane_anew(pilot: Pilot, drawn: list[str]) -> None:
    for who in range(3):
        pilot.move(pilot.where(who))
        pilot.frames()
    assert pilot.game.state.hovered is not None
    assert drawn == []


def test_a_tick_draws_the_strip_of_time_anew_and_nothing_else_of_the_bar(pilot: Pilot, drawn: list[str]) -> None:
    pilot.game.step()
    pilot.frames()
    assert "strip" in drawn
    assert drawn.count("strip") == 1
    assert not {"tools", "lenses", "menu"} & set(drawn)


def test_a_button_under_the_mouse_draws_its_own_pane_anew(pilot: Pilot, drawn: list[str]) -> None:
    pilot.move(pilot.where("tool.heal"))
    pilot.frames()
    assert drawn == ["tools"]


def test_many_motions_before_a_picture_are_looked_up_once(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[float, float]] = []
    find = pilot.stage.person_at

    def noted(pos: tuple[float, float]) -> int | None:
        asked.append(pos)
        return find(pos)

    spot = pilot.where(BOB)
    monkeypatch.setattr(pilot.game.stage, "person_at", noted)
    for step in range(20):
        pilot.move((spot[0] + step - 19, spot[1]))
    pilot.frames(seconds=0.0)
    assert len(asked) == 1
    assert pilot.game.state.hovered == BOB


def test_what_moves_on_a_panel_under_a_window_stays_within_it(pilot: Pilot) -> None:
    place, paper = pygame.Rect(10, 20, 30, 40), (9, 9, 9)
    pane = Pane(
        "tall", pilot.game.style, place, (), lambda _: None, hidden=50, moving=lambda surface: surface.fill(paper)
    )
    surface = pygame.Surface((80, 90))
    pane_cache.PaneCache().draw(surface, (pane,), Touch())
    inside = {(x, y) for x in range(80) for y in range(90) if surface.get_at((x, y))[:3] == paper}
    assert inside == {(x, y) for x in range(10, 40) for y in range(20, 60)}
