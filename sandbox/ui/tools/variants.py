"""What some tools must still be told before they are used: which rule, which cue of a look, which group's badge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.engine.happenings import NAMED
from sandbox.engine.vocabulary import CUES, RULES
from sandbox.scenario.actions import Give
from sandbox.scenario.build import groups_of
from sandbox.scenario.labels import group_name
from sandbox.scenario.language import text_of
from sandbox.scenario.schema import Cues
from sandbox.ui.kit.layout import TOOLS
from sandbox.ui.tools.spare import MORE
from sandbox.view.people.badges import badge_colours

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.ui.state import PlayState


class Choice(NamedTuple):
    """One way to use a tool."""

    value: str
    """a rule, a cue or a group, as a level writes it"""
    icon: str
    words: str


def way_of(tool: str) -> str:
    """Return the field that says in which of several ways a tool is used, or nothing; the looking glass has none."""
    return NAMED[tool].way if tool in NAMED else ""


def tool_icon(tool: str) -> str:
    """Name the picture of a tool."""
    return NAMED[tool].icon if tool in NAMED else tool


def choices(level: Level, tool: str) -> tuple[Choice, ...]:
    """List the ways to use a tool; none where there is only one."""
    way = way_of(tool)
    if way == "rule":
        return tuple(Choice(rule, rule, text_of(f"ui.rule.{rule}")) for rule in RULES)
    if way == "cue":
        return tuple(Choice(cue, cue, text_of(f"ui.cue.{cue}")) for cue in CUES)
    if way == "group":
        colours = badge_colours(level)
        return tuple(Choice(group, f"badge:{colour}", group_name(group)) for group, colour in colours.items())
    return ()


def chosen(state: PlayState, level: Level, tool: str) -> int:
    """Return which of the ways to use a tool is in hand."""
    first = _cue_worn(level) if way_of(tool) == "cue" else 0
    return state.choices.get(tool, first) % max(1, len(choices(level, tool)))


def _cue_worn(level: Level) -> int:
    """Return which cue most people of a level have otherwise than people usually have it; a mask if nobody has any."""
    usual = Cues()
    odd = [sum(getattr(one.cues, cue) != getattr(usual, cue) for one in level.people) for cue in CUES]
    return max(range(len(CUES)), key=lambda cue: (odd[cue], cue)) if any(odd) else CUES.index("mask")


def front_tools(level: Level) -> tuple[str, ...]:
    """List the tools with a place of honour: of the usual ones those that a level offers or may give, and the glass.

    The rarer ones join them where all of them have room there.
    """
    front = tuple(tool for tool in TOOLS if tool == "look" or _offered(level, tool))
    rare = rare_tools(level)
    return (*front, *rare) if len(front) + len(rare) <= len(TOOLS) else front


def spare_tools(level: Level) -> tuple[str, ...]:
    """List the rarer tools that a level offers and that lie behind "More"."""
    front = front_tools(level)
    return tuple(tool for tool in rare_tools(level) if tool not in front)


def rare_tools(level: Level) -> tuple[str, ...]:
    """List the rarer tools of a level; those that change groups make no sense where there are none."""
    return tuple(
        tool for tool in MORE if _offered(level, tool) and (way_of(tool) != "group" or len(groups_of(level)) > 1)
    )


def _offered(level: Level, tool: str) -> bool:
    """Return whether a tool is there from the beginning, or a rule of the level may give it."""
    given = (action.give for rule in level.rules for action in rule.then if isinstance(action, Give))
    return level.tools is None or tool in level.tools or any(tool in gift for gift in given)
