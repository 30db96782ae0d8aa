"""Ends: what a chain of reasons ends in where no deed, no rule and no claim began it.

That is what somebody is like, or what has been so from the start; else it is too long ago, or there is nothing to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.options import OPTIONS, plead
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import ACCOUNTS, CIRCUIT_STREAMS
from sandbox.session.seen.thresholds import ILL
from sandbox.session.why.bonds import LIKED, bond_of
from sandbox.session.why.cards import Card, at_first, gain_of, now
from sandbox.session.why.thing_root import hiding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level
    from sandbox.session.why.cards import Subject
    from sandbox.session.why.inquiry import Root

SENSED: Final = frozenset({"saw", "heard"})
"""Records of what somebody took in."""
JUDGED: Final = frozenset({"blamed", "credited", "befriended", "estranged"})
"""Verdicts on how somebody met a trouble, whose detail is the sufferer."""
OF_DEEDS: Final = frozenset({"harmed", "overrode"})
"""What is held against somebody where what they did is the trouble itself, whatever else the sufferer has."""
BEARINGS: Final = frozenset({"ashamed", "proud"})
"""Records of what somebody thinks of themself for that, towards the sufferer."""
FROM_THE_START: Final = {
    "blames": "always.blames",
    "praises": "always.praises",
    "likes": "always.likes",
    "dislikes": "always.dislikes",
    "thing": "always.thing",
}
"""What stands without a record has been so from the start."""
TROUBLES: Final = ("ill", "wounded", "painted")
"""What can ail somebody from the start: an illness, a wound, or, of what feels nothing, a sad face."""
NATURE: Final = frozenset(
    {"company", "play", "body", "habit", "effort", "worry", "love", "envy", "pride", *CIRCUIT_STREAMS}
)
"""Streams that can pull somebody to something without anything that happened, being what they are like."""
INWARD: Final = frozenset({*(f"always.{bond}" for bond in LIKED.values()), *(f"nature.{term}" for term in NATURE)})
"""Ends in what somebody is like, or likes: of several on the way up, the first is nearest to what was asked."""


def beginning(world: World, level: Level, root: Root, chain: Sequence[Record], *, forgotten: bool) -> tuple[Card, ...]:
    """Return the last card of a chain, if it needs one besides its records."""
    if forgotten:
        return (at_first(level, "long_ago", root.who),)
    told_last = _from_the_start(world, root) if not chain else _of_nature(world, chain[-1])
    return () if told_last is None else (at_first(level, *told_last),)


def _from_the_start(world: World, root: Root) -> tuple[str, int, int] | None:
    """Return what stands without any record, and of whom."""
    trouble = trouble_from_the_start(world, root.who) if root.stands == "pain" else ""
    if trouble:
        return trouble, root.who, NOBODY
    cue = hiding(world, root.who, root.whom) if root.stands == "thing" else ""
    if cue:
        return f"hidden.{cue}", root.who, root.whom
    return (FROM_THE_START[root.stands], root.who, root.whom) if root.stands in FROM_THE_START else None


def _of_nature(world: World, last: Record) -> tuple[str, int, int] | None:
    """Return what somebody is like, or has been from the start, that stands behind the first record of a chain."""
    if suffers_from_the_start(world, last):
        sufferer = last.detail if last.kind in JUDGED else last.whom
        return trouble_from_the_start(world, sufferer), sufferer, NOBODY
    if last.kind == "dehumanized":
        return "always.thing", last.who, last.whom
    begs = last.kind == "chose" and OPTIONS[last.detail] is plead.OPTION
    trouble = trouble_from_the_start(world, last.who) if begs else ""
    if trouble:
        return trouble, last.who, NOBODY
    bond = bond_of(world, last)
    if bond:
        return f"always.{bond}", last.who, last.whom
    if (pulled := gain_of(world, last)) in NATURE:
        return f"nature.{pulled}", last.who, last.whom
    return None


def trouble_from_the_start(world: World, who: int) -> str:
    """Return what ails somebody, or seems to, without anything that befell them: one of TROUBLES, or nothing."""
    people = world.people
    if people.illness[who] >= ILL:
        return "ill"
    if people.wound[who] >= ILL and people.why_pain[who] == NOBODY:
        return "wounded"
    return "painted" if people.sentience[who] == 0 and people.pretence[who] < 0 else ""


def suffers_from_the_start(world: World, record: Record) -> bool:
    """Return whether a record is about what has ailed somebody from the start, as nothing else is known for it."""
    if record.kind in SENSED:
        return record.value < 0 and trouble_from_the_start(world, record.whom) != ""
    known = [world.causes[parent] for parent in record.parents if world.causes.knows(parent)]
    sufferer = record.detail if record.kind in JUDGED else record.whom if record.kind in BEARINGS else NOBODY
    held = [ACCOUNTS[one.detail] for one in known if one.kind == "held"]
    about_pain = sufferer != NOBODY and len(held) == len(known) == 1 and held[0] not in OF_DEEDS
    return about_pain and trouble_from_the_start(world, sufferer) != ""


def nothing(world: World, level: Level, subject: Subject) -> Card:
    """Say that there is nothing to explain, or what has been so from the start."""
    who, whom = subject.who, subject.whom
    if whom != NOBODY:
        looks = world.people.gaze[who] == whom
        idle = "look.idle" if looks else "look.idle_mind"
        return now(world, level, idle if subject.kind == "look" else "nothing_between", who, whom)
    trouble = trouble_from_the_start(world, who)
    if trouble:
        return at_first(level, trouble, who)
    return now(world, level, "nothing", who)
