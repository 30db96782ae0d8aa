"""Claims: what is said of somebody, true or not, under a name by which happenings and conditions speak of it.

Theory: T32.
"""

from __future__ import annotations

from msgspec import Struct

from sandbox.scenario.fields import Id, Line, Valence


class Claim(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One claim."""

    id: Id
    about: Id
    amount: Valence = -0.6
    """how ill (below 0) or well it speaks of them"""
    text: Line
