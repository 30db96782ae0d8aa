"""The language is exchanged, numbers choose their forms, and a broken file of texts says what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sandbox.app import cli
from sandbox.scenario import language, po
from sandbox.scenario.language import TextError, epoch, text_of, use
from sandbox.scenario.po import LanguageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Write = Callable[[str], Path]

HEAD = r"""
msgid ""
msgstr ""
"Language: pl\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
"""
POLISH = (
    HEAD
    + """
msgid "ui.why"
msgstr "Dlaczego?"

msgid "chronicle.endorsed"
msgstr "{who} jest za."

msgid "check.fine"
msgid_plural "check.fine"
msgstr[0] "{file}: dobrze, {count} osoba."
msgstr[1] "{file}: dobrze, {count} osoby."
msgstr[2] "{file}: dobrze, {count} osób."

#, fuzzy
msgid "ui.title"
msgstr "Piaskownica"

msgid "ui.help"
msgstr ""
"""
)


@pytest.fixture
def write(tmp_path: Path) -> Iterator[Write]:
    def write(text: str) -> Path:
        (tmp_path / "pl.po").write_text(text, "utf-8")
        return tmp_path

    yield write
    use("en")


def test_texts_are_said_in_the_language_in_use_with_their_slots(write: Write) -> None:
    use("pl", write(POLISH))
    assert text_of("ui.why") == "Dlaczego?"
    assert text_of("chronicle.endorsed", who="Ann") == "Ann jest za."
    use("en")
    assert text_of("ui.why") == "Why?"


def test_what_a_language_lacks_leaves_empty_or_doubts_is_said_in_english(write: Write) -> None:
    use("pl", write(POLISH))
    assert [text_of(key) for key in ("ui.levels", "ui.help", "ui.title")] == ["Levels", "Keys", "Sympathy Sandbox"]
    assert text_of("experiment.soak.sittings", count=3).startswith("Played in 3 sittings,")


@pytest.mark.parametrize(
    ("count", "people"), [(1, "osoba"), (2, "osoby"), (5, "osób"), (12, "osób"), (22, "osoby"), (0, "osób")]
)
def test_a_count_chooses_the_form_by_the_rule_of_the_language(write: Write, count: int, people: str) -> None:
    use("pl", write(POLISH))
    assert text_of("check.fine", file="x", count=count) == f"x: dobrze, {count} {people}."


@pytest.mark.parametrize(
    ("count", "people"), [(0, "people"), (1, "person"), (2, "people"), (1.0, "person"), (0.5, "people")]
)
def test_english_has_one_and_many(count: float, people: str) -> None:
    assert text_of("check.fine", file="x", count=count) == f"x: fine, {count} {people}."


def test_a_text_with_plural_forms_asks_for_its_number() -> None:
    with pytest.raises(TextError, match=r'"check.fine" has plural forms and needs \{count\}'):
        text_of("check.fine", file="x")


def test_the_epoch_tells_of_every_exchange_and_of_nothing_else(write: Write) -> None:
    folder, before = write(POLISH), epoch()
    text_of("ui.why")
    assert epoch() == before
    use("pl", folder)
    assert epoch() > before


BROKEN = {
    "nonsense": ('msgid "a"\nmsgstr "b"\nwhat?\n', "line 3 cannot be read (not a line of a .po file)"),
    "a quote": ('msgid "a"\nmsgstr "b"c"\n', "line 2 cannot be read (unescaped double quote found)"),
    "no rule": (HEAD.replace("n==1 ?", "n is 1 ?") + 'msgid "a"\nmsgstr "b"\n', "no .po file that can be read"),
    "a rule that divides by nothing": (HEAD.replace("n==1 ?", "n%(n-n) ?"), "cannot be followed"),
    "a rule that leads nowhere": (HEAD.replace(": 2)", ": 7)"), "cannot be followed"),
    "a rule of countless forms": (HEAD.replace("nplurals=3", "nplurals=" + "9" * 5000), "cannot be followed"),
    "a rule without end": (HEAD.replace("n==1 ?", "(" * 400 + "n" + ")" * 400 + " ?"), "no .po file"),
    "more than memory": ("#" * 5_000_000, "this has more than 4,000,000 bytes"),
    "twice": (HEAD + 2 * 'msgid "ui.why"\nmsgstr "b"\n\n', '"ui.why" is there twice; keep one'),
    "half a slot": (HEAD + 'msgid "ui.why"\nmsgstr "{who"\n', '"ui.why" has braces that hold no plain name'),
    "a slot of numbers": (HEAD + 'msgid "ui.why"\nmsgstr "{0}"\n', '"ui.why" has braces that hold no plain name'),
    "a foreign slot": (HEAD + 'msgid "ui.why"\nmsgstr "{foo}"\n', '"ui.why" has the slot {foo}'),
    "too few forms": (
        HEAD + 'msgid "check.fine"\nmsgid_plural "goal.unblamed"\nmsgstr[0] "a"\nmsgstr[1] "b"\n',
        '"check.fine" has 2 of the 3 forms that Plural-Forms asks for',
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_named_with_what_is_wrong_and_the_language_stays(write: Write, what: str) -> None:
    text, complaint = BROKEN[what]
    before = epoch()
    with pytest.raises(LanguageError) as caught:
        use("pl", write(text))
    sentence = str(caught.value)
    assert complaint in sentence
    assert "pl.po: " in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert (text_of("ui.why"), epoch()) == ("Why?", before)


def test_a_file_that_is_not_there_or_not_utf8_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"xx\.po: this cannot be read \(no such file"):
        use("xx", tmp_path)
    (tmp_path / "yy.po").write_bytes(HEAD.encode() + b'msgid "a"\nmsgstr "\xff"\n')
    with pytest.raises(LanguageError, match=r"yy\.po: byte \d+ is not UTF-8"):
        use("yy", tmp_path)


def test_english_says_everything_once_and_marks_what_is_filled_in() -> None:
    entries = po.polib.pofile((po.FOLDER / "en.po").read_text("utf-8"))
    assert len(entries) == len(language.texts()) > 900
    for entry in entries:
        said = list(entry.msgstr_plural.values()) or [entry.msgstr]
        assert any(po.slots_of(text) for text in said) == ("python-brace-format" in entry.flags), entry.msgid
        assert not entry.msgid_plural or (entry.msgid_plural, len(said)) == (entry.msgid, 2), entry.msgid


def test_broken_english_ends_every_command_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "en.po").write_text("nonsense\n", "utf-8")
    monkeypatch.setattr(po, "FOLDER", tmp_path)
    language.english.cache_clear()
    codes = [cli.main(argv) for argv in (["--help"], ["run", "110", "--seconds", "1"], ["play", "110"])]
    language.english.cache_clear()
    out, err = capsys.readouterr()
    assert (codes, out) == ([1, 1, 1], "")
    assert err.splitlines() == 3 * [
        f"{tmp_path}/en.po: line 1 cannot be read (not a line of a .po file); mend that spot."
    ]
