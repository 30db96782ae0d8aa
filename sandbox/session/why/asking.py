"""What a click asks about: whatever lies uppermost where it is, or else whom it nearly met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from sandbox.session.why.cards import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.session.seen.arrows import Arrow
    from sandbox.session.why.cards import Kind

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


class Marked(Protocol):
    """A sign that is drawn at somebody, as the picture knows it."""

    @property
    def kind(self) -> Kind:
        """What it asks about."""

    @property
    def who(self) -> int:
        """Whose it is."""

    @property
    def whom(self) -> int:
        """Towards whom, or NOBODY."""

    @property
    def record(self) -> int:
        """The id of the record that it shows, or NOBODY."""


def subject_of(arrow: Arrow) -> Subject:
    """Return what an arrow asks about.

    Raises:
        KeyError: if it is none of ASKS.
    """
    who, whom = (arrow.whom, arrow.about) if arrow.kind == "told" else (arrow.who, arrow.whom)
    return Subject(ASKS[arrow.kind], who, whom, arrow.record)


class Hit(NamedTuple):
    """What a click is at; None for what it is not at."""

    mark: Marked | None = None
    """what is drawn over bodies, or on a face"""
    verdict: Arrow | None = None
    """an arrow that is drawn over bodies"""
    person: int | None = None
    """exactly"""
    arrow: Arrow | None = None
    """any other arrow, within reach"""
    ring: Marked | None = None
    """what is drawn under bodies"""
    near: int | None = None
    """whom it nearly met"""


def asked(hit: Hit) -> Subject | None:
    """Return what a click asks about: whatever lies uppermost where it is, or else whom it nearly met."""
    if hit.mark is not None:
        return marked(hit.mark)
    if hit.verdict is not None:
        return subject_of(hit.verdict)
    if hit.person is not None:
        return Subject("person", hit.person)
    if hit.arrow is not None:
        return subject_of(hit.arrow)
    if hit.ring is not None:
        return marked(hit.ring)
    return None if hit.near is None else Subject("person", hit.near)


def marked(mark: Marked) -> Subject:
    """Return what a mark asks about."""
    return Subject(mark.kind, mark.who, mark.whom, mark.record)
