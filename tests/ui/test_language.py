"""A running game takes up another language: its panels, its map and its legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.scenario.language import use

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.conftest import Pilot

FOREIGN = """
msgid ""
msgstr "Language: xx"

msgid "ui.action.pause"
msgstr "Halt"

msgid "drive.sympathy.name"
msgstr "Mitgefühl"

msgid "lens.felt.line"
msgstr "Wie es jedem wirklich geht, was auch immer das Gesicht zeigt."
"""


@pytest.fixture
def foreign(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "xx.po").write_text(FOREIGN, "utf-8")
    yield tmp_path
    use("en")


def _words(pilot: Pilot) -> set[str]:
    return {words for control in pilot.game.controls for words in (control.text, control.tip)}


def test_the_panels_of_a_running_game_speak_the_new_language(pilot: Pilot, foreign: Path) -> None:
    pilot.key("d")
    pilot.frames()
    assert {"Pause or go on (Space)", "Sympathy"} <= _words(pilot)
    english = pygame.image.tobytes(pilot.surface, "RGB")
    use("xx", foreign)
    pilot.frames(seconds=0.0)
    assert {"Halt (Space)", "Mitgefühl"} <= _words(pilot)
    assert "Sympathy" not in _words(pilot)
    assert pygame.image.tobytes(pilot.surface, "RGB") != english
    use("en")
    pilot.frames(seconds=0.0)
    assert {"Pause or go on (Space)", "Sympathy"} <= _words(pilot)
    assert pygame.image.tobytes(pilot.surface, "RGB") == english


def test_the_legend_of_a_running_game_speaks_the_new_language(pilot: Pilot, foreign: Path) -> None:
    pilot.key("2")
    pilot.frames()
    short = pilot.game.stage.legend.box.width
    use("xx", foreign)
    pilot.frames(seconds=0.0)
    assert pilot.game.stage.legend.box.width > short
