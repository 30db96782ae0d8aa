"""All that people can choose to do, outwardly (deeds) or inwardly (evasions): one file each, listed here (T13).

To add one, write its file, with all that other layers know of it, and one line below; it then shows up in the choice,
the picture, the why and the chronicle. An inner one also needs its switch in `vocabulary.DRIVES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.options import (
    apologise,
    approach,
    belittle,
    comfort,
    contradict,
    deny,
    detour,
    dose,
    dwell,
    feign,
    give_space,
    help_,
    hide,
    invite,
    leave,
    look_away,
    play,
    plead,
    see_enemy,
    see_thing,
    slip,
    stay,
    strike,
    suspect,
    taunt,
    tell,
    thank,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.arrays import Bools
    from sandbox.engine.options.option import Option

OPTIONS: Final[tuple[Option, ...]] = (
    stay.OPTION,
    approach.OPTION,
    help_.OPTION,
    comfort.OPTION,
    dose.OPTION,
    invite.OPTION,
    give_space.OPTION,
    play.OPTION,
    tell.OPTION,
    plead.OPTION,
    feign.OPTION,
    hide.OPTION,
    taunt.OPTION,
    slip.OPTION,
    strike.OPTION,
    detour.OPTION,
    leave.OPTION,
    look_away.OPTION,
    see_thing.OPTION,
    see_enemy.OPTION,
    belittle.OPTION,
    deny.OPTION,
    suspect.OPTION,
    apologise.OPTION,
    thank.OPTION,
    contradict.OPTION,
    dwell.OPTION,
)
"""All options; a person's `option` is an index into this."""

INDEX: Final = {option.name: index for index, option in enumerate(OPTIONS)}
"""Option name → index into OPTIONS."""

NAMED: Final = {option.name: option for option in OPTIONS}
"""Option name → option."""

STAY: Final = stay.OPTION
"""The baseline of every choice, and what people are at who have nobody in mind: the first of OPTIONS."""


def those(fact: Callable[[Option], object]) -> Bools:
    """Return (A,) of which of OPTIONS a fact is true, to be looked up by the index of an option."""
    return np.array([bool(fact(option)) for option in OPTIONS])


DWELLS: Final = those(lambda option: option.dwells)
"""Which of OPTIONS keep thoughts and eyes on somebody."""
