"""See a thing, a case, a label, and not a person.

Theory: T9, T13. Imagines the other with less personhood; a plain face close by resists it.
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
    """Return the personhood that the story can take off, 0 to 1."""
    resistance = mind.personlike * (ONE + mind.clarity) / 2
    return mind.personhood * params.thing_push * (ONE - resistance)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        personhood=mind.personhood - _taken(mind, params),
        effort=story_effort(params, params.personhood_return_time),
        involvement=mind.onlooking,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.personhood[doing.doer] = -_taken(doing, params)


OPTION = Option(
    "see_thing", "T9, T13", _imagine, _act, when_needed, icon="see_thing", sound="thing", pushes="personhood"
)
