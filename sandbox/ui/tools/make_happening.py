"""Turns clicks on people and on the ground into happenings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sandbox.engine.happenings import NAMED
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.vocabulary import CUES
from sandbox.scenario.schema import Happening
from sandbox.ui.tools.variants import way_of

if TYPE_CHECKING:
    from sandbox.scenario.schema import Level
    from sandbox.session.frame import Frame


def takes(tool: str, field: str) -> bool:
    """Return whether a tool's happening has a field; the looking glass has none."""
    return tool in NAMED and field in NAMED[tool].takes


def wanted(tool: str) -> tuple[str, ...]:
    """Name the people that a tool needs, in the order in which they are clicked."""
    return NAMED[tool].people if tool in NAMED else ("who",)


def wants_person(tool: str) -> bool:
    """Return whether a tool needs more than one person."""
    return len(wanted(tool)) > 1


def wants_spot(tool: str) -> bool:
    """Return whether a tool needs a spot on the ground."""
    return tool in NAMED and NAMED[tool].wants_spot


def befall(frame: Frame, tool: str, who: int, *, by: int | None = None, how: str = "") -> Happening:
    """Make what befalls somebody, done by somebody or by nobody in particular; `how` is a rule, a cue or a group."""
    people = frame.level.people
    doer = people[by].id if by is not None and takes(tool, "by") else None
    plain = Happening(do=tool, at=frame.tick / TICKS_PER_SECOND, who=people[who].id, by=doer)
    way = way_of(tool)
    if way == "cue":
        return replace(plain, cue=how, on=not has_cue(frame, who, how))
    return replace(plain, **{way: how}) if way else plain


def has_cue(frame: Frame, who: int, cue: str) -> bool:
    """Return whether somebody's look has a cue now, which the tool then takes away."""
    return bool(frame.people.cues[who, CUES.index(cue)] > 0)


def among(frame: Frame, tool: str, clicked: tuple[int, ...]) -> Happening:
    """Make what happens among several people: sad news of somebody, or an order."""
    named = {field: frame.level.people[row].id for field, row in zip(wanted(tool), clicked, strict=True)}
    amount = NAMED[tool].amount if takes(tool, "amount") else None
    bare = Happening(do=tool, at=frame.tick / TICKS_PER_SECOND, amount=amount)
    return replace(bare, **named)


def put(frame: Frame, tool: str, who: int, spot: tuple[float, float]) -> Happening:
    """Make somebody be put down at a spot, in metres, inside the map."""
    x, y = (round(at, 2) for at in inside(frame.level, spot))
    return Happening(do=tool, at=frame.tick / TICKS_PER_SECOND, who=frame.level.people[who].id, x=x, y=y)


def inside(level: Level, spot: tuple[float, float]) -> tuple[float, float]:
    """Return the spot on the map that is nearest, in metres."""
    x, y = (min(max(0.0, at), edge) for at, edge in zip(spot, (level.map.width, level.map.height), strict=True))
    return x, y


def switch(frame: Frame, drive: str) -> Happening:
    """Turn a drive on if it is off, and off if it is on."""
    return Happening(do="switch", at=frame.tick / TICKS_PER_SECOND, drive=drive, on=drive in frame.off)
