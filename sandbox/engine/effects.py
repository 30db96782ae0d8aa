"""Effects: the sheets on which the options of a tick write what they do, before it lands all at once.

Theory: T13, T29, MODEL step 8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.fact import Fact

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints


class Sheet(Fact["Floats"]):
    """A column that begins with nothing when somebody first takes it up."""

    def __init__(self) -> None:
        """Make it as long as there are people."""
        super().__init__(lambda effects: np.zeros(len(effects.tie)))


class Effects:
    """What everybody's options do in this tick; each option adds to it."""

    def __init__(self, x: Floats, y: Floats, tie: Ints) -> None:
        """Start with nobody doing anything: people at (N,) `x`, `y`, and their (N,) ties to those they have in mind.

        The tie is a row of Ties, or NOBODY; the goals are where the feet will go.
        """
        self.tie, self.goal_x, self.goal_y = tie, x.copy(), y.copy()

    def any(self, *names: str) -> bool:
        """Return whether there is something on one of these sheets."""
        taken_up = vars(self)
        for name in names:  # noqa: SIM110 - `any` takes twice as long, and this is asked a dozen times a tick
            if name in taken_up and np.count_nonzero(taken_up[name]):
                return True
        return False

    def sum(self, *names: str) -> Floats:
        """Return (N,) what is on these sheets together, of which one or more must have been taken up."""
        first, *others = (vars(self)[name] for name in names if name in vars(self))
        whole: Floats = sum(others, first)
        return whole

    pace = Sheet()
    """(N,) m/s"""
    effort = Sheet()
    """(N,) visible exertion, 0 to 1"""
    relief = Sheet()
    """(N,) wound mended on each person, per second"""
    cured = Sheet()
    """(N,) wound and illness taken away from each person by medicine, per second"""
    works = Sheet()
    """(N,) how fast the doer takes pain away from the one in mind, per second"""
    soothed = Sheet()
    """(N,) comfort given to each person, per second"""
    pleased = Sheet()
    """(N,) treat given to each person, or annoyance below 0, per second"""
    blissed = Sheet()
    """(N,) treat given to each person without limit, per second"""
    struck = Sheet()
    """(N,) wound given to each person, per second"""
    jeered = Sheet()
    """(N,) taunting suffered by each person, per second"""
    jeers = Sheet()
    """(N,) taunting that the doer does, per second"""
    touch = Sheet()
    """(N,) involvement that the doer shows, 0 to 1"""
    harm = Sheet()
    """(N,) how much of the trouble the doer makes, 0 to 1"""
    affront = Sheet()
    """(N,) how far the doer goes against the other's wish, 0 to 1"""
    pretence = Sheet()
    """(N,) what the doer's face shows beyond what they feel, -1 to 1"""
    playing = Sheet()
    """(N,) how merrily they play, 0 to 1"""
    rounds = Sheet()
    """(N,) 1 where they take the other way round"""
    used_doses = Sheet()
    """(N,) medicine that the doer uses up, per second"""
    used_drops = Sheet()
    """(N,) happy drops that the doer uses up, per second"""
    tells = Sheet()
    """(N,) 1 where they talk to the one in mind about others"""
    sorry = Sheet()
    """(N,) 1 where they say sorry to the one in mind"""
    thanks = Sheet()
    """(N,) 1 where they thank the one in mind"""
    denies = Sheet()
    """(N,) 1 where they contradict what the one in mind says of somebody"""
    begs = Sheet()
    """(N,) 1 where they beg of the one in mind"""
    averted = Sheet()
    """(N,) push on `averted` of their tie to the one in mind, and so on for the next four; 0 where nothing is pushed"""
    personhood = Sheet()
    affinity = Sheet()
    importance = Sheet()
    believed = Sheet()


SHEETS: Final = tuple(name for name, sheet in vars(Effects).items() if isinstance(sheet, Sheet))
"""Names of all that there is to write on."""
