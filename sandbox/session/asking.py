"""What a click asks about: the person at the pointer, or else the arrow, or else whom it nearly met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.session.cards import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.session.arrows import Arrow
    from sandbox.session.cards import Kind

ASKS: Final[Mapping[str, Kind]] = {
    "averted": "look",
    "look": "look",
    "blame": "blame",
    "credit": "credit",
    "thing": "thing",
    "tie": "tie",
    "told": "told",
}
"""What each kind of arrow asks about."""


def subject_of(arrow: Arrow) -> Subject:
    """Return what an arrow asks about.

    Raises:
        KeyError: if it is none of ASKS.
    """
    who, whom = (arrow.whom, arrow.about) if arrow.kind == "told" else (arrow.who, arrow.whom)
    return Subject(ASKS[arrow.kind], who, whom, arrow.record)


def asked(person: int | None, arrow: Arrow | None, near: int | None) -> Subject | None:
    """Return what a click means that is exactly at a person, within reach of an arrow, or only near somebody."""
    if person is None and arrow is not None:
        return subject_of(arrow)
    who = near if person is None else person
    return None if who is None else Subject("person", who)
