"""The inspector: a portrait and one sentence that is never calm over pain; whole at once; numbers when asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest

from sandbox.engine.options import OPTIONS
from sandbox.engine.table import replaced
from sandbox.engine.vocabulary import STREAMS
from sandbox.scenario.language import text_of
from sandbox.session.seen.quantities import INNER, PERSON, STREAM_QUANTITIES, TIE, TRAITS
from sandbox.session.seen.thresholds import SUFFERS
from sandbox.ui import verbs
from sandbox.ui.panels.inspector import closest
from sandbox.ui.preferences import Preferences
from sandbox.ui.told.pair import gate_words
from sandbox.ui.told.person_words import believed, causes, clause, doing, heading, told_of

if TYPE_CHECKING:
    from sandbox.session.seen.quantities import Quantity
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)
SQUARE: Final = Path("levels/110-open-square.json")
TALL: Final = 560
"""Units of height in which it has to be seen whole."""


@pytest.fixture
def close(pilot: Pilot) -> Pilot:
    """Return a pilot who hurt Bob and looks closely at Ann."""
    pilot.game.step(10)
    pilot.click(BOB)
    pilot.game.step(30)
    pilot.game.state.selected = ANN
    pilot.move((2, 2))
    pilot.key("i")
    return pilot


@pytest.mark.parametrize(
    ("size", "projector"), [((1280, 800), False), ((800, 500), False), ((1920, 1080), True), ((1280, 720), True)]
)
def test_it_is_seen_whole_at_a_desk_and_from_the_back_row(
    sit_down: type[Pilot], size: tuple[int, int], *, projector: bool
) -> None:
    pilot = sit_down(size, SQUARE.read_bytes(), Preferences(projector=projector))
    pilot.game.step(10)
    pilot.click(3)
    pilot.game.step(30)
    pilot.game.state.selected = 3
    pilot.key("i")
    pane = next(pane for pane in pilot.game.panes if pane.name == "inspector")
    assert len([name for name in pane.names if name.startswith("pair.")]) == 5
    assert not pane.hidden
    assert max(one.rect.bottom for one in pane.controls) - pane.rect.top <= pane.style.px(TALL)
    assert pane.style.scale >= pilot.game.style.scale


def test_nobody_who_suffers_is_said_to_be_calm(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=SQUARE.read_bytes())
    game, seen = pilot.game, 0
    for deed in range(6):
        game.perform(verbs.TOOL("insult" if deed % 2 else "hurt"))
        pilot.click(deed)
        for _ in range(8):
            game.step(4)
            for who in np.flatnonzero(game.frame.people.felt < SUFFERS).tolist():
                seen += 1
                said, bad = told_of(game.context, who), [one for one in causes(game.frame, who) if one.value < 0]
                hurts = [clause(game.context, who, one) for one in bad] or [text_of("ui.moved.bad")]
                assert any(words in said for words in hurts), said
                assert "carries on" not in said
    assert seen > 20


@pytest.mark.parametrize(("felt", "said"), [(-0.5, "Cy feels bad."), (-0.1, "Cy feels a little low.")])
def test_pain_that_outlasts_all_its_causes_is_still_said(close: Pilot, felt: float, said: str) -> None:
    frame = close.game.frame
    people, ties = frame.people, frame.ties
    still = replaced(
        frame,
        people=replaced(people, felt=np.full_like(people.felt, felt), reward=np.zeros_like(people.reward)),
        ties=replaced(ties, streams=np.zeros_like(ties.streams)),
    )
    assert told_of(replace(close.game.context, frame=still), CY).startswith(said)


@pytest.mark.parametrize(("metres", "said"), [(1.5, "Ann plays with Cy."), (9, "Ann is on the way to Cy.")])
def test_nobody_is_said_to_do_from_afar_what_is_done_close_by(close: Pilot, metres: float, said: str) -> None:
    people = close.game.frame.people
    play = next(number for number, option in enumerate(OPTIONS) if option.name == "play")
    x, option, target = people.x.copy(), people.option.copy(), people.option_on.copy()
    x[ANN], option[ANN], target[ANN] = x[CY] - metres, play, CY
    there = replaced(people, x=x, y=np.full_like(people.y, 8), option=option, option_on=target)
    context = replace(close.game.context, frame=replaced(close.game.frame, people=there))
    assert doing(context, ANN).startswith(said)


def test_its_causes_are_the_streams_of_that_moment_by_their_source(close: Pilot) -> None:
    frame = close.game.frame
    found = causes(frame, ANN)
    assert found[0] == max(found, key=lambda one: abs(one.value))
    assert ("sympathy", BOB) in {(one.stream, one.whom) for one in found}
    assert all(one.whom != ANN for one in found)
    for place, stream in enumerate(STREAMS):
        total = sum(one.value for one in found if one.stream == stream)
        assert total == pytest.approx(float(frame.people.reward[ANN, place]), abs=0.01)
    felt = float(frame.people.felt[ANN])
    first = next(one for one in found if one.value * felt > 0)
    assert told_of(close.game.context, ANN).startswith(f"Ann {clause(close.game.context, ANN, first)}")


def test_its_mood_goes_where_its_reward_is(close: Pilot) -> None:
    frame = close.game.frame
    ahead = float(frame.people.reward[BOB].sum() - frame.people.mood[BOB])
    assert abs(ahead) > 0.02
    assert heading(frame, BOB) == np.sign(ahead)
    before = float(frame.people.mood[BOB])
    close.game.step(1)
    assert np.sign(float(close.game.frame.people.mood[BOB]) - before) == np.sign(ahead)


def test_others_believe_what_those_who_have_somebody_in_mind_believe(close: Pilot) -> None:
    ties = close.game.frame.ties
    rows = np.flatnonzero((ties.target == BOB) & (ties.attention > 0))
    found = believed(close.game.frame, BOB)
    assert found is not None
    assert ties.believed[rows].min() <= found <= ties.believed[rows].max()
    assert found < 0


def test_a_face_among_the_closest_is_picked_and_its_card_asks_why(close: Pilot) -> None:
    game = close.game
    others = closest(game.context, ANN)
    assert close.control(f"tie.{others[0]}")
    assert game.control(f"tie.{others[-1]}") is None or others[-1] == others[0]
    close.tab_to(f"pair.{others[-1]}")
    close.key("return")
    close.click(f"tie.{others[-1]}")
    assert game.state.subject is not None
    assert (game.state.subject.kind, game.state.subject.who, game.state.subject.whom) == ("tie", ANN, others[-1])


def test_every_number_is_there_once_it_is_asked_for(close: Pilot) -> None:
    def shown() -> set[str]:
        return {control.name for control in close.game.controls}

    numbers = {f"{one.owner}.{one.name}" for one in PERSON}
    assert not numbers & shown()
    close.tab_to("inspector.numbers")
    close.key("return")
    assert numbers | {f"tie.{one.name}" for one in TIE} <= shown()
    assert {f"tie.{other}" for other in closest(close.game.context, ANN)} <= shown()
    close.click("inspector.traits")
    assert {f"{one.owner}.{one.name}" for one in (*INNER, *STREAM_QUANTITIES, *TRAITS)} <= shown()
    close.game.perform(verbs.NUMBERS())
    assert not numbers & shown()


@pytest.mark.parametrize("quantity", TIE, ids=lambda one: one.name)
def test_every_gate_has_a_word_at_every_height_and_more_than_one(quantity: Quantity) -> None:
    words = {gate_words(quantity, float(value)) for value in np.linspace(quantity.low, quantity.high, 41)}
    assert len(words) >= 3
