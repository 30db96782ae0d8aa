"""The panel on which players choose their own keys: every command in a row, a press, and then the new key."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.bindings import BINDINGS, BY_ID, Binding
from sandbox.ui.kit.style import theme
from sandbox.ui.kit.text import PLAIN, SMALL_BOLD, line_height, lines_of, paragraph, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.ui.context import Context

_HEADING: Final = 30
"""Height of a heading, in units."""
_ROW: Final = 34
"""Height of a command, in units."""
_GAP: Final = 6
"""Room between buttons, in units."""


class _Keys:
    """The panel while it is being laid out, row by row."""

    def __init__(self, context: Context) -> None:
        self.context, self.style = context, context.style
        self.body = body_of(context)
        self.y = self.body.top
        self.controls = [close_button(context)]
        self.headings: list[tuple[str, int]] = []
        self.question: tuple[str, pygame.Rect] | None = None
        all_keys = Control(
            "keys.reset_all",
            self._take(_ROW),
            verbs.RESET_ALL(),
            text=text_of("ui.keys.reset_all"),
            enabled=bool(context.shell.keymap.own),
        )
        self.controls.append(all_keys)
        for group, bindings in groupby(BINDINGS, key=lambda binding: binding.group):
            self.headings.append((text_of(f"ui.group.{group}"), self._take(_HEADING).centery))
            for binding in bindings:
                self._row(binding)

    def _take(self, units: float) -> pygame.Rect:
        rect = pygame.Rect(self.body.left, self.y, self.body.width, self.style.px(units))
        self.y = rect.bottom
        return rect

    def _row(self, binding: Binding) -> None:
        keymap, waiting = self.context.shell.keymap, self.context.state.rebinding
        rect = self._take(_ROW).inflate(0, -2)
        waits = waiting is not None and waiting.id == binding.id
        changed = binding.id in keymap.own
        side = self.style.px(theme().narrow)
        rect.width -= side + self.style.px(_GAP)  # Also without a button, so that none comes under the mouse.
        shown, tip = " / ".join(chord.shown for chord in keymap.keys(binding.id)), text_of("ui.keys.change")
        if waits and waiting is not None:
            shown, tip = text_of("ui.keys.press"), text_of("ui.keys.waits")
            if waiting.chord is not None:
                shown, tip = waiting.chord.shown, ""  # A tip would lie over the question.
        self.controls.append(
            Control(
                name=f"keys.{binding.id}",
                rect=rect,
                act=verbs.CANCEL() if waits else verbs.CAPTURE(binding.id),
                look="row",
                text=binding.text,
                keys=shown,
                tip=tip,
                on=waits,
            )
        )
        if changed:
            box = pygame.Rect(self.body.right - side, rect.top, side, rect.height)
            tip = text_of("ui.keys.reset", keys=" / ".join(chord.shown for chord in keymap.usual[binding.id]) or "–")
            self.controls.append(
                Control(f"keys.{binding.id}.reset", box, verbs.RESET(binding.id), icon="restart", tip=tip)
            )
        if waits:
            self._ask()

    def _ask(self) -> None:
        """Ask what is to become of the other command that has the key."""
        waiting = self.context.state.rebinding
        if waiting is None or waiting.chord is None:
            return
        words = text_of("ui.keys.taken", chord=waiting.chord.shown, other=BY_ID[waiting.other].text)
        lines = len(lines_of(self.style, words, self.body.width, PLAIN))
        self.question = words, self._take((lines * line_height(self.style) + self.style.px(_GAP)) / self.style.scale)
        row = self._take(_ROW)
        answers = (("replace", verbs.REPLACE()), ("swap", verbs.SWAP()), ("cancel", verbs.CANCEL()))
        width = (row.width + self.style.px(_GAP)) // len(answers)
        for place, (name, act) in enumerate(answers):
            box = pygame.Rect(row.left + place * width, row.top, width - self.style.px(_GAP), row.height)
            text, tip = text_of(f"ui.keys.{name}"), text_of(f"ui.keys.{name}.line")
            self.controls.append(Control(f"keys.{name}", box, act, text=text, tip=tip))
        self._take(_GAP)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw what is no control."""
        draw_title(surface, self.context, "settings", text_of("ui.keys"))
        for words, y in self.headings:
            write(surface, self.style, words, (self.body.left, y), SMALL_BOLD)
        if self.question is not None:
            paragraph(surface, self.style, *self.question)


def keys(context: Context) -> Pane:
    """Build the panel."""
    laid_out = _Keys(context)
    return Pane("keys", context.style, context.dock, tuple(laid_out.controls), laid_out.paint)
