"""Turns clicks on people and on the ground into happenings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import HAPPENINGS, INDEX
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.schema import Happening

if TYPE_CHECKING:
    from sandbox.session.frame import Frame

_BAD_NEWS: Final = -0.8
"""How badly the absent person is said to feel."""


def takes(tool: str, field: str) -> bool:
    """Tell whether a tool's happening has a field; the looking glass has none."""
    return tool in INDEX and field in HAPPENINGS[INDEX[tool]].takes


def wants_person(tool: str) -> bool:
    """Tell whether a tool needs a second person: whom the news is about."""
    return takes(tool, "about")


def wants_spot(tool: str) -> bool:
    """Tell whether a tool needs a spot on the ground."""
    return takes(tool, "x")


def befall(frame: Frame, tool: str, who: int, *, by: int | None = None) -> Happening:
    """Make what befalls somebody, done by somebody or by nobody in particular."""
    people = frame.level.people
    doer = people[by].id if by is not None and takes(tool, "by") else None
    return Happening(do=tool, at=frame.tick / TICKS_PER_SECOND, who=people[who].id, by=doer)


def tell(frame: Frame, tool: str, who: int, about: int) -> Happening:
    """Make sad news of somebody."""
    people = frame.level.people
    at = frame.tick / TICKS_PER_SECOND
    return Happening(do=tool, at=at, who=people[who].id, about=people[about].id, amount=_BAD_NEWS)


def put(frame: Frame, tool: str, who: int, spot: tuple[float, float]) -> Happening:
    """Make somebody be put down at a spot, in metres, inside the map."""
    level = frame.level
    x, y = (
        round(min(max(0.0, at), edge), 2) for at, edge in zip(spot, (level.map.width, level.map.height), strict=True)
    )
    return Happening(do=tool, at=frame.tick / TICKS_PER_SECOND, who=level.people[who].id, x=x, y=y)


def switch(frame: Frame, drive: str) -> Happening:
    """Turn a drive on if it is off, and off if it is on."""
    return Happening(do="switch", at=frame.tick / TICKS_PER_SECOND, drive=drive, on=drive in frame.off)
