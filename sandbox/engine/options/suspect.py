"""Tell oneself that somebody is suffering, whatever they look like.

Theory: T17. Imagines a reason for one's unease; a plain face that says otherwise resists it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.arrays import ONE
from sandbox.engine.curves import positive, valence
from sandbox.engine.options.option import Imagined, Option, story_effort

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, params: Parameters) -> Bools:
    return mind.carefree & (mind.attention > params.focus_share)


def _taken(mind: Mind, params: Parameters) -> Floats:
    """Return the joy, and the calm below it, that the story can take off what is believed, 0 to 2."""
    return (params.suspect_push + positive(mind.believed)) * (ONE - mind.vividness)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        believed=valence(mind.believed - _taken(mind, params)),
        effort=story_effort(params, params.belief_return_time),
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.believed[doing.doer] = -_taken(doing, params)


OPTION = Option(
    "suspect", "T17", _imagine, _act, _possible, icon="suspect", sound="hm", gesture="gloom", pushes="believed"
)
