"""A mind that has somebody in mind, and what it imagines of each option."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.imagine import TERMS, Audience, audience, imagine, possible
from sandbox.engine.mind import Mind
from sandbox.engine.options import INDEX, OPTIONS
from sandbox.engine.people import NOBODY
from tests.engine.strategies import world

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.world import World

ME, THEM, THIRD = range(3)
IN_MIND = dict.fromkeys(("affinity", "affinity_anchor", "importance", "importance_anchor"), 0.6) | {
    "attention": 0.5,
    "clarity": 0.8,
    "seen": 1.0,
}
SAD = {"believed": -0.8, "believed_anchor": -0.8}
FRIEND = {"affinity": 0.8, "importance": 0.8}
Tie = dict[str, float]


def scene(
    tie: Tie | None = None,
    more: Mapping[tuple[int, int], Tie] | None = None,
    *,
    off: tuple[str, ...] = (),
    parameters: Mapping[str, float] | None = None,
    **people: object,
) -> World:
    """I have somebody in mind, 3 m away; a third one stands by."""
    columns = {"x": [5.0, 8.0, 6.0], "y": [5.0, 5.0, 7.0], "group": NOBODY} | people
    ties = {(ME, THEM): IN_MIND | (tie or {})} | dict(more or {})
    return world(columns, ties, off=off, **parameters or {})


def mine(some: World) -> Mind:
    return Mind(some, np.array([ME]), np.array([ME]))


def terms(some: World) -> dict[str, dict[str, float]]:
    """What every option is imagined to bring me, term by term."""
    values = imagine(mine(some), np.arange(len(OPTIONS)))[:, :, 0]
    return {option.name: dict(zip(TERMS, values[:, row].tolist(), strict=True)) for row, option in enumerate(OPTIONS)}


def worth(some: World, option: str, over: str = "stay") -> float:
    """How much better than staying an option is imagined to be."""
    table = terms(some)
    return sum(table[option].values()) - sum(table[over].values())


def can(some: World, option: str) -> bool:
    return bool(possible(mine(some))[INDEX[option], 0])


def before(some: World) -> Audience:
    return audience(mine(some))
