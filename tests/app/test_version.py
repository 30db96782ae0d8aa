"""Whoever reports something can say which game it was: on the command line, over the window, on the title, in help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.app import cli, window
from sandbox.scenario.library import level_files
from sandbox.session.files.versions import versions
from sandbox.ui.panels import help as help_panel
from sandbox.ui.scenes import title_menu
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.scenes.title import Title
from sandbox.ui.state import Shell

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def test_version_is_told_with_all_that_the_game_runs_on_and_no_display_is_opened(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "init", lambda: pytest.fail("A display was opened."))
    assert cli.main(["--version"]) == 0
    out, err = capsys.readouterr()
    found = versions()
    assert err == ""
    assert out.splitlines() == [
        f"The Sympathy Sandbox {found.game}",
        f"commit {found.commit or 'unknown'}",
        f"Python {found.python}",
        f"pygame-ce {found.pygame}",
        f"SDL {'.'.join(map(str, pygame.get_sdl_version()))}",
        f"numpy {found.numpy}",
    ]


def test_the_window_has_the_version_over_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))
    over: list[str] = []

    def leave(_scenes: SceneStack, _seconds: float) -> None:
        over.append(pygame.display.get_caption()[0])
        pygame.event.post(pygame.Event(pygame.QUIT))

    monkeypatch.setattr(SceneStack, "update", leave)
    assert window.play(level_files()[0], mute=True) == 0
    assert set(over) == {f"Sympathy Sandbox {versions()}"}


@pytest.mark.parametrize(("place", "dock"), [(title_menu, ""), (help_panel, "help")])
def test_the_title_and_the_help_name_the_version(monkeypatch: pytest.MonkeyPatch, place: ModuleType, dock: str) -> None:
    words: list[str] = []
    monkeypatch.setattr(place, "write", lambda _surface, _style, text, *_where: words.append(text))
    surface = pygame.display.set_mode((1280, 800))
    title = Title(Shell(), surface.get_size(), lambda *_: pytest.fail("Nothing is played."))
    title.state.dock = dock
    title.draw(surface)
    assert f"version {versions()}" in words
