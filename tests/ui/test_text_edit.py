"""A line of text is edited as everywhere else, and nothing from outside breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.ui.kit.text_edit import LIMIT, UNDOS, TextEdit, cleaned, is_whole

FLAG, FAMILY, ACUTE = "\U0001f1e9\U0001f1ea", "\U0001f468\u200d\U0001f469", "x\u0301"


def line(text: str, caret: int | None = None) -> TextEdit:
    edit = TextEdit()
    edit.put(text)
    if caret is not None:
        edit.move(caret)
    return edit


def test_letters_go_where_the_caret_is() -> None:
    edit = line("ab", 1)
    edit.insert("X")
    assert (edit.text, edit.now.caret) == ("aXb", 2)


def test_what_is_selected_is_written_over() -> None:
    edit = line("one two")
    edit.select(4, 7)
    edit.insert("2")
    assert edit.text == "one 2"


@pytest.mark.parametrize("sign", [FLAG, FAMILY, ACUTE, "\u0915\u094d", "\U0001f44d\U0001f3fd", "李"])
def test_a_letter_with_its_marks_is_deleted_and_passed_whole(sign: str) -> None:
    edit = line(f"a{sign}")
    edit.step(-1)
    assert edit.now.caret == 1
    edit.step(1)
    edit.delete(-1)
    assert edit.text == "a"
    edit = line(f"{sign}b", 0)
    edit.delete(1)
    assert edit.text == "b"


def test_two_flags_are_two_signs() -> None:
    edit = line(FLAG * 2)
    edit.delete(-1)
    assert edit.text == FLAG


def test_a_caret_is_never_set_inside_a_letter() -> None:
    edit = line(f"a{ACUTE}b", 2)
    assert edit.now.caret == 1


def test_words_are_passed_and_deleted_whole() -> None:
    edit = line("look away, Bob")
    edit.step(-1, word=True)
    assert edit.now.caret == 11
    edit.delete(-1, word=True)
    assert edit.text == "look Bob"
    edit.move(0)
    edit.step(1, word=True)
    assert edit.now.caret == 4
    edit.delete(1, word=True)
    assert edit.text == "look"


def test_an_arrow_leaves_a_selection_on_its_own_side() -> None:
    edit = line("abcdef")
    edit.select(1, 4)
    edit.step(-1)
    assert (edit.now.caret, edit.now.anchor) == (1, 1)
    edit.select(1, 4)
    edit.step(1)
    assert edit.now.caret == 4


def test_shift_widens_what_is_selected() -> None:
    edit = line("abc")
    edit.step(-1, select=True)
    edit.step(-1, select=True)
    assert edit.now.selected == "bc"
    edit.delete(-1)
    assert edit.text == "a"


def test_typing_is_taken_back_by_words_and_done_again() -> None:
    edit = TextEdit()
    for sign in "one two":
        edit.insert(sign, typed=True)
    edit.undo()
    assert edit.text == "one"
    edit.undo()
    assert edit.text == ""
    edit.undo()
    edit.redo()
    edit.redo()
    assert edit.text == "one two"
    edit.insert("!")
    edit.redo()
    assert edit.text == "one two!"


def test_undo_gives_back_what_was_selected() -> None:
    edit = line("abc")
    edit.select(0, 2)
    edit.delete(-1)
    edit.undo()
    assert edit.now.selected == "ab"


def test_undo_is_bounded() -> None:
    edit = TextEdit(limit=10_000)
    for _ in range(3 * UNDOS):
        edit.insert("a")
    for _ in range(3 * UNDOS):
        edit.undo()
    assert edit.text == "a" * 2 * UNDOS


def test_a_new_text_has_nothing_to_take_back() -> None:
    edit = line("old")
    edit.insert("er")
    edit.put("new")
    edit.undo()
    assert edit.text == "new"


def test_text_from_outside_becomes_one_writable_line() -> None:
    assert cleaned("a\r\nb\tc\0d\x1b\ud83de\u202ef\ufeff") == "a b cdef"
    assert cleaned("e\u0301") == "é"


def test_a_line_takes_only_so_much_and_no_half_letters() -> None:
    edit = line("a" * (LIMIT - 1))
    edit.insert(ACUTE + "z")
    assert edit.text == "a" * (LIMIT - 1)
    edit.insert("zz")
    assert len(edit.text) == LIMIT
    edit.select(0, LIMIT)
    edit.insert("b" * 3 * LIMIT)
    assert edit.text == "b" * LIMIT


@given(
    st.text(max_size=20),
    st.lists(
        st.one_of(
            st.tuples(st.just("insert"), st.text(max_size=4)),
            st.tuples(st.just("delete"), st.sampled_from([-1, 1])),
            st.tuples(st.just("step"), st.sampled_from([-1, 1])),
            st.tuples(st.just("move"), st.integers(-3, 30)),
        ),
        max_size=12,
    ),
)
def test_the_caret_stays_between_letters_and_undo_leads_back(start: str, changes: list[tuple[str, str | int]]) -> None:
    edit = line(start)
    first = edit.text
    for name, argument in changes:
        getattr(edit, name)(argument)
        assert 0 <= edit.now.caret <= len(edit.text)
        assert is_whole(edit.text, edit.now.caret)
        edit.text.encode()
    for _ in changes:
        edit.undo()
    assert edit.text == first
