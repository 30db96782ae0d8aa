"""Leave somebody in peace who would like it.

Theory: T18, T5. Imagines the pleasure that the other would take in it, as far as one reads or guesses their taste.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.options.option import Imagined, Option, walk_from

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return mind.at_ease & (mind.guess < 0) & (mind.distance < params.leave_distance)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        believed=mind.believed - mind.room * mind.guess, noticed=0.0, nearness=0.0, effort=params.walk_effort
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    walk_from(doing, effects, params)
    np.add.at(effects.pleased, doing.target, -params.treat_rate * doing.taste)


OPTION = Option("give_space", "T18", _imagine, _act, _possible, icon="give_space", sign="away")
