"""The window comes back where it was left, wholly on the desktop, whatever became of both."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pygame
import pytest

from sandbox.app.placement import SETTLED, TITLE, Placement, fitted
from sandbox.app.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

LAPTOP, WALL = (1366, 768), (3840, 2160)


@pytest.fixture(autouse=True)
def _display(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: [(1920, 1080)])
    yield
    pygame.display.quit()


@pytest.mark.parametrize("desktop", [(1024, 600), (1280, 720), (1280, 800), LAPTOP, (1920, 1080), WALL])
@pytest.mark.parametrize("size", [(1280, 800), (3840, 2160), (800, 500)])
@pytest.mark.parametrize("at", [None, (0, 0), (3000, 1500), (-700, -400), (10**9, -(10**9))])
def test_a_window_lies_on_the_desktop_with_its_title_and_leaves_the_system_a_bar(
    desktop: tuple[int, int], size: tuple[int, int], at: tuple[int, int] | None
) -> None:
    kept = fitted(Settings(width=size[0], height=size[1], at=at), [desktop])
    x, y = kept.at or (8, TITLE)
    assert x >= 8
    assert y >= TITLE
    assert x + kept.width <= desktop[0] - 8
    assert y + kept.height <= desktop[1] - TITLE


def test_a_window_that_fits_stays_as_it_was() -> None:
    settings = Settings(width=1000, height=600, at=(300, 200))
    assert fitted(settings, [(1920, 1080)]) == settings


def test_a_window_on_a_screen_that_is_gone_comes_to_the_first() -> None:
    kept = fitted(Settings(width=3000, height=1800, screen=1), [LAPTOP])
    assert kept.screen == 0
    assert kept.width < LAPTOP[0]
    assert fitted(Settings(width=3000, height=1800, screen=1), [LAPTOP, WALL]).width == 3000


def _told(placement: Placement, kind: int, size: tuple[int, int] | None = None) -> None:
    if size is not None:
        pygame.display.set_mode(size, pygame.RESIZABLE)
    placement.follow(pygame.Event(kind))


@pytest.mark.parametrize("first", [pygame.WINDOWMAXIMIZED, pygame.WINDOWSIZECHANGED])
def test_a_maximised_size_is_not_the_usual_one_in_whatever_order_it_is_told(first: int) -> None:
    placement = Placement(Settings(width=1000, height=600))
    kinds = {pygame.WINDOWMAXIMIZED, pygame.WINDOWSIZECHANGED}
    for kind in (first, *(kinds - {first})):
        _told(placement, kind, (1800, 1000))
    placement.settle(math.inf)
    kept = placement.kept(Settings())
    assert (kept.width, kept.height, kept.maximised) == (1000, 600, True)
    placement.follow(pygame.Event(pygame.WINDOWRESTORED))
    assert not placement.kept(Settings()).maximised


def test_a_size_that_was_chosen_is_kept_once_it_has_stood_for_a_while() -> None:
    placement = Placement(Settings(width=1000, height=600))
    _told(placement, pygame.WINDOWSIZECHANGED, (900, 550))
    placement.settle(SETTLED / 2)
    assert placement.size == (1000, 600)
    placement.settle(SETTLED)
    assert placement.size == (900, 550)


def test_full_screen_and_back_is_where_it_was_and_maximised_if_it_was() -> None:
    placement, window = Placement(Settings(width=1000, height=600, at=(60, 70), maximised=True)), Mock()
    placement._window = window
    placement.toggle()
    _told(placement, pygame.WINDOWRESTORED)
    _told(placement, pygame.WINDOWSIZECHANGED, (1920, 1080))
    placement.settle(math.inf)
    kept = placement.kept(Settings())
    assert (kept.width, kept.height, kept.at, kept.maximised, kept.fullscreen) == (1000, 600, (60, 70), True, True)
    placement.toggle()
    assert [name for name, *_ in window.method_calls] == ["restore", "set_fullscreen", "set_windowed", "maximize"]
    assert placement.kept(Settings()).fullscreen is False


def test_what_a_system_makes_of_a_minimised_window_is_not_kept() -> None:
    placement = Placement(Settings(width=1000, height=600, maximised=True))
    for kind in (pygame.WINDOWMINIMIZED, pygame.WINDOWMOVED, pygame.WINDOWRESTORED):
        _told(placement, kind)
    placement.settle(math.inf)
    kept = placement.kept(Settings())
    assert (kept.width, kept.height, kept.at, kept.maximised) == (1000, 600, None, True)
