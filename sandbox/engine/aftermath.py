"""Aftermath: a happening is the reason for all that it has changed; asked by the journal.

Theory: property 2 of the model, accountability. What happens is a first cause: its record has no parents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.engine.table import columns, replaced, with_rows
from sandbox.engine.ties import Ties

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.people import People
    from sandbox.engine.world import World

REASONS: Final = {
    "wound": "why_body",
    "illness": "why_body",
    "treat": "why_body",
    "standing": "why_body",
    "believed": "why_believed",
    "believed_tick": "why_believed",
    "regard": "why_regard",
    "noticed": "why_regard",
    "affinity": "why_affinity",
    "personhood": "why_personhood",
    **dict.fromkeys(("errand", "errand_x", "errand_y", "errand_weight"), "why_errand"),
    **dict.fromkeys(("harm", "affront"), "why_harm"),
    "blame": "why_blame",
    "credit": "why_credit",
}
"""Column → the column that leads to the happening which has changed it."""


def changed(before: World, after: World, cause: int) -> World:
    """Let a happening be the reason for all that it has changed."""
    people, ties = after.people, after.ties
    for name, why in REASONS.items():
        if hasattr(people, name):
            rows = (getattr(people, name) != getattr(before.people, name)).nonzero()[0]
            people = with_rows(people, rows, **{why: cause})
        else:
            rows = (getattr(ties, name) != _was(before, after, name)).nonzero()[0]
            marks = {"noted": ties.believed[rows]} if why == "why_believed" else {}
            ties = with_rows(ties, rows, **{why: cause}, **marks)
    worse = (_ease(people) < _ease(before.people)).nonzero()[0]
    return replaced(after, people=with_rows(people, worse, why_pain=cause), ties=ties)


def _ease(people: People) -> Floats:
    """Return (N,) how good everybody's body feels, -2 to 1."""
    return people.treat - people.wound - people.illness


def _was(before: World, after: World, name: str) -> Floats | Ints:
    """Return a column of the ties before, in the rows of the ties after; a new tie was what it starts with."""
    old: Floats | Ints = getattr(before.ties, name)
    if after.links is before.links:
        return old
    row = before.links.rows(after.ties.observer, after.ties.target)
    new = np.full(len(row), columns(Ties)[name].start)
    if name in {"affinity", "personhood"}:
        new = getattr(after.ties, f"{name}_anchor")
    return np.where(row != NOBODY, old[row], new) if len(old) else new
