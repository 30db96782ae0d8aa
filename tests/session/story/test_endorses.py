"""Rules in played worlds: endorsed by whoever has somebody in pain to think of, and only by the last vote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.session.session import Session
from tests.scenario.small import load

if TYPE_CHECKING:
    from sandbox.session.story.tree import Standing

VOTE = {"do": "propose", "at": 2, "who": "mo", "rule": "help_all"}


def square(*happenings: dict[str, Any], who: str) -> Session:
    """Bob is ill; Ann likes him, Rex does not."""
    people = [("bob", 5, 5), ("ann", 7, 5), ("rex", 5, 8), ("mo", 28, 18)]
    ties = [("ann", "bob", 0.8), ("rex", "bob", -0.8)]
    return Session(
        load(
            {
                "schema_version": 2,
                "id": "square",
                "title": "Square",
                "hook": "A vote.",
                "people": [
                    {"id": name, "name": name.title(), "x": x, "y": y}
                    | ({"body": {"illness": 0.6}} if name == "bob" else {})
                    for name, x, y in people
                ],
                "ties": [{"from": a, "to": b, "affinity": f, "importance": 0.8} for a, b, f in ties],
                "happenings": happenings,
                "goal": {"win": {"endorses": who, "rule": "help_all"}},
            }
        )
    )


def stood(session: Session, seconds: float) -> Standing:
    session.step(round(seconds * 10))
    found = session.script.standing(session.moment, session.commands)
    assert found is not None
    return found


def test_a_rule_is_endorsed_by_who_suffers_with_somebody_and_not_by_an_enemy() -> None:
    assert not stood(square(VOTE, who="ann"), 1.9).met
    assert stood(square(VOTE, who="ann"), 2.2).met
    found = stood(square(VOTE, who="rex"), 2.2)
    assert not found.met
    assert found.value < 0


def test_another_vote_takes_the_place_of_the_first() -> None:
    session = square(VOTE, VOTE | {"at": 3, "rule": "fend_alone"}, who="ann")
    assert stood(session, 2.2).value > 0
    assert stood(session, 1).value == 0
