"""Why: the way up the recorded causes, from what is seen to what began it.

Nothing is guessed here. Each card is a record that the engine wrote when it happened, with the number that it had then;
but for the first and the last, which may say what is so now, and what has been so from the start.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS, STAY, plead
from sandbox.engine.people import NOBODY
from sandbox.engine.reasons import why_pained
from sandbox.session.frame import averted
from sandbox.session.seen.thresholds import ILL
from sandbox.session.why import bonds
from sandbox.session.why.besides import besides
from sandbox.session.why.cards import Card, gain_of, now, told, weighed
from sandbox.session.why.ends import INWARD, SENSED, beginning, nothing, suffers_from_the_start
from sandbox.session.why.inquiry import Asking
from sandbox.session.why.makers import makers
from sandbox.session.why.roots import BUT_CHOICES, root_of, worst_sorrow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.causes import Record
    from sandbox.engine.people import People
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level
    from sandbox.session.why.cards import Subject
    from sandbox.session.why.inquiry import Root

MOST_CARDS: Final = 5
BY_NORM: Final = frozenset({"despised", "admired"})
"""Verdicts on what somebody is at, which is told besides."""


def explain(world: World, level: Level, subject: Subject, before: People | None = None) -> tuple[Card, ...]:
    """Walk up from what was asked about: one to MOST_CARDS cards, the effect first, the first cause last.

    `before` are the people one tick earlier, by whom it is drawn who looks away; those of this very moment without it.
    """
    before = world.people if before is None else before
    if subject.kind == "meter":
        return makers(world, level, before, subject.meter)
    asking = Asking(world, subject, int(averted(world.people, before)[subject.who]))
    root = root_of(asking)
    cards = _told_from(world, level, root)
    if not cards:
        return (nothing(world, level, subject),)
    also = besides(asking, level, root, cards, partial(_told_from, world, level))
    return (*cards[:-1], replace(cards[-1], also=also))


def _told_from(world: World, level: Level, root: Root) -> tuple[Card, ...]:
    """Walk up from a root; nothing if there is nothing to tell."""
    chain, forgotten = _chain(world, root.record)
    seen = (now(world, level, root.stands, root.who, root.whom),) if root.stands else ()
    first = beginning(world, level, root, chain, forgotten=forgotten)
    if chain and first and first[-1].key in INWARD:
        chain = bonds.cut(world, chain)
        first = beginning(world, level, root, chain, forgotten=forgotten)
    kept = _shortened(chain, MOST_CARDS - len(seen) - len(first))
    cards = [*seen, *(_card(world, level, record) for record in kept), *first]
    for above, (number, record) in pairwise(enumerate(kept, len(seen))):
        if above[1].kind in {"chose", *BY_NORM} and record.who != above[1].who:
            cards[number] = replace(cards[number], link="and")
    return tuple(cards)


def _card(world: World, level: Level, record: Record) -> Card:
    """Make the card of a record, with what a verdict rests on, or what was weighed."""
    card = told(level, record, _held(world, record))
    return weighed(world, card, record) if record.kind == "chose" else card


def _chain(world: World, root: int) -> tuple[list[Record], bool]:
    """Follow the weightiest parent up, and tell whether that ended at one that is too long ago to be known.

    What a verdict rests on is a part of its card. Where the same comes round again, what lies between is left out.
    Nothing stands behind somebody who carries on, however long.
    """
    causes = world.causes
    chain: list[Record] = []
    if root != NOBODY and not causes.knows(root) and _carries_on(world, root):
        return [], False
    while root != NOBODY and causes.knows(root):
        record = causes[root]
        again = [place for place, one in enumerate(chain) if _alike(one, record)]
        chain = chain[: again[0] + 1] if again else [*chain, record]
        if record.kind in BY_NORM:
            chain += [causes[one] for one in record.parents if causes.knows(one) and causes[one].kind == "chose"]
        root = NOBODY if bonds.thinks_of_a_friend(chain) else _reason(world, record)
        root = NOBODY if root != NOBODY and causes.knows(root) and _outdated(record, causes[root]) else root
    return ([], False) if _idle(world, chain) else (chain, root != NOBODY)


def _reason(world: World, record: Record) -> int:
    """Return the weightiest of what a record came from, or NOBODY."""
    written = next(_behind(world, record), NOBODY)
    return _unrecorded(world, record) if written == NOBODY else written


def _behind(world: World, record: Record) -> Iterator[int]:
    """List what a record came from, the weightiest first; for what a verdict has said already, what is behind that."""
    order = sorted(range(len(record.parents)), key=lambda place: -record.weights[place])
    for parent in (record.parents[place] for place in order):
        if parent >= record.id:
            continue
        known = world.causes[parent] if world.causes.knows(parent) else None
        if known is None or not _said_already(record, known):
            yield parent
        elif not suffers_from_the_start(world, record):
            yield from _behind(world, known)


def _unrecorded(world: World, record: Record) -> int:
    """Return what is behind a record behind which nothing was written down, if that can be told, or NOBODY."""
    if record.kind == "chose":
        return _sore(world, record) if OPTIONS[record.detail] is plead.OPTION else _threat(world, record)
    of_sorrow = record.kind in {"blamed", "credited"} and record.detail == record.who
    if not of_sorrow or suffers_from_the_start(world, record):
        return NOBODY
    return _by_then(world, worst_sorrow(world, record.who), record)


def _sore(world: World, record: Record) -> int:
    """Return what pains somebody who begs for help, if that was so by then, or NOBODY."""
    return _by_then(world, int(why_pained(world.people, record.who)), record)


def _by_then(world: World, reason: int, record: Record) -> int:
    """Return a reason if it is older than a record, or NOBODY."""
    known = reason != NOBODY and world.causes.knows(reason) and world.causes[reason].tick <= record.tick
    return reason if known else NOBODY


def _threat(world: World, record: Record) -> int:
    """Return the last blow or jeer for which somebody who chose out of fear fears the other, or NOBODY."""
    if gain_of(world, record) != "fear":
        return NOBODY
    met = (one for one in reversed(world.causes.since(0, BUT_CHOICES)) if one.id < record.id)
    unkind = (one.id for one in met if (one.who, one.whom) == (record.whom, record.who) and OPTIONS[one.detail].unkind)
    return next(unkind, NOBODY)


def _said_already(record: Record, parent: Record) -> bool:
    """Return whether a reason is said with what it is behind: what a verdict rests on, and the letting go in that."""
    return parent.kind == "held" or (record.kind == "held" and parent.kind == "let_go")


def _held(world: World, record: Record) -> Record | None:
    """Return the record of what a verdict rests on."""
    known = (world.causes[parent] for parent in record.parents if world.causes.knows(parent))
    return next((parent for parent in known if parent.kind == "held"), None)


def _alike(one: Record, other: Record) -> bool:
    """Return whether two records say the same of the same people."""
    return (one.kind, one.who, one.whom, one.detail) == (other.kind, other.who, other.whom, other.detail)


def _carries_on(world: World, choice: int) -> bool:
    """Return whether this is the choice of somebody who has nothing and nobody in mind."""
    people = world.people
    return bool(((people.why_option == choice) & (people.option == 0) & (people.option_on == NOBODY)).any())


def _outdated(seen: Record, reason: Record) -> bool:
    """Return whether somebody was seen to feel the opposite of the reason that is known for it, being over it since."""
    if seen.kind not in SENSED or reason.kind not in {"felt", "happened", "chose"}:
        return False
    if reason.kind == "felt":
        return seen.value * reason.value < 0
    if reason.kind == "chose":
        return seen.value < 0 and reason.whom == seen.whom and OPTIONS[reason.detail].answers_need
    return HAPPENINGS[reason.detail].tone == ("unpleasant" if seen.value > 0 else "pleasant")


def _idle(world: World, chain: list[Record]) -> bool:
    """Return whether there is nothing but somebody who carries on while nobody suffers for it."""
    if [record.kind for record in chain] != ["chose"] or OPTIONS[chain[0].detail] is not STAY:
        return False
    people, whom = world.people, chain[0].whom
    return whom == NOBODY or bool(people.wound[whom] + people.illness[whom] < ILL)


def _shortened(chain: list[Record], most: int) -> list[Record]:
    """Keep the beginning and the end of a long chain: the effect and what set it off, then the first causes."""
    return chain if len(chain) <= most else [*chain[: most - 2], *chain[-2:]]
