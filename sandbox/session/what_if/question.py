"""Question: which worlds, for how long, and what is to be read off them.

Data only: one that comes from a file can be held against a play before anything is played.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from msgspec import Meta, Struct

from sandbox.engine.explained import WrongSettingError
from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.fields import Seed
from sandbox.scenario.ids import Ids, unknown
from sandbox.scenario.language import explain
from sandbox.scenario.load import shape
from sandbox.scenario.problems import Problem
from sandbox.scenario.schema import Tie
from sandbox.scenario.validate import check_commands
from sandbox.scenario.vary import PART_OF, PARTS
from sandbox.session.what_if.forks import TIE_FIELDS
from sandbox.session.what_if.readings import AnyReading
from sandbox.session.what_if.variation import SHAM, Variation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.session.what_if.forks import Play

MOST_WORLDS: Final = 2000
"""Of one question."""
MOST_MEASURES: Final = 100

Title = Annotated[str, Meta(min_length=1, max_length=60)]


class Measure(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"hold": "for"}, omit_defaults=True
):
    """A reading that is followed in each world, and the limits within which it holds."""

    name: Title
    of: AnyReading
    at_least: float | None = None
    at_most: float | None = None
    """without either, it never holds: only its values are asked for"""
    hold: Annotated[float, Meta(ge=0, le=86400)] = 0.0
    """seconds for which it must be so without a break"""


class Question(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Variations, each with each seed."""

    measures: Annotated[tuple[Measure, ...], Meta(max_length=MOST_MEASURES)]
    seconds: Annotated[float, Meta(ge=0, le=86400)]
    """how far ahead of the moment that is asked about the worlds are played"""
    variations: Annotated[tuple[Variation, ...], Meta(min_length=1, max_length=MOST_WORLDS)] = (SHAM,)
    seeds: Annotated[tuple[Seed, ...], Meta(max_length=MOST_WORLDS)] = ()
    """none is the seed of the play itself"""

    @property
    def ticks(self) -> int:
        """How far ahead, in ticks."""
        return round(self.seconds * TICKS_PER_SECOND)

    def pairs(self, seed: int) -> tuple[tuple[int, int], ...]:
        """Return place of the variation and seed of each world, in order; `seed` is that of the play."""
        return tuple(
            (place, each)
            for place, variation in enumerate(self.variations)
            for each in ((self.seeds or (seed,)) if variation.seed is None else (variation.seed,))
        )


def other_seeds(seed: int, count: int) -> tuple[int, ...]:
    """Return so many seeds that are not `seed`; fewer of them are the first of more, so that what is known serves."""
    return tuple((seed + 1 + each) % 2**31 for each in range(count))


def check_question(question: Question, play: Play, earliest: int) -> Iterator[Problem]:
    """List everything that is wrong with a question about a play whose past is known from a tick on."""
    ids = Ids.of(play.level)
    worlds = len(question.pairs(play.seed))
    if worlds > MOST_WORLDS:
        yield Problem("seeds", "what_if.many", count=worlds, most=MOST_WORLDS)
    names = [measure.name for measure in question.measures]
    for place, measure in enumerate(question.measures):
        if measure.name in names[:place]:
            yield Problem(f"measures[{place}].name", "what_if.twice", name=measure.name)
        yield from measure.of.problems(f"measures[{place}].of", ids)
    for place, variation in enumerate(question.variations):
        found = [problem.below(f"variations[{place}]") for problem in _variation(variation, play, ids)]
        yield from found
        if not found and variation.begins(play.now, play.commands, play.level) < earliest:
            yield Problem(f"variations[{place}]", "what_if.past", seconds=f"{earliest / TICKS_PER_SECOND:g}")


def _variation(variation: Variation, play: Play, ids: Ids) -> Iterator[Problem]:
    level = play.level
    for field in ("off", "on"):
        for place, drive in enumerate(getattr(variation, field)):
            yield from unknown(drive, DRIVES, f"{field}[{place}]", "level.unknown.drive")
    yield from _places("without", variation.without, len(play.commands))
    yield from _places("moved", [moved.deed for moved in variation.moved], len(play.commands))
    yield from _places("spared", variation.spared, len(level.happenings))
    yield from (problem.below("added") for problem in check_commands(variation.added, level))
    yield from _people(variation, ids)
    yield from _ties(variation, ids)
    for place, setting in enumerate(variation.settings):
        try:
            Parameters().with_settings({setting.name: setting.value})
        except WrongSettingError as error:
            yield Problem(f"settings[{place}]", "recording.setting", reason=explain(error))


def _places(path: str, places: Sequence[int], count: int) -> Iterator[Problem]:
    for index, place in enumerate(places):
        if place >= count:
            yield Problem(f"{path}[{index}]", "what_if.deed", value=place, count=count)


def _people(variation: Variation, ids: Ids) -> Iterator[Problem]:
    for place, change in enumerate(variation.people):
        path = f"people[{place}]"
        yield from ids.person(change.who, f"{path}.who")
        strange = [*unknown(change.what, PART_OF, f"{path}.what", "what_if.field")]
        yield from strange or _fits(path, PARTS[PART_OF[change.what]], {change.what: change.value})


def _ties(variation: Variation, ids: Ids) -> Iterator[Problem]:
    for place, change in enumerate(variation.ties):
        path = f"ties[{place}]"
        yield from ids.person(change.source, f"{path}.from")
        yield from ids.person(change.target, f"{path}.to")
        yield from ids.feeling(change.source, f"{path}.from", "level.thing.minds")
        if change.source == change.target:
            yield Problem(f"{path}.to", "what_if.self", name=change.target)
        ends = {"from": change.source, "to": change.target}
        strange = [*unknown(change.what, TIE_FIELDS, f"{path}.what", "what_if.field")]
        yield from strange or _fits(path, Tie, ends | {change.what: change.value})


def _fits(path: str, kind: type, fields: dict[str, object]) -> Iterator[Problem]:
    """Complain about values that a level file may not hold."""
    yield from (problem.below(path) for problem in shape(kind, fields)[0])
