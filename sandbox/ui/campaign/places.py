"""What stands for a level on the map of the campaign: something of its own place, and the people whom it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.ui.course.ended import named

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sandbox.scenario.schema import Level, Look
    from sandbox.scenario.stages import PlaceKind, StageKind

_DULL: Final = frozenset({"spot", "alley", "lamp", "sign", "pot"})
"""By what stands on many maps no level is known."""
_USUAL: Final[Mapping[StageKind, tuple[PlaceKind, ...]]] = {
    "lawn": ("bench", "garden", "pot"),
    "school-yard": ("board", "rack", "door"),
    "office": ("desk", "window", "door"),
    "ward": ("bed", "panel", "door"),
    "village": ("house", "well", "stall"),
    "bus-stop": ("shelter", "sign", "rack"),
}
"""What stands for a level of such a stage that has nothing of its own."""


def kind_of(level: Level | None, taken: Collection[PlaceKind]) -> PlaceKind:
    """Return what stands for a level, if that can be something that stands for no other; a bare spot for none."""
    if level is None:
        return "spot"
    own = [place.kind for place in level.map.places if place.kind not in _DULL]
    likely = [*own, *_USUAL[level.map.stage]]
    return next((kind for kind in likely if kind not in taken), likely[0])


def faces_of(level: Level) -> tuple[Look, ...]:
    """Return how those look whom a level is about, the one whom its goal names first, each look once."""
    row = None if level.goal is None else named(level.goal.win, level)
    first = [] if row is None else [level.people[row]]
    return tuple(dict.fromkeys(person.look for person in (*first, *level.people) if person.being == "person"))
