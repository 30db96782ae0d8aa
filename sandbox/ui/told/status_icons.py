"""Small signs for what somebody is, wears, carries and has been told: whatever changes behaviour can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import BEINGS, CUES, RULES
from sandbox.scenario.build import groups_of
from sandbox.scenario.labels import group_name
from sandbox.scenario.language import text_of
from sandbox.view.people.badges import badge_colours

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

_SAYS_PERSON: Final = frozenset({"face", "voice", "name"})
"""Cues that are worth a word only where they are missing."""
_FIRM: Final = 0.05
"""A stance to a rule that is weaker than this is none."""


class StatusIcon(NamedTuple):
    """One sign."""

    icon: str
    words: str


def status_icons(context: PlayContext, person: int) -> list[StatusIcon]:
    """List the signs of one person."""
    return [*_kind(context, person), *_cues(context, person), *_bag(context, person), *_bidden(context, person)]


def _kind(context: PlayContext, person: int) -> list[StatusIcon]:
    people, level = context.people, context.frame.level
    found: list[StatusIcon] = []
    being = BEINGS[int(people.looks[person, 0])]
    if people.sentience[person] <= 0:
        found.append(StatusIcon("see_thing", text_of(f"ui.status.{being}")))
    group = int(people.group[person])
    if group != NOBODY and group < len(groups_of(level)):
        name, colour = list(badge_colours(level).items())[group]
        found.append(StatusIcon(f"badge:{colour}", text_of("ui.status.group", group=group_name(name))))
    field = level.people[person].field
    if field is not None:
        found.append(StatusIcon("triumph", text_of("ui.status.field", field=group_name(field))))
    return found


def _cues(context: PlayContext, person: int) -> list[StatusIcon]:
    worn = context.people.cues[person] > 0
    odd = [cue for cue, there in zip(CUES, worn, strict=True) if there != (cue in _SAYS_PERSON)]
    return [StatusIcon(cue, text_of(f"ui.status.{cue}")) for cue in odd]


def _bag(context: PlayContext, person: int) -> list[StatusIcon]:
    people = context.people
    carried = (("dose", people.doses[person]), ("drops", people.drops[person]))
    return [
        StatusIcon(icon, text_of(f"ui.status.{icon}", count=f"{count:.1f}")) for icon, count in carried if count > 0
    ]


def _bidden(context: PlayContext, person: int) -> list[StatusIcon]:
    people = context.people
    found: list[StatusIcon] = []
    by, on = int(people.order_by[person]), int(people.order_on[person])
    if NOBODY not in {by, on}:
        found.append(StatusIcon("order", text_of("ui.status.order", by=context.name(by), whom=context.name(on))))
    if people.errand[person]:
        leaves = bool(people.errand_out[person])
        words = text_of("ui.status.leaving" if leaves else "ui.status.errand")
        found.append(StatusIcon("leave" if leaves else "detour", words))
    if not people.present[person]:
        found.append(StatusIcon("stay", text_of("ui.status.absent")))
    rule, stance = int(people.rule[person]), float(people.stance[person])
    if rule != NOBODY and abs(stance) > _FIRM:
        way = "up" if stance > 0 else "down"
        found.append(
            StatusIcon(f"thumb_{way}", text_of(f"ui.status.thumb_{way}", rule=text_of(f"ui.rule.{RULES[rule]}")))
        )
    return found
