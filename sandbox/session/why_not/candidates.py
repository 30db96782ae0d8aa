"""Candidates: all changes that are tried for one question, the smallest first, and those of two that are tried then."""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING, Final

from sandbox.session.what_if.variation import Variation
from sandbox.session.why_not.change import RANKS, Change
from sandbox.session.why_not.deeds import between, bodies, shown, told
from sandbox.session.why_not.natures import ties, traits
from sandbox.session.why_not.places import elsewhere, free, nearer
from sandbox.session.why_not.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.session.session import Session
    from sandbox.session.why_not.acts import Wonder

MOST: Final = 100
"""Changes of two that are tried, the smallest."""
_GENTLE: Final = frozenset({"halfway", "insult", "thank", "gift", "encouraged", "well_of", "away"})
"""What is not worth trying with something else besides: a stronger one of its kind is."""


def candidates(session: Session, wonder: Wonder) -> tuple[Change, ...]:
    """Return what could have been otherwise at the present moment of a session, by `Change.order`."""
    scene = Scene(session, wonder)
    parts = nearer, told, between, shown, bodies, free, elsewhere, ties, traits
    return tuple(sorted(chain.from_iterable(part(scene) for part in parts), key=lambda change: change.order))


def combined(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes that are made of two, the smallest first: of each kind the strongest, and nobody's nature."""
    strongest = {change.key: change for change in changes if change.rank != "trait" and change.key not in _GENTLE}
    pairs = [pair for pair in combinations(strongest.values(), 2) if not _touched(pair[0]) & _touched(pair[1])]
    pairs.sort(key=lambda pair: (sum(RANKS.index(one.rank) for one in pair), sum(one.size for one in pair)))
    return tuple(_both(*pair) for pair in pairs[:MOST])


def _both(one: Change, other: Change) -> Change:
    mine, theirs = one.variation, other.variation
    both = Variation(name="both", added=(*mine.added, *theirs.added), ties=(*mine.ties, *theirs.ties))
    return Change("both", "both", (one.size + other.size) / 2, both, parts=(one, other))


def _touched(change: Change) -> set[tuple[str, str | None]]:
    """Return whose place and whose body a change sets: two that set the same do not go together."""
    sets = {"move": "place", "leave": "place", "stay": "place", "hurt": "body", "heal": "body"}
    return {(sets[deed.do], deed.who) for deed in change.variation.added if deed.do in sets}
