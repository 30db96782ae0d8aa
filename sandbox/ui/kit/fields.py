"""A line to write in, on a panel: keys, mouse, clipboard and input methods change it; it is drawn with its caret.

Letters come from TEXTINPUT and from the compositions of input methods (TEXTEDITING), and never from keys, which know
nothing of dead keys, of Shift or of Chinese.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui.kit.chords import chords_of_event
from sandbox.ui.kit.clipboard import CLIPBOARD
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import PLAIN, Hand, cut, width_of, write
from sandbox.ui.kit.text_edit import LIMIT, TextEdit, cleaned, is_whole, word_around

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.ui.kit.style import Style

LEFT: Final = 1
DOUBLE_CLICK_MS: Final = 400
"""A second press within this time selects a word, a third the whole line."""
_BLINK: Final = 1.06
"""Seconds from one appearance of the caret to the next."""
_FAINT: Final = Hand("body", "soft")
_PASTED: Final = 4
"""Of the clipboard so many times as much is looked at as a field holds: most of it may be thrown away."""


class Field:
    """A line to write in."""

    def __init__(
        self, placeholder: str = "", limit: int = LIMIT, now: Callable[[], int] = pygame.time.get_ticks
    ) -> None:
        """Begin empty and without the keyboard; `now` tells the time in milliseconds."""
        self.placeholder, self.now = placeholder, now
        self.edit = TextEdit(limit=limit)
        self.rect = pygame.Rect(0, 0, 0, 0)
        """where it was drawn last, in pixels"""
        self.focused = False
        self.composed = ""
        """what an input method is about to write"""
        self._composed_caret = 0
        self._edges: tuple[int, ...] = (0,)
        """where each letter begins, in pixels from the first"""
        self._scroll = 0
        """pixels of the text that are left of the field"""
        self._dragging = False
        self._presses, self._pressed_at = 0, (-DOUBLE_CLICK_MS, 0)
        self._blink_from = 0.0

    @property
    def text(self) -> str:
        """What is written."""
        return self.edit.text

    def focus(self) -> None:
        """Take the keyboard, and the input method with it."""
        if not self.focused:
            self.focused = True
            pygame.key.start_text_input()

    def blur(self) -> None:
        """Give the keyboard back, and drop what was not yet composed."""
        if self.focused:
            self.focused = self._dragging = False
            self.composed = ""
            pygame.key.stop_text_input()

    def handle(self, event: pygame.Event) -> bool:
        """Take an event if it is for the field, and tell so; Enter, Escape, Tab and the like are left to its panel."""
        handlers = {
            pygame.TEXTINPUT: self._typed,
            pygame.TEXTEDITING: self._composes,
            pygame.KEYDOWN: self._key,
            pygame.MOUSEBUTTONDOWN: self._press,
            pygame.MOUSEMOTION: self._drag,
            pygame.MOUSEBUTTONUP: self._release,
        }
        by_mouse = event.type in {pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP}
        taken = event.type in handlers and (self.focused or by_mouse) and handlers[event.type](event)
        if taken:
            self._blink_from = self.now() / 1000
        return taken

    def _typed(self, event: pygame.Event) -> bool:
        self.composed = ""
        self.edit.insert(event.text, typed=True)
        return True

    def _composes(self, event: pygame.Event) -> bool:
        self.composed = cleaned(event.text)
        self._composed_caret = max(0, min(len(self.composed), event.start))
        return True

    def _key(self, event: pygame.Event) -> bool:
        if self.composed:
            return True  # The input method has the keyboard until it is done.
        chords = chords_of_event(event)
        for chord in chords:
            held = frozenset("Ctrl" if name == "Meta" else name for name in chord.modifiers)
            act = _KEYS.get("+".join((*sorted(held - {"Shift"}), chord.key)))
            if act is not None:
                act(self.edit, "Shift" in held)
                return True
        return any(_writes(chord.key, chord.modifiers) for chord in chords)

    def _press(self, event: pygame.Event) -> bool:
        if event.button != LEFT or not self.rect.collidepoint(event.pos):
            return False
        self.focus()
        at, x = self._letter_at(event.pos[0]), event.pos[0]
        again = self.now() - self._pressed_at[0] < DOUBLE_CLICK_MS and abs(x - self._pressed_at[1]) <= self._inset
        self._presses = self._presses + 1 if again else 1
        self._pressed_at = self.now(), x
        self._dragging = self._presses == 1
        if self._presses == 1:
            self.edit.move(at, select=bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))
        elif self._presses == 2:  # noqa: PLR2004 - a double click
            self.edit.select(*word_around(self.text, at))
        else:
            self.edit.select(0, len(self.text))
        return True

    def _drag(self, event: pygame.Event) -> bool:
        if self._dragging:
            self.edit.move(self._letter_at(event.pos[0]), select=True)
        return self._dragging

    def _release(self, event: pygame.Event) -> bool:
        taken = self._dragging and event.button == LEFT
        self._dragging = self._dragging and not taken
        return taken

    def _letter_at(self, x: float) -> int:
        """Return the place between two letters that is nearest to a pixel."""
        inside = x - self.rect.left - self._inset + self._scroll
        places = [at for at in range(len(self._edges)) if is_whole(self.text, at)]
        return min(places, key=lambda at: abs(self._edges[at] - inside))

    @property
    def _inset(self) -> int:
        return round(self.rect.height / 4)

    def draw(self, surface: pygame.Surface, style: Style, rect: pygame.Rect, *, still: bool = False) -> None:
        """Draw it at a place; if `still`, its caret does not blink."""
        self.rect = pygame.Rect(rect)
        style.box(surface, rect, "white", "blue" if self.focused else "line", round_by=8)
        inside = rect.inflate(-2 * self._inset, -2 * style.px(theme().edge))
        before = surface.get_clip()
        surface.set_clip(inside.clip(before))
        if self.text or self.composed:
            self._draw_text(surface, style, inside, still=still)
        else:
            write(surface, style, cut(style, self.placeholder, inside.width, _FAINT), inside.midleft, _FAINT)
            self._edges, self._scroll = (0,), 0
            self._draw_caret(surface, style, inside, 0, still=still)
        surface.set_clip(before)

    def _draw_text(self, surface: pygame.Surface, style: Style, inside: pygame.Rect, *, still: bool) -> None:
        text, (first, last) = self.text, self.edit.now.span
        self._edges = tuple(width_of(style, text[:at]) for at in range(len(text) + 1))
        caret, shown = self.edit.now.caret, text
        if self.composed:
            shown = text[:first] + self.composed + text[last:]
            caret = first + self._composed_caret
        caret_px, whole = width_of(style, shown[:caret]), width_of(style, shown)
        room = inside.width - style.px(theme().edge)
        self._scroll = max(0, min(self._scroll, caret_px, whole - room), caret_px - room)
        left = inside.left - self._scroll
        if first < last and not self.composed:
            chosen = pygame.Rect(left + self._edges[first], inside.top, self._edges[last] - self._edges[first], 0)
            chosen.height = inside.height
            pygame.draw.rect(surface, COLOURS["amber" if self.focused else "pressed"], chosen)
        if whole:
            write(surface, style, shown, (left, inside.centery))
        if self.composed:
            ends = (first, first + len(self.composed))
            start, end = (left + width_of(style, shown[:at]) for at in ends)
            y = inside.centery + style.letters(PLAIN.size) // 2
            pygame.draw.line(surface, COLOURS["ink"], (start, y), (end, y), style.px(theme().edge))
        self._draw_caret(surface, style, inside, caret_px - self._scroll, still=still)

    def _draw_caret(self, surface: pygame.Surface, style: Style, inside: pygame.Rect, x: int, *, still: bool) -> None:
        if not self.focused:
            return
        height = style.letters(PLAIN.size)
        box = pygame.Rect(inside.left + x, inside.centery - height // 2, style.px(theme().edge), height)
        pygame.key.set_text_input_rect(box)
        if still or (self.now() / 1000 - self._blink_from) % _BLINK < _BLINK / 2:
            pygame.draw.rect(surface, COLOURS["ink"], box)


def _writes(key: str, modifiers: frozenset[str]) -> bool:
    """Return whether a key writes something: then it is no command, even if the letter is still to come."""
    commanding = modifiers & {"Ctrl", "Meta"} and not modifiers & {"Alt", "AltGr"}
    return key == "Alt" or ((len(key) == 1 or key == "Space") and not commanding)


def _copy(edit: TextEdit) -> None:
    if edit.now.selected:
        CLIPBOARD.put(edit.now.selected)


def _cut(edit: TextEdit) -> None:
    if edit.now.selected:
        _copy(edit)
        edit.delete(-1)


def _paste(edit: TextEdit) -> None:
    edit.insert(CLIPBOARD.text()[: _PASTED * edit.limit])


_KEYS: Final[dict[str, Callable[[TextEdit, bool], None]]] = {
    "Left": lambda edit, shift: edit.step(-1, select=shift),
    "Right": lambda edit, shift: edit.step(1, select=shift),
    "Ctrl+Left": lambda edit, shift: edit.step(-1, word=True, select=shift),
    "Ctrl+Right": lambda edit, shift: edit.step(1, word=True, select=shift),
    "Home": lambda edit, shift: edit.move(0, select=shift),
    "End": lambda edit, shift: edit.move(len(edit.text), select=shift),
    "Backspace": lambda edit, _: edit.delete(-1),
    "Delete": lambda edit, shift: _cut(edit) if shift else edit.delete(1),
    "Ctrl+Backspace": lambda edit, _: edit.delete(-1, word=True),
    "Ctrl+Delete": lambda edit, _: edit.delete(1, word=True),
    "Ctrl+A": lambda edit, _: edit.select(0, len(edit.text)),
    "Ctrl+C": lambda edit, _: _copy(edit),
    "Ctrl+Insert": lambda edit, _: _copy(edit),
    "Ctrl+X": lambda edit, _: _cut(edit),
    "Ctrl+V": lambda edit, _: _paste(edit),
    "Insert": lambda edit, shift: _paste(edit) if shift else None,
    "Ctrl+Z": lambda edit, shift: edit.redo() if shift else edit.undo(),
    "Ctrl+Y": lambda edit, _: edit.redo(),
}
"""What keys do besides writing; Shift selects, or turns a key round."""
