"""What the player did, and how those are whom a won game was about: told where no pattern of `beats` tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import NAMED
from sandbox.scenario.suggest import all_of
from sandbox.session.schedule import tick_of
from sandbox.session.story.beat import Beat
from sandbox.session.story.wanted import wanted_by
from sandbox.session.why.cards import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sandbox.engine.world import World
    from sandbox.scenario.schema import Happening, Level

WELL: Final = 0.1
"""Who feels at least so good is told to be well."""


def deed(level: Level, commands: Iterable[Happening]) -> Iterator[Beat]:
    """Yield the latest deed of the player to somebody."""
    rows = {person.id: row for row, person in enumerate(level.people)}
    done = [one for one in commands if one.do in NAMED and one.who in rows]
    for last in sorted(done, key=tick_of)[-1:]:
        people = tuple(rows[name] for name in (last.by, last.who) if name in rows)
        key = f"happening.{last.do}.{'did' if last.by is None else 'did_by'}"
        yield Beat(key, _slots(level, last), tick_of(last), Subject("person", people[-1]), 2.0, people)


def _slots(level: Level, done: Happening) -> dict[str, object]:
    names = {person.id: person.name for person in level.people}
    return {slot: names.get(getattr(done, slot) or "", "") for slot in ("who", "by", "about")}


def well(world: World, level: Level, until: int) -> Iterator[Beat]:
    """Tell of all whom the goal asks to be well that they are, which only the present knows."""
    rows = sorted(wanted_by(level).well)
    if rows and world.tick == until and (world.people.felt[rows] >= WELL).all():
        names = all_of([level.people[row].name for row in rows])
        slots: dict[str, object] = {"names": names, "count": len(rows)}
        yield Beat("beat.well", slots, until, Subject("person", rows[0]), 2.0, tuple(rows))
