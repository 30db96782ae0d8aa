"""Why not? The gates from a sight to a deed, the closed one marked, and what would have opened it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.language import text_of
from sandbox.session.why_not.acts import ACTS
from sandbox.session.why_not.gates import closed
from sandbox.session.why_not.search import SEEDS
from sandbox.ui import verbs
from sandbox.ui.kit.text import BOLD, PLAIN, SMALL_BOLD, SOFT, Hand, line_height, lines_of, paragraph
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title

if TYPE_CHECKING:
    from sandbox.session.why_not.change import Change
    from sandbox.session.why_not.gates import Gate
    from sandbox.ui.context import PlayContext
    from sandbox.ui.course.wondering import Wondered

_ACT: Final = 36
"""Height of the buttons, in units."""
_SIGN: Final = 30
"""Room for the sign of a gate, in units."""
_PAD: Final = 4
"""Room over and under a line, in units."""
_GAP: Final = 8
_ANSWER: Final = 6
"""Lines for which there has to be room under the gates; where there is none, those that are open are one line."""
_SIGNS: Final = {"help": "help", "look": "look", "blame": "blame"}


class _Line(NamedTuple):
    """A paragraph, with a sign before it, perhaps in a box."""

    words: str
    hand: Hand = PLAIN
    sign: str = ""
    box: str = ""
    name: str = ""
    """of the control that it is; it is none without"""
    tip: str = ""


def why_not(context: PlayContext) -> Pane:
    """Build the panel."""
    wondered = context.state.wondered
    if wondered is None:
        return _unasked(context)
    style, body = context.style, body_of(context)
    acts = _acts(context, wondered, body)
    lines, places = _lines(context, wondered), list[pygame.Rect]()
    top = acts[-1].rect.bottom + style.px(_GAP)
    for line in lines:
        height = len(lines_of(style, line.words, _room(context, line, body.width), line.hand))
        places.append(
            pygame.Rect(body.left, top, body.width, height * line_height(style, line.hand) + style.px(2 * _PAD))
        )
        top = places[-1].bottom
    buttons = [
        Control(f"why_not.{line.name}", place, verbs.SAY(line.tip or line.words), look="card", tip=line.tip)
        for line, place in zip(lines, places, strict=True)
        if line.name
    ]
    if wondered.answer is not None and wondered.answer.change is not None:
        box = pygame.Rect(body.left, top + style.px(_GAP), body.width, style.px(_ACT))
        words, tip = text_of("ui.why_not.show"), text_of("ui.why_not.show.tip")
        buttons.append(Control("why_not.show", box, verbs.SHOW_CHANGE(), icon="step", text=words, tip=tip))

    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "why_not", heading(context, wondered))
        before = surface.get_clip()
        surface.set_clip(context.dock.clip(before))
        for line, place in zip(lines, places, strict=True):
            _draw(surface, context, line, place)
        surface.set_clip(before)

    return Pane("why_not", style, context.dock, (close_button(context), *acts, *buttons), paint)


def heading(context: PlayContext, wondered: Wondered) -> str:
    """Return the title of the card: with the moment that it is about, once time has gone on or back from there."""
    if abs(context.frame.tick - wondered.tick) < TICKS_PER_SECOND:
        return text_of("ui.why_not")
    return text_of("ui.why_not.then", time=clock(wondered.tick))


def _unasked(context: PlayContext) -> Pane:
    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "why_not", text_of("ui.why_not"))
        paragraph(surface, context.style, text_of("ui.why_not.unasked"), body_of(context))

    return Pane("why_not", context.style, context.dock, (close_button(context),), paint)


def _acts(context: PlayContext, wondered: Wondered, body: pygame.Rect) -> tuple[Control, ...]:
    """Build the buttons of what can be wondered about."""
    style = context.style
    gap = style.px(_PAD)
    width = (body.width - gap * (len(ACTS) - 1)) // len(ACTS)
    return tuple(
        Control(
            f"why_not.{act}",
            pygame.Rect(body.left + place * (width + gap), body.top, width, style.px(_ACT)),
            verbs.WHY_NOT_ACT(act),
            icon=_SIGNS[act],
            text=text_of(f"ui.why_not.act.{act}"),
            tip=_title(context, wondered._replace(wonder=type(wondered.wonder)(act, *_pair(wondered)))),
            on=act == wondered.wonder.act,
        )
        for place, act in enumerate(ACTS)
    )


def _pair(wondered: Wondered) -> tuple[int, int]:
    return wondered.wonder.who, wondered.wonder.whom


def _names(context: PlayContext, wondered: Wondered) -> dict[str, str]:
    who, whom = _pair(wondered)
    return {"who": context.name(who), "whom": context.name(whom)}


def _title(context: PlayContext, wondered: Wondered) -> str:
    return text_of(f"ui.why_not.title.{wondered.wonder.act}", **_names(context, wondered))


def _lines(context: PlayContext, wondered: Wondered) -> list[_Line]:
    """Write the question, how each gate stands, and what would have made the difference."""
    act, names, told = wondered.wonder.act, _names(context, wondered), wondered.gates
    if wondered.does:
        return [_Line(text_of(f"ui.why_not.does.{act}", **names), BOLD)]
    lines, shut = [_Line(_title(context, wondered), BOLD)], closed(wondered.gates)
    brief = not _is_room(context, wondered)
    for gate in (gate for gate in told if gate.state != "open" or not brief):
        hand, box = (BOLD, "amber") if gate == shut else (PLAIN, "")
        meaning = text_of(f"why_not.gate.{gate.name}")
        words = _told(context, wondered, gate)
        lines.append(_Line(words, hand, f"gate_{gate.state}", box, f"gate.{gate.name}", meaning))
    if brief and any(gate.state == "open" for gate in told):
        lines.append(_Line(text_of("ui.why_not.rest"), sign="gate_open"))
    return [*lines, _Line(text_of("ui.why_not.change"), SMALL_BOLD), *_answered(context, wondered)]


def _is_room(context: PlayContext, wondered: Wondered) -> bool:
    """Return whether all gates fit above the answer."""
    style, body = context.style, body_of(context)
    room = body.width - style.px(2 * _PAD + _SIGN)
    lines = [len(lines_of(style, _told(context, wondered, gate), room)) for gate in wondered.gates]
    height = (sum(lines) + _ANSWER) * line_height(style) + len(lines) * style.px(2 * _PAD)
    return height + style.px(2 * (_ACT + _GAP)) <= body.height


def _told(context: PlayContext, wondered: Wondered, gate: Gate) -> str:
    other = context.name(gate.other) if gate.other >= 0 else ""
    option = text_of(f"option.{gate.option}.name") if gate.option else ""
    names = _names(context, wondered)
    return text_of(f"why_not.{wondered.wonder.act}.{gate.name}.{gate.finding}", other=other, option=option, **names)


def _answered(context: PlayContext, wondered: Wondered) -> list[_Line]:
    """Say what is known of the change that would have made the difference."""
    answer, names = wondered.answer, _names(context, wondered)
    if answer is None:
        key = "ui.why_not.searching" if context.shell.what_ifs else "ui.why_not.trouble"
        return [_Line(text_of(key, worlds=wondered.worlds), SOFT, name="outcome")]
    if answer.change is not None:
        said = text_of("ui.why_not.tally", held=answer.held, sham=answer.sham, worlds=SEEDS)
        return [_Line(changed(context, wondered), BOLD, "step"), _Line(said, SOFT, name="outcome")]
    slots = {"count": wondered.tried, "sham": answer.sham, "worlds": SEEDS, "time": clock(max(0, answer.tick))}
    shut = sum(gate.state == "shut" for gate in wondered.gates)
    key = f"{answer.outcome}.many" if answer.outcome == "none" and shut > 1 else answer.outcome
    return [_Line(text_of(f"ui.why_not.{key}", **slots, **names), name="outcome")]


def changed(context: PlayContext, wondered: Wondered) -> str:
    """Say what somebody would have done, if something had been otherwise."""
    names, change = _names(context, wondered), None if wondered.answer is None else wondered.answer.change
    said = "" if change is None else _said(change, names)
    return text_of(f"ui.why_not.found.{wondered.wonder.act}", change=said, **names)


def _said(change: Change, names: dict[str, str]) -> str:
    """Say what would have been otherwise: one thing, or two."""
    if change.parts:
        one, two = (_said(part, names) for part in change.parts)
        return text_of("why_not.change.both", one=one, two=two)
    return text_of(f"why_not.change.{change.key}", other=change.other, **names)


def _room(context: PlayContext, line: _Line, width: int) -> int:
    """Return the width that the words of a line have, in pixels."""
    return width - context.style.px(2 * _PAD + (_SIGN if line.sign else 0))


def _draw(surface: pygame.Surface, context: PlayContext, line: _Line, place: pygame.Rect) -> None:
    style = context.style
    if line.box:
        style.box(surface, place, line.box, "ink", round_by=8)
    inner = place.inflate(-style.px(2 * _PAD), -style.px(2 * _PAD))
    if line.sign:
        middle = (inner.left + style.px(_SIGN / 2 - 3), inner.top + line_height(style, line.hand) // 2)
        style.icon(surface, line.sign, middle, _SIGN - 8)
        inner.left += style.px(_SIGN)
        inner.width -= style.px(_SIGN)
    paragraph(surface, style, line.words, inner, line.hand)
