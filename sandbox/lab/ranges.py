"""The range in which every column of people and ties has to lie, in one place for tests, long runs and measures.

What a column means stands at the column (`engine/people.py`, `engine/ties.py`); a new column needs a line here.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.world import World


class Range(NamedTuple):
    """Lowest and highest value, both allowed; infinite where there is no end to it. nan is never allowed."""

    low: float
    high: float


SHARE: Final = Range(0.0, 1.0)
"""A strength, a share or a switch."""
VALENCE: Final = Range(-1.0, 1.0)
"""-1 unpleasant or hostile to 1 pleasant or friendly; also a part of a unit vector."""
ROW: Final = Range(-1.0, math.inf)
"""A row, a tick or an id; -1 is nobody."""
METRES: Final = Range(0.0, 1000.0)
"""On the largest map."""
AMOUNT: Final = Range(0.0, math.inf)
"""What can only grow from nothing."""
ANY: Final = Range(-math.inf, math.inf)
ROUNDING: Final = 1e-12
"""By how much rounding may carry a value over the end of its range."""

PEOPLE: Final[Mapping[str, Range]] = {
    **dict.fromkeys(("x", "y", "home_x", "home_y", "errand_x", "errand_y", "detour_x", "detour_y"), METRES),
    **dict.fromkeys(("goal_x", "goal_y", "worth", "usual"), ANY),
    **dict.fromkeys(("facing_x", "facing_y", "look_x", "look_y"), VALENCE),
    **dict.fromkeys(("gaze", "avoiding", "option", "option_on", "option_tick", "involved", "group"), ROW),
    **dict.fromkeys(("order", "order_on", "order_by", "rule", "field"), ROW),
    **dict.fromkeys(("why_body", "why_felt", "why_option"), ROW),
    **dict.fromkeys(("speed", "doses", "drops", "looks"), AMOUNT),
    "errand": Range(0.0, 2.0),
    **dict.fromkeys(("wound", "illness", "loneliness", "unease", "standing", "playing", "tired"), SHARE),
    **dict.fromkeys(("effort", "involvement", "harm", "affront"), SHARE),
    **dict.fromkeys(("treat", "pretence", "emotion", "felt", "shown", "mood", "reward"), VALENCE),
    **dict.fromkeys(("esteem", "norms", "stance"), VALENCE),
    "habit": Range(-2.0, 2.0),
    **dict.fromkeys(("sympathy", "approval", "spite", "provocation", "anxiety"), SHARE),
    **dict.fromkeys(("envy", "playfulness", "social_attention", "sentience", "cues"), SHARE),
    **dict.fromkeys(("sweet_tooth", "competence", "expressiveness", "personlike"), SHARE),
    "company": VALENCE,
}
"""Columns of People."""

TIES: Final[Mapping[str, Range]] = {
    **dict.fromkeys(("observer", "target", "thing", "believed_tick", "felt_from"), ROW),
    **dict.fromkeys(("why_believed", "why_regard", "why_felt", "why_affinity", "why_personhood", "why_blame"), ROW),
    "believed_source": Range(-2.0, math.inf),
    **dict.fromkeys(("affinity", "affinity_anchor", "believed", "believed_anchor", "noted"), VALENCE),
    **dict.fromkeys(("regard", "guess", "answers"), VALENCE),
    "streams": VALENCE,
    **dict.fromkeys(("personhood", "personhood_anchor", "importance", "importance_anchor"), SHARE),
    **dict.fromkeys(("strength", "blame", "credit", "hope"), SHARE),
    **dict.fromkeys(("love", "fear", "trust", "asked", "told"), SHARE),
    **dict.fromkeys(("clarity", "nearness", "seen", "noticed", "attention", "averted", "boredom"), SHARE),
    **dict.fromkeys(("evidence", "avoidance"), AMOUNT),
}
"""Columns of Ties."""

RANGES: Final[Mapping[str, Mapping[str, Range]]] = {"people": PEOPLE, "ties": TIES}
"""By the names that the tables have in a World."""


def outside(world: World) -> list[str]:
    """Name each column that holds a value outside its range or no number, such as "ties.affinity = 1.2"."""
    found = []
    for table, ranges in RANGES.items():
        for name, (low, high) in ranges.items():
            column = getattr(getattr(world, table), name)
            wrong = ~((column >= low - ROUNDING) & (column <= high + ROUNDING))
            if wrong.any():
                found.append(f"{table}.{name} = {column[wrong].flat[0]:g}")
    return found


def unlisted(world: World) -> list[str]:
    """Name each column of a world that has no range here."""
    return [
        f"{table}.{name}"
        for table, ranges in RANGES.items()
        for name, column in vars(getattr(world, table)).items()
        if isinstance(column, np.ndarray) and name not in ranges
    ]
