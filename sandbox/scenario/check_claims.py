"""What can be wrong with a level's claims.

People tell on of whom something is said, and how ill or well; the words are for the player. So of two claims about one
person that are both ill, or both good, nobody could say which of them is believed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.scenario.ids import unknown
from sandbox.scenario.problems import Problem
from sandbox.scenario.wanted import BLANK_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.ids import Ids
    from sandbox.scenario.schema import Happening, Level


def check_claims(level: Level, ids: Ids) -> Iterator[Problem]:
    """List what is wrong with the claims of a level."""
    names: dict[str, str] = {}
    sides: dict[tuple[str, bool], str] = {}
    for index, claim in enumerate(level.claims):
        path = f"claims[{index}]"
        if claim.id in names and claim.id != BLANK_ID:
            yield Problem(f"{path}.id", "level.taken", name=claim.id, taken=names[claim.id])
        names.setdefault(claim.id, f"{path}.id")
        yield from ids.person(claim.about, f"{path}.about")
        if not claim.amount:
            yield Problem(f"{path}.amount", "claim.nothing")
        side = claim.about, claim.amount > 0
        if side in sides and claim.about != BLANK_ID:
            yield Problem(path, "claim.twice", name=claim.about, other=sides[side])
        sides.setdefault(side, path)


def check_claimed(happening: Happening, path: str, ids: Ids) -> Iterator[Problem]:
    """List what is wrong with a happening by which a claim is made."""
    if happening.claim is None:
        return
    for field in ("about", "amount"):
        if getattr(happening, field) is not None:
            yield Problem(f"{path}.{field}", "claim.says", name=happening.claim)
    about = ids.claims.get(happening.claim)
    yield from unknown(happening.claim, ids.claims, f"{path}.claim", "level.unknown.claim")
    if about is not None and about in {happening.who, happening.by}:
        yield Problem(f"{path}.claim", "claim.of_them", name=happening.claim, about=about)
