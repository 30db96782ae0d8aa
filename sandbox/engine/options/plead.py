"""Beg somebody for help.

Theory: T21, T24. Imagines being helped, so far as the other is known to come; the begged can no longer say that they
had nothing to do with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.options.option import Imagined, Option, sure_of_help

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


def _possible(mind: Mind, _: Parameters) -> Bools:
    return mind.wretched & (mind.pain > 0) & mind.perceived & mind.no_enemy


def _imagine(mind: Mind, params: Parameters) -> Imagined:
    hoped = params.plead_hope * sure_of_help(mind.affinity, mind.answers, mind.fear, params)
    return Imagined(noticed=1.0, effort=params.plead_effort, body=hoped * mind.pain)


def _act(doing: Doing, effects: Effects, params: Parameters) -> None:
    effects.begs[doing.doer] = 1.0
    effects.pace[doing.doer] = params.walk_speed / 2


OPTION = Option(
    "plead",
    "T21",
    _imagine,
    _act,
    _possible,
    icon="plead",
    sound="plead",
    voiced=True,
    eyes="pleading",
    remarkable=True,
)
