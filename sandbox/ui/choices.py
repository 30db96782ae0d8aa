"""What some tools must still be told before they are used: which rule, which cue of a look, which group's badge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sandbox.engine.vocabulary import CUES, RULES
from sandbox.scenario.build import groups_of
from sandbox.scenario.catalogue import say
from sandbox.ui.layout import MORE
from sandbox.ui.tokens import group_name
from sandbox.view.badges import badge_colours

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.ui.desk import Desk


class Choice(NamedTuple):
    """One way to use a tool."""

    value: str
    """a rule, a cue or a group, as a level writes it"""
    icon: str
    words: str


def choices(level: Level, tool: str) -> tuple[Choice, ...]:
    """List the ways to use a tool; none where there is only one."""
    if tool == "propose":
        return tuple(Choice(rule, rule, say(f"ui.rule.{rule}")) for rule in RULES)
    if tool == "cue":
        return tuple(Choice(cue, cue, say(f"ui.cue.{cue}")) for cue in CUES)
    if tool == "badge":
        colours = badge_colours(level)
        return tuple(Choice(group, f"badge:{colour}", group_name(group)) for group, colour in colours.items())
    return ()


_FIRST = {"cue": CUES.index("mask")}
"""Where a tool starts, if not with its first choice."""


def chosen(desk: Desk, level: Level, tool: str) -> int:
    """Tell which of the ways to use a tool is in hand."""
    return desk.choices.get(tool, _FIRST.get(tool, 0)) % max(1, len(choices(level, tool)))


def spare_tools(level: Level) -> tuple[str, ...]:
    """List the rarer tools that a level offers; badges make no sense where there are no groups to change."""
    allowed = MORE if level.tools is None else tuple(tool for tool in MORE if tool in level.tools)
    return tuple(tool for tool in allowed if tool != "badge" or len(groups_of(level)) > 1)
