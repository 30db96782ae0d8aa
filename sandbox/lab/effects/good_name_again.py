"""A good name again: who was seen to help is helped by others, and not only by the one who was helped (T23, T24).

The street, the deed and the criteria of the forecast `good-name`. What was wrong with its scene: Bob, well again, was
beside Ann and at once repaid her, so that Dee saw hardly any need; and Dee was kept in her pen, where nine in ten did
not set out for whoever it was. In the study donors meet a player whom they have seen give, and who is not the one that
got it. So Bob goes home before Ann's mishap, and Dee, who could only look on before, is let out.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from sandbox.lab.effects.again import again
from sandbox.lab.experiment import Cell
from sandbox.lab.forecasts.good_name import DEEDS, GOOD_NAME, MISHAP, WATCHED, street
from sandbox.scenario.schema import Happening

HOME: Final = Happening(do="leave", who="bob", at=MISHAP - 3.0)
OUT: Final = Happening(do="move", who="dee", x=9.5, y=4.0, at=MISHAP - 1.0)
BACK: Final = Happening(do="move", who="ann", x=6.0, y=2.0, at=MISHAP - 1.0)
"""To where she stood at first, whether she has gone to Bob or not."""


def cells() -> tuple[Cell, ...]:
    """Stage Ann who helps and Ann who does not, and Bob on his way home."""
    return tuple(Cell(name, partial(street, affinity), WATCHED, (HOME, OUT, BACK)) for name, affinity in DEEDS.items())


GOOD_NAME_AGAIN: Final = again(GOOD_NAME, cells=cells)
