"""The loops by their names: the layers of each place, the voices of the chord of looks, and the one that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.app.sound.beds import GROUNDS, bed
from sandbox.app.sound.chord import VOICES, moving, voice
from sandbox.app.sound.notes import THIRDS
from sandbox.ui.hud.held import LAYERS, layer_of, moving_of, voice_of

if TYPE_CHECKING:
    from sandbox.app.sound.notes import Wave

PLACES: Final = {layer_of(place, layer): place for place in GROUNDS for layer in LAYERS}
"""The layers, each with the place whose it is: all of a place are made at once."""
SUNG: Final = {voice_of(place, third): (place, third) for place in range(len(VOICES)) for third in THIRDS}
MOVING: Final = {moving_of(third): third for third in THIRDS}
LOOPS: Final = (*PLACES, *SUNG, *MOVING)


def loops_with(name: str) -> dict[str, Wave]:
    """Make a loop, and those that come with it: (S,) or (S, 2) samples by their names.

    Raises:
        KeyError: if there is no loop of that name.
    """
    if name in PLACES:
        return {layer_of(PLACES[name], layer): wave for layer, wave in bed(PLACES[name]).items()}
    return {name: moving(MOVING[name]) if name in MOVING else voice(*SUNG[name])}
