"""Settings: each field stands for itself, nothing that is not understood is lost, and instances leave each other be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
from msgspec.structs import replace

from sandbox.app.settings import LARGEST_FILE, MOST_BROKEN, Settings, read_settings, write_settings
from sandbox.scenario.whole_files import alone
from sandbox.session.story.best import Best
from sandbox.ui.preferences import Preferences

ROOT: Final = Path(__file__).resolve().parents[2]
BROKEN: Final = (
    *(b"{", b'{"preferences": {"palette": "\xff"}}', b'{"x": ' + b"[" * 100_000, b"[]", b"3", b""),
    *(b'{"x": ' + b"[" * 50 + b"]" * 50 + b"}", b'{"x": "' + b"x" * LARGEST_FILE + b'"}'),
)


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))
    return tmp_path / "settings.json"


def _written(file: Path) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(file.read_bytes())
    return fields


def test_a_wrong_field_spoils_no_other_and_is_named_with_what_would_be_right(file: Path) -> None:
    file.write_text('{"preferences": {"palette": "sunset", "words": 130, "calm": true}, "width": "wide"}')
    settings, complaints = read_settings()
    assert settings == Settings(preferences=Preferences(words=130, calm=True))
    assert [complaint.removeprefix(f"{file}: ") for complaint in complaints] == [
        'width = "wide" is a text; choose a whole number.',
        (
            'preferences.palette = "sunset" is not one of the choices; choose blue_yellow, contrast, projector, '
            "red_green or usual."
        ),
    ]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"preferences": {"words": 49}}, "preferences.words = 49 lies outside 50 to 250"),
        ({"preferences": {"words": 1e999}}, "preferences.words is not a finite number"),
        ({"preferences": {"calm": 1}}, "preferences.calm = 1 is a number; choose true or false"),
        ({"preferences": []}, "preferences = [] is a list; choose an object { … }"),
        ({"learned": "why"}, 'learned = "why" is a text; choose a list [ … ]'),
        ({"learned": ["why", 3]}, "learned[1] = 3 is a number; choose a text"),
        ({"last": None}, "last = null is nothing; choose a text"),
    ],
)
def test_every_kind_of_wrong_value_is_said(file: Path, fields: dict[str, object], named: str) -> None:
    file.write_text(json.dumps(fields))
    _, (complaint,) = read_settings()
    assert complaint.startswith(f"{file}: {named}")


def test_what_is_not_understood_stays_in_the_file(file: Path) -> None:
    strange = {
        "later": {"a": [1.5, None]},
        "preferences": {"palette": "sunset", "smell": "roses"},
        "keys": {"paws": ["P"], "pause": "P"},
        "learned": ["why", 3],
    }
    file.write_text(json.dumps(strange))
    settings, _ = read_settings()
    settings = replace(settings, keys={})
    changed = replace(
        settings, preferences=Preferences(calm=True), keys={"title": ["Ctrl+J"]}, learned=frozenset({"why", "eyes"})
    )
    write_settings(changed, settings)
    assert _written(file) == {
        "later": strange["later"],
        "preferences": {"palette": "sunset", "smell": "roses", "calm": True},
        "keys": {"paws": ["P"], "pause": "P", "title": ["Ctrl+J"]},
        "learned": ["why", 3, "eyes"],
    }


def test_what_is_taken_back_goes_out_of_the_file(file: Path) -> None:
    before = Settings(keys={"title": ["Ctrl+J"], "pause": ["P"]}, learned=frozenset({"why", "eyes"}))
    write_settings(before)
    write_settings(replace(before, keys={"pause": ["P"]}, learned=frozenset({"eyes"})), before)
    assert (_written(file)["keys"], _written(file)["learned"]) == ({"pause": ["P"]}, ["eyes"])


def test_how_well_levels_were_won_is_found_again_entry_by_entry(file: Path) -> None:
    before = Settings(best={"yard": Best(stars=1, ticks=300)})
    write_settings(before)
    other = Settings(best={"ward": Best(stars=2, ticks=90)})
    write_settings(replace(before, best={**before.best, **other.best}), before)
    assert read_settings() == (Settings(best={**before.best, **other.best}), ())
    file.write_text('{"best": {"yard": {"stars": 9}, "ward": {"stars": 2, "ticks": 90}, "well": 3}}')
    settings, complaints = read_settings()
    assert settings.best == {"yard": Best(), **other.best}
    assert len(complaints) == 2


def test_two_instances_do_not_undo_each_other() -> None:
    write_settings(Settings())
    (one, _), (other, _) = read_settings(), read_settings()
    write_settings(replace(one, preferences=Preferences(calm=True), last="110"), one)
    write_settings(replace(other, preferences=Preferences(gentle=True), learned=frozenset({"why"})), other)
    expected = Settings(preferences=Preferences(calm=True, gentle=True), last="110", learned=frozenset({"why"}))
    assert read_settings() == (expected, ())


def test_instances_that_write_at_once_lose_nothing(file: Path) -> None:
    write_settings(Settings())
    program = (
        "import sys; from msgspec.structs import replace; from sandbox.app.settings import *\n"
        "for number in range(15):\n"
        "    before, wrong = read_settings()\n"
        "    assert not wrong\n"
        "    write_settings(replace(before, learned=before.learned | {f'{sys.argv[1]} {number}'}), before)"
    )
    games = [subprocess.Popen([sys.executable, "-c", program, name], cwd=ROOT) for name in ("a", "b", "c")]
    assert [game.wait(60) for game in games] == [0, 0, 0]
    assert sorted(_written(file)["learned"]) == sorted(f"{name} {number}" for name in "abc" for number in range(15))


def test_a_killed_instance_keeps_nobody_out(file: Path) -> None:
    program = (
        "import sys, os, signal; from pathlib import Path; from sandbox.scenario.whole_files import alone\n"
        "with alone(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(file)], cwd=ROOT, check=False).returncode
    assert write_settings(Settings(last="110")) == ()


def test_an_instance_that_stays_too_long_is_said_and_the_file_is_named(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.scenario.whole_files.PATIENCE", 0.0)
    with alone(file), pytest.raises(TimeoutError) as raised:
        write_settings(Settings(last="110"))
    assert raised.value.filename == str(file)
    assert not file.exists()


@pytest.mark.parametrize("content", BROKEN)
def test_a_damaged_file_gives_the_usual_settings_and_is_kept_aside(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    settings, (complaint,) = read_settings()
    assert settings == Settings()
    assert complaint.startswith(f"{file}: ")
    assert "settings.broken-1.json" in complaint
    assert file.with_name("settings.broken-1.json").read_bytes() == content
    assert write_settings(Settings(last="110")) == ()
    assert read_settings() == (Settings(last="110"), ())


def test_each_damage_is_kept_and_the_oldest_gives_way_with_a_word(file: Path) -> None:
    for number in range(1, MOST_BROKEN + 2):
        file.write_bytes(b"{" * number)
        os.utime(file, (number, number))
        _, (complaint,) = read_settings()
        assert ("oldest" in complaint) == (number > MOST_BROKEN)
    kept = sorted(len(path.read_bytes()) for path in file.parent.glob("settings.broken-*.json"))
    assert kept == list(range(2, MOST_BROKEN + 2))


def test_a_file_that_is_damaged_while_the_game_runs_is_set_aside_and_all_is_written(file: Path) -> None:
    before = Settings(last="110", preferences=Preferences(calm=True))
    write_settings(before)
    file.write_bytes(b"{")
    (complaint,) = write_settings(replace(before, last="120"), before)
    assert "settings.broken-1.json" in complaint
    assert read_settings() == (replace(before, last="120"), ())


@pytest.mark.skipif(os.name == "nt", reason="There names are UTF-16.")
def test_a_folder_and_a_level_whose_names_are_no_text_are_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(os.fsdecode(bytes(tmp_path) + b"/\xff\xfe"))
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(folder))
    folder.mkdir()
    (folder / "settings.json").write_bytes(b"{")
    _, (complaint,) = read_settings()
    assert "��/settings.json" in complaint.encode().decode()
    last = str(folder / "own.json")
    write_settings(Settings(last=last))
    assert read_settings() == (Settings(last=last), ())
