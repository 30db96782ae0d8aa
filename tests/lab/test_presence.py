"""Tests of what presence counts: what is drawn, what only word of mouth brings, and what a level is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.causes import Causes
from sandbox.lab.presence import presence
from sandbox.lab.presence.about import ABOUT
from sandbox.lab.presence.heard import act, attention, unattended
from sandbox.lab.run import Run
from sandbox.scenario.schema import Happening
from sandbox.session.seen.thresholds import ATTENDED
from sandbox.session.session import Session

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats

ANN, BOB, CY, DEE = range(4)
CHOSEN, JUDGED = 10, 14
"""Ticks."""


def hearsay(*, mouths: int = 1, doer: int = ANN) -> Causes:
    """Ann left Bob, Cy saw it and blamed her, and Dee was told: at once, or by way of others."""
    causes, deed = Causes.empty().add(tick=CHOSEN, kind="chose", who=doer, whom=BOB)
    causes, last = causes.add(
        tick=JUDGED, kind="blamed", who=CY, whom=doer, detail=BOB, value=0.3, parents=((deed, 0.8),)
    )
    for mouth in range(mouths):
        causes, last = causes.add(
            tick=20 + mouth, kind="told", who=DEE, whom=doer, detail=CY, value=-0.2, parents=((last, 1.0),)
        )
    return causes


def attended(who: int, whom: int, share: float, many: int = 40) -> list[Floats]:
    """Somebody has somebody in mind all the time, by so much."""
    sheet = np.zeros((4, 4))
    sheet[who, whom] = share
    return [sheet] * many


@pytest.mark.parametrize("mouths", [1, 2, 3])
def test_what_was_told_leads_back_to_what_was_done_through_any_number_of_mouths(mouths: int) -> None:
    causes = hearsay(mouths=mouths)
    assert act(causes, causes[causes.count - 1]) == (0, ANN, BOB, CHOSEN, JUDGED)
    assert unattended(causes, attended(DEE, CY, 1.0)) == 1


def test_who_watched_the_doer_needed_no_telling_and_who_watched_the_sufferer_alone_did() -> None:
    assert unattended(hearsay(), attended(DEE, ANN, ATTENDED)) == 0
    assert unattended(hearsay(), attended(DEE, ANN, ATTENDED * 0.99)) == 1
    assert unattended(hearsay(), attended(DEE, BOB, 1.0)) == 1


def test_only_the_time_from_the_choice_to_the_verdict_counts() -> None:
    elsewhere = attended(DEE, ANN, 0.0)
    before_and_after = [*attended(DEE, ANN, 1.0, CHOSEN), *elsewhere[CHOSEN : JUDGED + 1], *attended(DEE, ANN, 1.0)]
    assert unattended(hearsay(), before_and_after) == 1


def test_who_did_it_needs_no_telling_either() -> None:
    assert unattended(hearsay(doer=DEE), attended(DEE, CY, 1.0)) == 0


def test_hearsay_that_leads_back_to_nothing_is_not_of_an_act() -> None:
    causes, _ = Causes.empty().add(tick=3, kind="told", who=DEE, whom=ANN, detail=CY, value=-0.2)
    assert act(causes, causes[0]) is None
    assert unattended(causes, attended(DEE, CY, 1.0)) == 0


def test_a_hearer_who_saw_what_was_done_by_somebodys_hand_is_told_as_news_only_of_what_they_missed() -> None:
    causes, blow = Causes.empty().add(tick=CHOSEN, kind="happened", who=BOB, whom=ANN)
    causes, _ = causes.add(tick=20, kind="told", who=DEE, whom=ANN, detail=CY, value=-0.2, parents=((blow, 1.0),))
    assert act(causes, causes[1]) == (0, ANN, BOB, CHOSEN, CHOSEN)
    assert unattended(causes, attended(DEE, ANN, 0.5)) == 0
    assert unattended(causes, attended(CY, ANN, 0.5)) == 1


def test_everybody_attends_to_whom_they_perceive_and_not_to_whom_they_only_think_of() -> None:
    level, _ = presence.played("look-away")
    session = Session(level, seed=1)
    session.step(30)
    sheet, ties = attention(session.world), session.world.ties
    perceived = ties.clarity > 0
    assert 0 < perceived.sum() < len(ties)
    assert sheet[ties.observer, ties.target].tolist() == np.where(perceived, ties.attention, 0.0).tolist()


def test_what_is_counted_is_what_the_picture_draws() -> None:
    level, _ = presence.played("look-away")
    session, onlooker = Session(level, seed=1), presence.Onlooker(level)
    session.do(Happening(do="hurt", who="bob"))
    averted, judged = np.zeros((2, 8), np.bool_)
    for tick in range(80):
        session.step()
        onlooker.look(session.world)
        averted[tick // 10] |= (session.world.people.avoiding >= 0).any()
        judged[tick // 10] |= any(
            session.tick - 1 - record.tick < 50
            for record in session.world.causes.since(0)
            if record.kind in {"blamed", "credited"}
        )
    seen = onlooker.sum_up()
    assert 0 < averted.sum() < 8
    assert (seen["averts"], seen["arrows"]) == (averted.mean(), judged.mean())


def test_who_is_a_thing_from_the_start_does_not_become_one() -> None:
    level, _ = presence.played("look-away")
    world = Session(level, seed=1).world
    personhood = world.ties.personhood.copy()
    personhood[0] = 0.2
    onlooker = presence.Onlooker(level)
    onlooker.look(world.with_ties(personhood=personhood))
    assert onlooker.sum_up()["things"] == 0
    personhood = personhood.copy()
    personhood[1:3] = 0.2
    for _ in range(2):
        onlooker.look(world.with_ties(personhood=personhood))
    assert onlooker.sum_up()["things"] == 2


def test_clicks_come_for_the_whole_time_and_among_them_what_each_level_asks_for() -> None:
    for cell in presence.cells():
        deeds = [(click.do, click.who) for click in cell.commands]
        gaps = np.diff([0.0, *(click.at for click in cell.commands), presence.SECONDS])
        assert presence.DEEDS[cell.name] in deeds
        assert gaps.max() <= 12
        assert len({do for do, _ in deeds}) >= 5


@pytest.mark.parametrize("name", ABOUT)
def test_a_level_in_which_nothing_is_done_or_felt_does_not_show_what_it_is_about(name: str) -> None:
    cell = next(cell for cell in presence.cells() if cell.name == name)
    run = Run(
        cell.staged("presence", seed=1, scenes=2)._replace(commands=(), seconds=1.0),
        seed=1,
        off=("sympathy", "look_away"),
    )
    assert ABOUT[name](run, [*run.moments()]).tolist() == [False, False]
