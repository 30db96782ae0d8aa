"""What goals, losses and stars are called: sentences as people say them, whoever and however many they are about.

Run with `-s` to read them all: those of the shipped levels, and a table of made-up ones.
"""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from sandbox.scenario.conditions.bounds import FALLING, GRADES, RISING, Bounds, deny, grade
from sandbox.scenario.conditions.schema import CONDITIONS
from sandbox.scenario.conditions.sentences import asked, names_of, sentence
from sandbox.scenario.conditions.who import PHRASES, WHOLE
from sandbox.scenario.language import text_of
from sandbox.scenario.library import level_files
from sandbox.scenario.load import load_level
from tests.scenario.full import CLAIMS, RULES
from tests.scenario.small import load, small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.schema import Level

AWAY: Final = {"looks": "it", "at": "bob", "away": True}
MADE_UP: Final[list[tuple[dict[str, Any], str]]] = [
    ({"felt": "ann", "min": 0.2, "for": 5}, "Ann feels good (0.2 or more) for 5 seconds"),
    ({"felt": "blues", "max": -0.25}, "All in Blues feel bad (−0.25 or less)"),
    ({"felt": "any of blues", "min": 0, "max": 1}, "Somebody in Blues feels in between (0 to 1)"),
    ({"not": {"felt": "ann", "min": 0.2}}, "Ann feels not that good (less than 0.2)"),
    ({"not": {"felt": "blues", "max": -0.5}}, "Somebody in Blues feels better than awful (more than −0.5)"),
    ({"not": {"felt": "anyone", "max": -0.5}}, "Nobody feels awful (−0.5 or less)"),
    ({"not": {"felt": "ann", "min": 0, "max": 1}}, "It is not so that Ann feels in between (0 to 1)"),
    ({"shown": "bob", "max": -0.5}, "Bob looks desperate (−0.5 or less)"),
    ({"shown": "everyone", "min": 0.2}, "All look happy (0.2 or more)"),
    ({"likes": "ann", "whom": "bob", "min": 0.5}, "Ann likes Bob (0.5 or more)"),
    ({"likes": "ann", "whom": "everyone but ann", "max": 0.1}, "Ann hardly likes anybody (0.1 or less)"),
    ({"likes": "anyone", "whom": "bob", "max": -0.3}, "Somebody dislikes Bob (−0.3 or less)"),
    ({"likes": "ann", "whom": "bob", "min": -0.2}, "Ann can stand Bob (−0.2 or more)"),
    ({"not": {"likes": "anyone", "whom": "anyone", "min": 0.5}}, "Nobody likes anybody (0.5 or more)"),
    ({"not": {"likes": "ann", "whom": "blues", "min": 0.5}}, "Ann hardly likes somebody in Blues (less than 0.5)"),
    ({"person": "everyone but bob", "whom": "bob", "min": 0.5}, "All see a person in Bob (0.5 or more)"),
    ({"person": "ann", "whom": "anyone but ann", "max": 0.3}, "Ann hardly sees a person in somebody (0.3 or less)"),
    ({"blamed": "bob", "max": 0.3}, "Bob is hardly blamed (0.3 or less)"),
    ({"blamed": "bob", "min": 0.3, "by": "ann"}, "Bob is blamed by Ann (0.3 or more)"),
    ({"blamed": "anyone but bob", "min": 0.2, "by": "bob"}, "Somebody but Bob is blamed by Bob (0.2 or more)"),
    (
        {"blamed": "bob", "min": 0.1, "by": "blues", "heard": True},
        "Bob is blamed by all in Blues, who only heard of it (0.1 or more)",
    ),
    ({"blamed": "bob", "min": 0.1, "heard": True}, "Bob is blamed from hearing about it alone (0.1 or more)"),
    ({"not": {"blamed": "anyone", "min": 0.2}}, "Nobody is blamed (0.2 or more)"),
    ({"credited": "friends of bob", "min": 0.3}, "All friends of Bob are given credit (0.3 or more)"),
    ({"believes": "ann", "claim": "cake"}, "Ann believes “Cy has eaten the cake”"),
    ({"believes": "ann", "claim": "cake", "max": 0.2}, "Ann hardly believes “Cy has eaten the cake” (0.2 or less)"),
    ({"not": {"believes": "ann", "claim": "cake"}}, "Ann does not believe “Cy has eaten the cake”"),
    ({"not": {"believes": "anyone but cy", "claim": "cake"}}, "Nobody but Cy believes “Cy has eaten the cake”"),
    ({"not": {"believes": "blues", "claim": "cake", "min": 0.5}},
     "Somebody in Blues hardly believes “Cy has eaten the cake” (less than 0.5)"),
    ({"endorses": "ann", "rule": "help_all"}, "Ann is for “Nobody is left to suffer”"),
    ({"endorses": "blues", "rule": "help_all", "min": 0.2},
     "All in Blues are for “Nobody is left to suffer” (0.2 or more)"),
    ({"not": {"endorses": "anyone", "rule": "fend_alone"}}, "Nobody is for “Each for themselves”"),
    ({"looks": "everyone but bob", "at": "bob"}, "All look at Bob"),
    ({"looks": "anyone but bob", "at": "bob", "for": 20}, "Somebody looks at Bob for 20 seconds"),
    ({"not": {"looks": "anyone but bob", "at": "bob"}, "for": 10}, "Nobody looks at Bob for 10 seconds"),
    ({"not": {"looks": "everyone but bob", "at": "bob"}}, "Somebody does not look at Bob"),
    ({"not": {"looks": "everyone but ann", "at": "bob"}}, "Somebody but Ann does not look at Bob"),
    ({"not": {"looks": "ann", "at": "anyone"}}, "Ann does not look at anybody"),
    ({"looks": "anyone who blames bob", "at": "bob", "away": True}, "Somebody who blames Bob looks away from Bob"),
    ({"not": {"looks": "ann", "at": "bob", "for": 3}}, "It is not so that Ann looks at Bob for 3 seconds"),
    ({"does": "anyone", "what": ["help", "comfort"], "to": "bob"}, "Somebody chooses to help Bob or comfort Bob"),
    ({"not": {"does": "a friend of bob", "what": ["leave"]}}, "No friend of Bob chooses to leave"),
    ({"not": {"does": "ann", "what": ["taunt"], "to": "blues"}}, "Ann does not choose to taunt anybody in Blues"),
    ({"near": "ann", "to": "well"}, "Ann is near Well (2.5 m)"),
    ({"not": {"near": "enemies of bob", "to": "bob", "within": 4}}, "An enemy of Bob is not near Bob (4 m)"),
    ({"here": "everyone"}, "All are here"),
    ({"not": {"here": "ann"}}, "Ann is not here"),
    ({"lasted": {"not": {"looks": "anyone", "at": "bob"}}, "max": 9},
     "Nobody looks at Bob, for at most 9 seconds in all"),
    ({"not": {"lasted": {"looks": "ann", "at": "bob"}, "min": 5}},
     "It is not so that Ann looks at Bob, for at least 5 seconds in all"),
    ({"count": "everyone but bob", "where": AWAY, "min": 1}, "Somebody looks away from Bob"),
    ({"count": "everyone but bob", "where": AWAY, "min": 2}, "At least 2 people look away from Bob"),
    ({"count": "everyone but ann", "where": AWAY, "min": 2}, "At least 2 besides Ann look away from Bob"),
    ({"count": "everyone", "where": AWAY, "max": 0}, "Nobody looks away from Bob"),
    ({"count": "friends of bob", "where": AWAY, "max": 1}, "At most 1 friend of Bob looks away from Bob"),
    ({"count": "blues", "where": {"not": AWAY}, "min": 2, "max": 2}, "Exactly 2 in Blues do not look away from Bob"),
    ({"not": {"count": "everyone", "where": AWAY, "min": 3}}, "At most 2 people look away from Bob"),
    ({"not": {"count": "blues", "where": AWAY, "max": 0}}, "Somebody in Blues looks away from Bob"),
    (
        {"count": "everyone", "where": {"all": [{"felt": "it", "min": 0.2}, AWAY]}, "min": 2, "max": 3},
        "2 to 3 people feel good (0.2 or more) and they look away from Bob",
    ),
    (
        {"count": "everyone", "where": {"likes": "bob", "whom": "it", "min": 0.4}, "min": 2},
        "Of at least 2 people this is so: Bob likes them (0.4 or more)",
    ),
    ({"used": "hurt", "max": 0}, "You never use Hurt"),
    ({"used": "hurt", "min": 1}, "You use Hurt"),
    ({"used": "hurt", "min": 1, "max": 2}, "You use Hurt 1 to 2 times"),
    ({"not": {"used": "hurt", "min": 2}}, "You use Hurt at most 1 time"),
    ({"predicted": "first"}, "Your guess was right"),
    ({"time": 46}, "46 seconds have passed"),
    ({"not": {"time": 25}}, "It is before second 25"),
    ({"all": [{"time": 1}, {"here": "ann"}]}, "1 second has passed and Ann is here"),
    (
        {"all": [{"here": "ann"}, {"any": [{"time": 1}, {"here": "bob"}]}], "for": 3},
        "Ann is here and (1 second has passed or Bob is here), all at once for 3 seconds",
    ),
    ({"any": [{"here": "ann"}, {"time": 9}]}, "Ann is here or 9 seconds have passed"),
    ({"not": {"all": [{"here": "ann"}, {"here": "bob"}]}}, "Ann is not here or Bob is not here"),
    ({"not": {"any": [{"here": "ann"}, {"here": "bob"}]}}, "Ann is not here and Bob is not here"),
    ({"not": {"not": {"here": "ann"}}}, "Ann is here"),
    ({"then": [{"time": 1}, {"here": "ann"}]}, "1 second has passed, then Ann is here"),
    ({"not": {"then": [{"time": 1}, {"here": "ann"}]}}, "It is not so that 1 second has passed, then Ann is here"),
    ({"used": "hurt", "max": 2, "text": "You were gentle."}, "You were gentle."),
]  # fmt: skip


def level_of(condition: object) -> Level:
    """A level of three people that asks for something."""
    return load(small(schema_version=2, goal={"win": condition}, rules=RULES[2:3], claims=CLAIMS))


def said(condition: object) -> str:
    """What a condition is called there."""
    level = level_of(condition)
    assert level.goal is not None
    return sentence(level.goal.win, names_of(level))


def sentences_of(level: Level) -> Iterator[str]:
    """What a level asks for, what loses it, and what earns stars, in its own words and in those of its conditions."""
    names, goal = names_of(level), level.goal
    if goal is None:
        return
    yield from (asked(goal, names), sentence(goal.win, names))
    for ending in (*goal.lose, *goal.stars):
        yield from (ending.text or sentence(ending.when, names), sentence(ending.when, names))


def reads_well(words: str, level: Level) -> bool:
    """Whether words look like a sentence: a capital, one space between words, no id, no colon but before a clause."""
    ids = {person.id for person in level.people} | {place.id for place in level.map.places}
    shape = words[0] == words[0].upper() and "  " not in words and " ," not in words and not re.search(r"[{}_]", words)
    return shape and not ids & set(re.findall(r"[\w-]+", words)) and words.count(": ") == words.count("this is so: ")


@pytest.mark.parametrize("path", level_files(), ids=lambda path: path.stem)
def test_all_that_shipped_levels_ask_for_is_said_in_sentences(path: Any) -> None:  # noqa: ANN401 - a Path
    level = load_level(path)
    found = list(sentences_of(level))
    print(f"\n{level.title}", *found, sep="\n  ")
    assert [words for words in found if not reads_well(words, level)] == []


@pytest.mark.parametrize(("condition", "words"), MADE_UP, ids=lambda value: value if isinstance(value, str) else "")
def test_conditions_are_said_as_people_say_them(condition: object, words: str) -> None:
    print(words)
    assert said(condition) == words
    assert reads_well(words, level_of(condition)) or "text" in str(condition)


def test_the_table_has_every_condition() -> None:
    assert {kind.__struct_config__.tag for kind in CONDITIONS} <= {key for condition, _ in MADE_UP for key in condition}


def test_the_page_for_designers_quotes_them_rightly() -> None:
    page = (Path(__file__).parents[2] / "docs/levels.md").read_text("utf-8")
    quoted = re.findall(r"^\| `(\{.*\})` \| (.*) \|$", page.partition("what players read |")[2], re.MULTILINE)
    assert len(quoted) >= 8
    assert [(condition, said(json.loads(condition))) for condition, _ in quoted] == quoted


@pytest.mark.parametrize("denied", [False, True])
def test_every_phrase_makes_a_sentence_with_every_condition(*, denied: bool) -> None:
    """No two of them are called the same, unless they mean the same."""
    whom = [*WHOLE, "ann", "blues", *(f"{beginning}ann" for beginning in PHRASES)]
    rest: list[dict[str, Any]] = [
        {"felt": ..., "min": 0.3}, {"shown": ..., "max": -0.3}, {"likes": ..., "whom": "bob", "min": 0.3},
        {"person": ..., "whom": "bob", "max": 0.3}, {"blamed": ..., "min": 0.3}, {"credited": ..., "max": 0.3},
        {"believes": ..., "claim": "cake"}, {"endorses": ..., "rule": "help_all", "min": 0.2},
        {"looks": ..., "at": "bob"}, {"does": ..., "what": ["help"], "to": "bob"}, {"near": ..., "to": "bob"},
        {"here": ...}, {"count": ..., "where": {"felt": "it", "min": 0}, "min": 2},
    ]  # fmt: skip
    heard: dict[str, str] = {}
    for who, form in product(whom, rest):
        condition = {key: who if value is ... else value for key, value in form.items()}
        words = said({"not": condition} if denied else condition)
        assert reads_well(words, level_of(condition)), words
        same = {"any of ann": "ann"}.get(who, who)
        if "count" in condition:  # How many are counted does not hang on whether one of them would be enough.
            continue
        assert heard.setdefault(words, str(condition | {next(iter(form)): same})) == str(
            condition | {next(iter(form)): same}
        )


def test_a_mood_has_a_word_wherever_its_bound_is() -> None:
    for hundredths in range(-100, 101):
        value = hundredths / 100
        assert {grade(Bounds(value, None)), grade(Bounds(None, value))} <= set(GRADES)
        assert grade(Bounds(value, None)) == grade(deny(Bounds(None, value)))
    assert all(text_of(f"condition.{of}.{name}") for of in ("felt", "shown") for name in GRADES)
    assert [line for line, _ in RISING] == sorted((line for line, _ in RISING), reverse=True)
    assert [line for line, _ in FALLING] == sorted(line for line, _ in FALLING)
