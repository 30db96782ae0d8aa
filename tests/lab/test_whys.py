"""Whys: the test of truth asks what is to be seen, and takes away what an answer ends in."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from sandbox.lab.experiment import shipped
from sandbox.lab.whys import removal
from sandbox.lab.whys.deeds import DONE, deeds, names
from sandbox.lab.whys.facts import facts
from sandbox.lab.whys.origins import NOWHERE, origin
from sandbox.lab.whys.removal import fallen, removed
from sandbox.lab.whys.scene import Asked, answers, chosen, played, tallied
from sandbox.lab.whys.whys import WHYS, share_of_all
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.why.cards import Card, Subject, Weighed, at_first

BOB = 0


def hurt(name: str = "look-away", seconds: int = 8) -> Session:
    """A level in which Bob is hurt after a second, and Ann a second later."""
    session = Session(shipped(name))
    session.step(10)
    session.do(Happening(do="hurt", who="bob"))
    session.step(10 * seconds)
    return session


@pytest.mark.parametrize("name", names())
def test_the_same_is_done_again_and_nothing_befalls_anybody_twice(name: str) -> None:
    done = deeds(name, 1)
    assert done == deeds(name, 1) != deeds(name, 2)
    assert len(done) == min(
        len(DONE), len([one for one in shipped(name).people if one.being == "person" and one.present])
    )
    assert Counter(one.do for one in done) <= Counter(what.partition("-")[0] for what in DONE)
    assert len({one.who for one in done}) == len(done)
    assert all(one.by != one.who != one.about for one in done)


def test_a_scene_stops_each_second_and_all_is_asked_that_shows() -> None:
    session = next(played("next-please", 1, frozenset()))
    assert session.tick == 10
    asked = answers(session, session.frame())
    assert {one.subject for one in asked} >= set(facts(session.frame()))
    assert "pain" in {one.subject.kind for one in asked}
    found = chosen(asked, "next-please", 1, 4)
    assert len(found) == 4
    assert found == chosen(asked, "next-please", 1, 4)


def test_who_judges_a_helper_in_a_sorrow_of_their_own_tells_what_about() -> None:
    """Ann, whose body has nothing, blames Cy, who half helped her while she felt with Bob."""
    for session in played("who-can-look", 3, frozenset()):
        names = [person.id for person in session.level.people]
        cards = session.why(Subject("blame", names.index("ann"), names.index("cy")))
        if cards[0].key == "blamed" and cards[0].account and cards[0].account.key == "held.half_helped":
            assert [card.key for card in cards[1:]] == ["felt.sympathy", "heard", "happened.hurt"]
            assert cards[-1].who == names.index("bob")
            return
    pytest.fail("nobody is blamed")


def card(key: str, who: int = 1, whom: int = BOB, gain: str | None = None) -> Card:
    weighed = (Weighed("look_away", 0.0, 0.1, True, {}),) if gain is not None else ()  # noqa: FBT003 - as weighed
    return Card(key, {}, 0.1, 5, who, whom, 7, weighed, gain or "")


def test_only_the_verdict_that_was_asked_about_is_an_answer_and_each_look_away_counts_once() -> None:
    asked = [
        Asked(50, Subject("blame", 1, BOB), (card("blamed"),)),
        Asked(50, Subject("blame", 1, BOB), (card("credited"),)),
        Asked(50, Subject("blame", 2, BOB), (card("blamed"),)),
        Asked(50, Subject("pebbles", BOB), (card("blamed", who=4),)),
        Asked(50, Subject("look", 1, BOB), (card("chose.look_away", gain=""),)),
        Asked(60, Subject("look", 1, BOB), (card("chose.look_away", gain=""),)),
    ]
    counts = tallied(asked)
    assert (counts["blame"], counts["blame-ok"]) == (3, 1)
    assert (counts["pebbles"], counts["pebbles-ok"]) == (1, 1)
    assert (counts["looks"], counts["whims"]) == (1, 1)


def test_a_chain_ends_in_a_deed_of_the_players_one_of_the_levels_a_trait_or_nowhere() -> None:
    session = hurt()
    (record,) = [record for record in session.world.causes.since(0) if record.kind == "happened"]
    last = session.why(Subject("pain", BOB))[-1]
    assert last.cause == record.id
    found = origin(session.world, session.level, session.commands, last)
    assert (found.kind, found.tick, found.without.without) == ("deed", 10, (0,))
    ill = origin(session.world, session.level, (), at_first(session.level, "ill", BOB))
    assert (ill.kind, ill.tick) == ("trait", 0)
    assert [(one.who, one.what, one.value) for one in ill.without.people] == [("bob", "illness", 0.0)]
    saw = next(record for record in session.world.causes.since(0) if record.kind == "saw")
    card_of_it = Card("saw", {}, -0.5, saw.tick, saw.who, saw.whom, saw.id)
    assert origin(session.world, session.level, session.commands, card_of_it) == NOWHERE


def test_without_what_a_chain_ends_in_all_that_it_names_is_gone_and_no_other_deed_is_drawn_of_those() -> None:
    session = hurt()
    session.do(Happening(do="hurt", who="bob"))
    session.step(5)
    subject = Subject("pain", BOB)
    cards = session.why(subject)
    found = origin(session.world, session.level, session.commands, cards[-1])
    assert (found.kind, found.tick, sorted(found.without.without)) == ("deed", 10, [0, 1])
    came = removed(session, Asked(session.tick, subject, cards))
    assert (came.ends, came.falls) == ("deed", 1.0)
    assert np.isnan(came.other_falls)


def test_what_goes_by_more_than_chance_and_a_fifth_has_fallen() -> None:
    steady = np.full(20, 0.8)
    assert fallen(steady, np.zeros(20))
    assert not fallen(steady, np.full(20, 0.75))
    noisy = np.arange(20) % 2.0
    assert not fallen(noisy, np.roll(noisy, 1) * 0.9)


def test_a_pain_goes_without_the_blow_that_its_chain_ends_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(removal, "SEEDS", 4)
    session = hurt(seconds=2)
    subject = Subject("pain", BOB)
    came = removed(session, Asked(session.tick, subject, session.why(subject)))
    assert (came.ends, came.falls) == ("deed", 1.0)
    assert np.isnan(came.other_falls)
    others = removed(session, Asked(session.tick, subject, (at_first(session.level, "long_ago", BOB),)))
    assert (others.ends, others.falls) == ("", 0.0)


def test_shares_are_of_all_that_was_counted_in_all_scenes() -> None:
    share = share_of_all("part", "whole").of({"part": np.array([1.0, 8.0]), "whole": np.array([1.0, 9.0])})
    assert share.value == pytest.approx(0.9)
    assert np.isnan(share_of_all("part", "whole").of({"part": np.zeros(2), "whole": np.zeros(2)}).value)
    assert {criterion.name for criterion in WHYS.criteria} >= {"blame", "whims", "falls", "others"}
