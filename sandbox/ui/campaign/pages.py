"""How the levels are dealt out to the pages of their map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.scenario.library import Entry

_MOST: Final = 24
"""So many are on a page."""
_TOGETHER: Final = 20
"""So many of the campaign and beside it have one page together: more would be too small for the back row."""


class Page(NamedTuple):
    """What stands on a page."""

    road: tuple[int, ...]
    """the levels of the campaign, by their places in the list"""
    beside: tuple[int, ...]
    """likewise those that are beside the way"""
    title: str


def pages_of(entries: Sequence[Entry]) -> list[Page]:
    """Deal the levels out to pages: the way, what is beside it if there is room, and else on its own; examples last."""
    road = tuple(index for index, entry in enumerate(entries) if entry.in_campaign)
    beside = tuple(index for index, entry in enumerate(entries) if not (entry.in_campaign or entry.example))
    examples = tuple(index for index, entry in enumerate(entries) if entry.example)
    if len(road) + len(beside) <= _TOGETHER:
        dealt = [Page(road, beside, "ui.levels")] if road or beside else []
    else:
        dealt = [Page(part, (), "ui.levels") for part in _parts(road)]
        dealt += [Page((), part, "ui.levels.beside") for part in _parts(beside)]
    dealt += [Page((), part, "ui.levels.examples") for part in _parts(examples)]
    return dealt or [Page((), (), "ui.levels")]


def _parts(indices: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Cut a row of levels into pages."""
    return [indices[place:][:_MOST] for place in range(0, len(indices), _MOST)]
