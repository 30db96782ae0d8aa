"""Besides: what else an answer ends in, where more than one thing began what was asked about.

Whoever was struck twice by the same one holds it against them as much without the second blow; whoever sorrows for two
would with either. An answer that names but one of them is true of neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.causes import KINDS
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.people import NOBODY
from sandbox.session.why.cards import told
from sandbox.session.why.ends import OF_DEEDS, TROUBLES
from sandbox.session.why.inquiry import Root
from sandbox.session.why.verdict_roots import BLAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level
    from sandbox.session.why.cards import Card
    from sandbox.session.why.inquiry import Asking

    Ending = Callable[[Root], tuple[Card, ...]]
    """What gives the cards from a root on."""

MOST: Final = 3
"""So many are named besides."""
AS_MUCH: Final = 0.5
"""What hurts by this part of what hurts most is named besides."""
BUT_HAPPENINGS: Final = frozenset(KINDS) - {"happened"}
HURTS: Final = frozenset(
    f"happened{by}.{kind.name}" for kind in HAPPENINGS if kind.tone == "unpleasant" for by in ("", "_by")
)
"""Last cards that tell of something that hurt whom it befell."""
AGAINST: Final = BLAMES | {"blames", "dislikes", "estranged"}
"""Cards of what is held against somebody, or what it has made of them."""
OF_WHO_DID_IT: Final = frozenset(f"held.{fault}" for fault in OF_DEEDS)
"""What a verdict rests on where the trouble itself was a deed, whatever else the sufferer has."""
FROM_THE_START: Final = frozenset({*TROUBLES, "always", "nature", "hidden"})
"""What a last card tells that no record is of."""


def besides(asking: Asking, level: Level, root: Root, cards: Sequence[Card], ending: Ending) -> tuple[Card, ...]:
    """Return what else began what the cards are about, at most MOST last cards; `ending` tells it from another root."""
    world = asking.world
    found = [told(level, record) for record in _again(asking, cards)]
    if root.stands in {"pain", "sorrow"}:
        parts = _body(world, root.who) | _sorrow(world, root.who)
    else:
        parts = _body(world, _sufferer(cards))
    until = _until(asking, cards)
    ends = (one for other in _worst(parts) for one in ending(other)[-1:])
    found += [one for one in ends if one.tick <= until and _began(world, one)]
    new = {_name(card): card for card in reversed(found) if _name(card) != _name(cards[-1])}
    return tuple(reversed(new.values()))[:MOST]


def _until(asking: Asking, cards: Sequence[Card]) -> int:
    """Return the tick until which things count: that of the choice that is asked about, or now."""
    return cards[0].tick if cards[0].options else asking.world.tick


def _again(asking: Asking, cards: Sequence[Card]) -> Iterator[Record]:
    """List what befell the same one as the last card tells, before the choice that is asked about, or until now.

    It counts only if the same one did it, where that is who the cards are about.
    """
    world, last, until = asking.world, cards[-1], _until(asking, cards)
    if last.cause == NOBODY or world.causes[last.cause].kind != "happened":
        return
    told_of = world.causes[last.cause]
    if HAPPENINGS[told_of.detail].tone not in {"pleasant", "unpleasant"}:
        return
    by_whom = any(told_of.whom in {card.who, card.whom} for card in cards[:-1])
    for record in world.causes.since(0, BUT_HAPPENINGS):
        same = (record.detail, record.who) == (told_of.detail, told_of.who)
        if same and record.id != told_of.id and record.tick <= until and (not by_whom or record.whom == told_of.whom):
            yield record


def _sufferer(cards: Sequence[Card]) -> int:
    """Return whose pain began what the cards are about, or NOBODY if it was not the pain but what somebody did."""
    last = cards[-1]
    for card in cards[:-1]:
        judges_the_doer = card.key in AGAINST and card.whom == last.whom
        if judges_the_doer or card.key == "felt.fear" or (card.account and card.account.key in OF_WHO_DID_IT):
            return NOBODY
    return last.who if last.key in TROUBLES or last.key in HURTS else NOBODY


def _body(world: World, who: int) -> dict[Root, float]:
    """Return how much somebody's wound and illness hurt, by where an answer about them begins; nothing of nobody."""
    if who == NOBODY:
        return {}
    people = world.people
    wound, ill = Root(int(people.why_pain[who]), "pain", who), Root(NOBODY, "pain", who)
    body = {wound: float(people.wound[who])}
    body[ill] = body.get(ill, 0.0) + float(people.illness[who])
    return body


def _sorrow(world: World, who: int) -> dict[Root, float]:
    """Return how much somebody's feelings about others hurt in the room that the body leaves, by where each begins."""
    people, ties = world.people, world.ties
    rows = world.links.of_people(np.array([who]))
    hurt = np.maximum(-ties.streams[:, rows].sum(axis=0), 0.0)
    body = float(people.wound[who]) + float(people.illness[who])
    room = max(0.0, -float(people.emotion[who])) * (1.0 - body) / max(float(hurt.sum()), 1e-9)
    return {
        Root(int(record), "sorrow", who): float(pain) * room
        for record, pain in zip(ties.why_felt[rows], hurt, strict=True)
        if record != NOBODY and world.causes.knows(int(record)) and world.causes[int(record)].value < 0
    }


def _worst(parts: dict[Root, float]) -> list[Root]:
    """List what hurts by at least AS_MUCH of what hurts most, the worst first."""
    least = AS_MUCH * max(parts.values(), default=0.0)
    return [root for root in sorted(parts, key=lambda other: -parts[other]) if parts[root] > 0 and parts[root] >= least]


def _began(world: World, card: Card) -> bool:
    """Return whether a card tells what began something: what happened, or what has been so from the start."""
    if card.cause == NOBODY:
        return card.key.partition(".")[0] in FROM_THE_START
    return world.causes[card.cause].kind == "happened"


def _name(card: Card) -> tuple[str, int, int, int]:
    return card.key, card.who, card.whom, card.cause
