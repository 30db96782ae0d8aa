"""Go round by the other way, where one will not meet somebody.

Theory: T8, T13. Imagines being spared the meeting, with the eyes and the begging that belong to it, for a longer walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.options.option import Imagined, Option

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return (mind.detour >= 0) & mind.perceived & (mind.distance > params.reach)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        attention=mind.drawn * params.absent_share,
        noticed=0.0,
        nearness=0.0,
        effort=params.detour_effort * mind.detour,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.rounds[doing.doer] = 1.0
    effects.pace[doing.doer] = params.walk_speed


OPTION = Option(
    "detour",
    "T13",
    _imagine,
    _act,
    _possible,
    icon="detour",
    sound="steps",
    gesture="way",
    free_feet=True,
    remarkable=True,
)
