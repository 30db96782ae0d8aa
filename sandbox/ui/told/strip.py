"""The picture of a card of a why: the people as they looked at that moment, and between them the sign of what it says.

Whoever does it stands at the left. What the player did begins with the player's hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import MERITS
from sandbox.session.why.ends import TROUBLES
from sandbox.ui.kit.text import SMALL_BOLD, cut, write
from sandbox.ui.tools.variants import tool_icon
from sandbox.view.icons.registry import DRAWN
from sandbox.view.portraits import everyday, portrait

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pygame

    from sandbox.session.why.cards import Card
    from sandbox.ui.context import PlayContext
    from sandbox.view.portraits import Likeness

WIDTH: Final = 154
"""Of a picture, in units."""
HEIGHT: Final = 96
_FACE: Final = 76
"""Height of a portrait, in units."""
_NAME: Final = 9
"""How far over the foot of a picture a name stands, in units."""
_SIDE: Final = 36
"""How far from the edge of a picture somebody stands, in units."""
_SIGN: Final = 32
_HAND: Final = "your_hand"

HAPPENS_TO: Final = frozenset({"happened_by", "thanked"})
"""Kinds of cards that tell of `who` what `whom` did."""
_STREAMS: Final = {
    "sympathy": "felt",
    "schadenfreude": "see_enemy",
    "approval": "credit",
    "provocation": "taunt",
    "love": "love",
    "fear": "fear",
    "envy": "no_star",
    "pride": "triumph",
    "company": "invite",
    "body": "truth",
    "habit": "restart",
    "worry": "suspect",
}
"""Signs of the streams of reward that have no picture under their own names."""
_SIGNS: Final = {
    "saw": "eye",
    "heard": "voice",
    "blamed": "blame",
    "blames": "blame",
    "held": "blame",
    **dict.fromkeys((f"held.{merit}" for merit in MERITS), "credit"),
    "credited": "credit",
    "praises": "credit",
    "despised": "thumb_down",
    "refused": "thumb_down",
    "admired": "thumb_up",
    "endorsed": "thumb_up",
    "ashamed": "thumb_down",
    "proud": "triumph",
    "befriended": "friend_line",
    "likes": "friend_line",
    "estranged": "enemy_line",
    "dislikes": "enemy_line",
    "dehumanized": "see_thing",
    "thing": "see_thing",
    "things": "see_thing",
    "rehumanized": "person",
    "told": "tell",
    "found_out": "rumour",
    "says": "tell",
    "happened.says": "tell",
    "happened_by.says": "tell",
    "happened.go": "approach",
    "forgave": "heal",
    "thanked": "thank",
    "doubted": "contradict",
    "pain": "suffers",
    "sorrow": "gloom",
    **dict.fromkeys(TROUBLES, "suffers"),
    "suffering": "suffers",
    "unseen": "unseen",
    "averted": "look_away",
    "look": "eye",
    "arrived": "approach",
    "left": "leave",
    "let_go": "leave",
    "long_ago": "back",
    "switch": "drives",
    "answer": "question",
    "supply": "dose",
    "enter": "approach",
    "nothing": "level",
    "nothing_between": "level",
}
"""Signs of cards that have no picture under the name of what they tell of."""


def sign_of_stream(stream: str) -> str:
    """Name the sign of a stream of reward."""
    return _STREAMS.get(stream, stream)


def sign_of(card: Card) -> str:
    """Name the sign of what a card says: a deed, a feeling, a verdict."""
    kind, _, name = card.key.partition(".")
    if kind in {"always", "makes"}:
        return _SIGNS.get(name, "level")
    if kind in {"felt", "nature"} and (name in _STREAMS or name in DRAWN):
        return sign_of_stream(name)
    found = [_SIGNS.get(card.key, ""), _SIGNS.get(kind, ""), tool_icon(name), name, _SIGNS.get(name, "")]
    return next((sign for sign in found if sign in DRAWN), "level")


def people_of(card: Card) -> tuple[int, ...]:
    """Return whom the picture of a card shows, by rows, from the left."""
    pair = (card.whom, card.who) if card.key.partition(".")[0] in HAPPENS_TO else (card.who, card.whom)
    return tuple(dict.fromkeys(row for row in pair if row != NOBODY))


def draw_picture(
    surface: pygame.Surface, context: PlayContext, card: Card, rect: pygame.Rect, faces: Mapping[int, Likeness]
) -> None:
    """Draw a card's picture; who is not among `faces`, by rows, is drawn as on any day."""
    style, people = context.style, people_of(card)
    side, middle = style.px(_SIDE), rect.centery - style.px(_NAME - 2)
    ends = (rect.left + side, rect.right - side)
    places = ends if len(people) > 1 else ends[1:] if card.own else ends[:1]
    for row, x in zip(people, places, strict=False):
        _person(surface, context, row, (x, rect.bottom), faces)
    sign = (rect.centerx, middle) if len(people) > 1 or card.own else (rect.right - side, middle)
    sign = sign if people or card.own else rect.center
    if card.own and len(people) > 1:
        style.icon(surface, _HAND, (sign[0], rect.top + style.px(18)), _SIGN)
        sign = sign[0], sign[1] + style.px(14)
    elif card.own:
        style.icon(surface, _HAND, (ends[0], middle), 1.7 * _SIGN)
    style.icon(surface, sign_of(card), sign, _SIGN if people else 1.4 * _SIGN)


def _person(
    surface: pygame.Surface, context: PlayContext, row: int, foot: tuple[int, int], faces: Mapping[int, Likeness]
) -> None:
    """Draw somebody over their name."""
    style, (x, bottom) = context.style, foot
    known = faces.get(row)
    face = portrait(everyday(context.frame.level.people[row]) if known is None else known, style.px(_FACE))
    surface.blit(face, face.get_rect(midbottom=(x, bottom - style.px(2 * _NAME - 2))))
    name = cut(style, context.name(row), style.px(2 * _SIDE), SMALL_BOLD)
    write(surface, style, name, (x, bottom - style.px(_NAME)), SMALL_BOLD, "center")
