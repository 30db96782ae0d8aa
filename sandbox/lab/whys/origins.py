"""Origins: what a chain of reasons ends in, and the variation of a play in which that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.looks import SHOWS
from sandbox.engine.people import NOBODY
from sandbox.scenario.schema import Body, Happening, Tastes, Traits
from sandbox.session.schedule import tick_of
from sandbox.session.what_if.variation import PersonChanged, TieChanged, Variation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level
    from sandbox.session.why.cards import Card

TRAITS: Final[Mapping[str, str]] = {
    "sympathy": "sympathy",
    "schadenfreude": "spite",
    "approval": "approval",
    "pride": "approval",
    "provocation": "provocation",
    "worry": "anxiety",
    "envy": "envy",
    "play": "playfulness",
    "company": "company",
    "body": "sweets",
}
"""By which trait or taste somebody is pulled by a stream of reward."""
BODY: Final = {"ill": "illness", "wounded": "wound", "painted": "pretence"}
"""What of a body has been so from the start, by the last card."""
DEFAULTS: Final = Traits(), Tastes(), Body()
HIDDEN: Final = "hidden"
"""What a look hides, by the last card: without it the cue is as it is by default."""
TIES: Final = {
    "always.likes": ("affinity", 0.0),
    "always.dislikes": ("affinity", 0.0),
    "always.blames": ("blame", 0.0),
    "always.thing": ("personhood", 1.0),
}
"""What of a tie has been so from the start, by the last card, and what it is by default."""


class Origin(NamedTuple):
    """Where a chain of reasons ends."""

    kind: str
    """deed, rule, claim or trait; nothing if it ends in none"""
    tick: int
    """at which a world without it leaves the play"""
    without: Variation
    """the play without it"""
    deed: int = NOBODY
    """the place of that deed among the player's, or NOBODY"""


NOWHERE: Final = Origin("", 0, Variation())
"""Where a chain ends that ends in nothing of the kind."""
CLAIMS: Final = frozenset({"says", "rumour", "news", "contradict"})
"""Happenings by which somebody claims something."""


def origin(world: World, level: Level, done: Sequence[Happening], card: Card) -> Origin:
    """Return what the last card of a chain names, in a play in which the player has done something.

    If it names more than one thing, none of them is in the play without it.
    """
    named = _origin(world, level, done, card)
    if not named.kind:
        return NOWHERE
    others = [other for also in card.also if (other := _origin(world, level, done, also)).kind]
    parts = [one.without for one in (named, *others)]
    without = Variation(
        without=tuple({place: None for part in parts for place in part.without}),
        spared=tuple({place: None for part in parts for place in part.spared}),
        people=tuple(person for part in parts for person in part.people),
        ties=tuple(tie for part in parts for tie in part.ties),
        added=tuple(done for part in parts for done in part.added),
    )
    return named._replace(tick=min(one.tick for one in (named, *others)), without=without)


def _origin(world: World, level: Level, done: Sequence[Happening], card: Card) -> Origin:
    if card.cause != NOBODY:
        record = world.causes[card.cause]
        return _happened(level, done, record) if record.kind == "happened" else NOWHERE
    who, whom = (None if row == NOBODY else level.people[row].id for row in (card.who, card.whom))
    if card.key in TIES and who is not None and whom is not None:
        what, value = TIES[card.key]
        return Origin("trait", 0, Variation(ties=(TieChanged(source=who, target=whom, what=what, value=value),)))
    group, _, cue = card.key.partition(".")
    if group == HIDDEN:
        shown = Happening(do="cue", at=0.0, who=whom, cue=cue, on=cue in SHOWS)
        return Origin("trait", 0, Variation(added=(shown,)))
    trait = BODY.get(card.key) or TRAITS.get(card.key.partition(".")[2], "")
    if not trait or who is None:
        return NOWHERE
    default = next(float(getattr(part, trait)) for part in DEFAULTS if hasattr(part, trait))
    return Origin("trait", 0, Variation(people=(PersonChanged(who=who, what=trait, value=default),)))


def _happened(level: Level, done: Sequence[Happening], record: Record) -> Origin:
    """Find what happened among what the player did, or else among what the level brings."""
    name = HAPPENINGS[record.detail].name
    kind = "rule" if name == "propose" else "claim" if name in CLAIMS else "deed"
    places = [
        place for place, one in enumerate(done if record.own else level.happenings) if _is(one, name, level, record)
    ]
    if not places:
        return NOWHERE
    if record.own:
        return Origin(kind, record.tick, Variation(without=(places[0],)), places[0])
    return Origin(kind, record.tick, Variation(spared=(places[0],)))


def _is(happening: Happening, name: str, level: Level, record: Record) -> bool:
    who = level.people[record.who].id if record.who != NOBODY else None
    return (happening.do, happening.who, tick_of(happening)) == (name, who, record.tick)
