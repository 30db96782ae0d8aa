"""The chronicle: what is news, told once, also when time goes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.session.chronicle import Chronicle, drive_of, is_news, sentence, subject_of
from sandbox.session.session import Session

LEVELS = sorted((Path(__file__).parents[2] / "levels").glob("*.json"))
SQUARE = next(path for path in LEVELS if path.stem.endswith("open-square"))


def whole(session: Session) -> list[int]:
    return [record.id for record in session.world.causes.since(0) if is_news(record)]


@pytest.mark.parametrize("path", LEVELS[::3], ids=lambda path: path.stem)
def test_it_knows_the_same_bit_by_bit_and_all_at_once(path: Path) -> None:
    session, chronicle = Session(load_level(path)), Chronicle()
    told: list[int] = []
    for _ in range(120):
        session.step()
        told = [record.id for record in chronicle.of(session.world)]
    assert told == whole(session)
    assert all(sentence(session.level, record) for record in chronicle.of(session.world))


def test_going_back_and_doing_something_else_tells_what_is_so_then() -> None:
    session, chronicle = Session(load_level(SQUARE)), Chronicle()
    session.step(80)
    assert [record.id for record in chronicle.of(session.world)] == whole(session)
    session.seek(30)
    assert [record.id for record in chronicle.of(session.world)] == whole(session)
    session.do(Happening(do="hurt", who=session.level.people[0].id))
    session.step(70)
    assert [record.id for record in chronicle.of(session.world)] == whole(session)


def test_every_sentence_can_be_asked_about_and_every_drive_is_one() -> None:
    session = Session(load_level(SQUARE))
    session.do(Happening(do="hurt", who=session.level.people[0].id))
    session.step(400)
    news = Chronicle().of(session.world)
    assert len({record.kind for record in news}) >= 4
    for record in news:
        assert session.why(subject_of(record))
        assert drive_of(record) in {"", *DRIVES}
