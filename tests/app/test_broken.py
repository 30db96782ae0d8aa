"""After the game broke, the next start says so, and offers the report and to go on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sandbox.app import crash
from sandbox.session.files.recording import read_recording
from sandbox.ui import verbs
from tests.app.sittings import arrive, broken, hurt, newest, perform, ticks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.ui.screen import Screen


def test_a_crash_is_told_at_the_next_start_with_a_report_and_what_was_played(
    sit_down: Callable[..., list[str]], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_down(hurt, ticks(70), lambda _: None, broken, argv=("110",), code=1)
    (report,) = home.glob("crash-*.json")
    assert read_recording(report).made_with.game
    shown: list[Path] = []
    monkeypatch.setattr("sandbox.ui.commands.starting.show_folder", lambda folder: shown.append(folder) or True)
    seen: list[list[str]] = []

    def note(screen: Screen) -> None:
        seen.append([control.name for control in screen.controls if control.name.startswith("broke.")])

    said = sit_down(note, lambda screen: screen.press_control("broke.report"), note)
    assert seen == [["broke.go_on", "broke.report", "broke.dismiss"], []]
    assert shown == [home]
    assert any(report.name in words for words in said)
    seen.clear()
    sit_down(note, perform(verbs.PLAY_ON()), arrive)
    assert seen[0] == []
    assert newest(home).to >= 70
    assert newest(home).session.tick >= 70


def test_a_crash_that_no_title_tells_of_is_told_in_a_sentence(
    sit_down: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    sit_down(broken, argv=("110",), code=1)
    capsys.readouterr()
    sit_down(argv=("110",))
    assert "broke last time" in capsys.readouterr().err
    sit_down(argv=("110",))
    assert capsys.readouterr().err == ""


def test_who_breaks_again_and_again_comes_to_a_title_that_opens_nothing(sit_down: Callable[..., list[str]]) -> None:
    sit_down(ticks(70), argv=("110",))
    for _ in range(2):
        sit_down(perform(verbs.PLAY_ON()), broken, code=1)
    seen: list[str] = []
    sit_down(lambda screen: seen.append(screen.going_on))  # type: ignore[attr-defined]
    assert seen == ["Play on: The Open Square"]
    sit_down(lambda screen: seen.append(screen.going_on))  # type: ignore[attr-defined]
    assert seen[1].startswith("Go on: The Open Square")


@pytest.mark.parametrize("content", [b"", b"[" * 9000, b'{"times": -1}', b"\xff", b'{"report": 3}'])
def test_a_strange_mark_of_a_crash_is_just_a_crash(home: Path, content: bytes) -> None:
    (home / crash.MARK).write_bytes(content)
    assert crash.last_broken() == crash.Broke()
    crash.forget_broken()
    assert crash.last_broken() is None


def test_the_mark_of_a_crash_names_the_report(home: Path) -> None:
    crash.note_broken(home / "crash-1.json")
    assert json.loads((home / crash.MARK).read_bytes()) == {
        "report": str(home / "crash-1.json"),
        "times": 1,
        "told": False,
    }
    crash.note_broken(None)
    assert crash.last_broken() == crash.Broke("", 2)
