"""A play-through as it can be sent to another process, and the worlds that leave it.

A fork at tick 0 is another level, played from its beginning. A later one goes on from the moment of the play at that
tick: what of it a command can do, such as switching a drive, is one, so that it can be recorded and played again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sandbox.engine.happenings.column_edits import changed, tied
from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.engine.table import replaced
from sandbox.engine.ties import ANCHORED
from sandbox.scenario.build import build_world
from sandbox.scenario.schema import Happening, Level, Person, Tie
from sandbox.scenario.vary import PART_OF
from sandbox.session.moment import Moment
from sandbox.session.schedule import until
from sandbox.session.story.script import Script
from sandbox.session.what_if.variation import Variation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.engine.world import World

COLUMN_OF: Final = {field: field for field in PART_OF} | {"sweets": "sweet_tooth"}
"""The columns of People that hold them."""
TIE_FIELDS: Final = tuple(field for field in Tie.__struct_fields__ if field not in {"source", "target", "mutual"})


class Play(Struct, frozen=True):
    """One line of a play-through; whatever leaves it can be worked out from this and one of its moments."""

    level: Level
    seed: int
    off: frozenset[str]
    """the drives that were off from the beginning"""
    settings: dict[str, float]
    commands: tuple[Happening, ...]
    now: int
    """the tick of the moment that is asked about"""


class Fork(Struct, frozen=True):
    """One world: where it leaves the play, and what is otherwise from there on."""

    tick: int
    seed: int
    commands: tuple[Happening, ...]
    """all that is done in it, from the beginning"""
    variation: Variation

    def level(self, play: Play) -> Level:
        """Return the level that it plays."""
        level = lacking(play.level, self.variation.spared)
        return level if self.tick else _otherwise(level, self.variation)

    def off(self, play: Play) -> frozenset[str]:
        """Return the drives that are off in it from the beginning of the level."""
        return play.off if self.tick else play.off.union(self.variation.off).difference(self.variation.on)

    def settings(self, play: Play) -> dict[str, float]:
        """Return the constants that it changes."""
        return play.settings | {setting.name: setting.value for setting in self.variation.settings}

    def replays(self, play: Play) -> bool:
        """Return whether level, seed and commands lead to all its moments, also those before the fork."""
        altered = self.variation.people or self.variation.ties or self.variation.settings or self.seed != play.seed
        return not self.tick or not altered

    def begin(self, play: Play, trunk: Moment) -> Moment:
        """Return its first moment.

        Args:
            play: what it leaves.
            trunk: the moment of the play at its tick.
        """
        params = trunk.world.params
        if self.variation.settings:
            params = Parameters().with_settings(self.settings(play))
        if self.tick == 0:
            level, off = self.level(play), self.off(play)
            return Script(level).first(build_world(level, params, seed=self.seed, off=off, journal=trunk.world.journal))
        world = replaced(trunk.world, seed=self.seed, params=params, listed=None)
        return Moment(_changed(world, play.level, self.variation), trunk.before, trunk.story)


def lacking(level: Level, spared: Sequence[int]) -> Level:
    """Return a level in which some happenings do not happen, by their places in its file."""
    kept = tuple(one for place, one in enumerate(level.happenings) if place not in spared)
    return replace(level, happenings=kept) if spared else level


def forked(play: Play, variation: Variation) -> Fork:
    """Return the world of a variation, with the seed of the play if it has none itself."""
    tick = variation.begins(play.now, play.commands, play.level)
    commands = variation.commands(play.commands)
    if tick:
        done = len(until(commands, tick))
        commands = (*commands[:done], *_switches(variation, tick), *commands[done:])
    return Fork(tick, play.seed if variation.seed is None else variation.seed, commands, variation)


def _switches(variation: Variation, tick: int) -> Iterator[Happening]:
    at = tick / TICKS_PER_SECOND
    yield from (Happening(do="switch", at=at, drive=drive, on=False) for drive in variation.off)
    yield from (Happening(do="switch", at=at, drive=drive, on=True) for drive in variation.on)


def reach(play: Play, moment: Moment, tick: int) -> Moment:
    """Play on along the play itself, from one of its moments to a later tick."""
    script = Script(play.level)
    while moment.tick < tick:
        moment = script.next(moment, play.commands)
    return moment


def personal(person: Person, what: str, value: float) -> Person:
    """Return somebody who is otherwise in one field; raise msgspec.ValidationError if that cannot be so."""
    part = getattr(person, PART_OF[what])
    fields = msgspec.structs.asdict(part) | {what: value}
    vary = {field: limits for field, limits in (person.vary or {}).items() if field != what}
    return replace(person, vary=vary or None, **{PART_OF[what]: msgspec.convert(fields, type(part))})


def _otherwise(level: Level, variation: Variation) -> Level:
    """Return a level in which people and ties are otherwise from the beginning."""
    people = {person.id: person for person in level.people}
    for change in variation.people:
        people[change.who] = personal(people[change.who], change.what, change.value)
    ties = [replace(Tie(source=one.source, target=one.target), **{one.what: one.value}) for one in variation.ties]
    return replace(level, people=tuple(people.values()), ties=(*level.ties, *ties))


def _changed(world: World, level: Level, variation: Variation) -> World:
    """Return a world in which people and ties are otherwise from now on; what has an anchor takes it along."""
    rows = {person.id: row for row, person in enumerate(level.people)}
    for change in variation.people:
        column = COLUMN_OF[change.what]
        values = changed(getattr(world.people, column), rows[change.who], change.value)
        world = world.with_people(**{column: values})
    for one in variation.ties:
        world, row = tied(world, rows[one.source], rows[one.target])
        names = [one.what, f"{one.what}_anchor"] if one.what in ANCHORED else [one.what]
        world = world.with_ties(**{name: changed(getattr(world.ties, name), row, one.value) for name in names})
    return world
