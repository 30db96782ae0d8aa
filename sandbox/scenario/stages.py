"""What a level may look like: its stage, its light, and what stands at its places; nobody feels anything of it."""

from __future__ import annotations

from typing import Final, Literal

PlaceKind = Literal[
    "spot",
    "well",
    "bench",
    "stall",
    "counter",
    "alley",
    "house",
    "garden",
    "bed",
    "desk",
    "door",
    "panel",
    "window",
    "board",
    "shelter",
    "lamp",
    "sign",
    "pot",
    "rack",
]
"""What stands at a place; nothing does at a spot, and nothing of it is solid."""
StageKind = Literal["lawn", "school-yard", "office", "ward", "village", "bus-stop"]
"""What kind of place a map is: its floor, what lies around it, what its walls are made of."""
INDOORS: Final = frozenset({"office", "ward"})
"""The stages with a roof."""
Light = Literal["noon", "morning", "evening", "lamp", "rain"]
"""The time of day, or the weather."""
