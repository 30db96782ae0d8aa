"""Candidates: all changes that are tried for one question, the smallest first."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sandbox.session.why_not.deeds import between, bodies, shown, told
from sandbox.session.why_not.natures import ties, traits
from sandbox.session.why_not.places import elsewhere, free, nearer
from sandbox.session.why_not.scene import Scene

if TYPE_CHECKING:
    from sandbox.session.session import Session
    from sandbox.session.why_not.acts import Wonder
    from sandbox.session.why_not.change import Change


def candidates(session: Session, wonder: Wonder) -> tuple[Change, ...]:
    """Return what could have been otherwise at the present moment of a session, by `Change.order`."""
    scene = Scene(session, wonder)
    parts = nearer, told, between, shown, bodies, free, elsewhere, ties, traits
    return tuple(sorted(chain.from_iterable(part(scene) for part in parts), key=lambda change: change.order))
