"""Bonds: where nothing but somebody's liking for another began it, that is what a chain of reasons ends in.

Whoever is glad with a friend, or galled by an enemy's joy, would be so whatever it was that pleased them this time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import OPTIONS, dwell
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import TIE_STREAMS
from sandbox.session.why.cards import gain_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.causes import Record
    from sandbox.engine.world import World

LIKED: Final = {"sympathy": "likes", "schadenfreude": "dislikes"}
"""Which bond a stream takes that is about how another feels."""


def bond_of(world: World, record: Record) -> str:
    """Return which bond from the start a feeling or a choice rests on, likes or dislikes; nothing if on none."""
    bond = LIKED.get(_pull(world, record), "")
    if not bond or record.whom == NOBODY:
        return ""
    row = int(world.links.rows(np.array([record.who]), np.array([record.whom]))[0])
    if row == NOBODY:
        return ""
    liking, line = float(world.ties.affinity_anchor[row]), world.params.friend_line
    return bond if (liking if bond == "likes" else -liking) > line else ""


def thinks_of_a_friend(chain: Sequence[Record]) -> bool:
    """Return whether a chain has come to the gladness of somebody who keeps a friend in mind: that gladness passes."""
    if [record.kind for record in chain[-2:]] != ["chose", "felt"]:
        return False
    chose, felt = chain[-2:]
    return OPTIONS[chose.detail] is dwell.OPTION and felt.value > 0 and TIE_STREAMS[felt.detail] in LIKED


def cut(world: World, chain: list[Record]) -> list[Record]:
    """Return a chain that ends in what somebody else is like as far as the bond that makes it matter."""
    place = next((place for place, record in enumerate(chain) if bond_of(world, record)), None)
    return chain if place is None else chain[: _felt(chain, place) + 1]


def _felt(chain: list[Record], place: int) -> int:
    """Return the place of the feeling that a choice rests on, if that comes next, or else of the choice."""
    ahead = chain[place : place + 2]
    same = len(ahead) > 1 and (ahead[0].who, ahead[0].whom) == (ahead[1].who, ahead[1].whom)
    return place + 1 if same and ahead[1].kind == "felt" and TIE_STREAMS[ahead[1].detail] in LIKED else place


def _pull(world: World, record: Record) -> str:
    if record.kind == "felt":
        return TIE_STREAMS[record.detail]
    return gain_of(world, record)
