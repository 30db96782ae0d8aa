"""The difficulties at which a level of the list can be played, and how well each was played so far."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.difficulty import adjusted, difficulties
from sandbox.scenario.language import text_of
from sandbox.scenario.schema import Level
from sandbox.session.story.best import kept_as
from sandbox.ui import verbs
from sandbox.ui.kit.time_axis import clock

if TYPE_CHECKING:
    from sandbox.scenario.library import Entry
    from sandbox.session.story.best import Best
    from sandbox.ui.context import Context
    from sandbox.ui.kit.invocation import Invocation


class Choice(NamedTuple):
    """One difficulty of a level."""

    difficulty: str
    stars: int
    """that there are to be earned"""
    best: Best | None
    """None if it was not won there yet"""
    act: Invocation
    tip: str


def choices_of(context: Context, entry: Entry) -> list[Choice]:
    """List the difficulties of a level that can be won; of any other there is no choice."""
    level = None if entry.broken else level_of(entry.level)
    if level is None or level.goal is None:
        return []
    found = list[Choice]()
    for name in difficulties(level):
        best = context.shell.best.get(kept_as(level.id, name))
        act = verbs.PLAY_AT(entry.path, name)
        found.append(Choice(name, len(level.goal.stars), best, act, _tip(adjusted(level, name), name, best)))
    return found


@lru_cache(maxsize=64)
def level_of(content: bytes) -> Level:
    """Return a level that is given as JSON."""
    return msgspec.json.decode(content, type=Level)


def _tip(level: Level, difficulty: str, best: Best | None) -> str:
    """Tell which tools and how much time there are at a difficulty, and how well it was played."""
    given = [
        text_of("ui.difficulty.tool", tool=text_of(f"happening.{tool}.name"), number=number)
        for tool, number in (level.tools or {}).items()
        if number
    ]
    within = None if level.goal is None else level.goal.within
    given += [] if within is None else [text_of("ui.difficulty.time", time=clock(round(within * TICKS_PER_SECOND)))]
    name = text_of(f"difficulty.{difficulty}")
    said = text_of("ui.difficulty.tip", difficulty=name, what=", ".join(given)) if given else name
    if best is None:
        return said
    return f"{said}. {text_of('ui.difficulty.best', time=clock(best.ticks), count=best.stars)}"
