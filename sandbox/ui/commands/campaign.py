"""What can be done on the map of levels: choose one, pass it over, and forget all that was won."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.scenario.language import text_of
from sandbox.session.lessons import LESSONS
from sandbox.session.progress import Progress
from sandbox.ui import verbs
from sandbox.ui.campaign.walk import chosen, progress_of
from sandbox.ui.commands.command import Command
from sandbox.ui.kit.focus import nearest
from sandbox.ui.kit.scrolling import uncovered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.screen import Screen


def _stop(screen: Screen, index: int) -> None:
    """Choose a level; the one that is chosen is played."""
    state = screen.state
    if chosen(screen.shell, state.entries, state.walk) == index:
        screen.press_control("levels.play")
    else:
        state.walk = state.walk._replace(stop=index)
        state.focus.at = None if state.focus.at is None else f"level.{index}"


def _at(screen: Screen, difficulty: str) -> None:
    screen.state.walk = screen.state.walk._replace(difficulty=difficulty)


def _skip(screen: Screen, level: str) -> None:
    """Recommend the next level instead of one, or recommend that one again."""
    screen.shell.skipped ^= {level}
    screen.state.walk = screen.state.walk._replace(stop=None)
    screen.shell.requests.append("settings")


def _forget(screen: Screen) -> None:
    screen.state.walk = screen.state.walk._replace(asks=not screen.state.walk.asks)


def _forget_all(screen: Screen) -> None:
    """Begin the campaign anew; what was won can be brought back until the window is closed."""
    screen.shell.forgotten = progress_of(screen.shell)
    _take_up(screen, Progress({}, {}, frozenset()))


def _remember(screen: Screen) -> None:
    if screen.shell.forgotten is not None:
        _take_up(screen, screen.shell.forgotten)
        screen.shell.forgotten = None


def _take_up(screen: Screen, progress: Progress) -> None:
    shell = screen.shell
    shell.best, shell.bets, shell.skipped = dict(progress.best), dict(progress.bets), progress.skipped
    screen.state.walk = screen.state.walk._replace(stop=None, asks=False)
    shell.requests.append("settings")


def _forgot(screen: Screen) -> bool:
    return screen.shell.forgotten is not None


def walked(screen: Screen, right: int, down: int) -> bool:
    """Choose the level beside the chosen one in a direction, or the way into it below the last; False without a map."""
    stops = [one for one in screen.controls if one.act is not None and one.act.command == verbs.STOP.name]
    if screen.state.dock != "levels" or not stops:
        return False
    here = f"level.{chosen(screen.shell, screen.state.entries, screen.state.walk)}"
    start = next((place for place, stop in enumerate(stops) if stop.name == here), None)
    x, y = (np.array([stop.rect.center[axis] for stop in stops], np.float64) for axis in (0, 1))
    place = nearest(x, y, start, (right, down))
    if place == start and down > 0 and screen.control("levels.play") is not None:
        screen.state.focus.at = "levels.play"
    else:
        screen.state.focus.at = stops[place].name
        screen.state.walk = screen.state.walk._replace(stop=int(stops[place].name.partition(".")[2]))
    screen.state.scroll = uncovered(screen.panes, screen.state.scroll, screen.state.focus.at)
    return True


def _lesson(screen: Screen, lesson: str) -> None:
    """Open a page of the theory; closing it leads back to where it was asked for."""
    before = screen.state.dock
    screen.state.lesson = lesson
    screen.open_dock("lesson")
    screen.state.under = "levels" if before == "levels" or "theory" not in screen.docks else "theory"


def _lessons(_: Screen) -> Iterator[Invocation]:
    return (verbs.LESSON(lesson) for lesson in LESSONS)


def _lesson_title(_: Screen, lesson: str) -> str:
    return text_of("ui.palette.lesson", title=text_of(f"mechanism.{lesson}"))


COMMANDS: Final = (
    Command(verbs.STOP, _stop, gesture="press"),
    Command(verbs.AT, _at, gesture="press"),
    Command(verbs.SKIP, _skip, gesture="press"),
    Command(verbs.FORGET, _forget, gesture="press"),
    Command(verbs.FORGET_ALL, _forget_all, gesture="press"),
    Command(verbs.REMEMBER, _remember, when=_forgot, gesture="press"),
    Command(verbs.LESSON, _lesson, offers=_lessons, title=_lesson_title),
)
