"""What files say of goals and rules: read by their keys, refused in sentences, written again, and said in words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sandbox.scenario.conditions.schema import CONDITIONS, Felt, Not
from sandbox.scenario.conditions.sentences import asked, names_of
from sandbox.scenario.format import encode
from sandbox.scenario.json_schema import json_schema
from sandbox.scenario.load import decode_level
from sandbox.scenario.schema import Do
from tests.scenario.broken import with_teddy
from tests.scenario.full import CLAIMS, RULES, WELL, full
from tests.scenario.full import CONDITIONS as EACH
from tests.scenario.small import FILE, load, problems, small


def asking(win: object, **goal: object) -> dict[str, Any]:
    """A level of format 2 with a goal, and a bet."""
    return small(schema_version=2, goal={"win": win, **goal}, rules=RULES[2:3], claims=CLAIMS)


def ruled(**rule: object) -> dict[str, Any]:
    """A level with one rule; what is None is left out."""
    given = {"at": 3, "then": [{"hint": "Look."}]} | rule
    return small(schema_version=2, rules=[{name: value for name, value in given.items() if value is not None}])


def claiming(*claims: object, **happening: object) -> dict[str, Any]:
    """A level with claims, and a happening."""
    return small(schema_version=2, claims=claims, happenings=[{"at": 1, **happening}] if happening else [])


def test_conditions_and_actions_are_told_by_the_key_they_begin_with() -> None:
    level = load(asking({"not": WELL}) | {"rules": RULES})
    assert level.goal is not None
    assert level.goal.win == Not(denied=Felt(felt="ann", least=0.2))
    assert [type(action).__name__ for rule in level.rules for action in rule.then] == [
        "Say", "Give", "Do", "LookAt", "Ask", "Hint", "Card", "Win", "Lose",
    ]  # fmt: skip
    assert level.rules[1].then[0] == Do(do="praise", who="ann", by="bob")


@pytest.mark.parametrize("condition", EACH, ids=lambda condition: next(iter(condition)))
def test_every_condition_is_written_as_it_was_read(condition: dict[str, Any]) -> None:
    text = encode(load(asking(condition)))
    written = json.loads(text)["goal"]["win"]
    assert written == condition
    assert next(iter(written)) == next(iter(condition))
    assert encode(decode_level(text, FILE)) == text
    assert b"told_by" not in text


def test_all_conditions_are_tried_here() -> None:
    assert {next(iter(condition)) for condition in EACH} == {str(one.__struct_config__.tag) for one in CONDITIONS}


def test_a_level_with_everything_is_written_as_it_was_read() -> None:
    level = load(full())
    assert decode_level(encode(level), FILE) == level
    assert json.loads(encode(level))["people"][0]["traits"] == {"spite": 0.2}


def test_rules_are_written_as_they_were_read() -> None:
    level = load(small(schema_version=2, rules=RULES))
    assert json.loads(encode(level))["rules"] == RULES


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (asking({"feels": "ann", "min": 0}), 'goal.win says nothing that is known here; did you mean "felt"?'),
        (asking({"all": [WELL, {"tme": 3}]}), 'goal.win.all[1] says nothing that is known here; did you mean "time"?'),
        (
            asking(WELL | {"time": 3}),
            'goal.win says more than one thing: "time" and "felt"; make each an entry of "all".',
        ),
        (asking([WELL]), "goal.win = […] is a list; choose an object { … }."),
        (
            asking(WELL | {"within": 3}),
            "goal.win.within is not a field that is known here; choose felt, for, max, min or text.",
        ),
        (asking({"felt": "ann", "min": 2}), "goal.win.min = 2 lies outside -1 to 1; choose a number between -1 and 1."),
        (asking({"felt": "ann"}), "goal.win has neither min nor max; give one of them, or both."),
        (asking({"felt": "ann", "min": 1, "max": 0}), "goal.win.min = 1 is more than max = 0; nothing can be both."),
        (asking({"felt": "an", "min": 0}), 'goal.win.felt = "an" is nobody in this level; did you mean "ann"?'),
        (
            asking({"felt": "friends of an", "min": 0}),
            'goal.win.felt = "an" is nobody in this level; did you mean "ann"?',
        ),
        (
            asking({"felt": "it", "min": 0}),
            'goal.win.felt = "it" means somebody only within a count; name a person, a group or a phrase.',
        ),
        (
            asking({"near": "ann", "to": "wel"}),
            'goal.win.to = "wel" is nobody and no place in this level; did you mean "well"?',
        ),
        (asking({"looks": "ann", "at": "ann"}), 'goal.win.at = "ann" is also who it befalls; name somebody else.'),
        (asking({"used": "hurtt", "max": 1}), 'goal.win.used = "hurtt" is no tool; did you mean "hurt"?'),
        (
            asking({"does": "ann", "what": ["hlp"]}),
            'goal.win.what[0] = "hlp" is nothing that people can do; did you mean "help"?',
        ),
        (asking(WELL, after=9, within=3), "goal.after = 9 comes after goal.within = 3; let it come before."),
        (
            asking(WELL, lose=[{"when": {"tme": 3}}]),
            'goal.lose[0].when says nothing that is known here; did you mean "time"?',
        ),
        (ruled(when=WELL), "rules[0] begins by more than one of when, at and every; keep one."),
        (ruled(at=None), "rules[0] never begins; give one of when, at and every."),
        (ruled(times=2), "rules[0].times says nothing of a rule that begins at one moment; take it out."),
        (ruled(at=None, when=WELL, once=True, times=2), "rules[0].times is given beside once; keep one of them."),
        (
            ruled(then=[{"do": "hurt", "who": "bub"}]),
            'rules[0].then[0].who = "bub" is nobody in this level; did you mean "bob"?',
        ),
        (
            ruled(then=[{"do": "hurt", "who": "bob", "at": 3}]),
            "rules[0].then[0].at says nothing in a rule, which says itself when; take it out.",
        ),
        (ruled(then=[{"give": {"hurtt": 1}}]), 'rules[0].then[0].give.hurtt is no tool; did you mean "hurt"?'),
        (
            ruled(then=[{"say": "bub", "text": "x"}]),
            'rules[0].then[0].say = "bub" is nobody in this level; did you mean "bob"?',
        ),
        (
            asking({"predicted": "frst"}),
            'goal.win.predicted = "frst" is no question of the rules; did you mean "first"?',
        ),
        (
            asking({"believes": "bob", "claim": "cak"}),
            'goal.win.claim = "cak" is no claim of this level; did you mean "cake"?',
        ),
        (
            asking({"endorses": "bob", "rule": "help_al"}),
            'goal.win.rule = "help_al" is no rule; did you mean "help_all"?',
        ),
        (
            asking({"believes": "bob", "claim": "cake", "min": 0.5, "max": 0.2}),
            "goal.win.min = 0.5 is more than max = 0.2; nothing can be both.",
        ),
        (
            claiming(CLAIMS[0] | {"amount": 0}),
            "claims[0].amount = 0 says neither ill nor well of anybody; choose a number below or above 0.",
        ),
        (
            claiming(*CLAIMS, CLAIMS[0] | {"id": "pie"}),
            'claims[1] and claims[0] both speak ill, or both well, of "cy", and people tell on no more; keep one.',
        ),
        (
            claiming(*CLAIMS, CLAIMS[0] | {"amount": 0.5}),
            'claims[1].id = "cake" is taken by claims[0].id; choose another id.',
        ),
        (
            claiming(*CLAIMS, do="says", who="ann", by="bob", claim="cak"),
            'happenings[0].claim = "cak" is no claim of this level; did you mean "cake"?',
        ),
        (
            claiming(*CLAIMS, do="says", who="ann", by="cy", claim="cake"),
            'happenings[0].claim = "cake" is about "cy", who says or hears it; name somebody else.',
        ),
        (
            claiming(*CLAIMS, do="rumour", who="ann", claim="cake", amount=-0.2),
            'happenings[0].amount is said already by the claim "cake"; take it out.',
        ),
        (
            claiming(*CLAIMS, do="news", who="ann", about="bob", claim="cake"),
            'happenings[0].claim says nothing about a happening of kind "news"; it takes who, by, about or amount.',
        ),
        (ruled(then=[]), "rules[0].then has 0 entries; give a list of 1 to 20 entries."),
        (
            with_teddy(schema_version=2, goal={"win": {"felt": "teddy", "min": 0}}),
            'goal.win.felt = "teddy" is a doll, and things feel nothing; name a person.',
        ),
    ],
)
def test_each_problem_is_one_sentence_at_its_place(value: object, sentence: str) -> None:
    assert problems(value) == [sentence]


def test_a_phrase_that_is_none_is_answered_with_those_there_are() -> None:
    (problem,) = problems(asking({"felt": "foes of bob", "min": 0}))
    assert problem.startswith('goal.win.felt = "foes of bob" means nobody; choose a person, a group, "anyone"')
    assert '"friends of …"' in problem


def test_all_that_is_wrong_in_a_tree_is_said_at_once() -> None:
    parts = [{"felt": "an", "min": 9}, {"tme": 1}, {"looks": "ann", "at": "bub"}]
    assert [problem.split(" ")[0] for problem in problems(asking({"all": parts}))] == [
        "goal.win.all[0].min", "goal.win.all[1]", "goal.win.all[0].felt", "goal.win.all[2].at",
    ]  # fmt: skip


def test_a_tree_that_is_too_deep_or_too_large_is_refused() -> None:
    deep: dict[str, Any] = WELL
    for _ in range(6):
        deep = {"not": deep}
    assert problems(asking(deep)) == [
        "goal.win.not.not.not.not.not.not is a condition within more than 6 others; make it flatter."
    ]
    many = {"any": [{"count": "everyone", "where": {"any": [{"felt": "it", "min": 0}] * 30}, "min": 1}] * 10}
    assert problems(asking(many)) == [
        "goal and rules have 943 conditions, those of a count once for each person; use at most 400."
    ]


@pytest.mark.parametrize("condition", EACH, ids=lambda condition: next(iter(condition)))
def test_every_condition_can_be_said(condition: dict[str, Any]) -> None:
    level = load(asking(condition, within=9, after=1))
    assert level.goal is not None
    assert asked(level.goal, names_of(level)).endswith(", after second 1, within 9 seconds")


def test_the_schema_knows_every_condition_and_no_tag() -> None:
    definitions: Any = json_schema()["$defs"]
    for kind in CONDITIONS:
        described = definitions[kind.__name__]
        assert str(kind.__struct_config__.tag) in described["required"]
        assert "told_by" not in described["properties"]
    assert "told_by" not in json.dumps(json_schema())
