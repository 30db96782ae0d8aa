"""Sittings in a real window that nobody sees, in a folder of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.app import cli
from sandbox.app.settings import Settings, write_settings
from sandbox.scenario.library import level_files
from sandbox.ui.scenes.base import SceneStack
from sandbox.ui.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.app.sittings import Act


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))
    write_settings(Settings(last=level_files()[0].stem))
    return tmp_path


@pytest.fixture
def sit_down(
    home: Path,  # noqa: ARG001 - it is to be there
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., list[str]]:
    """Return a function that plays, with an act after each picture until the window is closed, and tells all toasts."""
    update = SceneStack.update

    def play(*acts: Act, argv: tuple[str, ...] = (), code: int = 0) -> list[str]:
        waiting, said = list(acts), []

        def scripted(scenes: SceneStack, seconds: float) -> None:
            assert isinstance(scenes.top, Screen)
            said.append(scenes.top.shell.toast)
            if waiting:
                waiting.pop(0)(scenes.top)
            else:
                pygame.event.post(pygame.Event(pygame.QUIT))
            update(scenes, seconds)

        monkeypatch.setattr(SceneStack, "update", scripted)
        assert cli.main(["play", *argv, "--mute"]) == code
        return said

    return play
