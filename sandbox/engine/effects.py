"""Effects: the sheet on which the options of a tick write what they do, before it lands all at once.

Theory: T13, T29, MODEL step 8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.frozen import frozen

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints


@frozen
class Effects:
    """What everybody's options do in this tick; each option adds to it."""

    tie: Ints
    """(N,) rows of the ties to those whom people have in mind, or NOBODY"""
    goal_x: Floats
    goal_y: Floats
    pace: Floats
    """(N,) m/s"""
    effort: Floats
    """(N,) visible exertion, 0 to 1"""
    relief: Floats
    """(N,) wound mended on each person, per second"""
    cured: Floats
    """(N,) wound and illness taken away from each person by medicine, per second"""
    soothed: Floats
    """(N,) comfort given to each person, per second"""
    pleased: Floats
    """(N,) treat given to each person, or annoyance below 0, per second"""
    blissed: Floats
    """(N,) treat given to each person without limit, per second"""
    struck: Floats
    """(N,) wound given to each person, per second"""
    jeered: Floats
    """(N,) taunting suffered by each person, per second"""
    jeers: Floats
    """(N,) taunting that the doer does, per second"""
    touch: Floats
    """(N,) involvement that the doer shows, 0 to 1"""
    harm: Floats
    """(N,) how much of the trouble the doer makes, 0 to 1"""
    affront: Floats
    """(N,) how far the doer goes against the other's wish, 0 to 1"""
    pretence: Floats
    """(N,) what the doer's face shows beyond what they feel, -1 to 1"""
    playing: Floats
    """(N,) how merrily they play, 0 to 1"""
    rounds: Floats
    """(N,) 1 where they take the other way round"""
    used_doses: Floats
    """(N,) medicine that the doer uses up, per second"""
    used_drops: Floats
    """(N,) happy drops that the doer uses up, per second"""
    tells: Floats
    """(N,) 1 where they talk to the one in mind about others"""
    begs: Floats
    """(N,) 1 where they beg of the one in mind"""
    averted: Floats
    """(N,) push on `averted` of their tie to the one in mind, and so on for the next four; 0 where nothing is pushed"""
    personhood: Floats
    affinity: Floats
    importance: Floats
    believed: Floats

    @classmethod
    def none(cls, x: Floats, y: Floats, tie: Ints) -> Effects:
        """Start with nobody doing anything: people at (N,) `x`, `y`, and their (N,) ties to those they have in mind."""
        return cls(tie, x.copy(), y.copy(), *np.zeros((_SHEETS, len(x))))


_SHEETS: Final = 25
"""Columns that begin with nothing."""
