"""Why: the way up the recorded causes, from what is seen to what began it.

Nothing is guessed here. Each card is a record that the engine wrote when it happened, with the number that it had then.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import replace

from sandbox.engine.causes import KINDS
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS, STAY
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.session.cards import Card, Subject, now, told, weighed
from sandbox.session.thresholds import VERDICT_SECONDS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Ints
    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level

MOST_CARDS: Final = 5
MEMORY: Final = 120 * TICKS_PER_SECOND
"""How far back the choice behind a look is searched for, in ticks."""
ILL: Final = 0.2
"""Somebody who is at least so wounded or ill is seen to suffer."""
SENSED: Final = frozenset({"saw", "heard"})
"""Records of what somebody took in."""
VERDICTS: Final = frozenset({"blamed", "credited", "befriended", "estranged"})
_BUT_CHOICES: Final = frozenset(KINDS) - {"chose"}


def explain(world: World, level: Level, subject: Subject, averted: Ints | None = None) -> tuple[Card, ...]:
    """Walk up from the subject's latest cause: one to MOST_CARDS cards, the effect first, the first cause last.

    `averted` is (N,) from whom everybody keeps the eyes as it is drawn; what it is at this very moment without it.
    """
    avoiding = int((world.people.avoiding if averted is None else averted)[subject.who])
    chain, forgotten = _chain(world, _root(world, subject, avoiding))
    seen = _seen(world, level, subject, avoiding)
    long_ago = (now(world, level, "long_ago", subject),)
    if not chain:
        return (*seen, *long_ago) if forgotten else (_nothing(world, level, subject),)
    first = long_ago if forgotten else _born_with(world, level, chain[-1])
    kept = _shortened(chain, MOST_CARDS - len(seen) - len(first))
    cards = [*seen, *(told(level, record) for record in kept), *first]
    if kept[0].kind == "chose":
        cards[len(seen)] = weighed(world, cards[len(seen)], kept[0])
    for above, (number, record) in pairwise(enumerate(kept, len(seen))):
        if above[1].kind == "chose" and record.who != above[1].who:
            cards[number] = replace(cards[number], link="and")
    return tuple(cards)


def _root(world: World, subject: Subject, avoiding: int) -> int:
    """Find the record from which to walk up: the newest one that is about the subject."""
    ties, who = world.ties, subject.who
    if subject.kind == "tie":
        row = _row(world, who, subject.whom)
        if row != NOBODY and _fresh(world, int(ties.why_blame[row])):
            return int(ties.why_blame[row])
        reasons = (ties.why_blame, ties.why_affinity, ties.why_personhood, ties.why_felt, ties.why_believed)
        return NOBODY if row == NOBODY else max(int(reason[row]) for reason in reasons)
    if avoiding != NOBODY and subject.whom in {NOBODY, avoiding}:
        return _turned_away(world, who, avoiding)
    if subject.kind == "look":
        row = _row(world, who, subject.whom)
        felt = NOBODY if row == NOBODY else int(ties.why_felt[row])
        return felt if felt != NOBODY or row == NOBODY else int(ties.why_believed[row])
    return _of_person(world, who)


def _fresh(world: World, identity: int) -> bool:
    """Return whether a verdict is so new that its arrow is still drawn: then it is what is asked about."""
    if identity == NOBODY or not world.causes.knows(identity):
        return False
    return world.tick - world.causes[identity].tick <= VERDICT_SECONDS * TICKS_PER_SECOND


def _of_person(world: World, who: int) -> int:
    """Find what is most striking about somebody: a deed, then pain, what calls them, the way they go, a feeling."""
    people = world.people
    choice, body = int(people.why_option[who]), int(people.why_body[who])
    option, to_somebody = OPTIONS[people.option[who]], people.option_on[who] != NOBODY
    if (option.remarkable or option.inner) and to_somebody:
        return choice
    if _suffers(world, who) and not _pleasant(world, body):
        return body
    if people.errand[who] > 0 and people.errand_weight[who] > 0 and world.causes.knows(int(people.why_errand[who])):
        return int(people.why_errand[who])
    if option is not STAY and to_somebody:
        return choice
    felt = max(body, int(people.why_felt[who]))
    return choice if felt == NOBODY or _is_over(world, felt) else felt


def _pleasant(world: World, identity: int) -> bool:
    """Return whether a record is one of somebody being given or told something nice."""
    if identity == NOBODY or not world.causes.knows(identity):
        return False
    record = world.causes[identity]
    return record.kind == "happened" and HAPPENINGS[record.detail].tone == "pleasant"


def _is_over(world: World, felt: int) -> bool:
    """Return whether somebody feels the opposite by now, or whether it is too long ago to be known."""
    if not world.causes.knows(felt):
        return True
    record = world.causes[felt]
    return record.kind == "felt" and bool(record.value * world.people.felt[record.who] < 0)


def _turned_away(world: World, who: int, whom: int) -> int:
    """Find the choice by which somebody last turned away from another."""
    for record in reversed(world.causes.since(world.tick - MEMORY, _BUT_CHOICES)):
        if (record.who, record.whom) == (who, whom) and OPTIONS[record.detail].averts:
            return record.id
    return int(world.people.why_option[who])


def _suffers(world: World, who: int) -> bool:
    return bool(world.people.wound[who] + world.people.illness[who] >= ILL)


def _row(world: World, who: int, whom: int) -> int:
    return NOBODY if whom == NOBODY else int(world.links.rows(np.array([who]), np.array([whom]))[0])


def _seen(world: World, level: Level, subject: Subject, avoiding: int) -> tuple[Card, ...]:
    """Begin with the look or the thought that was asked about; a look that is turned away is told by its choice."""
    if subject.kind != "look" or subject.whom in {NOBODY, avoiding}:
        return ()
    looks = world.people.gaze[subject.who] == subject.whom
    return (now(world, level, "look.at" if looks else "look.mind", subject),)


def _born_with(world: World, level: Level, first: Record) -> tuple[Card, ...]:
    """End with the illness that somebody was seen to have, where nothing that happened is behind it."""
    ill = first.kind in SENSED and first.value < 0 and world.people.illness[first.whom] >= ILL
    return (replace(now(world, level, "ill", Subject("person", first.whom)), tick=0),) if ill else ()


def _chain(world: World, root: int) -> tuple[list[Record], bool]:
    """Follow the weightiest parent up, and tell whether that ended at one that is too long ago to be known.

    A verdict is followed by the deed that it is about. Nothing stands behind somebody who carries on, however long.
    """
    causes = world.causes
    chain: list[Record] = []
    if root != NOBODY and not causes.knows(root) and _carries_on(world, root):
        return [], False
    while root != NOBODY and causes.knows(root):
        record = causes[root]
        chain.append(record)
        weighed = zip(record.weights, record.parents, strict=True)
        parents = [parent for _, parent in sorted(weighed, reverse=True) if parent < record.id]
        known = {parent: causes[parent] for parent in parents if causes.knows(parent)}
        chain += [known[parent] for parent in parents[1:] if parent in known and _judged(record, known[parent])]
        root = parents[0] if parents else NOBODY
        root = NOBODY if root in known and _outdated(record, known[root]) else root
    return ([], False) if _idle(world, chain) else (chain, root != NOBODY)


def _carries_on(world: World, choice: int) -> bool:
    """Return whether this is the choice of somebody who has nothing and nobody in mind."""
    people = world.people
    return bool(np.any((people.why_option == choice) & (people.option == 0) & (people.option_on == NOBODY)))


def _judged(verdict: Record, deed: Record) -> bool:
    """Return whether a deed is what somebody is blamed or liked for: one towards the sufferer, or for blame none."""
    if verdict.kind not in VERDICTS or deed.kind != "chose" or deed.whom != verdict.detail:
        return False
    return OPTIONS[deed.detail] is not STAY or verdict.kind in {"blamed", "estranged"}


def _outdated(seen: Record, reason: Record) -> bool:
    """Return whether somebody was seen to feel the opposite of the reason that is known for it, being over it since."""
    if seen.kind not in SENSED or reason.kind not in {"felt", "happened"}:
        return False
    if reason.kind == "felt":
        return seen.value * reason.value < 0
    return HAPPENINGS[reason.detail].tone == ("unpleasant" if seen.value > 0 else "pleasant")


def _idle(world: World, chain: list[Record]) -> bool:
    """Return whether there is nothing but somebody who carries on while nobody suffers for it."""
    if [record.kind for record in chain] != ["chose"] or OPTIONS[chain[0].detail] is not STAY:
        return False
    return chain[0].whom == NOBODY or not _suffers(world, chain[0].whom)


def _shortened(chain: list[Record], most: int) -> list[Record]:
    """Keep the beginning and the end of a long chain: the effect and what set it off, then the first causes."""
    return chain if len(chain) <= most else [*chain[: most - 2], *chain[-2:]]


def _nothing(world: World, level: Level, subject: Subject) -> Card:
    """Say that there is nothing to explain, or what has been so from the start."""
    if subject.kind != "person" and subject.whom != NOBODY:
        looks = world.people.gaze[subject.who] == subject.whom
        idle = "look.idle" if looks else "look.idle_mind"
        return now(world, level, "nothing_between" if subject.kind == "tie" else idle, subject)
    if world.people.illness[subject.who] >= ILL:
        return replace(now(world, level, "ill", subject), tick=0)
    return now(world, level, "nothing", subject)
