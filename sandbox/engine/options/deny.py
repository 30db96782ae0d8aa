"""Tell oneself that they are fine, really.

Theory: T12, T13. Imagines the other feeling better than the evidence says; a vivid sight resists it, and any sight
refutes it so that it must be told again and again.
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


def _added(mind: Mind, params: Parameters) -> Floats:
    """Return the comfort that the story can add to what is believed, 0 to 1."""
    return params.deny_push * mind.need * (ONE - mind.vividness)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    lasting, refuted = story_effort(params, params.memory_time), story_effort(params, params.belief_return_time)
    return Imagined(
        believed=mind.believed + _added(mind, params),
        effort=lasting + (refuted - lasting) * mind.clarity,
        involvement=mind.onlooking,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.believed[doing.doer] = _added(doing, params)


OPTION = Option("deny", "T12, T13", _imagine, _act, when_needed, icon="deny", sound="lala", pushes="believed")
