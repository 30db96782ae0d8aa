"""What is heard on and on, by name: the layers of a place, the chord of looks; and how loud each is now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    import pygame

    from sandbox.ui.hud.choir import Choir
    from sandbox.ui.preferences import Preferences

    Panned = Callable[[int], float]
    """where somebody is on the screen, -1 (left) to 1"""

LAYERS: Final = ("ground", "air", "life")
"""What a place sounds like, in the order in which it stays."""
THIRD: Final = 1
"""Which voice of the chord sings its third: the second, so that two looks tell how the town feels."""
DUCKED: Final = 0.35
"""How loud what is held is while time stands still, as a share."""
SLOW, USUAL, AT_ONCE = 2.0, 0.9, 0.15
"""Seconds from silence to full loudness, or back: of places, of voices, and of a hush."""


WIDE: Final = 0.7
"""How far to the side the edge of the map is heard."""


class Held(NamedTuple):
    """How loud one loop is to be."""

    loudness: float
    """0 to 1, of its own"""
    pan: float = 0.0
    """-1 (left) to 1 (right)"""
    glide: float = USUAL
    """seconds from silence to full loudness, or back"""


def panned(x: float, ground: pygame.Rect) -> float:
    """Return where a pixel is heard, -1 (left) to 1, by where it is on the map; never from one side alone."""
    return WIDE * max(-1.0, min(1.0, (x - ground.centerx) / max(1, ground.width / 2)))


def layer_of(place: str, layer: str) -> str:
    """Name a layer of a place: its ground, its air or its life."""
    return f"{place}.{layer}"


def voice_of(place: int, third: str) -> str:
    """Name a voice of the chord by its place in it; the one that sings the third is another in major and in minor."""
    return f"voice.{place}.{third}" if place == THIRD else f"voice.{place}"


def moving_of(third: str) -> str:
    """Name the voice that moves."""
    return f"moving.{third}"


def held(
    choir: Choir, preferences: Preferences, panned: Panned, *, mute: frozenset[int], stands: bool, hushed: bool
) -> dict[str, Held]:
    """Return all that is held now, by name; what is turned down altogether is left out.

    Args:
        choir: what should be heard, and who sings.
        preferences: how loud the player likes it.
        panned: where people are on the screen.
        mute: rows of those whose voices are not heard.
        stands: whether time stands still.
        hushed: whether nothing is to be heard for a moment.
    """
    scape, loud = choir.scape, 0.0 if preferences.quiet else preferences.loudness / 100
    if not scape.place or loud == 0:
        return {}
    loud *= 0.0 if hushed else DUCKED if stands else 1.0
    found = dict[str, Held]()
    if bed := preferences.bed / 100:
        for layer, share in zip(LAYERS, (1.0, scape.air, scape.life), strict=True):
            found[layer_of(scape.place, layer)] = Held(_full(loud * bed * share), 0.0, SLOW)
    if chord := preferences.chord / 100:
        third = "minor" if choir.minor else "major"
        singing = [(place, row) for place, row in enumerate(choir.singers) if row is not None and row not in mute]
        for place, row in singing:
            found[voice_of(place, third)] = Held(_full(loud * chord), panned(row))
        if scape.helping and scape.suffering:
            found[moving_of(third)] = Held(_full(loud * chord), panned(scape.helping[0]))
    return {name: one._replace(glide=AT_ONCE) for name, one in found.items()} if hushed else found


def _full(loudness: float) -> float:
    return min(1.0, loudness)
