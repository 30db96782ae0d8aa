"""What a level tells whoever plays it with a class."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sandbox.scenario.fields import SPOKEN, Line, Passage

Notes = Annotated[tuple[Line, ...], Meta(max_length=20)]
Lesson = Annotated[str, Meta(max_length=90, extra=SPOKEN, extra_json_schema=SPOKEN)]
"""fits on one line of the map of the campaign"""


class Teaching(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"attempts": "try"}):
    """Aim, questions and cautions; the game shows them and does nothing else with them."""

    aim: Passage = ""
    learned: Lesson = ""
    mechanisms: Annotated[tuple[str, ...], Meta(max_length=32)] = ()
    """ids of the theory, T1 to T32"""
    notice: Notes = ()
    attempts: Notes = ()
    discuss: Notes = ()
    limits: Passage = ""
    content_note: Line = ""
    note: Passage = ""
    """the designer's, for whoever wants to change the level"""
    credits: Line = ""
