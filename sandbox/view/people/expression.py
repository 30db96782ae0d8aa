"""What a face shows: everything on which its picture depends, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sandbox.scenario.schema import Colour

DIRECTIONS: Final = 16
AHEAD: Final = -1
"""The gaze that goes to the player."""
EYES: Final = (
    "open",
    "blink",
    "half",
    "squeezed",
    "glad",
    "wide",
    "gloating",
    "angry",
    "brave",
    "envious",
    "ashamed",
    "proud",
    "pleading",
    "laughing",
)
"""What lids can do; half is the look of somebody who would rather not see."""


PUPILS: Final = ("usual", "love", "fright")
"""Sizes of pupils."""
WET: Final = 0
TEARS: Final = 4
DRIPPING: Final = 3
"""How far the drop has come in a still picture."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Everything on which the picture of a face depends, but its size."""

    gaze: int = AHEAD
    """0 to the right, then clockwise in sixteenths of a turn, or AHEAD"""
    shown: int = 0
    """-LEVELS to LEVELS"""
    eyes: str = "open"
    mask: bool = False
    hidden: bool = False
    """a hood leaves nothing of the face but the eyes"""
    spiky: bool = False
    """as an enemy sees it"""
    being: str = "person"
    """one of BEINGS"""
    plate: int = 0
    """how far the face has turned into a plate, 0 to STEPS"""
    skin: Colour = "sky"
    """what the lids are made of; keep the default where no lid shows, so that more faces are the same"""
    act: str = ""
    """what the arms do that do a deed, one of the names of ACTS, or nothing"""
    aim: int = 0
    """to which side they do it, 0 to the right, then clockwise in sixteenths of a turn"""
    pupils: int | None = None
    """where the pupils go if not with the face: as the gaze"""
    pupil: str = "usual"
    """one of PUPILS"""
    tear: int = DRIPPING
    """how far a drop has come: WET stays on the lid, then it gathers there, and falls in steps, to TEARS"""
