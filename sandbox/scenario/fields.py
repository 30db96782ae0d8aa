"""The types of single fields in a file: ids, words and numbers with their bounds."""

from __future__ import annotations

from typing import Annotated, Final

from msgspec import Meta

Id = Annotated[
    str,
    Meta(pattern=r"^[a-z][a-z0-9_-]{0,39}$", description="lower-case letters, digits, _ and -; starts with a letter"),
]
SPOKEN: Final = {"spoken": True}
"""Marks a text that players read, which a file may have in several languages: see `translations`."""
Name = Annotated[str, Meta(min_length=1, max_length=40, extra=SPOKEN, extra_json_schema=SPOKEN)]
Line = Annotated[str, Meta(max_length=200, extra=SPOKEN, extra_json_schema=SPOKEN)]
Passage = Annotated[str, Meta(max_length=1000, extra=SPOKEN, extra_json_schema=SPOKEN)]
Metres = Annotated[float, Meta(ge=0, le=1000, description="metres from the map's top left corner")]
Seconds = Annotated[float, Meta(ge=0, le=86400, description="seconds of game time")]
Share = Annotated[float, Meta(ge=0, le=1)]
Valence = Annotated[float, Meta(ge=-1, le=1, description="-1 unpleasant or hostile … 1 pleasant or friendly")]
Count = Annotated[int, Meta(ge=0, le=999)]
Seed = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Who = Annotated[
    str, Meta(min_length=1, max_length=100, description="a person, a group, or a phrase such as: friends of bob")
]
