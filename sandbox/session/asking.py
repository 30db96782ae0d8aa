"""What a click asks about: the person at the pointer, or else the arrow, or else whom it nearly met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from sandbox.session.cards import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.session.arrows import Arrow

ASKS: Final[Mapping[str, Literal["look", "tie"]]] = {
    "averted": "look",
    "look": "look",
    "blame": "tie",
    "credit": "tie",
    "thing": "tie",
    "tie": "tie",
}
"""What each kind of arrow is a part of; one that is not here is too short-lived to be asked about."""


def subject_of(arrow: Arrow) -> Subject:
    """Return what an arrow asks about.

    Raises:
        KeyError: if it is none of ASKS.
    """
    return Subject(ASKS[arrow.kind], arrow.who, arrow.whom)


def asked(person: int | None, arrow: Arrow | None, near: int | None) -> Subject | None:
    """Return what a click means that is exactly at a person, within reach of an arrow, or only near somebody."""
    if person is None and arrow is not None:
        return subject_of(arrow)
    who = near if person is None else person
    return None if who is None else Subject("person", who)
