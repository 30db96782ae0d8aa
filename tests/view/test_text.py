"""Whatever words come from outside, they are drawn."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.scenario.letters import FONTS, letters_of
from sandbox.scenario.showable import REPLACEMENT
from sandbox.view.canvas.text import line, pill, shortened, shown, width, wrap

OPEN_FILES = Path("/proc/self/fd")


@given(st.text(st.characters(codec=None), max_size=30))
def test_every_text_can_be_drawn_measured_wrapped_and_cut(words: str) -> None:
    assert line(words, 16).get_width() == pytest.approx(width(words, 16), abs=2)
    assert pill(words, 16, 4).get_width() > 0
    assert width(shortened(words, 16, 60), 16) <= 60
    assert all(len(row) <= 1 or width(row, 16) <= 60 for row in wrap(words, 16, 60))


@pytest.mark.parametrize("word", ["\ud800", "a\0b", "\x1b[31m", "\u202eabc", "one\ntwo", "\u2028"])
def test_what_is_no_letter_has_a_sign_in_its_place(word: str) -> None:
    assert REPLACEMENT in shown(word)
    assert line(word, 16).get_width() > 0


def test_letters_of_any_language_are_left_as_they_are() -> None:
    assert shown("Åse 李 محمد") == "Åse 李 محمد"
    assert shown("نیم\u200cروز") == "نیم\u200cروز"  # `check` lets it pass: it joins letters.


def test_a_line_of_a_million_letters_is_cut() -> None:
    assert line("x" * 1_000_000, 16).get_width() < 20_000


def test_a_word_longer_than_the_line_goes_on_in_the_next() -> None:
    rows = wrap("W" * 40, 16, 100)
    assert "".join(rows) == "W" * 40
    assert all(width(row, 16) <= 100 for row in rows)


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="only Linux lists the open files of a process")
def test_no_size_of_letters_keeps_a_file_open() -> None:
    before = len(list(OPEN_FILES.iterdir()))
    for size in range(8, 208):
        line("a", size)
    assert len(list(OPEN_FILES.iterdir())) <= before + 2


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_font_draws_a_box_for_the_letters_that_it_is_said_to_lack(path: Path) -> None:
    font, has = pygame.font.Font(str(path), 16), letters_of(path)
    codes = [*range(0x21, 0x7F), *range(0xA1, 0x600, 3), *range(0x4E00, 0x5000, 50)]
    letters = [chr(code) for code in codes if chr(code) == shown(chr(code))]
    box = _drawn(font, "\ue123")
    assert [one for one in letters if (_drawn(font, one) != box) != (ord(one) in has)] == []


def _drawn(font: pygame.font.Font, letter: str) -> bytes:
    return pygame.image.tobytes(font.render(letter, True, (0, 0, 0)), "RGBA")  # noqa: FBT003 - smooth; by place only
