"""How loud each sound is, by what it means: what happens, then verdicts, then turns within, and steps last."""

from __future__ import annotations

from typing import Final

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.ui.hud.sound_cues import BREATH, CASCADE, STEPS, VERDICTS

HAPPENING: Final = -22.0
"""RMS in decibels of happenings, deeds and cascades. Source: design."""
VERDICT: Final = -24.0
"""Of what people come to hold of each other. Source: design."""
INNER: Final = -26.0
"""Of what goes on in somebody: turns of the eyes, stories, feelings that are let out. Source: design."""
LIGHT: Final = -36.0
"""Of steps, and of the breath with which a voice leaves the chord of looks. Source: design."""

_HAPPENS: Final = {CASCADE, *(one.sound for one in HAPPENINGS), *(one.sound for one in OPTIONS if not one.inner)}
_JUDGES: Final = frozenset(VERDICTS.values())


def weight(name: str) -> float:
    """Return the RMS of a sound, in decibels; one with several meanings has the weight of the heaviest."""
    if name in {STEPS, BREATH}:
        return LIGHT
    if name in _HAPPENS:
        return HAPPENING
    return VERDICT if name in _JUDGES else INNER
