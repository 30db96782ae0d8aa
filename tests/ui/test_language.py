"""A running game takes up another language: its panels, its map and its legend."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pygame
import pytest

from sandbox.app.settings import Settings, read_settings, write_settings
from sandbox.app.speaking import speak
from sandbox.scenario.language import catalogues, in_use, prefer, text_of, use
from sandbox.scenario.languages import language_name, languages
from sandbox.scenario.library import level_files
from sandbox.ui.preferences import Preferences

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
    short = pilot.stage.legend.box.width
    use("xx", foreign)
    pilot.frames(seconds=0.0)
    assert pilot.stage.legend.box.width > short


@pytest.fixture
def bilingual(tmp_path: Path) -> Iterator[Path]:
    """Return a level in English and German."""
    path = tmp_path / "two.json"
    text = level_files()[0].read_text("utf-8")
    english = json.loads(text)["title"]
    path.write_text(text.replace(f'"title": "{english}"', '"title": {"en": "A hand", "de": "Eine Hand"}', 1), "utf-8")
    yield path
    use("en")


def test_a_level_in_two_languages_offers_both_in_the_settings(pilot: Pilot, bilingual: Path) -> None:
    pilot.key("f2")
    assert not pilot.control("setting.language.more").enabled or len(catalogues()) > 1
    pilot.key("escape")
    pilot.game.open(bilingual)
    pilot.frames()
    assert pilot.game.session.level.title == "A hand"
    assert set(languages(pilot.game.shell.last, "en")) == {*catalogues(), "de"}
    pilot.key("f2")
    pilot.tab_to("setting.language.more")
    while pilot.game.shell.preferences.language != "de":
        pilot.key("return")
    assert in_use() == "de"
    assert "settings" in pilot.game.shell.requests
    assert language_name("de") == "Deutsch"
    pilot.game.open(bilingual)
    assert pilot.game.session.level.title == "Eine Hand"
    pilot.key("f2")
    while pilot.game.shell.preferences.language != "en":
        pilot.click("setting.language.more")
    assert in_use() == "en"
    pilot.game.open(bilingual)
    assert pilot.game.session.level.title == "A hand"


def test_what_the_game_has_no_words_for_is_said_in_english(bilingual: Path) -> None:
    del bilingual
    english = text_of("ui.title.levels")
    prefer("de")
    assert in_use() == "de"
    assert ("de" in catalogues()) or text_of("ui.title.levels") == english


def test_the_language_is_kept_and_taken_up_at_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))
    speak()
    assert in_use() == "en"
    write_settings(Settings(preferences=Preferences(language="pt-BR")))
    assert read_settings()[0].preferences.language == "pt-BR"
    try:
        speak()
        assert in_use() == "pt-BR"
        (tmp_path / "settings.json").write_text('{"preferences": {"language": "../x"}}', "utf-8")
        assert read_settings()[0].preferences.language == "en"
    finally:
        use("en")
