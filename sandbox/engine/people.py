"""Everybody on the map, one row each, as columns of numbers.

Theory: T2, T22. N people; every column is (N,) unless it says otherwise. Columns are never changed in place: a step
returns new ones and `tick` puts them together, so that an old `People` stays what it was (rewind, twin worlds, frames).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from sandbox.engine.options import OPTIONS
from sandbox.engine.table import altered
from sandbox.engine.vocabulary import CUES, STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints

LOOKS = 4
"""Features of a look: being, hat, pattern, colour."""
NOBODY = -1
"""The index that stands for no person, no tie and no cause."""


@dataclass(frozen=True, eq=False, repr=False)
class People:
    """Columns (N,) of everybody. Valences lie in [-1, 1] (positive is pleasant), strengths in [0, 1]."""

    x: Floats
    """metres from the left edge"""
    y: Floats
    """metres from the top edge"""
    facing_x: Floats
    """the body's direction, a unit vector"""
    facing_y: Floats
    look_x: Floats
    """the eyes' direction, a unit vector"""
    look_y: Floats
    gaze: Ints
    """whom the eyes rest on, or NOBODY"""
    avoiding: Ints
    """from whom the eyes are turned away on purpose, or NOBODY"""
    goal_x: Floats
    """where the feet are going, metres"""
    goal_y: Floats
    speed: Floats
    """metres per second in this tick"""
    home_x: Floats
    """the spot around which she idles, metres"""
    home_y: Floats

    wound: Floats
    """pain that heals by itself slowly and by help quickly, 0 to 1"""
    illness: Floats
    """pain that medicine ends and comfort soothes, 0 to 1"""
    treat: Floats
    """passing bodily pleasure, or annoyance below 0, -1 to 1"""
    pretence: Floats
    """what the face shows beyond what is felt, -1 to 1: feigned below 0, staged joy or hidden pain above (T21)"""
    emotion: Floats
    """fast average of the social reward, -1 to 1"""
    felt: Floats
    """what she feels, -1 to 1: the body, and emotion in the room that the body leaves"""
    shown: Floats
    """what her face shows of it, -1 to 1"""
    loneliness: Floats
    """hunger for company, 0 sated to 1 starved (T29)"""
    mood: Floats
    """slow average of reward, -1 to 1"""
    unease: Floats
    """gnawing worry that looks for a reason, 0 to 1 (T17)"""
    esteem: Floats
    """what an imagined audience thinks of what she did lately, -1 ashamed to 1 proud (T6, T28)"""
    standing: Floats
    """how well she lately did in her field, 0 to 1; fades (T31)"""
    playing: Floats
    """how merrily she plays with somebody, 0 to 1 (T29)"""
    tired: Floats
    """how tired she is of romping, 0 fresh to 1 (T29)"""
    usual: Floats
    """reward per second that she has lately come to expect (T3)"""
    effort: Floats
    """how hard she is visibly working at a deed, 0 to 1"""
    reward: Floats
    """(N, S) reward per second by stream, in the order of STREAMS; the row's sum is her reward"""

    option: Ints
    """the deed or inner move she is at, an index into OPTIONS"""
    option_on: Ints
    """the person that it concerns, or NOBODY"""
    option_tick: Ints
    """the tick in which she chose it"""
    worth: Floats
    """what she imagined to get from it, reward per second, when that was last written down"""
    habit: Floats
    """(N, A) learned extra value of each option, reward per second (T3)"""
    involved: Ints
    """with whose trouble she was last seen to be in touch, or NOBODY (T24)"""
    involvement: Floats
    """how much, 0 (not at all) to 1 (has her hands on it); fades"""
    harm: Floats
    """how much of that trouble she did herself, 0 to 1; fades"""
    affront: Floats
    """how far she lately went against somebody's wish, 0 to 1; fades (T20)"""
    order: Ints
    """the option that somebody told her to take, or NOBODY"""
    order_on: Ints
    """towards whom, or NOBODY"""
    order_by: Ints
    """who told her, or NOBODY"""
    errand: Ints
    """1 while she is on her way to errand_x, errand_y; 2 while she goes round by detour_x, detour_y; else 0"""
    errand_x: Floats
    """metres"""
    errand_y: Floats
    detour_x: Floats
    """metres; the same as errand_x where there is no other way"""
    detour_y: Floats
    doses: Floats
    """medicine in her bag, each enough to end one illness or wound (T19)"""
    drops: Floats
    """happy drops in her bag (T20)"""
    norms: Floats
    """(N, A) what she thinks of people who take each option, -1 disgraceful to 1 admirable (T7, T28)"""
    stance: Floats
    """how she takes the rule that was proposed last, -1 refuses to 1 endorses (T7)"""
    rule: Ints
    """which rule that was, an index into RULES, or NOBODY"""

    sympathy: Floats
    """trait: strength of Sympathy Reward, 0 to 1 (T22)"""
    approval: Floats
    """trait: strength of Approval Reward, 0 to 1"""
    spite: Floats
    """trait: strength of Schadenfreude Reward, 0 to 1"""
    provocation: Floats
    """trait: strength of Provocation Reward, 0 to 1"""
    anxiety: Floats
    """trait: pull of involuntary attention, 0 to 1 (T15)"""
    envy: Floats
    """trait: pain about a friend who is ahead in one's own field, 0 to 1 (T31)"""
    playfulness: Floats
    """trait: taste for play, 0 to 1 (T29)"""
    social_attention: Floats
    """trait: how far she reads others' tastes off them instead of taking them for her own, 0 to 1 (T18)"""
    company: Floats
    """trait and taste: -1 loves solitude, 1 loves company (T29)"""
    sweet_tooth: Floats
    """taste: how much a gift pleases, 0 to 1"""
    competence: Floats
    """trait: how fast her help works, 0 to 1"""
    expressiveness: Floats
    """trait: how much of the felt is shown, 0 to 1"""
    personlike: Floats
    """how strongly face, name, voice, mask, label … say "a person", 0 to 1 (T9)"""
    sentience: Floats
    """1 feels, 0 is a thing that only looks as if (T16)"""
    cues: Floats
    """(N, C) 1 for each of CUES that is there"""
    looks: Ints
    """(N, 4) being, hat, pattern and colour, what resemblance is read from (T26)"""
    field: Ints
    """index of the field in which she wants to be good, or NOBODY (T31)"""
    group: Ints
    """index of the group she belongs to"""

    why_body: Ints
    """id of the cause of her latest bodily change, or NOBODY"""
    why_felt: Ints
    """id of the cause of her strongest present feeling, or NOBODY"""
    why_option: Ints
    """id of the record of her latest choice, or NOBODY"""

    def __len__(self) -> int:
        """Count the people, N."""
        return len(self.x)

    @classmethod
    def of(cls, count: int, **columns: object) -> People:
        """Build `count` ordinary people; `columns` override the defaults and are broadcast to (N,)."""
        values: dict[str, Any] = {
            name: np.broadcast_to(np.asarray(value, dtype), shape(count)).copy()
            for name, (value, dtype, shape) in _DEFAULTS.items()
        }
        for name, column in columns.items():
            values[name] = np.broadcast_to(np.asarray(column, values[name].dtype), values[name].shape).copy()
        people = cls(**values)
        return altered(people, goal_x=people.x, goal_y=people.y)


def _row(count: int) -> tuple[int, ...]:
    return (count,)


_INTEGER = {
    "gaze",
    "avoiding",
    "option",
    "option_on",
    "option_tick",
    "involved",
    "order",
    "order_on",
    "order_by",
    "errand",
    "rule",
    "looks",
    "field",
    "group",
    "why_body",
    "why_felt",
    "why_option",
}
_START: dict[str, float] = {
    "facing_y": 1.0,
    "look_y": 1.0,
    "loneliness": 0.5,
    "sympathy": 0.6,
    "approval": 0.5,
    "spite": 0.4,
    "provocation": 0.3,
    "anxiety": 0.2,
    "company": 0.4,
    "envy": 0.3,
    "playfulness": 0.3,
    "social_attention": 0.5,
    "sentience": 1.0,
    "sweet_tooth": 0.6,
    "competence": 0.6,
    "expressiveness": 0.9,
    "personlike": 1.0,
} | dict.fromkeys(_INTEGER - {"option", "option_tick", "errand", "looks", "group"}, NOBODY)
_WIDE = {
    "reward": lambda count: (count, len(STREAMS)),
    "habit": lambda count: (count, len(OPTIONS)),
    "norms": lambda count: (count, len(OPTIONS)),
    "cues": lambda count: (count, len(CUES)),
    "looks": lambda count: (count, LOOKS),
}
_DEFAULTS = {
    field.name: (
        _START.get(field.name, 0.0),
        np.int64 if field.name in _INTEGER else np.float64,
        _WIDE.get(field.name, _row),
    )
    for field in fields(People)
}
