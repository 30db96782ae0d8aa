"""How the world fares, in a few words beside the level's title; a press opens the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.language import text_of
from sandbox.session.seen.meters import NAMES, title
from sandbox.ui import verbs
from sandbox.ui.kit.widgets import Control
from sandbox.ui.meter_bars import written

if TYPE_CHECKING:
    import pygame

    from sandbox.ui.context import PlayContext


def tally_words(context: PlayContext) -> str:
    """Say how many suffer, unseen or not, look away, are things or are blamed; what is nobody's lot is left out."""
    counts = context.state.meter_bars.tally._asdict()
    parts = [text_of(f"tally.{name}", count=count) for name, count in counts.items() if count]
    if not counts["suffer"]:
        parts.insert(0, text_of("tally.calm"))
    return " · ".join(parts)


def tally(context: PlayContext, rect: pygame.Rect, words: str) -> Control:
    """Build the button that says it."""
    now = context.state.meter_bars.now._asdict()
    values = ", ".join(f"{title(name)} {written(name, now[name])}" for name in NAMES)
    return Control(
        name="head.meters",
        rect=rect,
        act=verbs.DOCK("meters"),
        look="words",
        text=words,
        tip=context.with_key(text_of("ui.meters.tip", values=values), verbs.DOCK("meters")),
        on=context.state.dock == "meters",
    )
