"""A low fence around a patch of ground, which keeps the people of a scene where they are to be watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.schema import Wall

if TYPE_CHECKING:
    from sandbox.scenario.schema import Person


def fence(left: float, top: float, right: float, bottom: float) -> tuple[Wall, ...]:
    """Put up four low walls, seen over but not walked over, around a patch of ground; all in metres."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return tuple(
        Wall(x1=x1, y1=y1, x2=x2, y2=y2, low=True)
        for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True)
    )


def held(person: Person, metres: float) -> tuple[Wall, ...]:
    """Put a fence around somebody who has a spot of their own, so many metres off on each side."""
    x, y = person.x or 0.0, person.y or 0.0
    return fence(x - metres, y - metres, x + metres, y + metres)
