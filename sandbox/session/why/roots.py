"""Roots: from which record a question is answered. What was asked decides, never what happens to be the newest.

Each kind of `Subject` has its own rule. A question that names its record stays with that, however old it is by then.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.causes import KINDS
from sandbox.engine.options import OPTIONS, STAY
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.engine.reasons import why_pained
from sandbox.session.seen.thresholds import GRUDGE, ILL, PROUD, SUFFERS
from sandbox.session.why.inquiry import Asking, Root
from sandbox.session.why.thing_root import thing
from sandbox.session.why.verdict_roots import blame, credit, pebbles, stars

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Ints
    from sandbox.engine.world import World
    from sandbox.session.why.cards import Kind

MEMORY: Final = 120 * TICKS_PER_SECOND
"""How far back the choice behind a look is searched for, in ticks."""
BUT_CHOICES: Final = frozenset(KINDS) - {"chose"}


Shows = Callable[[Asking], bool]
Rule = Callable[[Asking], Root]


def root_of(asking: Asking) -> Root:
    """Find where the answer to a question begins: at the record that it names, or where its kind has it."""
    subject = asking.subject
    return Root(subject.record) if asking.known(subject.record) else ROOTS[subject.kind](asking)


def _person(asking: Asking) -> Root:
    """Find what shows most of somebody, in the order of the rules below; else what they feel, or are at."""
    people, who = asking.world.people, asking.subject.who
    found = next((rule(asking) for shows, rule in STRIKING if shows(asking)), None)
    if found is not None:
        return found
    felt = max(int(people.why_body[who]), int(people.why_felt[who]))
    return Root(int(people.why_option[who]) if _is_over(asking, felt) else felt)


def _averts(asking: Asking) -> bool:
    return asking.avoiding != NOBODY


def _is_at(asking: Asking, *, remarkable: bool = False) -> bool:
    """Return whether somebody is at something with another; one that goes before anything that befell them."""
    people, who = asking.world.people, asking.subject.who
    option = OPTIONS[people.option[who]]
    fits = option.remarkable or option.inner if remarkable else option is not STAY
    return fits and bool(people.option_on[who] != NOBODY)


def _is_ashamed(asking: Asking) -> bool:
    return bool(asking.world.people.esteem[asking.subject.who] < -PROUD)


def _is_ill(asking: Asking) -> bool:
    people, who = asking.world.people, asking.subject.who
    return bool(people.wound[who] + people.illness[who] >= ILL)


def _is_called(asking: Asking) -> bool:
    people, who = asking.world.people, asking.subject.who
    called = people.errand[who] > 0 and people.errand_weight[who] > 0
    return bool(called) and asking.known(int(people.why_errand[who]))


def _suffers(asking: Asking) -> bool:
    return bool(asking.world.people.felt[asking.subject.who] < SUFFERS)


def _is_over(asking: Asking, felt: int) -> bool:
    """Return whether somebody feels the opposite by now, or whether it is too long ago to be known."""
    if not asking.known(felt):
        return True
    record = asking.world.causes[felt]
    return record.kind == "felt" and bool(record.value * asking.world.people.felt[record.who] < 0)


def _look(asking: Asking) -> Root:
    """Find what a look comes from: one that is turned away from a choice, any other from what is felt, or seen."""
    subject, avoiding = asking.subject, asking.avoiding
    if avoiding != NOBODY and subject.whom in {NOBODY, avoiding}:
        return Root(_turned_away(asking, avoiding))
    row = asking.row()
    stands = "look.at" if asking.world.people.gaze[subject.who] == subject.whom else "look.mind"
    if row == NOBODY:
        return Root(NOBODY, stands, subject.who, subject.whom)
    ties = asking.world.ties
    felt = int(ties.why_felt[row])
    return Root(felt if felt != NOBODY else int(ties.why_believed[row]), stands, subject.who, subject.whom)


def _turned_away(asking: Asking, whom: int) -> int:
    """Find the choice by which somebody last turned away from another."""
    world, who = asking.world, asking.subject.who
    now = int(world.people.why_option[who])
    if asking.known(now) and world.causes[now].whom == whom and OPTIONS[world.causes[now].detail].averts:
        return now
    for record in reversed(world.causes.since(world.tick - MEMORY, BUT_CHOICES)):
        if (record.who, record.whom) == (who, whom) and OPTIONS[record.detail].averts:
            return record.id
    return now


def _tie(asking: Asking) -> Root:
    """Find what made a friend or an enemy of somebody; if it is neither, what is held against or for them, or felt."""
    subject, row = asking.subject, asking.row()
    if row == NOBODY:
        return Root(who=subject.who, whom=subject.whom)
    ties, line = asking.world.ties, asking.world.params.friend_line
    liking = float(ties.affinity[row])
    stands = "likes" if liking > line else "dislikes" if liking < -line else ""
    if not stands and max(ties.blame[row], ties.credit[row]) > GRUDGE:
        return blame(asking) if ties.blame[row] > ties.credit[row] else credit(asking)
    reasons = (ties.why_affinity, ties.why_felt, ties.why_believed) if not stands else (ties.why_affinity,)
    record = next((int(why[row]) for why in reasons if why[row] != NOBODY), NOBODY)
    return Root(record, stands, subject.who, subject.whom)


def _bearing(asking: Asking) -> Root:
    """Find what somebody came to be ashamed, or proud, of."""
    who = asking.subject.who
    return Root(int(asking.world.people.why_esteem[who]), who=who)


def _pain(asking: Asking) -> Root:
    """Find where a pain comes from: from the body, or from what is felt about others, whichever is the worse."""
    world, who = asking.world, asking.subject.who
    people = world.people
    body = float(people.treat[who] - people.wound[who] - people.illness[who])
    if OPTIONS[people.option[who]].false_face < 0 and people.pretence[who] < 0 <= body:
        return Root(int(people.why_option[who]))
    if body <= people.emotion[who] and body < 0:
        return Root(int(why_pained(people, who)), "pain", who)
    return Root(worst_sorrow(world, who), "sorrow", who)


def worst_sorrow(world: World, who: int) -> int:
    """Return what is behind the feeling about somebody that hurts a person most now, or else felt last, or NOBODY."""
    ties, links = world.ties, world.links
    rows = links.of_people(np.array([who]))
    hurt = ties.streams[:, rows].sum(axis=0)
    order: Ints = rows[np.argsort(hurt, kind="stable")]
    for row in order[np.sort(hurt) < 0].tolist():
        felt = int(ties.why_felt[row])
        if felt != NOBODY and world.causes.knows(felt) and world.causes[felt].value < 0:
            return felt
    return int(world.people.why_felt[who])


def _thought(asking: Asking) -> Root:
    """Find what somebody has in a bubble: what they decided, or what calls them away."""
    people, who = asking.world.people, asking.subject.who
    option, errand = OPTIONS[people.option[who]], int(people.why_errand[who])
    return Root(errand) if not option.inner and people.errand[who] > 0 and asking.known(errand) else _choice(asking)


def _choice(asking: Asking) -> Root:
    return Root(int(asking.world.people.why_option[asking.subject.who]))


def _told(asking: Asking) -> Root:
    """Find what somebody was told of another; or what they think of them, if that is not known any more."""
    subject, ties, row = asking.subject, asking.world.ties, asking.row()
    against = row != NOBODY and bool(ties.blame[row] >= ties.credit[row])
    return Root(who=subject.who) if row == NOBODY else blame(asking) if against else credit(asking)


def _saying(asking: Asking) -> Root:
    """Find what somebody who is just telling it has against another, or in their favour."""
    subject, ties, row = asking.subject, asking.world.ties, asking.row()
    if row == NOBODY:
        return _choice(asking)
    against = bool(ties.blame[row] >= ties.credit[row])
    found = blame(asking) if against else credit(asking)
    return Root(found.record, "says.ill" if against else "says.well", subject.who, subject.whom)


STRIKING: Final[tuple[tuple[Shows, Rule], ...]] = (
    (_averts, lambda asking: Root(_turned_away(asking, asking.avoiding))),
    (partial(_is_at, remarkable=True), _choice),
    (_is_ashamed, _bearing),
    (_is_ill, _pain),
    (_is_called, lambda asking: Root(int(asking.world.people.why_errand[asking.subject.who]))),
    (_is_at, _choice),
    (_suffers, _pain),
)
"""What shows of somebody, the most striking first, and where its answer begins."""
ROOTS: Final[Mapping[Kind, Rule]] = {
    "person": _person,
    "look": _look,
    "tie": _tie,
    "blame": blame,
    "credit": credit,
    "pebbles": pebbles,
    "stars": stars,
    "shame": _bearing,
    "pride": _bearing,
    "pain": _pain,
    "thing": thing,
    "thought": _thought,
    "deed": _choice,
    "told": _told,
    "saying": _saying,
}
"""Where the answer to each kind of question begins."""
