"""The meters count what the picture shows, and their history goes back and forth in time with the play."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from sandbox.engine.people import NOBODY, People
from sandbox.engine.table import replaced
from sandbox.scenario.schema import Happening
from sandbox.session.seen.meters import MOST, NAMES, History, Meters, meaning, title
from sandbox.session.seen.tie_sums import TieSums, perceived_as
from sandbox.session.session import Session
from tests.scenario.small import load, small
from tests.session.play import HURT, level, played

if TYPE_CHECKING:
    from sandbox.engine.ties import Ties

PEOPLE = People.of(4, felt=[-0.6, 0.3, -0.4, -0.5], sentience=[1, 1, 1, 0])
"""The last one is a doll, whatever its face says."""
ALL_MINDED = {"attention": 0.3, "personhood": 1.0, "blame": 0.0}


def ties(*rows: tuple[int, int, dict[str, Any]]) -> Ties:
    """Tie observers to targets, who are on their mind as persons unless a row says otherwise."""
    start = Session(load(small())).world.ties
    columns = {name: column[..., :1].repeat(len(rows), axis=-1) for name, column in vars(start).items()}
    table = replaced(start, **columns)
    changes = {name: np.array([row[2].get(name, usual) for row in rows], float) for name, usual in ALL_MINDED.items()}
    ends = {name: np.array([row[end] for row in rows], int) for end, name in enumerate(("observer", "target"))}
    return replaced(table, **changes, **ends)


def test_suffering_adds_up_who_is_below_zero_and_leaves_dolls_out() -> None:
    assert Meters.of(PEOPLE, PEOPLE, ties((1, 0, {}))).suffering == pytest.approx(1.0)


@pytest.mark.parametrize(("attention", "unseen"), [(0.09, 0.4), (0.08, 1.0), (0.0, 1.0)])
def test_suffering_is_unseen_where_nobody_gives_it_enough_attention(attention: float, unseen: float) -> None:
    assert Meters.of(PEOPLE, PEOPLE, ties((1, 0, {"attention": attention}))).unseen == pytest.approx(unseen)


def test_each_who_keeps_the_eyes_off_somebody_counts_once() -> None:
    people = replaced(PEOPLE, avoiding=np.array([NOBODY, 0, 0, NOBODY]))
    assert Meters.of(people, PEOPLE, ties((1, 0, {}))).averted == 2


def test_somebody_whom_two_take_for_a_thing_counts_once_and_a_doll_never() -> None:
    thing = {"personhood": 0.4}
    minds = ties((0, 1, thing), (1, 0, {}), (2, 1, thing), (2, 3, thing))
    assert Meters.of(PEOPLE, PEOPLE, minds).things == 1
    assert Meters.of(PEOPLE, PEOPLE, ties((0, 1, {"personhood": 0.5}))).things == 0
    assert Meters.of(PEOPLE, PEOPLE, ties((0, 1, thing | {"attention": 0.02}))).things == 0


def test_blame_adds_up_over_ties_without_small_grudges() -> None:
    minds = ties((0, 1, {"blame": 0.5}), (2, 1, {"blame": 0.25}), (1, 2, {"blame": 0.12}))
    assert Meters.of(PEOPLE, PEOPLE, minds).blame == pytest.approx(0.75)


def test_the_meters_agree_with_the_picture_of_a_real_scene() -> None:
    session = played(Session(level("next-please")), 150)
    frame = session.frame()
    meters, watchers = Meters.of(frame.people, frame.before, frame.ties), TieSums.of(frame).watchers
    seen_as = [(int(frame.ties.target[row]), perceived_as(frame, row)) for row in range(len(frame.ties))]
    assert meters.things == len({whom for whom, face in seen_as if face == "thing"}) > 0
    unwatched = frame.people.felt[watchers == 0]
    assert meters.unseen == pytest.approx(-unwatched[unwatched < 0].sum())
    assert 0 <= meters.unseen <= meters.suffering


def test_every_meter_has_a_name_and_one_plain_sentence() -> None:
    for name in NAMES:
        assert title(name)
        assert meaning(name).endswith(".")
        assert meaning(name).count(". ") == 0


def hurt(at: float) -> Happening:
    return Happening(do="hurt", who="bob", at=at)


def metered(ticks: int, *commands: Happening) -> Session:
    return played(Session(load(small(happenings=[])), metered=True), ticks, commands)


def series(session: Session, name: str = "suffering") -> list[float]:
    return session.history.series(name).tolist()


def test_hurting_somebody_raises_suffering_within_two_ticks() -> None:
    session = metered(10, hurt(0.8))
    before, after = series(session)[8], series(session)[10]
    assert after > before + 0.1


def test_looks_that_are_averted_show_up() -> None:
    session = Session(level("look-away"), metered=True)
    played(session, 120, [hurt(1.0)])
    counted = series(session, "averted")
    assert counted[:10] == [0.0] * 10
    assert max(counted) >= 1
    assert counted[-1] == np.count_nonzero(session.frame().averted != NOBODY)


def test_a_glance_back_every_other_tick_is_still_one_look_that_is_averted() -> None:
    glances = replaced(PEOPLE, avoiding=np.array([NOBODY, 0, NOBODY, NOBODY]))
    minds = ties((1, 0, {}))
    assert [Meters.of(*pair, minds).averted for pair in ((glances, PEOPLE), (PEOPLE, glances))] == [1, 1]


def test_the_history_has_each_tick_and_going_back_loses_nothing() -> None:
    session = metered(60, hurt(1.0))
    whole = series(session)
    assert len(whole) == 61
    for to in (30, 0, 59, 60):
        session.seek(to)
        assert series(session) == whole
        assert Meters.of(session.world.people, session.world.people, session.world.ties).suffering == whole[to]
    session.seek(20)
    session.step(45)
    assert series(session)[:61] == whole
    assert len(session.history) == 66


def test_acting_in_the_past_drops_what_came_after_and_writes_it_anew() -> None:
    session = metered(60)
    calm = series(session)
    session.seek(20)
    session.do(HURT)
    assert series(session) == calm[:21]
    session.step(10)
    assert len(session.history) == 31
    assert series(session)[-1] > calm[30] + 0.1
    assert series(session) == series(metered(30, hurt(2.0)))


def test_starting_anew_begins_a_new_history() -> None:
    session = metered(30, hurt(1.0))
    session.restart()
    assert series(session) == [0.0]


def test_a_session_that_nobody_draws_counts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Meters, "of", lambda *_: pytest.fail("It was counted."))
    session = Session(load(small()))
    session.step(5)
    assert len(session.history) == 0


def test_a_very_long_play_is_thinned_out_and_can_still_be_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Meters, "of", lambda people, _, __: (float(people), 0.0, 0, 0, 0.0))
    history, ticks, start = History(), 5 * MOST, Session(load(small())).world
    for tick in range(ticks + 1):
        history.note(replaced(start, tick=tick, people=tick), start.people)
        assert len(history) <= MOST
    assert history.apart == 8
    assert series_of(history) == list(range(0, ticks + 1, 8))
    other = history.until(1003)
    assert series_of(other) == list(range(0, 1001, 8))
    for tick in range(1004, 1021):
        other.note(replaced(start, tick=tick, people=-tick), start.people)
    assert series_of(other)[-3:] == [1000, -1008, -1016]
    assert series_of(history) == list(range(0, ticks + 1, 8))


def series_of(history: History) -> list[float]:
    return history.series("suffering").tolist()
