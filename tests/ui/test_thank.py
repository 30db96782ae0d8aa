"""Thanks: words that please before others, and credit that the thanker can pass on. T1, T24, T28, T32."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.gossip import gossip
from sandbox.engine.happenings.happening import Event, Impossible
from sandbox.engine.people import NOBODY
from sandbox.scenario.load import decode_level
from sandbox.session.session import Session
from sandbox.session.why.cards import Subject
from sandbox.ui.hud.sound_cues import hear
from sandbox.ui.told.why_words import sentence
from tests.engine.strategies import befallen, talking, world

if TYPE_CHECKING:
    from sandbox.engine.world import World
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
NEAR = {"x": [5.0, 7.0, 9.0], "y": [5.0, 5.0, 5.0]}
KNOWN = {
    (ANN, BOB): {"attention": 0.2},
    (ANN, CY): {"attention": 0.2},
    (BOB, ANN): {"clarity": 0.8},
    (BOB, CY): {"clarity": 0.8},
    (CY, ANN): {"clarity": 0.8, "affinity": 0.8, "trust": 0.9},
    (CY, BOB): {"clarity": 0.8},
}
LEVEL = b"""{"schema_version": 1, "id": "thanks", "title": "Thanks", "hook": "One says it.",
"map": {"width": 24, "height": 16},
"people": [{"id": "ann", "name": "Ann", "x": 8, "y": 8, "facing": "bob"},
           {"id": "bob", "name": "Bob", "x": 11, "y": 8, "facing": "ann"},
           {"id": "cy", "name": "Cy", "x": 14, "y": 8, "facing": "bob"}],
"happenings": [{"at": 1, "do": "thank", "who": "bob", "by": "ann"}]}"""


def after(do: str, before: World | None = None) -> World:
    return befallen(before or world(NEAR, KNOWN), Event(do, who=BOB, by=ANN, amount=0.6))


def row(some: World, observer: int, target: int) -> int:
    return int(some.links.rows(np.array([observer]), np.array([target]))[0])


def test_whoever_is_thanked_hears_what_the_thanker_thinks_warms_to_them_and_is_proud_before_the_others() -> None:
    ties = after("thank").ties
    some = after("thank")
    by, before_cy = row(some, BOB, ANN), row(some, BOB, CY)
    assert (ties.regard[by], ties.noticed[by]) == (pytest.approx(0.6), 1)
    assert ties.affinity[by] > 0
    assert 0 < ties.regard[before_cy] < ties.regard[by]
    assert ties.noticed[before_cy] > 0


def test_the_thanker_credits_the_one_thanked_and_never_less_than_before() -> None:
    assert after("thank").ties.credit[row(after("thank"), ANN, BOB)] == pytest.approx(0.6)
    grateful = after("thank", world(NEAR, KNOWN | {(ANN, BOB): {"credit": 0.9}}))
    assert grateful.ties.credit[row(grateful, ANN, BOB)] == pytest.approx(0.9)


@pytest.mark.parametrize(("do", "passed_on"), [("thank", True), ("praise", False)])
def test_others_credit_only_what_they_are_told_later(do: str, *, passed_on: bool) -> None:
    some = after(do)
    assert some.ties.credit[row(some, CY, BOB)] == 0
    told = gossip(talking(some, np.array([row(some, ANN, CY)])))
    assert bool(told.ties.credit[row(told, CY, BOB)] > 0) == passed_on


def test_nobody_who_feels_nothing_gives_thanks() -> None:
    with pytest.raises(Impossible):
        after("thank", world(NEAR | {"sentience": [0, 1, 1]}))
    nearest = befallen(world(NEAR | {"sentience": [0, 1, 1]}), Event("thank", who=BOB))
    assert nearest.ties.credit[row(nearest, CY, BOB)] > 0


def test_a_level_can_bring_thanks_and_its_reasons_its_sound_and_its_credit_tell_of_them() -> None:
    session = Session(decode_level(LEVEL, "thanks.json"))
    session.step(12)
    frame = session.frame()
    assert "praise" in {heard.name for heard in hear(frame.recent, frame)}
    cards = session.why(Subject("tie", ANN, BOB))
    assert [sentence(card) for card in cards] == ["Ann thinks well of Bob.", "Ann thanked Bob."]
    assert cards[1].cause != NOBODY


def test_thanks_lie_behind_the_button_for_more_and_are_drawn_from_one_to_another(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=LEVEL)
    pilot.click("tool.more")
    pilot.click("tool.thank")
    assert pilot.control("tool.more").icon == "thank"
    pilot.drag(pilot.where(ANN), pilot.where(BOB))
    assert [(one.do, one.who, one.by) for one in pilot.done] == [("thank", "bob", "ann")]
    pilot.frames(3, seconds=0.1)
    assert "praise" in pilot.played
