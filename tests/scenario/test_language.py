"""Tests that everything that can be said has a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from sandbox.app.sound.effects import SOUNDS
from sandbox.engine.causes import KINDS, Record
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.imagine import TERMS
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import ACCOUNTS, BEINGS, CUES, DRIVES, STREAMS, TIE_STREAMS
from sandbox.lab.experiment import shipped
from sandbox.scenario.language import TextError, english, text_of, texts
from sandbox.scenario.po import FOLDER, translated
from sandbox.session import chronicle
from sandbox.session.seen.meters import NAMES as METERS
from sandbox.session.seen.quantities import QUANTITIES
from sandbox.session.why.cards import Kind
from sandbox.session.why.ends import FROM_THE_START, NATURE, TROUBLES
from sandbox.ui.bindings import BINDINGS
from sandbox.ui.preferences import LADDERS, SWITCHES
from sandbox.ui.told.why_words import SCALES
from sandbox.view.marks.event_signs import has_sign
from sandbox.view.viewpoint import LENSES

if TYPE_CHECKING:
    from pathlib import Path

NAMED = [
    *(f"stream.{name}" for name in STREAMS),
    *(f"option.{option.name}" for option in OPTIONS),
    *(f"happening.{kind.name}" for kind in HAPPENINGS),
    *(f"drive.{name}" for name in DRIVES),
]
CARDS = [
    *(f"felt.{name}" for name in TIE_STREAMS),
    *(f"chose.{option.name}" for option in OPTIONS),
    "chose_nobody.stay",
    *(f"happened.{kind.name}" for kind in HAPPENINGS),
    *(f"happened_by.{kind.name}" for kind in HAPPENINGS if kind.takes & {"by", "about"}),
    *(f"you.{kind.name}" for kind in HAPPENINGS),
    *(f"you_by.{kind.name}" for kind in HAPPENINGS if kind.takes & {"by", "about"}),
    *(kind for kind in KINDS if kind not in {"felt", "chose", "happened", "held"}),
    *(f"held.{account}" for account in ACCOUNTS),
    *("nothing", "nothing_between", *TROUBLES, "long_ago", "look.at", "look.mind", "look.idle", "look.idle_mind"),
    *(
        "pain",
        "sorrow",
        *FROM_THE_START,
        *dict.fromkeys(FROM_THE_START.values()),
        *(f"nature.{term}" for term in sorted(NATURE)),
    ),
    *(f"makes.{name}" for name in METERS),
]
SHOWN = [
    *(f"why.makes.nobody.{name}" for name in METERS),
    *(f"ui.why.{kind}" for kind in get_args(Kind) if kind != "person"),
    *(f"ui.why.scale.{scale}" for scale in sorted(set(SCALES.values()))),
    *(f"why.gain.{term}" for term in TERMS),
    *(f"ui.cue.{cue}" for cue in CUES),
    *(f"ui.status.{name}" for name in (*CUES, *BEINGS[1:])),
    *(f"meter.{name}.{part}" for name in METERS for part in ("name", "line")),
    *(f"ui.quantity.{one.name}{part}" for one in QUANTITIES if one.owner != "stream" for part in ("", ".line")),
    *(f"ui.setting.{name}{part}" for name in (*SWITCHES, *LADDERS) for part in ("", ".line")),
    *(f"ui.setting.palette.{name}" for name in LADDERS["palette"]),
    *(f"sound.{name}" for name in SOUNDS),
    *(f"ui.action.{binding.id}" for binding in BINDINGS if binding.invocation.command != "tool"),
]
"""What is asked for by the name of an entry of some registry."""
DETAILS = {"happened": HAPPENINGS, "felt": TIE_STREAMS, "chose": OPTIONS}
"""What the detail of a record is an index of, where its sentence hangs on it."""
RECORDS = [(kind, detail) for kind in KINDS for detail in range(len(DETAILS.get(kind, "1")))]


@pytest.mark.parametrize("key", NAMED)
def test_everything_in_the_vocabulary_has_a_name_and_a_line(key: str) -> None:
    assert text_of(f"{key}.name")
    assert text_of(f"{key}.line", who="Ann").endswith(".")


@pytest.mark.parametrize("lens", [*LENSES, "eyes"])
def test_every_lens_has_a_line(lens: str) -> None:
    assert text_of(f"lens.{lens}.line", who="Ann").endswith(".")


@pytest.mark.parametrize("key", CARDS)
def test_every_why_card_can_be_said_as_one_sentence(key: str) -> None:
    sentence = text_of(f"why.{key}", who="Ann", whom="Bob", value="+0.10", about="Cy")
    assert sentence.endswith(".")
    assert "Ann" in sentence or key.endswith(("switch", "answer", "long_ago"))


@pytest.mark.parametrize("key", SHOWN)
def test_everything_that_is_listed_for_players_is_called_something(key: str) -> None:
    assert {key} - texts().keys() == set()


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.po")), ids=lambda file: file.stem)
def test_every_language_can_be_used_and_says_which_it_is(file: Path) -> None:
    assert translated(file, english()).chosen.info()["language"] == file.stem


def test_a_point_belongs_to_an_option_and_can_be_said() -> None:
    points = {key.removeprefix("why.point."): key for key in texts() if key.startswith("why.point.")}
    assert {point.partition(".")[0] for point in points} <= {option.name for option in OPTIONS}
    assert {point.partition(".")[2] for point in points} <= {"", *TERMS}
    assert all(text_of(key, who="Ann", whom="Bob").endswith(".") for key in points.values())


@pytest.mark.parametrize(("kind", "detail"), RECORDS)
def test_every_record_can_be_told(kind: str, detail: int) -> None:
    alone = kind == "happened" and not HAPPENINGS[detail].takes & {"by", "about"}
    record = Record(0, 0, kind, detail, 0, NOBODY if alone else 1, 0.5, (), (), own=False)
    assert chronicle.sentence(shipped("open-square"), record).endswith(".")


def test_happenings_can_be_told_with_and_without_a_doer() -> None:
    for kind in HAPPENINGS:
        text_of(f"happening.{kind.name}.did", who="Ann", by="Bob", about="Cy")
        if "by" in kind.takes and "about" not in kind.takes:
            assert "Bob" in text_of(f"happening.{kind.name}.did_by", who="Ann", by="Bob")


def test_whatever_shows_as_a_sign_has_its_word() -> None:
    assert all(text_of(f"spark.{kind.name}") for kind in HAPPENINGS if has_sign(kind))


def test_of_whoever_needs_several_people_each_but_the_first_is_asked_for() -> None:
    for kind in HAPPENINGS:
        for field in kind.people[1:]:
            assert text_of(f"ui.hint.{kind.name}.{field}", who="Ann").endswith("?")


def test_a_misspelt_key_is_refused_with_a_suggestion() -> None:
    with pytest.raises(TextError, match=r"no text \"option.hlep.name\", but perhaps \['option.help.name'"):
        text_of("option.hlep.name")


def test_an_empty_slot_is_refused() -> None:
    with pytest.raises(TextError, match=r'"why.felt.sympathy" needs \{whom\}, which was not given'):
        text_of("why.felt.sympathy", who="Ann")


def test_braces_in_a_name_stay_braces() -> None:
    assert text_of("chronicle.endorsed", who="{value}") == "{value} is for the rule."


def test_half_a_character_in_a_name_becomes_a_replacement_sign() -> None:
    assert text_of("chronicle.endorsed", who="\udcff") == "� is for the rule."
