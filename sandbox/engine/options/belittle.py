"""Tell oneself that this one does not matter much.

Theory: T11, T13. Imagines less importance; somebody who has always mattered resists it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.arrays import ONE
from sandbox.engine.options.option import Imagined, Option, story_effort, when_needed

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _taken(mind: Mind, params: Parameters) -> Floats:
    """Return the importance that the story can take off, 0 to 1."""
    return mind.importance * params.belittle_push * (ONE - mind.importance_anchor)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        importance=mind.importance - _taken(mind, params),
        effort=story_effort(params, params.importance_return_time),
        involvement=mind.onlooking,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.importance[doing.doer] = -_taken(doing, params)


OPTION = Option(
    "belittle", "T11, T13", _imagine, _act, when_needed, icon="belittle", sound="shrink", pushes="importance"
)
