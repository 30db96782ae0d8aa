"""What a click on somebody will do, told before it: a sign at the mouse, and words where the sign does not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.scenario.language import text_of
from sandbox.ui.tools.make_happening import has_cue
from sandbox.ui.tools.variants import choices, chosen, tool_icon, way_of

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext


class Foretold(NamedTuple):
    """What will come of a click."""

    icon: str
    words: str = ""
    """nothing where the icon says it all"""


def foretold(context: PlayContext, person: int) -> Foretold:
    """Say what a click on somebody will do: choose them, use the tool in hand, or undo what it did before."""
    state, level = context.state, context.frame.level
    if state.looks:
        sign = "look" if state.picking is None else state.picking.id
        return Foretold(sign, text_of("ui.click.choose", who=context.name(person)))
    ways = choices(level, state.hand)
    way = ways[chosen(state, level, state.hand)].value if ways else ""
    if way_of(state.hand) != "cue":
        return Foretold(tool_icon(state.hand))
    return Foretold(
        tool_icon(state.hand), text_of(f"ui.cue.{way}.{'off' if has_cue(context.frame, person, way) else 'on'}")
    )
