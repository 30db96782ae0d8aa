"""What just happened, in a few sentences: patterns over the records of what led to the end of a game.

Nothing is guessed here. Each pattern is read off records that the engine wrote when it happened, with the reasons that
it had then; who did a thing first, or that nobody did, is only said if all records since the start are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS, suspect
from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.scenario.conditions.bounds import number
from sandbox.scenario.language import text_of
from sandbox.session.story.beat import Beat
from sandbox.session.story.good_turns import forgave, mended, seen_again, thanked
from sandbox.session.story.led_to import Past, bad, past_of
from sandbox.session.story.wanted import wanted_by
from sandbox.session.why.cards import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level

MOST: Final = 3
CASCADE: Final = 3
"""So many verdicts in a row are a cascade."""
CASCADE_TICKS: Final = 3 * TICKS_PER_SECOND
AVERTED_TICKS: Final = 10 * TICKS_PER_SECOND
"""Who turns away so long after another does it is told of in another sentence, or in none."""
BELIEVED: Final = 0.2
"""Somebody who is taken to feel at least so bad is taken to be in pain; a false face takes in who then errs."""


def beats(world: World, level: Level, until: int) -> tuple[Beat, ...]:
    """Tell what happened before a tick, in order: at most MOST beats, those that are worth telling most.

    Of one tick the weightiest is told last: a blow, and then that nobody set out to help.
    """
    past = past_of(world, level, until)
    found = [beat for pattern in PATTERNS for beat in pattern(past)]
    best: dict[str, Beat] = {}
    for beat in sorted(found, key=lambda one: (-one.weight, one.tick)):
        best.setdefault(beat.key.split(".")[1], beat)
    return tuple(sorted([*best.values()][:MOST], key=lambda one: (one.tick, one.weight)))


def cascade(past: Past) -> Iterator[Beat]:
    """Many blame the same one within a few seconds."""
    by_target: dict[int, list[Record]] = {}
    for record in past.records:
        if record.kind == "blamed":
            by_target.setdefault(record.whom, []).append(record)
    for whom, verdicts in by_target.items():
        windows = ([one for one in verdicts if 0 <= one.tick - first.tick <= CASCADE_TICKS] for first in verdicts)
        most = max(windows, key=lambda window: len({one.who for one in window}))
        blamers = [*dict.fromkeys(one.who for one in most)]
        if len(blamers) >= CASCADE:
            seconds = max(1, -(-(most[-1].tick - most[0].tick) // TICKS_PER_SECOND))
            slots = {"names": past.names(blamers), "whom": past.name(whom), "seconds": seconds, "count": seconds}
            yield Beat(
                "beat.cascade",
                slots,
                most[0].tick,
                Subject("blame", blamers[0], whom, most[0].id),
                5.0 + 0.1 * len(blamers),
                (*blamers, whom),
            )


def _enemy(past: Past) -> Iterator[Beat]:
    """Somebody turns against one who has turned away."""
    for record in past.records:
        if record.kind != "estranged":
            continue
        left, deed = past.behind(record, "let_go"), past.behind(record, "chose")
        deed = deed or (None if left is None else past.behind(left, "chose"))
        if deed is None or deed.who != record.whom or deed.whom == NOBODY or not OPTIONS[deed.detail].averts:
            continue
        slots: dict[str, object] = {
            "who": past.name(record.who),
            "whom": past.name(record.whom),
            "about": past.name(deed.whom),
        }
        subject = Subject("tie", record.who, record.whom, record.id)
        yield Beat("beat.enemy", slots, record.tick, subject, 4.5, (record.whom, record.who))


def _left(past: Past) -> Iterator[Beat]:
    """Somebody is blamed for leaving whom they had begun to help, which those who never came are not.

    Who came back and helped after all did see it through.
    """
    by_target: dict[tuple[int, int], list[Record]] = {}
    came_back = {beat.people for beat in mended(past)}
    for record in past.records:
        gone = past.behind(record, "let_go") if record.kind == "blamed" else None
        if gone is not None and (gone.who, gone.whom) == (record.whom, record.detail):
            by_target.setdefault((record.whom, record.detail), []).append(record)
    for (whom, about), found in by_target.items():
        helped = [one.tick for one in past.chose(about, "answers_need") if one.who == whom]
        if helped and helped[0] < found[0].tick and (whom, about) not in came_back:
            rows = [*dict.fromkeys(one.who for one in found)]
            slots: dict[str, object] = {"names": past.names(rows), "whom": past.name(whom), "about": past.name(about)}
            subject = Subject("blame", rows[0], whom, found[0].id)
            yield Beat("beat.left", slots, found[0].tick, subject, 4.4, (whom, *rows))


def _held(past: Past) -> Iterator[Beat]:
    """One who must not be blamed is, for something that they chose to do."""
    by_deed: dict[Record, list[Record]] = {}
    unblamed = wanted_by(past.level).unblamed
    for record in past.records:
        deed = past.behind(record, "chose") if record.kind == "blamed" and record.whom in unblamed else None
        if deed is not None and deed.who == record.whom:
            by_deed.setdefault(deed, []).append(record)
    for deed, found in by_deed.items():
        rows = [*dict.fromkeys(one.who for one in found)]
        about = "" if deed.whom == NOBODY else past.name(deed.whom)
        what = text_of(f"chronicle.chose.{OPTIONS[deed.detail].name}", who=past.name(deed.who), whom=about)
        slots: dict[str, object] = {"names": past.names(rows), "whom": past.name(deed.who), "what": what}
        subject = Subject("blame", rows[0], deed.who, found[0].id)
        yield Beat("beat.held", slots, found[0].tick, subject, 4.8 + 0.1 * len(rows), (deed.who, *rows))


def tale(past: Past) -> Iterator[Beat]:
    """Somebody takes over what another holds against a third, best of all one who has not looked at any of it.

    Where the goal asks that somebody knows by hearsay, they go before all others.
    """
    seen: dict[int, set[int]] = {}
    wanted = wanted_by(past.level).hearers
    for record in past.records:
        if record.kind == "saw":
            seen.setdefault(record.who, set()).add(record.whom)
        if record.kind != "told" or record.value >= 0 or record.who == past.sufferer:
            continue
        if record.detail not in {NOBODY, record.whom}:
            slots: dict[str, object] = {
                "who": past.name(record.who),
                "by": past.name(record.detail),
                "whom": past.name(record.whom),
            }
            subject = Subject("told", record.who, record.whom, record.id)
            blind = not seen.get(record.who, set()) & {record.whom, past.sufferer}
            three = (record.detail, record.who, record.whom)
            weight = 4.6 if record.who in wanted else 4.1 if blind else 3.2
            yield Beat("beat.told", slots, record.tick, subject, weight, three)


def _fake(past: Past) -> Iterator[Beat]:
    """Somebody is taken in by a false face."""
    for record in past.records:
        face = past.behind(record, "chose") if record.kind == "saw" else None
        if face is None or face.who != record.whom:
            continue
        side = OPTIONS[face.detail].false_face
        fooled = record.value <= -BELIEVED if side < 0 else record.value > -BELIEVED
        if side and fooled:
            slots: dict[str, object] = {"who": past.name(record.who), "whom": past.name(record.whom)}
            key = "beat.fake.worse" if side < 0 else "beat.fake.better"
            weight = 3.2 + (side < 0) if record.whom == past.sufferer else 2.2
            subject = Subject("look", record.who, record.whom, record.id)
            yield Beat(key, slots, record.tick, subject, weight, (record.whom, record.who))


def _thing(past: Past) -> Iterator[Beat]:
    """Somebody who feels becomes a mere thing in others' eyes, worst in theirs who the goal asks to see people."""
    by_target: dict[int, list[Record]] = {}
    wanted = wanted_by(past.level).seers
    for record in past.records:
        if record.kind == "dehumanized" and past.world.people.sentience[record.whom] > 0:
            by_target.setdefault(record.whom, []).append(record)
    for whom, found in by_target.items():
        found.sort(key=lambda one: one.who not in wanted)
        rows = [*dict.fromkeys(one.who for one in found)]
        slots: dict[str, object] = {"names": past.names(rows), "whom": past.name(whom)}
        weight = 3.4 + 0.1 * len(rows) + 0.3 * (whom == past.sufferer) + (rows[0] in wanted)
        subject = Subject("thing", rows[0], whom, found[0].id)
        yield Beat("beat.thing", slots, found[0].tick, subject, weight, (whom, *rows))


def _help(past: Past) -> Iterator[Beat]:
    """Somebody is the first to set out to help, or nobody is."""
    if past.sufferer == NOBODY or not past.whole:
        return
    helpers = past.chose(past.sufferer, "answers_need")
    whom = past.name(past.sufferer)
    if helpers:
        first = helpers[0]
        slots: dict[str, object] = {"who": past.name(first.who), "whom": whom}
        subject = Subject("deed", first.who, past.sufferer, first.id)
        yield Beat("beat.help.first", slots, first.tick, subject, 3.3, (first.who, past.sufferer))
    elif past.since >= 0:
        yield Beat(
            "beat.help.nobody", {"whom": whom}, past.since, Subject("person", past.sufferer), 4.0, (past.sufferer,)
        )


def _averted(past: Past) -> Iterator[Beat]:
    """Some turn their eyes from the one who suffers, one soon after the other."""
    firsts = [] if past.sufferer == NOBODY else past.chose(past.sufferer, "averts", past.since)
    windows = ([one for one in firsts if 0 <= one.tick - first.tick <= AVERTED_TICKS] for first in firsts)
    turned = max(windows, key=len, default=[])
    if turned:
        rows = [one.who for one in turned]
        slots: dict[str, object] = {"names": past.names(rows), "whom": past.name(past.sufferer), "count": len(rows)}
        subject = Subject("look", turned[0].who, past.sufferer, turned[0].id)
        yield Beat("beat.averted", slots, turned[0].tick, subject, 2.6 + 0.3 * len(rows), (*rows, past.sufferer))


def _unseen(past: Past) -> Iterator[Beat]:
    """Some have noticed nothing of the one who suffers since it began: friends, or all; only the present knows that."""
    if past.since < 0 or past.world.tick != past.until or past.until - past.since < CASCADE_TICKS:
        return
    people, ties = past.world.people, past.world.ties
    there = (people.present > 0) & (people.sentience > 0)
    there[past.sufferer] = False
    there[ties.observer[(ties.target == past.sufferer) & (ties.believed_tick >= past.since)]] = False
    friends = np.zeros(len(people), np.bool_)
    friends[ties.observer[(ties.target == past.sufferer) & (ties.affinity > past.world.params.friend_line)]] = True
    others = (people.present > 0) & (people.sentience > 0)
    others[past.sufferer] = False
    rows = (there if (there == others).all() else there & friends).nonzero()[0].tolist()
    if rows:
        slots: dict[str, object] = {
            "names": past.names(rows),
            "whom": past.name(past.sufferer),
            "seconds": number(past.since * SECONDS_PER_TICK),
            "count": len(rows),
        }
        yield Beat("beat.unseen", slots, past.since, Subject("person", rows[0]), 3.5, (*rows, past.sufferer))


def _began(past: Past) -> Iterator[Beat]:
    """Something bad befalls the one who suffers, for the first time."""
    first = next((one for one in past.records if bad(one) and (one.who, one.tick) == (past.sufferer, past.since)), None)
    if first is not None and past.whole:
        name, by = HAPPENINGS[first.detail].name, first.whom
        key = f"happening.{name}.{'did' if by == NOBODY else 'did_by'}"
        slots: dict[str, object] = {"who": past.name(first.who), "by": "" if by == NOBODY else past.name(by)}
        yield Beat(
            key, slots, first.tick, Subject("person", first.who), 2.5, (first.who,) if by == NOBODY else (by, first.who)
        )


def _unkind(past: Past) -> Iterator[Beat]:
    """Somebody is out to hurt another."""
    for record in past.records:
        if record.kind == "chose" and record.whom != NOBODY and OPTIONS[record.detail].unkind:
            slots: dict[str, object] = {"who": past.name(record.who), "whom": past.name(record.whom)}
            subject = Subject("deed", record.who, record.whom, record.id)
            yield Beat("beat.unkind", slots, record.tick, subject, 2.4, (record.who, record.whom))


def _sure(past: Past) -> Iterator[Beat]:
    """Somebody tells themselves, of their own unease, that others suffer."""
    by_whom: dict[int, list[Record]] = {}
    for record in past.records:
        if record.kind == "chose" and record.whom != NOBODY and OPTIONS[record.detail] is suspect.OPTION:
            by_whom.setdefault(record.who, []).append(record)
    for who, found in by_whom.items():
        rows = [*dict.fromkeys(one.whom for one in found)]
        slots: dict[str, object] = {"who": past.name(who), "names": past.names(rows)}
        subject = Subject("deed", who, rows[0], found[0].id)
        yield Beat("beat.sure", slots, found[0].tick, subject, 2.3, (who, *rows))


PATTERNS: Final[tuple[Callable[[Past], Iterator[Beat]], ...]] = (
    cascade,
    _enemy,
    _left,
    _held,
    tale,
    _fake,
    _thing,
    _help,
    _averted,
    _unseen,
    forgave,
    thanked,
    mended,
    seen_again,
    _began,
    _unkind,
    _sure,
)
