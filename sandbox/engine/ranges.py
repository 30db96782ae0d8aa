"""The range in which every column of people and ties has to lie, for tests, long runs, measures and strangers' saves.

What a column means stands at the column (`engine/people.py`, `engine/ties.py`); a new column needs a line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np

from sandbox.engine.options import OPTIONS
from sandbox.engine.vocabulary import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.world import World


Limit = Literal["people", "options", "rules", "causes", "ticks", "width", "height"]
"""What a world has only so much of."""


class Range(NamedTuple):
    """Lowest and highest value, both allowed; nan and infinity never are."""

    low: float
    high: float
    limit: Limit | None = None
    """whose last one, in the world at hand, is the highest value as well"""


SHARE: Final = Range(0.0, 1.0)
"""A strength, a share or a switch."""
VALENCE: Final = Range(-1.0, 1.0)
"""-1 unpleasant or hostile to 1 pleasant or friendly; also a part of a unit vector."""
LARGEST: Final = 1e9
"""Of what has no end of its own: far more than a day's play can reach."""
INDEX: Final = Range(-1.0, 4000.0)
"""The number of a group or field; -1 is none."""
PERSON, OPTION, RULE, CAUSE = (
    INDEX._replace(high=LARGEST, limit=of) for of in ("people", "options", "rules", "causes")
)
"""A row of People or an id; -1 is nobody."""
TICK: Final = Range(0.0, LARGEST, "ticks")
METRES: Final = Range(0.0, 1000.0)
"""On the largest map."""
AMOUNT: Final = Range(0.0, LARGEST)
"""What can only grow from nothing."""
ANY: Final = Range(-LARGEST, LARGEST)
ROUNDING: Final = 1e-12
"""By how much rounding may carry a value over the end of its range."""

PEOPLE: Final[Mapping[str, Range]] = {
    "x": METRES._replace(limit="width"),
    "y": METRES._replace(limit="height"),
    **dict.fromkeys(("home_x", "home_y", "errand_x", "errand_y", "detour_x", "detour_y"), METRES),
    **dict.fromkeys(("goal_x", "goal_y", "worth"), ANY),
    **dict.fromkeys(("facing_x", "facing_y", "look_x", "look_y"), VALENCE),
    **dict.fromkeys(("gaze", "avoiding", "option_on", "involved", "order_on", "order_by"), PERSON),
    "errand_to": PERSON,
    "option": OPTION._replace(low=0.0),
    "option_tick": TICK,
    "order": OPTION,
    "rule": RULE,
    **dict.fromkeys(("field", "group"), INDEX),
    **dict.fromkeys(("why_body", "why_pain", "why_felt", "why_harm", "why_let_go", "why_option", "why_errand"), CAUSE),
    **dict.fromkeys(("why_esteem", "why_rule"), CAUSE),
    **dict.fromkeys(("speed", "doses", "drops", "errand_by", "stay_until"), AMOUNT),
    "looks": Range(0.0, 7.0),
    "errand": Range(0.0, 3.0),
    "stay_within": METRES._replace(low=-1.0),
    **dict.fromkeys(("present", "errand_weight", "errand_out"), SHARE),
    **dict.fromkeys(("wound", "illness", "loneliness", "unease", "standing", "playing", "tired"), SHARE),
    **dict.fromkeys(("effort", "involvement", "harm", "affront", "contact", "relieved", "gained"), SHARE),
    **dict.fromkeys(("treat", "pretence", "emotion", "felt", "shown", "mood", "usual", "reward"), VALENCE),
    **dict.fromkeys(("esteem", "norms", "stance", "shown_for"), VALENCE),
    "habit": Range(-2.0, 2.0),
    **dict.fromkeys(("sympathy", "approval", "spite", "provocation", "anxiety"), SHARE),
    **dict.fromkeys(("envy", "playfulness", "social_attention", "sentience", "cues"), SHARE),
    **dict.fromkeys(("sweet_tooth", "competence", "expressiveness", "personlike"), SHARE),
    "company": VALENCE,
}
"""Columns of People."""

TIES: Final[Mapping[str, Range]] = {
    **dict.fromkeys(("observer", "target"), PERSON._replace(low=0.0)),
    "thing": SHARE,
    "believed_tick": TICK,
    "felt_from": CAUSE,
    **dict.fromkeys(("why_believed", "why_regard", "why_felt", "why_affinity", "why_personhood"), CAUSE),
    **dict.fromkeys(("why_blame", "why_credit"), CAUSE),
    "believed_source": PERSON._replace(low=-2.0),
    **dict.fromkeys(("affinity", "affinity_anchor", "believed", "believed_anchor", "noted"), VALENCE),
    **dict.fromkeys(("regard", "guess", "answers", "proven", "claim", "hearsay"), VALENCE),
    "claim_by": PERSON,
    "streams": VALENCE,
    **dict.fromkeys(("personhood", "personhood_anchor", "importance", "importance_anchor"), SHARE),
    **dict.fromkeys(("stakes", "witnessed", "blame", "credit", "hope"), SHARE),
    **dict.fromkeys(("love", "fear", "trust", "asked", "told", "reproach", "sorry", "thanked"), SHARE),
    **dict.fromkeys(("clarity", "nearness", "seen", "noticed", "attention", "averted", "boredom"), SHARE),
    "avoidance": AMOUNT,
}
"""Columns of Ties."""

RANGES: Final[Mapping[str, Mapping[str, Range]]] = {"people": PEOPLE, "ties": TIES}
"""By the names that the tables have in a World."""


def highest(world: World) -> Mapping[str, float]:
    """Return for each limit the highest value that a column may hold in this world."""
    return {
        "people": len(world.people) - 1,
        "options": len(OPTIONS) - 1,
        "rules": len(RULES) - 1,
        "causes": world.causes.count - 1,
        "ticks": world.tick,
        "width": world.ground.width,
        "height": world.ground.height,
    }


def outside(world: World) -> list[str]:
    """Name each column that holds a value outside its range or no number, such as "ties.affinity = 1.2"."""
    found, limits = [], highest(world)
    for table, ranges in RANGES.items():
        for name, (low, high, limit) in ranges.items():
            column = getattr(getattr(world, table), name)
            most = high if limit is None else min(high, limits[limit])
            wrong = ~((column >= low - ROUNDING) & (column <= most + ROUNDING))
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
