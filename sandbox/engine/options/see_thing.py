"""See a thing, a case, a label, and not a person.

Theory: T9, T13. Imagines the other with less personhood; a plain face close by resists it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.options.option import Imagined, Option, onlooking, story_effort, when_needed

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.options.option import Doing, Effects, Mind
    from sandbox.engine.params import Parameters


def _taken(mind: Mind, params: Parameters) -> Floats:
    """Return the personhood that the story can take off, 0 to 1."""
    resistance = mind.personlike * (1.0 + mind.clarity) / 2
    return mind.view.personhood * params.thing_push * (1.0 - resistance)


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    thing = mind.view._replace(personhood=mind.view.personhood - _taken(mind, params))
    return Imagined(
        thing,
        effort=story_effort(params, params.personhood_return_time),
        involvement=onlooking(mind, params),
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.personhood[doing.doer] = -_taken(doing.mind, params)


OPTION = Option(
    "see_thing", "T9, T13", _imagine, _act, when_needed, icon="see_thing", sound="thing", pushes="personhood"
)
