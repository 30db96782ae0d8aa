"""Claims in played worlds: made, believed by who likes the teller, told on, denied, and not taken for what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sandbox.session.session import Session
from tests.scenario.small import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.session.story.tree import Standing

SALE = {"id": "sale", "about": "nia", "text": "Nia spoilt the sale."}


def office(*happenings: dict[str, Any], believer: object = "leo", claims: Sequence[object] = (SALE,)) -> Session:
    """Four people who know one another, in which Leo likes Kay and Moe likes Leo; Nia sits far away."""
    people = [("kay", 5, 5), ("leo", 7, 5), ("moe", 9, 6), ("nia", 28, 18)]
    return Session(
        load(
            {
                "schema_version": 2,
                "id": "office",
                "title": "Office",
                "hook": "A rumour.",
                "people": [{"id": name, "name": name.title(), "x": x, "y": y} for name, x, y in people],
                "ties": [
                    {"from": "leo", "to": "kay", "affinity": 0.7},
                    {"from": "moe", "to": "leo", "affinity": 0.8, "mutual": True},
                    {"from": "moe", "to": "kay", "affinity": -0.5},
                ],
                "claims": claims,
                "happenings": happenings,
                "goal": {"win": {"believes": believer, "claim": "sale"}},
            }
        )
    )


def standing(session: Session) -> Standing:
    found = session.script.standing(session.moment, session.commands)
    assert found is not None
    return found


TOLD = {"do": "says", "at": 1, "who": "leo", "by": "kay", "claim": "sale"}


def test_who_likes_the_teller_believes_a_claim_and_who_does_not_does_not() -> None:
    friend, foe = office(TOLD), office(TOLD | {"who": "moe"}, believer="moe")
    for session in (friend, foe):
        session.step(15)
    assert standing(friend).met
    assert standing(friend).value > 0.3
    assert not standing(foe).met


def test_a_claim_says_what_its_happening_could_have_said_itself() -> None:
    by_name, in_full = office(TOLD), office({"do": "says", "at": 1, "who": "leo", "by": "kay", "about": "nia"})
    for session in (by_name, in_full):
        session.step(30)
    assert (by_name.world.ties.blame == in_full.world.ties.blame).all()
    assert by_name.world.ties.blame.any()


def test_people_tell_a_claim_on_by_themselves() -> None:
    session = office(TOLD, believer="moe")
    session.step(15)
    assert not standing(session).held
    session.step(300)
    assert session.outcome() == "won"


def test_a_claim_is_denied_and_doubted_as_far_as_the_denier_is_believed() -> None:
    denied = office(TOLD, {"do": "contradict", "at": 2, "who": "leo", "by": "moe", "about": "nia"})
    left = office(TOLD)
    for session in (denied, left):
        session.step(25)
    assert standing(denied).value < standing(left).value / 2


def test_what_was_seen_is_no_belief_in_a_claim() -> None:
    session = office({"do": "hurt", "at": 1, "who": "kay", "by": "nia"})
    session.step(60)
    blame = session.world.ties.blame[(session.world.ties.observer == 0) & (session.world.ties.target == 3)]
    assert blame.item() > 0.1
    assert standing(session).value == 0.0


@pytest.mark.parametrize(("amount", "met"), [(-0.6, True), (0.6, False)])
def test_ill_said_of_somebody_is_no_belief_in_the_good(amount: float, *, met: bool) -> None:
    other = SALE | {"id": "other", "amount": -amount}
    ill = {"do": "says", "at": 1, "who": "leo", "by": "kay", "claim": "sale" if amount < 0 else "other"}
    session = office(ill, claims=[SALE | {"amount": amount}, other])
    session.step(15)
    assert standing(session).met is met


def test_the_one_whom_a_claim_is_about_does_not_count() -> None:
    session = office(TOLD, believer="everyone but kay")
    session.step(300)
    assert session.outcome() == "won"
    alone = office(TOLD, believer="nia")
    alone.step(15)
    assert not standing(alone).held
