"""Helping: the gates from somebody's pain to another's help (T4, T8 to T13, T24, T28)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.errands import preoccupied
from sandbox.engine.imagine import audience, imagine, possible
from sandbox.engine.options import OPTIONS, those
from sandbox.session.why_not.pair import Found
from sandbox.session.why_not.regarding import a_person, dear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why_not.pair import Pair

_HELPS: Final = those(lambda option: option.answers_need)
_HALF: Final = 1.0 / 2


def helping(pair: Pair) -> Iterator[Found]:
    """Find how each gate stands."""
    yield _knows(pair)
    yield (attends := attended(pair))
    yield a_person(pair)
    yield from dear(pair, pair.row)
    yield _able(pair)
    yield _others(pair)
    yield (late := in_time(pair, pair.of("hurry") >= pair.world.params.horizon))
    if attends.finding == late.finding == "open":
        yield _wants(pair)


def _knows(pair: Pair) -> Found:
    if pair.of("needed"):
        return Found("knows")
    if not pair.suffers(pair.whom):
        return Found("knows", "fine")
    return Found("knows", "misread" if pair.of("perceived") else "unseen")


def attended(pair: Pair) -> Found:
    """Ask whether the other is the one whom the one's choices are about."""
    if pair.shuns:
        return Found("attends", "shuns")
    if pair.focus == pair.whom:
        return Found("attends")
    return Found("attends", "nobody") if pair.focus < 0 else Found("attends", "other", pair.focus)


def _able(pair: Pair) -> Found:
    own = np.broadcast_to(preoccupied(pair.world), len(pair.world.people))[pair.who]
    reasons = (
        ("unwell", pair.unwell(pair.who)),
        ("wall", pair.of("barred")),
        ("hopeless", pair.of("hope") < _HALF),
        ("busy", own >= pair.world.params.errand_pull * _HALF * _HALF),
    )
    return Found("able", next((name for name, applies in reasons if applies), "open"))


def _others(pair: Pair) -> Found:
    """Ask whether others could see to it as well, and whether that takes half of one's share in blame and credit."""
    others = float(audience(pair.mind).others[0])
    shared = pair.world.params.diffusion * np.sqrt(others)
    return Found("others", "many" if shared >= 1.0 else "few" if others >= _HALF else "open")


def in_time(pair: Pair, too_far: bool = False) -> Found:  # noqa: FBT001, FBT002 - what is asked
    """Ask whether both are there, and near enough for it."""
    reasons = ("left", not pair.there(pair.who)), ("gone", not pair.there(pair.whom)), ("far", too_far)
    return Found("late", next((name for name, applies in reasons if applies), "open"))


def _wants(pair: Pair) -> Found:
    """Ask what is imagined to feel best, as `choose` does."""
    can = possible(pair.mind)[:, 0]
    options = np.flatnonzero(can)
    worth = imagine(pair.mind, options).sum(axis=0)[:, 0]
    best = int(options[worth.argmax()])
    return Found("wants") if _HELPS[best] else Found("wants", "better", option=OPTIONS[best].name)
