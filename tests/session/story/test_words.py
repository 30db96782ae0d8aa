"""How a goal stands, in words."""

from __future__ import annotations

import pytest

from sandbox.scenario.conditions.sentences import names_of
from sandbox.session.session import Session
from sandbox.session.story.told import Decided
from sandbox.session.story.words import ending, line, missing, now
from tests.scenario.small import load, small
from tests.session.story.telling import ANN, Followed, level_with, seen

ANN_WELL, BOB_WELL = {"felt": "ann", "min": 0.2}, {"felt": "bob", "min": 0.2, "for": 1}


WELL_MET = "Bob feels good (0.2 or more) for 1 second – now 0.5, 0 of 1 s"


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        (ANN_WELL, ["Ann feels good (0.2 or more) – now −0.31"]),
        ({"felt": "cy", "min": 0.2}, []),
        (BOB_WELL, [WELL_MET]),
        ({"all": [ANN_WELL, {"felt": "cy", "min": 0}, BOB_WELL]}, [
            "Ann feels good (0.2 or more) – now −0.31", WELL_MET,
        ]),
        ({"any": [ANN_WELL, {"time": 60}]}, ["Ann feels good (0.2 or more) or 60 seconds have passed"]),
        ({"not": {"felt": "cy", "min": 0}}, ["Cy feels not good (less than 0) – now 0.9"]),
        ({"then": [{"felt": "cy", "min": 0}, ANN_WELL, {"time": 9}]}, ["Ann feels good (0.2 or more) – now −0.31"]),
        ({"felt": "everyone", "min": 0}, ["All feel all right (0 or more) – 2 of 3 do, Ann: −0.31"]),
        ({"felt": "anyone", "max": -0.5}, ["Somebody feels awful (−0.5 or less) – Ann comes nearest: −0.31"]),
        ({"count": "everyone", "where": {"felt": "it", "min": 0}, "min": 3}, [
            "At least 3 people feel all right (0 or more) – Bob and Cy do",
        ]),
        ({"near": "ann", "to": "well", "within": 1}, ["Ann is near Well (1 m) – now 5 m"]),
        ({"near": "everyone", "to": "well", "within": 9.5}, ["All are near Well (9.5 m) – 1 of 3 is, Bob: 11.18 m"]),
        ({"looks": "anyone but bob", "at": "bob", "for": 20}, [
            "Somebody looks at Bob for 20 seconds – Ann does, 0 of 20 s",
        ]),
        ({"looks": "anyone but bob", "at": "bob", "away": True}, ["Somebody looks away from Bob – nobody does yet"]),
        ({"looks": "everyone but bob", "at": "bob"}, ["All look at Bob – 1 of 2 does"]),
        ({"looks": "everyone", "at": "bob"}, ["All look at Bob – 1 of 3 does"]),
        ({"not": {"looks": "anyone but bob", "at": "bob"}}, ["Nobody looks at Bob – Ann does"]),
        ({"not": {"looks": "ann", "at": "bob"}}, ["Ann does not look at Bob – not yet"]),
        ({"looks": "cy", "at": "bob"}, ["Cy looks at Bob – not yet"]),
        ({"looks": "who blames bob", "at": "bob"}, ["All who blame Bob look at Bob – there is nobody"]),
        ({"time": 60}, ["60 seconds have passed – 0 of 60 s"]),
        ({"lasted": {"felt": "ann", "max": 0}, "min": 3}, [
            "Ann feels not good (0 or less), for at least 3 seconds in all – 0 of 3 s",
        ]),
        ({"used": "hurt", "min": 2}, ["You use Hurt at least 2 times – not yet"]),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_with_how_it_stands(condition: object, lines: list[str]) -> None:
    followed = Followed(condition)
    moments = [seen(tick, felt=[-0.311, 0.5, 0.9], x=[10, 0, 0], y=[10, 0, 0], gaze=[1, 0, 0]) for tick in (0, 5)]
    for moment in moments:
        followed.take(moment)
    assert missing(followed.look(moments[-1]), names_of(level_with(condition))) == tuple(lines)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (ANN_WELL, "Ann feels good – now bad"),
        ({"felt": "ann", "min": -0.3}, "Ann feels not too bad – now almost so"),
        ({"not": {"felt": "cy", "min": 0}}, "Cy feels not good – now very good"),
        ({"felt": "everyone", "min": 0}, "All feel all right – 2 of 3 do, Ann: bad"),
        ({"felt": "anyone", "max": -0.5}, "Somebody feels awful – Ann comes nearest: bad"),
        ({"blamed": "ann", "min": 0.3}, "Ann is blamed – now not enough"),
        ({"not": {"blamed": "bob", "max": 0.3}}, "Bob is blamed – not yet"),
        ({"near": "ann", "to": "well", "within": 1}, "Ann is near Well (1 m) – now 5 m"),
    ],
)
def test_players_are_told_it_without_numbers_of_the_model(condition: object, words: str) -> None:
    followed = Followed(condition)
    moment = seen(0, felt=[-0.311, 0.5, 0.9], x=[10, 0, 0], y=[10, 0, 0])
    followed.take(moment)
    assert line(followed.look(moment), names_of(level_with(condition)), plain=True) == words


@pytest.mark.parametrize(
    ("decided", "words"),
    [
        (Decided(tick=3, outcome="won", by="goal"), "Well done."),
        (Decided(tick=3, outcome="lost", by="late"), "Too bad."),
        (Decided(tick=3, outcome="lost", by="loss", place=0), "Too bad."),
        (Decided(tick=3, outcome="lost", by="loss", place=1), "She ran home."),
        (Decided(tick=3, outcome="lost", by="rule", place=0), "Enough."),
    ],
)
def test_an_ending_is_said_in_the_words_of_what_brought_it(decided: Decided, words: str) -> None:
    level = load(
        small(
            schema_version=2,
            goal={"win": {"time": 9}, "lose": [{"when": {"time": 5}}, {"when": {"time": 6}, "text": "She ran home."}]},
            rules=[{"at": 3, "then": [{"hint": "Look."}, {"lose": "Enough."}]}],
            texts={"won": "Well done.", "lost": "Too bad."},
        )
    )
    assert ending(level, decided) == words


def test_a_play_through_tells_how_its_goal_stands() -> None:
    session = Session(level_with(ANN_WELL))
    standing = session.script.standing(session.moment, session.commands)
    assert standing is not None
    assert now(standing) == f"now {round(float(session.world.people.felt[ANN]), 2):g}".replace("-", "−")
