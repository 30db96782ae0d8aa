"""How the levels are dealt out to the pages of their map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.scenario.library import Entry

_MOST: Final = (24, 12)
"""Of the campaign and of all else, so many are on a page."""


class Page(NamedTuple):
    """What stands on a page."""

    road: tuple[int, ...]
    """the levels of the campaign, by their places in the list"""
    beside: tuple[int, ...]
    """likewise those that are beside the way"""
    title: str


def pages_of(entries: Sequence[Entry]) -> list[Page]:
    """Deal the levels out to pages; the examples have pages of their own."""
    road = [index for index, entry in enumerate(entries) if entry.in_campaign]
    beside = [index for index, entry in enumerate(entries) if not (entry.in_campaign or entry.example)]
    examples = [index for index, entry in enumerate(entries) if entry.example]
    most, few = _MOST
    count = max(-(-len(road) // most), -(-len(beside) // few))
    dealt = [
        Page(tuple(road[page * most :][:most]), tuple(beside[page * few :][:few]), "ui.levels") for page in range(count)
    ]
    dealt += [
        Page((), tuple(examples[place : place + most]), "ui.levels.examples") for place in range(0, len(examples), most)
    ]
    return dealt or [Page((), (), "ui.levels")]
