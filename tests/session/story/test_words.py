"""How a goal stands, in words."""

from __future__ import annotations

import pytest

from sandbox.scenario.conditions.sentences import names_of
from sandbox.session.session import Session
from sandbox.session.story.told import Decided
from sandbox.session.story.words import ending, missing, now
from tests.scenario.small import load, small
from tests.session.story.telling import ANN, Followed, level_with, seen

ANN_WELL, BOB_WELL = {"felt": "ann", "min": 0.2}, {"felt": "bob", "min": 0.2, "for": 1}


@pytest.mark.parametrize(
    ("condition", "lines"),
    [
        (ANN_WELL, ["Ann: feels 0.2 or more (now −0.31)"]),
        ({"felt": "cy", "min": 0.2}, []),
        (BOB_WELL, ["Bob: feels 0.2 or more, for 1 second (now 0.5, 0.5 of 1 second)"]),
        ({"all": [ANN_WELL, {"felt": "cy", "min": 0}, BOB_WELL]}, [
            "Ann: feels 0.2 or more (now −0.31)", "Bob: feels 0.2 or more, for 1 second (now 0.5, 0.5 of 1 second)",
        ]),
        ({"any": [ANN_WELL, {"time": 60}]}, ["Ann: feels 0.2 or more or 60 seconds are over"]),
        ({"not": {"felt": "cy", "min": 0}}, ["not so: Cy: feels 0 or more"]),
        ({"then": [{"felt": "cy", "min": 0}, ANN_WELL, {"time": 9}]}, ["Ann: feels 0.2 or more (now −0.31)"]),
        ({"count": "everyone", "where": {"felt": "it", "min": 0}, "min": 3}, [
            "3 or more of everybody (they: feels 0 or more) (now 2)",
        ]),
        ({"near": "ann", "to": "well", "within": 1}, ["Ann: within 1 m of Well (now 5 m)"]),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_with_how_it_stands(condition: object, lines: list[str]) -> None:
    followed = Followed(condition)
    moments = [seen(tick, felt=[-0.311, 0.5, 0.9], x=[10, 0, 0], y=[10, 0, 0]) for tick in (0, 5)]
    _, standing = (followed.take(moment) for moment in moments)
    assert missing(standing, names_of(level_with(condition))) == tuple(lines)


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
