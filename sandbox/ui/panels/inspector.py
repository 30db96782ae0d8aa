"""One person up close: a portrait, one sentence, what weighs most, and those who are closest; numbers on request."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pygame

from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.bindings import label_of
from sandbox.ui.kit.style import COLOURS
from sandbox.ui.kit.text import PLAIN, SMALL, SMALL_BOLD, SOFT, cut, line_height, paragraph, write
from sandbox.ui.kit.widgets import Control, Pane
from sandbox.ui.panels.frame import body_of, close_button, draw_title
from sandbox.ui.panels.inspector_numbers import numbers, numbers_place
from sandbox.ui.panels.tie_rows import tie_tip
from sandbox.ui.told.pair import ROW, draw_gates, draw_line
from sandbox.ui.told.person_words import MOST, believed, clause, heading, largest, mood, told_of
from sandbox.ui.told.status_icons import status_icons
from sandbox.ui.told.strip import sign_of_stream
from sandbox.view.people.expression import Expression
from sandbox.view.people.poses import level_of
from sandbox.view.portraits import Likeness, everyday, likenesses, portrait

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

PORTRAIT: Final = 140
"""Height of the live face, in units."""
_ACROSS: Final = 138
"""Its width."""
_MOOD: Final = 20
_STATUS: Final = 24
"""Side of a sign, in units."""
_FACES: Final = 62
"""Height of what is felt, shown and believed, in units."""
_FACE: Final = 46
_CAUSE: Final = 21
_CLOSEST: Final = 5
_NAME: Final = 14
_LINE: Final = 12
_GAP: Final = 3
_HEAD: Final = 166
"""Height of the portrait and what stands beside it."""
_ARROW: Final = 6
_SCARCELY: Final = 0.2
"""Ties that matter less than this are not shown."""


def inspector(context: PlayContext) -> Pane:
    """Build the panel of the selected person."""
    person = context.state.person()
    if person is None:
        return _empty(context)
    listed = context.state.listed
    others = closest(context, person) if listed is None else [*listed[1]]
    if context.state.numbers:
        return numbers(context, person, others, _heads(context))
    page = _Page(context, person, others[:_CLOSEST])
    return Pane("inspector", context.style, context.dock, tuple(page.controls), page.paint)


def _empty(context: PlayContext) -> Pane:
    def paint(surface: pygame.Surface) -> None:
        draw_title(surface, context, "inspect", text_of("ui.inspector"))
        paragraph(surface, context.style, text_of("ui.inspector.none"), body_of(context), PLAIN)

    return Pane("inspector", context.style, context.dock, (close_button(context),), paint)


def _heads(context: PlayContext) -> list[Control]:
    """Build the buttons beside the title."""
    style, heads = context.style, [close_button(context)]
    side, top, right = style.px(32), context.dock.top + style.px(8), heads[0].rect.left
    for place, act in enumerate((verbs.WHY(), verbs.WHY_NOT(), verbs.EYES()), 1):
        box = pygame.Rect(right - place * (side + 2), top, side, side)
        on = act == verbs.EYES() and context.state.through
        heads.append(Control(f"inspector.{act.id}", box, act, icon=act.id, tip=label_of(act), on=on))
    act, on = verbs.NUMBERS(), context.state.numbers
    said, fold = text_of("ui.numbers"), numbers_place(context)  # Where it stays when it is pressed.
    return [*heads, Control("inspector.numbers", fold, act, text=said, tip=label_of(act), on=on)]


class _Page:
    """The portrait and what is told below it, laid out from the top."""

    def __init__(self, context: PlayContext, person: int, others: list[int]) -> None:
        self.context, self.person, self.style = context, person, context.style
        self.body, self.others = body_of(context), others
        self.y = self.body.top
        self.controls = _heads(context)
        self.head = self._take(_HEAD)
        self.signs = self._signs()
        self.faces = self._take(_FACES)
        self.causes = [self._take(_CAUSE) for _ in range(MOST)]
        self.near = self._near()
        self.about = self._about()
        self.gates = self._take(ROW * 6 + _GAP) if self.about is not None else None
        if self.about is not None and self.gates is not None:
            tip = tie_tip(context, person, self.about)
            self.controls.append(Control(f"tie.{self.about}", self.gates, verbs.TIE(self.about), look="card", tip=tip))
        self.live = _likeness(context, person)

    def _take(self, units: float) -> pygame.Rect:
        rect = pygame.Rect(self.body.left, self.y, self.body.width, self.style.px(units))
        self.y = rect.bottom + self.style.px(_GAP)
        return rect

    def _beside(self) -> pygame.Rect:
        """Return what the portrait leaves beside itself."""
        left = self.head.left + self.style.px(_ACROSS)
        return pygame.Rect(left, self.head.top, self.head.right - left, self.head.height)

    def _signs(self) -> list[tuple[str, pygame.Rect]]:
        """Put the signs of what somebody is and carries beside the portrait's foot, as many as fit."""
        beside, side = self._beside(), self.style.px(_STATUS)
        places: list[tuple[str, pygame.Rect]] = []
        for number, sign in enumerate(status_icons(self.context, self.person)[: beside.width // side]):
            rect = pygame.Rect(beside.left + number * side, beside.bottom - side, side, side).inflate(-2, -2)
            places.append((sign.icon, rect))
            self.controls.append(
                Control(f"status.{sign.icon}", rect, verbs.SAY(sign.words), look="card", tip=sign.words)
            )
        return places

    def _near(self) -> list[tuple[int, pygame.Rect]]:
        """Give those who are closest their places in a row."""
        row = self._take(_FACE + _NAME + _LINE)
        width = row.width // _CLOSEST
        places = [
            (other, pygame.Rect(row.left + number * width, row.top, width - self.style.px(_GAP), row.height))
            for number, other in enumerate(self.others)
        ]
        for other, rect in places:
            tip = text_of("ui.pair.tip", who=self.context.name(self.person), whom=self.context.name(other))
            self.controls.append(Control(f"pair.{other}", rect, verbs.PAIR(other), look="card", tip=tip))
        return places

    def _about(self) -> int | None:
        """Return with whom somebody is told of: who was picked, or else the closest."""
        picked = self.context.state.pair
        return picked if picked in self.others else next(iter(self.others), None)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw all of it."""
        context, style = self.context, self.style
        draw_title(surface, context, "inspect", context.name(self.person), 4)
        self._head(surface)
        for picture, rect in self.signs:
            style.icon(surface, picture, rect.center, _STATUS - 4)
        self._triple(surface)
        for cause, rect in zip(largest(context.frame, self.person), self.causes, strict=False):
            style.icon(surface, sign_of_stream(cause.stream), (rect.left + style.px(12), rect.centery), _CAUSE)
            style.icon(surface, "up" if cause.value > 0 else "down", (rect.left + style.px(34), rect.centery), 13)
            words = clause(context, self.person, cause)
            left = rect.left + style.px(48)
            write(surface, style, cut(style, words, rect.right - left), (left, rect.centery))
        for other, rect in self.near:
            self._other(surface, other, rect)
        if self.about is not None and self.gates is not None:
            style.box(surface, self.gates, "raised", "line", round_by=8)
            inner = self.gates.inflate(-style.px(8), -style.px(_GAP))
            draw_gates(surface, context, self.person, self.about, inner)

    def _head(self, surface: pygame.Surface) -> None:
        """Draw the live face, one sentence, and where the mood goes."""
        context, style, beside = self.context, self.style, self._beside()
        face = portrait(self.live, style.px(PORTRAIT))
        middle = self.head.left + style.px(_ACROSS / 2 - 2 * _GAP)
        surface.blit(face, face.get_rect(midbottom=(middle, self.head.bottom)))
        lines = pygame.Rect(beside.left, numbers_place(context).bottom + style.px(_GAP), beside.width, 0)
        lines.height = beside.bottom - style.px(_MOOD + _STATUS) - lines.top
        paragraph(surface, style, told_of(context, self.person), lines, PLAIN)
        words = mood(context.frame, self.person)
        at = (beside.left + style.px(3 * _ARROW), beside.bottom - style.px(_STATUS + _MOOD / 2))
        _arrow(surface, (beside.left + style.px(_ARROW), at[1]), heading(context.frame, self.person), style.px(_ARROW))
        write(surface, style, cut(style, words, beside.right - at[0], SMALL_BOLD), at, SMALL_BOLD)

    def _triple(self, surface: pygame.Surface) -> None:
        """Draw as faces what somebody feels, what they show, and what others believe."""
        style, people, width = self.style, self.context.people, self.faces.width // 3
        taken_for = believed(self.context.frame, self.person)
        shown = self.live._replace(build=replace(self.live.build, feeling=level_of(float(people.shown[self.person]))))
        faces = {
            "feels": _feeling(self.live, float(people.felt[self.person])),
            "shows": shown,
            "believed": None if taken_for is None else _feeling(self.live, taken_for),
        }
        for place, (name, likeness) in enumerate(faces.items()):
            x = self.faces.left + round((place + 0.5) * width)
            foot = self.faces.top + style.px(_FACE)
            if likeness is None:
                style.icon(surface, "question", (x, foot - style.px(_FACE / 2)), _FACE / 2)
            else:
                face = portrait(likeness, style.px(_FACE))
                surface.blit(face, face.get_rect(midbottom=(x, foot)))
            words = cut(style, text_of(f"ui.inspector.{name}"), width, SMALL)
            write(surface, style, words, (x, foot + line_height(style, SMALL) // 2), SOFT, "center")

    def _other(self, surface: pygame.Surface, other: int, rect: pygame.Rect) -> None:
        """Draw one of the closest, and the line between the two."""
        style, context = self.style, self.context
        if other == self.about:
            style.box(surface, rect, "raised", "ink", round_by=8)
        face = portrait(everyday(context.frame.level.people[other]), style.px(_FACE - 4))
        surface.blit(face, face.get_rect(midbottom=(rect.centerx, rect.top + style.px(_FACE))))
        name, at = cut(style, context.name(other), rect.width, SMALL), rect.top + style.px(_FACE + _NAME / 2)
        write(surface, style, name, (rect.centerx, at), SMALL, "center")
        line = pygame.Rect(rect.left + style.px(6), rect.bottom - style.px(_LINE), 0, style.px(_LINE))
        line.width = rect.width - style.px(12)
        draw_line(surface, context, self.person, other, line)


def _arrow(surface: pygame.Surface, middle: tuple[int, int], way: int, size: int) -> None:
    """Draw where something goes: up, down or on."""
    x, y = middle
    tail, tip = (x - size, y + way * size), (x + size, y - way * size)
    pygame.draw.line(surface, COLOURS["ink"], tail, tip, max(2, size // 3))
    ends = [(tip[0] - size, tip[1]), (tip[0], tip[1] + way * size)] if way else [(x, y - size), (x, y + size)]
    pygame.draw.polygon(surface, COLOURS["ink"], [tip, *ends])


def _likeness(context: PlayContext, person: int) -> Likeness:
    """Return how somebody looks now, or on any day if they are not there."""
    found = likenesses(context.frame).get(person)
    return everyday(context.frame.level.people[person]) if found is None else found


def _feeling(likeness: Likeness, value: float) -> Likeness:
    """Return somebody with a feeling, open to be seen in body and face."""
    level, build = level_of(value), likeness.build
    look = Expression(being=likeness.look.being, skin=build.colour, shown=level)
    return Likeness(replace(build, feeling=level, plate=0, bearing=0, lean=0), look)


def keep_listed(context: PlayContext) -> None:
    """Keep the order of ties while the mouse is on the panel, so that none goes from under it."""
    state = context.state
    on_it = state.dock == "inspector" and context.dock.collidepoint(context.mouse)
    person = state.person() if on_it else None
    if person is None:
        state.listed = None
    elif state.listed is None or state.listed[0] != person:
        state.listed = person, tuple(closest(context, person))


def closest(context: PlayContext, person: int) -> list[int]:
    """List the people who matter most to somebody now, by attention, feeling and blame."""
    ties = context.frame.ties
    rows = np.flatnonzero(ties.observer == person)
    weight = 2 * ties.attention[rows] + np.abs(ties.affinity[rows]) + ties.blame[rows] + ties.averted[rows]
    order = rows[np.argsort(-weight, kind="stable")]
    return [int(ties.target[row]) for row in order if weight[rows == row][0] > _SCARCELY]
