"""See an enemy who had it coming.

Theory: T10, T13. Imagines less affinity; a long friendship resists it, and without a pretext (blame, another group)
there is little to hang the story on. Who is an enemy already needs no story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.arrays import ONE
from sandbox.engine.curves import positive
from sandbox.engine.options.option import Imagined, Option, story_effort

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _taken(mind: Mind, params: Parameters) -> Floats:
    """Return the affinity that the story can take off, 0 to 2."""
    return params.enemy_push * mind.pretext * (ONE - positive(mind.affinity_anchor))


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.needed & mind.no_enemy


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    return Imagined(
        affinity=mind.affinity - _taken(mind, params),
        effort=story_effort(params, params.affinity_return_time),
        involvement=mind.onlooking,
    )


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.affinity[doing.doer] = -_taken(doing, params)


OPTION = Option("see_enemy", "T10, T13", _imagine, _act, _possible, icon="see_enemy", sound="growl", pushes="affinity")
