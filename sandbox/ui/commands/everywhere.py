"""What can be done in every scene: panels, preferences, the window."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.scenario.daily import DAILY, of_day
from sandbox.scenario.language import prefer, text_of
from sandbox.scenario.languages import languages, next_language
from sandbox.scenario.library import find_level
from sandbox.scenario.load import load_level
from sandbox.scenario.po import LanguageError
from sandbox.scenario.problems import LevelError
from sandbox.ui import verbs
from sandbox.ui.commands.command import Command
from sandbox.ui.kit.scrolling import SCROLL, STEP, uncovered, within
from sandbox.ui.preferences import LADDERS, SWITCHES, toggled, turned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.screen import Screen


def _press(screen: Screen) -> None:
    """Press the control that has the keyboard, which comes into view."""
    screen.state.scroll = uncovered(screen.panes, screen.state.scroll, screen.state.focus.at)
    screen.press_control(screen.state.focus.at or "")


def _on_control(screen: Screen) -> bool:
    return screen.control(screen.state.focus.at) is not None


def _focus(screen: Screen, step: int) -> None:
    screen.move_focus(step)


def _dock(screen: Screen, name: str) -> None:
    if screen.state.dock == name:
        screen.state.dock = ""
    elif name in screen.docks:
        screen.open_dock(name)


def _docks(screen: Screen) -> Iterator[Invocation]:
    return (
        verbs.DOCK(name) for name in screen.docks if name not in {"inspector", "why", "why_not", "lesson", "closing"}
    )


def _scroll(screen: Screen, notches: int) -> None:
    screen.state.scroll = within(screen.panes, screen.state.scroll + notches * STEP)


def _page(screen: Screen, pages: int) -> None:
    screen.state.page += pages


def _open(screen: Screen, path: Path) -> None:
    screen.open(path)


def _daily(screen: Screen) -> None:
    """Play the level of the day, which is the same all over the world: days begin at midnight in Greenwich."""
    try:
        path = find_level(DAILY)
        screen.play(of_day(load_level(path), datetime.now(UTC).date()), path)
    except LevelError as error:
        screen.shell.show_toast(error.problems[0])


def _play_at(screen: Screen, path: Path, difficulty: str) -> None:
    screen.open(path, difficulty)


def _levels(screen: Screen) -> Iterator[Invocation]:
    return (verbs.OPEN(entry.path) for entry in screen.state.entries if not entry.broken)


def _level_title(screen: Screen, path: Path) -> str:
    title = next((entry.title for entry in screen.state.entries if entry.path == path), path.name)
    return text_of("ui.palette.level", title=title)


def _say(screen: Screen, sentence: str) -> None:
    screen.shell.show_toast(sentence)


def _setting(screen: Screen, name: str) -> None:
    screen.prefer(toggled(screen.shell.preferences, name))


def _settings(_: Screen) -> Iterator[Invocation]:
    return (verbs.SETTING(name) for name in SWITCHES)


def _setting_title(screen: Screen, name: str) -> str:
    return _turning(text_of(f"ui.setting.{name}"), on=bool(getattr(screen.shell.preferences, name)))


def _turning(title: str, *, on: bool) -> str:
    """Return what a switch does that is on or off now."""
    return text_of("ui.palette.off" if on else "ui.palette.on", title=title)


def _turn(screen: Screen, name: str, by: int) -> None:
    if name == "language":
        _speak(screen, next_language(screen.shell.last, screen.shell.preferences.language, by))
        return
    screen.prefer(turned(screen.shell.preferences, name, by, round(100 * screen.style.scale)))


def _speak(screen: Screen, language: str) -> None:
    """Say everything in another language, if its texts can be used."""
    try:
        prefer(language)
    except LanguageError as error:
        screen.shell.show_toast(str(error))
        return
    screen.prefer(replace(screen.shell.preferences, language=language))


def _turns(screen: Screen) -> Iterator[Invocation]:
    several = ("language",) if len(languages(screen.shell.last, screen.shell.preferences.language)) > 1 else ()
    return (verbs.TURN(name, by) for name in (*several, *LADDERS) for by in (1, -1))


def _turn_title(_: Screen, name: str, by: int) -> str:
    kind = "next" if name in {"language", "palette"} else "more"
    return text_of(f"ui.palette.{kind}" if by > 0 else f"ui.palette.{kind}.back", title=text_of(f"ui.setting.{name}"))


def _sound(screen: Screen) -> None:
    _setting(screen, "quiet")


def _fullscreen(screen: Screen) -> None:
    screen.shell.requests.append("fullscreen")


def _picture(screen: Screen) -> None:
    screen.shell.requests.append("picture")


def _palette(screen: Screen) -> None:
    screen.show_palette()


def _close(screen: Screen) -> None:
    screen.close()


def _quit(screen: Screen) -> None:
    screen.shell.requests.append("quit")


COMMANDS: Final = (
    Command(verbs.PRESS, _press, when=_on_control, gesture="press"),
    Command(verbs.FOCUS, _focus, gesture="tab", repeats=True),
    Command(verbs.DOCK, _dock, offers=_docks),
    Command(SCROLL, _scroll, gesture="wheel"),
    Command(verbs.PAGE, _page, gesture="press"),
    Command(verbs.OPEN, _open, offers=_levels, title=_level_title),
    Command(verbs.PLAY_AT, _play_at, gesture="press"),
    Command(verbs.SAY, _say, gesture="press"),
    Command(verbs.SETTING, _setting, offers=_settings, title=_setting_title),
    Command(verbs.TURN, _turn, offers=_turns, title=_turn_title),
    Command(verbs.SOUND, _sound),
    Command(verbs.FULLSCREEN, _fullscreen),
    Command(verbs.PICTURE, _picture),
    Command(verbs.DAILY, _daily),
    Command(verbs.PALETTE, _palette),
    Command(verbs.CLOSE, _close, gesture="escape"),
    Command(verbs.QUIT, _quit),
)
