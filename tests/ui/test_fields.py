"""A field is written in as everywhere else: letters, composed ones too, the mouse, the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pygame
import pytest

from sandbox.ui.kit import clipboard
from sandbox.ui.kit.fields import DOUBLE_CLICK_MS, Field
from sandbox.ui.kit.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

RECT = pygame.Rect(20, 20, 220, 36)


class Writer:
    """Somebody who writes in a field."""

    def __init__(self) -> None:
        """Sit down before an empty field that has the keyboard."""
        self.clock = 0
        self.field = Field("Find", now=lambda: self.clock)
        self.surface = pygame.Surface((300, 80))
        self.field.focus()
        self.see()

    def see(self, *, still: bool = False) -> bytes:
        """Look at it."""
        self.surface.fill("white")
        self.field.draw(self.surface, Style(1.0), RECT, still=still)
        return pygame.image.tobytes(self.surface, "RGB")

    def post(self, kind: int, **details: Any) -> bool:  # noqa: ANN401 - what events carry
        """Let something happen; tell whether the field took it."""
        taken = self.field.handle(pygame.Event(kind, **details))
        self.see()
        return taken

    def write(self, words: str) -> None:
        """Type words, each letter as a key and as a text."""
        for sign in words:
            assert self.post(pygame.KEYDOWN, key=ord(sign), scancode=0, mod=0, unicode="?")
            self.post(pygame.TEXTINPUT, text=sign)

    def key(self, name: str, mod: int = 0, scancode: int = 0) -> bool:
        """Press a key."""
        return self.post(pygame.KEYDOWN, key=pygame.key.key_code(name), scancode=scancode, mod=mod, unicode="")

    def ctrl(self, name: str, more: int = 0) -> bool:
        """Press a key with Ctrl."""
        return self.key(name, pygame.KMOD_LCTRL | more)

    def x(self, at: int) -> int:
        """Return the pixel before a letter."""
        return RECT.left + self.field._inset + self.field._edges[at] - self.field._scroll

    def click(self, at: int, *, after: int = 10 * DOUBLE_CLICK_MS) -> None:
        """Click before a letter, some milliseconds after the last time."""
        self.clock += after
        self.post(pygame.MOUSEBUTTONDOWN, pos=(self.x(at), RECT.centery), button=1)
        self.post(pygame.MOUSEBUTTONUP, pos=(self.x(at), RECT.centery), button=1)


@pytest.fixture
def writer() -> Iterator[Writer]:
    """Return somebody who writes, and whose clipboard is empty."""
    pygame.display.init()
    pygame.display.set_mode((300, 80))
    clipboard.CLIPBOARD.put("")
    yield Writer()
    pygame.display.quit()


def test_letters_come_from_texts_and_not_from_keys(writer: Writer) -> None:
    writer.write("Hello")
    assert writer.field.text == "Hello"


def test_without_the_keyboard_nothing_is_written(writer: Writer) -> None:
    writer.field.blur()
    assert not writer.post(pygame.TEXTINPUT, text="a")
    assert not writer.key("a")
    assert writer.field.text == ""


def test_a_composition_is_shown_and_written_only_when_it_is_done(writer: Writer) -> None:
    writer.write("ab")
    writer.key("left")
    before = writer.see()
    assert writer.post(pygame.TEXTEDITING, text="ni", start=2, length=0)
    assert writer.see() != before
    assert writer.field.text == "ab"
    assert writer.key("return"), "Enter chooses a candidate, and nothing else."
    writer.post(pygame.TEXTINPUT, text="你")
    assert writer.field.text == "a你b"
    assert not writer.field.composed
    assert not writer.key("return")


def test_a_composition_that_is_given_up_leaves_no_trace(writer: Writer) -> None:
    writer.post(pygame.TEXTEDITING, text="ni", start=2, length=0)
    writer.post(pygame.TEXTEDITING, text="", start=0, length=0)
    assert writer.field.composed == writer.field.text == ""
    assert not writer.key("escape")


@pytest.mark.parametrize("name", ["return", "escape", "tab", "up", "down", "f1", "page up"])
def test_what_a_line_has_no_use_for_is_left_to_its_panel(writer: Writer, name: str) -> None:
    assert not writer.key(name)


@pytest.mark.parametrize("mod", [0, pygame.KMOD_LSHIFT, pygame.KMOD_MODE, pygame.KMOD_LCTRL | pygame.KMOD_RALT])
def test_a_key_that_writes_is_no_command(writer: Writer, mod: int) -> None:
    assert writer.key("q", mod)
    assert writer.key("space", mod)


def test_other_commands_work_while_a_field_has_the_keyboard(writer: Writer) -> None:
    assert not writer.ctrl("q")
    assert not writer.ctrl("p")


def test_the_keyboard_selects_copies_cuts_and_pastes(writer: Writer) -> None:
    writer.write("one two")
    writer.key("left", pygame.KMOD_LCTRL | pygame.KMOD_LSHIFT)
    assert writer.field.edit.now.selected == "two"
    writer.ctrl("c")
    writer.key("home")
    writer.ctrl("v")
    assert writer.field.text == "twoone two"
    writer.ctrl("a")
    writer.ctrl("x")
    assert writer.field.text == ""
    writer.ctrl("v")
    assert writer.field.text == "twoone two"


def test_commands_of_editing_go_by_place_on_russian_keyboards(writer: Writer) -> None:
    writer.write("word")
    writer.post(pygame.KEYDOWN, key=ord("ф"), scancode=pygame.KSCAN_A, mod=pygame.KMOD_LCTRL, unicode="")
    assert writer.field.edit.now.selected == "word"


def test_changes_are_taken_back_and_done_again(writer: Writer) -> None:
    writer.write("one")
    writer.ctrl("backspace")
    writer.ctrl("z")
    assert writer.field.text == "one"
    writer.ctrl("y")
    assert writer.field.text == ""
    writer.ctrl("z")
    writer.ctrl("z", pygame.KMOD_LSHIFT)
    assert writer.field.text == ""


def test_what_is_pasted_becomes_a_line_and_is_not_too_long(writer: Writer) -> None:
    clipboard.CLIPBOARD.put("a\nb\r\nc" + "d" * 100_000)
    writer.ctrl("v")
    assert writer.field.text.startswith("a b cd")
    assert len(writer.field.text) == writer.field.edit.limit


def test_without_a_clipboard_it_copies_within_the_game(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: str) -> str:
        raise pygame.error

    monkeypatch.setattr(pygame.scrap, "put_text", none)
    monkeypatch.setattr(pygame.scrap, "get_text", none)
    writer.ctrl("v")
    writer.write("word")
    writer.ctrl("a")
    writer.ctrl("c")
    writer.key("end")
    writer.ctrl("v")
    assert writer.field.text == "wordword"


def test_the_mouse_sets_the_caret_and_selects(writer: Writer) -> None:
    writer.write("one two three")
    writer.click(5)
    assert writer.field.edit.now.caret == 5
    writer.clock += 10 * DOUBLE_CLICK_MS
    writer.post(pygame.MOUSEBUTTONDOWN, pos=(writer.x(4), RECT.centery), button=1)
    writer.post(pygame.MOUSEMOTION, pos=(writer.x(7), 300), rel=(0, 0), buttons=(1, 0, 0))
    writer.post(pygame.MOUSEBUTTONUP, pos=(writer.x(7), 300), button=1)
    assert writer.field.edit.now.selected == "two"
    assert not writer.post(pygame.MOUSEMOTION, pos=(writer.x(0), 30), rel=(0, 0), buttons=(0, 0, 0))


def test_a_double_click_selects_a_word_and_a_third_press_all(writer: Writer) -> None:
    writer.write("one two three")
    writer.click(5)
    writer.click(5, after=DOUBLE_CLICK_MS // 2)
    assert writer.field.edit.now.selected == "two"
    writer.click(5, after=DOUBLE_CLICK_MS // 2)
    assert writer.field.edit.now.selected == "one two three"
    for at, after in ((5, 9), (5, 2), (12, 0.5)):
        writer.click(at, after=round(after * DOUBLE_CLICK_MS))
    assert writer.field.edit.now.selected == ""


def test_a_click_takes_the_keyboard_and_one_beside_does_not(writer: Writer) -> None:
    writer.field.blur()
    assert not writer.post(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1)
    assert not writer.field.focused
    assert writer.post(pygame.MOUSEBUTTONDOWN, pos=RECT.center, button=1)
    assert writer.field.focused


def test_a_long_line_moves_so_that_the_caret_is_seen(writer: Writer) -> None:
    writer.write("a long line that is much longer than its field has room for")
    assert RECT.left < writer.x(len(writer.field.text)) < RECT.right
    writer.key("home")
    assert writer.x(0) == RECT.left + writer.field._inset


@pytest.mark.parametrize("text", ["\u200d", "\u0301", "李明", "🙂", "\U0010fffd", "مرحبا", "a\u0301\u0302", "\ufffd"])
def test_whatever_is_written_can_be_drawn(writer: Writer, text: str) -> None:
    writer.post(pygame.TEXTINPUT, text=text)
    writer.post(pygame.TEXTEDITING, text=text, start=9, length=0)
    writer.ctrl("a")
    writer.key("left")


def test_the_caret_blinks_unless_it_shall_not(writer: Writer) -> None:
    seen = []
    for clock in (0, 600):
        writer.clock = clock
        seen.append(writer.see())
    assert seen[0] != seen[1]
    assert writer.see(still=True) == seen[0]


def test_text_input_is_on_only_while_a_field_has_the_keyboard(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    monkeypatch.setattr(pygame.key, "start_text_input", lambda: calls.append("start"))
    monkeypatch.setattr(pygame.key, "stop_text_input", lambda: calls.append("stop"))
    writer.field.blur()
    writer.field.blur()
    writer.field.focus()
    writer.field.focus()
    assert calls == ["stop", "start"]
