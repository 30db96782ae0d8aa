"""The square that the benchmarks of the picture and of play draw: people of four groups, some of whom get hurt."""

from __future__ import annotations

from typing import Final

import numpy as np

from sandbox.scenario.schema import Happening, Level, Look, Map, Person, Tie

WIDE: Final = 1.6
"""Width of the square, in heights."""
FRIENDS: Final = 14
"""the first person has so many friends"""
HATS: Final = ("none", "cap", "bow", "leaf", "cone")
PATTERNS: Final = ("plain", "stripes", "dots", "checks")
COLOURS: Final = ("sky", "pink", "green", "yellow")
METRES_EACH: Final = 2.4
HURT: Final = 12
"""one in so many people is hurt"""


def level(size: int) -> Level:
    """Set up so many people of four groups on a square, some of whom get hurt."""
    rng = np.random.default_rng(size)
    across = int(np.ceil(np.sqrt(size * WIDE)))
    down = -(-size // across)
    people = tuple(
        Person(
            id=f"p{index}",
            name=f"Person {index}",
            x=round((index % across + float(rng.uniform(0.2, 0.8))) * METRES_EACH, 2),
            y=round((index // across + float(rng.uniform(0.2, 0.8))) * METRES_EACH, 2),
            group=COLOURS[index % len(COLOURS)],
            look=Look(
                hat=HATS[index % len(HATS)],
                pattern=PATTERNS[index % len(PATTERNS)],
                colour=COLOURS[index % len(COLOURS)],
            ),
        )
        for index in range(size)
    )
    hurt = tuple(Happening(do="hurt", at=index % 5, who=f"p{index}") for index in range(0, size, HURT))
    pairs = [(index, index + 1) for index in range(size - 1)]
    pairs += [(0, index * size // (FRIENDS + 1)) for index in range(2, FRIENDS + 1)]
    ties = tuple(Tie(source=f"p{one}", target=f"p{other}", mutual=True, affinity=0.8) for one, other in pairs)
    ground = Map(width=across * METRES_EACH, height=down * METRES_EACH)
    return Level(
        schema_version=2, id="crowd", title="Crowd", hook="Many.", map=ground, people=people, ties=ties, happenings=hurt
    )
