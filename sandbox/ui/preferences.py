"""What suits a player's eyes, ears and room: kept between plays, and never part of what happens in the world."""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

import msgspec

from sandbox.scenario.language import ENGLISH
from sandbox.scenario.translations import CODE

Colours = Literal["usual", "red_green", "blue_yellow", "contrast", "projector"]
Percent = Annotated[int, msgspec.Meta(ge=0, le=250)]
Language = Annotated[str, msgspec.Meta(pattern=rf"^{CODE.pattern}$")]
Enlarged = Annotated[int, msgspec.Meta(ge=50, le=250)]


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """All of them, with their defaults; a file may leave any of them out."""

    language: Language = ENGLISH
    """code of the language in which everything is said, as far as there are texts"""
    palette: Colours = "usual"
    projector: bool = False
    """everything larger, for the back row; in light colours, if no palette was chosen"""
    calm: bool = False
    """no motion but the people's own"""
    wait: bool = True
    """time stands still while a why is open"""
    step_back: bool = True
    """bars fade while the player only watches"""
    gentle: bool = False
    """pain is drawn smaller and without tears, and sounds softer"""
    scale: Percent = 0
    """size of buttons and panels in percent of their design; 0 is what suits the window"""
    words: Enlarged = 100
    """size of letters, in percent of what belongs to the size of the panels"""
    quiet: bool = False
    loudness: Percent = 100
    deeds: Percent = 100
    """loudness of happenings and deeds, in percent of all"""
    voices: Percent = 100
    """loudness of what people let out: sighs, sniggers, gasps"""
    bed: Percent = 100
    """loudness of the place: birds, rain, the hum of tubes"""
    chord: Percent = 100
    """loudness of the voices of those who look at somebody who suffers"""
    captions: bool = False
    """every sound is said in words, too"""

    @property
    def colours(self) -> str:
        """Name the palette that is to be in use."""
        return "projector" if self.projector and self.palette == "usual" else self.palette


SWITCHES: Final = ("projector", "calm", "wait", "step_back", "gentle", "captions")
"""What is on or off, in the order of the panel; `quiet` has a button of its own."""
LADDERS: Final[dict[str, tuple[str | int, ...]]] = {
    "palette": get_args(Colours),
    "scale": (0, 75, 100, 125, 150, 175, 200, 250),
    "words": (100, 115, 130, 150),
    "loudness": (0, 25, 50, 75, 100),
    "deeds": (0, 25, 50, 75, 100),
    "voices": (0, 25, 50, 75, 100),
    "bed": (0, 25, 50, 75, 100),
    "chord": (0, 25, 50, 75, 100),
}
"""What can be had in several grades."""


def toggled(preferences: Preferences, name: str) -> Preferences:
    """Switch something on or off."""
    return msgspec.structs.replace(preferences, **{name: not getattr(preferences, name)})


def turned(preferences: Preferences, name: str, by: int, fitting: int = 0) -> Preferences:
    """Go some rungs up or down a ladder; the palettes, which have no order, go round.

    From a size of buttons that fits by itself it goes up to the first that is larger than that (`fitting`, in percent).
    """
    ladder = LADDERS[name]
    value = getattr(preferences, name)
    if name == "scale" and by > 0:
        value = value or fitting
    below = sum(1 for rung in ladder if rung < value)
    at = ladder.index(value) if value in ladder else below - (by > 0)
    there = (at + by) % len(ladder) if name == "palette" else max(0, min(len(ladder) - 1, at + by))
    return msgspec.structs.replace(preferences, **{name: ladder[there]})
