"""Variation: in what a world differs from the play that it leaves. Data only, so it can be kept, sent and compared.

Deeds go by their place in the commands of the play, people and what is theirs by the names of a level file. A variation
that says nothing is a sham: its world goes the way of the play itself, bit for bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from msgspec import Meta, Struct
from msgspec.structs import replace

from sandbox.scenario.fields import Id, Seconds, Seed
from sandbox.scenario.schema import Happening
from sandbox.session.schedule import tick_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.scenario.schema import Level

MOST_CHANGES: Final = 1000
"""Of each kind, in one variation."""

Place = Annotated[int, Meta(ge=0)]
Places = Annotated[tuple[Place, ...], Meta(max_length=MOST_CHANGES)]
Names = Annotated[tuple[str, ...], Meta(max_length=MOST_CHANGES)]


class Moved(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A deed that is done at another time."""

    deed: Place
    """its place in the commands"""
    at: Seconds


class PersonChanged(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody who is otherwise: `what` is a field of a person's traits, tastes, body or bag in a level file."""

    who: Id
    what: str
    value: float


class TieChanged(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"source": "from", "target": "to"}
):
    """A tie that is otherwise, and begins if there is none: `what` is a field of a tie in a level file."""

    source: Id
    target: Id
    what: str
    value: float


class Setting(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A constant of the model with another value."""

    name: str
    value: float


class Variation(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """What is otherwise in a world, from the fork on."""

    name: str = ""
    """for whoever asks; nothing depends on it"""
    seed: Seed | None = None
    """instead of the play's, and of those of the question: such a variation has one world"""
    off: Names = ()
    """drives that are off"""
    on: Names = ()
    """drives that are on, whatever the play has switched off"""
    without: Places = ()
    """commands that are not given, by their places"""
    added: Annotated[tuple[Happening, ...], Meta(max_length=MOST_CHANGES)] = ()
    """commands that are given besides"""
    moved: Annotated[tuple[Moved, ...], Meta(max_length=MOST_CHANGES)] = ()
    """commands that are given at another time"""
    spared: Places = ()
    """happenings of the level that do not happen, by their places in its file"""
    people: Annotated[tuple[PersonChanged, ...], Meta(max_length=MOST_CHANGES)] = ()
    ties: Annotated[tuple[TieChanged, ...], Meta(max_length=MOST_CHANGES)] = ()
    settings: Annotated[tuple[Setting, ...], Meta(max_length=MOST_CHANGES)] = ()

    def begins(self, now: int, commands: Sequence[Happening], level: Level) -> int:
        """Return the tick at which its world leaves the play: `now`, or what comes earlier of the deeds it changes."""
        deeds = [commands[place] for place in self.without]
        deeds += [commands[moved.deed] for moved in self.moved]
        deeds += [level.happenings[place] for place in self.spared]
        times = [tick_of(deed) for deed in (*deeds, *self.added)]
        return min([now, *times, *(tick_of(replace(commands[moved.deed], at=moved.at)) for moved in self.moved)])

    def commands(self, done: Sequence[Happening]) -> tuple[Happening, ...]:
        """Return what is done in its world, in order; in one tick, what was done anyway comes first."""
        gone = {*self.without, *(moved.deed for moved in self.moved)}
        kept = [command for place, command in enumerate(done) if place not in gone]
        late = [replace(done[moved.deed], at=moved.at) for moved in self.moved]
        return tuple(sorted((*kept, *late, *self.added), key=tick_of))


SHAM: Final = Variation()
"""Nothing is otherwise."""
