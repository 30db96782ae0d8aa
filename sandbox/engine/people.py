"""Everybody on the map, one row each, as columns of numbers.

Theory: T2, T22. N people; every column is (N,) unless it says otherwise. Columns are never changed in place: a step
returns new ones and `tick` puts them together, so that an old `People` stays what it was (rewind, twin worlds, frames).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.frozen import frozen
from sandbox.engine.options import OPTIONS
from sandbox.engine.table import Frozen, column, filled, replaced
from sandbox.engine.vocabulary import CUES, STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints

LOOKS = 4
"""Features of a look: being, hat, pattern, colour."""
NOBODY = -1
"""The index that stands for no person, no tie and no cause."""


@frozen
class People(Frozen):
    """Columns (N,) of everybody. Valences lie in [-1, 1] (positive is pleasant), strengths in [0, 1]."""

    present: Ints = column(1, owner="body")
    """1 on the map; 0 for who is not there yet or any more: their row stays, and others may think of them"""
    x: Floats = column(owner="body")
    """metres from the left edge"""
    y: Floats = column(owner="body")
    """metres from the top edge"""
    facing_x: Floats = column(owner="body")
    """the body's direction, a unit vector"""
    facing_y: Floats = column(1.0, owner="body")
    look_x: Floats = column(owner="body")
    """the eyes' direction, a unit vector"""
    look_y: Floats = column(1.0, owner="body")
    gaze: Ints = column(NOBODY, owner="body", person=True)
    """whom the eyes rest on, or NOBODY"""
    avoiding: Ints = column(NOBODY, owner="body", person=True)
    """from whom the eyes are turned away on purpose, or NOBODY"""
    goal_x: Floats = column(owner="deed")
    """where the feet are going, metres"""
    goal_y: Floats = column(owner="deed")
    speed: Floats = column(owner="body")
    """metres per second in this tick"""
    home_x: Floats = column(owner="errand")
    """the spot around which they idle, metres"""
    home_y: Floats = column(owner="errand")

    wound: Floats = column(owner="body")
    """pain that heals by itself slowly and by help quickly, 0 to 1"""
    illness: Floats = column(owner="body")
    """pain that medicine ends and comfort soothes, 0 to 1"""
    treat: Floats = column(owner="body")
    """passing bodily pleasure, or annoyance below 0, -1 to 1"""
    pretence: Floats = column(owner="deed")
    """what the face shows beyond what is felt, -1 to 1: feigned below 0, staged joy or hidden pain above (T21)"""
    emotion: Floats = column(owner="mind")
    """fast average of the social reward, -1 to 1"""
    felt: Floats = column(owner="body")
    """what they feel, -1 to 1: the body, and emotion in the room that the body leaves"""
    shown: Floats = column(owner="body")
    """what the face shows of it, -1 to 1"""
    loneliness: Floats = column(0.5, owner="mind")
    """hunger for company, 0 sated to 1 starved (T29)"""
    mood: Floats = column(owner="mind")
    """slow average of reward, -1 to 1"""
    unease: Floats = column(owner="mind")
    """gnawing worry that looks for a reason, 0 to 1 (T17)"""
    esteem: Floats = column(owner="mind")
    """what an imagined audience thinks of what they did lately, -1 ashamed to 1 proud (T6, T28)"""
    standing: Floats = column(owner="deed")
    """how well they lately did in their field, 0 to 1; fades (T31)"""
    playing: Floats = column(owner="deed")
    """how merrily they play with somebody, 0 to 1 (T29)"""
    tired: Floats = column(owner="body")
    """how tired they are of romping, 0 fresh to 1 (T29)"""
    usual: Floats = column(owner="mind")
    """reward per second that they have lately come to expect (T3)"""
    effort: Floats = column(owner="deed")
    """how hard they are visibly working at a deed, 0 to 1"""
    reward: Floats = column(owner="mind", wide=len(STREAMS))
    """(N, S) reward per second by stream, in the order of STREAMS; the row's sum is their reward"""

    option: Ints = column(owner="deed")
    """the deed or inner move they are at, an index into OPTIONS"""
    option_on: Ints = column(NOBODY, owner="deed", person=True)
    """the person that it concerns, or NOBODY"""
    option_tick: Ints = column(owner="deed")
    """the tick in which they chose it"""
    habit: Floats = column(owner="mind", wide=len(OPTIONS))
    """(N, A) learned extra value of each option, reward per second (T3)"""
    involved: Ints = column(NOBODY, owner="deed", person=True)
    """with whose trouble they were last seen to be in touch, or NOBODY (T24)"""
    involvement: Floats = column(owner="deed")
    """how much, 0 (not at all) to 1 (have their hands on it); fades"""
    harm: Floats = column(owner="deed")
    """how much of that trouble they did themselves, 0 to 1; fades"""
    contact: Floats = column(owner="deed")
    """1 while they have hands or eyes on that trouble; falls to 0 within `parting_time` once they let go of it"""
    shown_for: Floats = column(owner="deed")
    """what their face has shown about the one whose trouble it is, -1 to 1; follows it in `shown_time`"""
    relieved: Floats = column(owner="deed")
    """how much of that trouble they have taken away, 0 to 1; fades"""
    gained: Floats = column(owner="deed")
    """how much they got for it from the one whose trouble it is, 0 to 1; fades (T25)"""
    affront: Floats = column(owner="deed")
    """how far they lately went against somebody's wish, 0 to 1; fades (T20)"""
    order: Ints = column(NOBODY, owner="errand")
    """the option that somebody told them to take, or NOBODY"""
    order_on: Ints = column(NOBODY, owner="errand", person=True)
    """towards whom, or NOBODY"""
    order_by: Ints = column(NOBODY, owner="errand", person=True)
    """who told them, or NOBODY"""
    errand: Ints = column(owner="errand")
    """1 while they are on their way to errand_x, errand_y; 2 while they go round by detour_x, detour_y; 3 for the tick
    in which they stand there and are about to leave the map; else 0"""
    errand_x: Floats = column(owner="errand")
    """metres"""
    errand_y: Floats = column(owner="errand")
    detour_x: Floats = column(owner="errand")
    """metres; the same as errand_x where there is no other way"""
    detour_y: Floats = column(owner="errand")
    errand_to: Ints = column(NOBODY, owner="errand", person=True, rare=True)
    """the person to whom they are going, wherever that is; NOBODY if to a spot"""
    errand_weight: Floats = column(owner="errand", rare=True)
    """what it is worth to them to be there soon, 0 to 1"""
    errand_by: Floats = column(owner="errand", rare=True)
    """second of game time by which they want to be there; 0 for no hurry"""
    errand_out: Ints = column(owner="errand", rare=True)
    """1 if they leave the map there"""
    stay_within: Floats = column(-1.0, owner="errand", rare=True)
    """metres from home within which they stroll; below 0 for as far as anybody does"""
    stay_until: Floats = column(owner="errand", rare=True)
    """second of game time until which they do; 0 for good"""
    doses: Floats = column(owner="errand")
    """medicine in their bag, each enough to end one illness or wound (T19)"""
    drops: Floats = column(owner="errand")
    """happy drops in their bag (T20)"""
    norms: Floats = column(owner="mind", wide=len(OPTIONS))
    """(N, A) what they think of people who take each option, -1 disgraceful to 1 admirable (T7, T28)"""
    stance: Floats = column(owner="mind")
    """how they take the rule that was proposed last, -1 refuse to 1 endorse (T7)"""
    rule: Ints = column(NOBODY, owner="mind")
    """which rule that was, an index into RULES, or NOBODY"""

    sympathy: Floats = column(0.6, owner="trait")
    """trait: strength of Sympathy Reward, 0 to 1 (T22)"""
    approval: Floats = column(0.5, owner="trait")
    """trait: strength of Approval Reward, 0 to 1"""
    spite: Floats = column(0.4, owner="trait")
    """trait: strength of Schadenfreude Reward, 0 to 1"""
    provocation: Floats = column(0.3, owner="trait")
    """trait: strength of Provocation Reward, 0 to 1"""
    anxiety: Floats = column(0.2, owner="trait")
    """trait: pull of involuntary attention, 0 to 1 (T15)"""
    envy: Floats = column(0.3, owner="trait")
    """trait: pain about a friend who is ahead in one's own field, 0 to 1 (T31)"""
    playfulness: Floats = column(0.3, owner="trait")
    """trait: taste for play, 0 to 1 (T29)"""
    social_attention: Floats = column(0.5, owner="trait")
    """trait: how far they read others' tastes off them instead of taking them for their own, 0 to 1 (T18)"""
    company: Floats = column(0.4, owner="trait")
    """trait and taste: -1 loves solitude, 1 loves company (T29)"""
    sweet_tooth: Floats = column(0.6, owner="trait")
    """taste: how much a gift pleases, 0 to 1"""
    competence: Floats = column(0.6, owner="trait")
    """trait: how fast their help works, 0 to 1"""
    expressiveness: Floats = column(0.9, owner="trait")
    """trait: how much of the felt is shown, 0 to 1"""
    personlike: Floats = column(1.0, owner="trait")
    """how strongly face, name, voice, mask, label … say "a person", 0 to 1 (T9)"""
    sentience: Floats = column(1.0, owner="trait")
    """1 feels, 0 is a thing that only looks as if (T16)"""
    cues: Floats = column(owner="trait", wide=len(CUES))
    """(N, C) 1 for each of CUES that is there"""
    looks: Ints = column(owner="trait", wide=LOOKS)
    """(N, 4) being, hat, pattern and colour, what resemblance is read from (T26)"""
    field: Ints = column(NOBODY, owner="trait")
    """index of the field in which they want to be good, or NOBODY (T31)"""
    group: Ints = column(owner="trait")
    """index of the group they belong to"""

    worth: Floats = column(owner="why")
    """what they imagined to get from their option, reward per second, when that was last written down"""
    why_body: Ints = column(NOBODY, owner="why")
    """id of the cause of their latest bodily change, or NOBODY"""
    why_pain: Ints = column(NOBODY, owner="why")
    """id of the cause of the latest change of their body for the worse, or NOBODY"""
    why_felt: Ints = column(NOBODY, owner="why")
    """id of the cause of their strongest present feeling, or NOBODY"""
    why_harm: Ints = column(NOBODY, owner="why")
    """id of the cause of their `harm` and `affront`, or NOBODY"""
    why_esteem: Ints = column(NOBODY, owner="why")
    """id of the record of their having come to be ashamed or proud last, or NOBODY"""
    why_rule: Ints = column(NOBODY, owner="why")
    """id of the record of their having endorsed a rule last, or NOBODY"""
    why_let_go: Ints = column(NOBODY, owner="why")
    """id of the record of their having let go of the trouble in `involved`, or NOBODY"""
    why_option: Ints = column(NOBODY, owner="why")
    """id of the record of their latest choice, or NOBODY"""
    why_errand: Ints = column(NOBODY, owner="why")
    """id of the cause of their errand, or NOBODY"""

    def __len__(self) -> int:
        """Count the people, N."""
        return len(self.x)

    def there(self) -> Ints:
        """Return (K,) the rows of those who are on the map; of all, if nobody is."""
        rows: Ints = (self.present > 0).nonzero()[0]
        return rows if len(rows) else np.arange(len(self))

    @classmethod
    def of(cls, count: int, **given: object) -> People:
        """Build `count` ordinary people, who stand still; what is `given` is broadcast to (N,)."""
        people = cls(**filled(cls, count, given))
        return replaced(people, goal_x=people.x, goal_y=people.y)
