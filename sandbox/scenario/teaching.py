"""What a level tells whoever plays it with a class."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sandbox.scenario.fields import Line, Passage

Notes = Annotated[tuple[Line, ...], Meta(max_length=20)]


class Teaching(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"attempts": "try"}):
    """Aim, questions and cautions; the game shows them and does nothing else with them."""

    aim: Passage = ""
    notice: Notes = ()
    attempts: Notes = ()
    discuss: Notes = ()
    limits: Passage = ""
    content_note: Line = ""
    note: Passage = ""
    """the designer's, for whoever wants to change the level"""
    credits: Line = ""
