"""Journal: looks at the world before and after each step of a tick, and writes down what is worth a record and why.

Theory: property 2 of the model, accountability. No step knows of it: `notable` finds changes, `reasons` says what is
behind them, `causes` keeps them as records, and the columns of owner "why" lead to the latest. No rule reads those, so
that a world without a journal goes the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine import accounts, notable, reasons
from sandbox.engine.act import act
from sandbox.engine.aftermath import changed
from sandbox.engine.amends import amends
from sandbox.engine.arrays import NO_ONE, ZERO
from sandbox.engine.choose import choose
from sandbox.engine.curves import positive
from sandbox.engine.departures import gone, let_go
from sandbox.engine.entries import (
    A_THING,
    ABOUT_NOBODY,
    AFFINITY,
    AN_ENEMY,
    BELIEVED,
    BLAME,
    CREDIT,
    PERSONHOOD,
    REGARD,
    Heard,
    Judged,
    Moved,
    Rule,
    Step,
    Writer,
    always,
    option,
    sufferer,
)
from sandbox.engine.feel import feel
from sandbox.engine.gossip import gossip
from sandbox.engine.happen import amount
from sandbox.engine.happenings import INDEX
from sandbox.engine.judge import judge
from sandbox.engine.move import move
from sandbox.engine.norms import uphold
from sandbox.engine.people import NOBODY
from sandbox.engine.perceive import perceive
from sandbox.engine.table import replaced, with_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.people import People
    from sandbox.engine.realm import AnyRealm
    from sandbox.engine.world import World


def felt(_: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Write down feelings that come from something new."""
    rows, stream, cause = notable.feelings(after)
    if not len(rows):
        return after
    after, ids = after.recorded(
        kind="felt",
        detail=stream,
        who=after.ties.observer[rows],
        whom=after.ties.target[rows],
        value=after.ties.streams[stream, rows],
        parents=reasons.feeling(after, rows, stream, cause),
    )
    return replaced(after, ties=with_rows(after.ties, rows, why_felt=ids, felt_from=cause))


def felt_most(_: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Let everybody's strongest present feeling be the reason for how they feel."""
    feelings, ties = after.traces.feelings, after.ties
    known = ((feelings.size > ZERO) & (ties.why_felt[feelings.rows] != NO_ONE)).nonzero()[0]
    row = after.links.strongest_of(feelings.size[known], feelings.rows[known])
    who, why_felt = (row != NO_ONE).nonzero()[0], after.people.why_felt.copy()
    why_felt[who] = ties.why_felt[row[who]]
    return after.with_people(why_felt=why_felt)


def chosen(before: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Write down choices that are new, or that are now made for other reasons."""
    choices, people, now = after.traces.choices, before.people, after.people
    doer = choices.doer
    new = (now.option[doer] != people.option[doer]) | (now.option_on[doer] != people.option_on[doer])
    place = (new | (np.abs(choices.worth - people.worth[doer]) > after.law(doer).worth_step)).nonzero()[0]
    if not len(place):
        return after
    choices = choices.only(place)
    after, ids = after.recorded(
        kind="chose",
        detail=choices.option,
        who=choices.doer,
        whom=now.option_on[choices.doer],
        value=choices.worth,
        parents=reasons.choice(after, choices),
        tables=choices.terms.T,
    )
    return replaced(after, people=with_rows(now, choices.doer, why_option=ids, worth=choices.worth))


def landed(_: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Let deeds be the reason for what they do to bodies, and jeers and begging for what others seem to think."""
    deeds, people = after.traces.deeds, after.people
    if deeds is not None and deeds.any("harm", "affront"):
        doer = (deeds.harm + deeds.affront).nonzero()[0]
        after = replaced(after, people=with_rows(people, doer, why_harm=people.why_option[doer]))
        after = _done_to(after, deeds.harm.nonzero()[0], "why_body", "why_pain")
    if deeds is not None:
        kinds = (("soothed", "relief", "cured"), accounts.HELPING), (("pleased",), accounts.PLEASING)
        givers = [_givers(people, deeds.sum(*names), options) for names, options in kinds if deeds.any(*names)]
        after = _done_to(after, np.concatenate(givers), "why_body") if givers else after
    for rows in (after.traces.jeered, after.traces.begged):
        if len(rows):
            words = people.why_option[after.ties.target[rows]]
            after = replaced(after, ties=with_rows(after.ties, rows, why_regard=words))
    return after


def _givers(people: People, given: Floats, options: Bools) -> Ints:
    """List who is at one of some options towards somebody to whom something is (N,) given."""
    doer = (options[people.option] & (people.option_on != NO_ONE)).nonzero()[0]
    givers: Ints = doer[given[people.option_on[doer]] > ZERO]
    return givers


def _done_to(after: AnyRealm, doer: Ints, *names: str) -> AnyRealm:
    """Let the choices of (K,) doers be the reason for some columns of those whom they have in mind."""
    people, why = after.people, after.people.why_option[doer]
    return replaced(after, people=with_rows(people, people.option_on[doer], **dict.fromkeys(names, why)))


def prided(before: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Write down who has come to be ashamed or proud of how they met a trouble, and of what in it."""
    ashamed, proud = notable.bearings(before, after)
    for kind, who, ill in (("ashamed", ashamed, True), ("proud", proud, False)):
        if not len(who):
            continue
        people, ties = after.people, after.ties
        row = after.links.rows(who, people.involved[who])
        suffering = np.where(row != NOBODY, positive(-ties.believed[row]), 0.0)
        held = accounts.account(after, who, suffering, after.law(who), ill=ill)
        after, rests_on = accounts.written(after, who, held)
        cause = np.where(row != NOBODY, ties.why_believed[row], NOBODY)
        after, ids = after.recorded(
            kind=kind,
            who=who,
            whom=people.involved[who],
            value=people.esteem[who],
            parents=accounts.behind(held, rests_on, cause),
        )
        after = replaced(after, people=with_rows(after.people, who, why_esteem=ids))
    return after


def happened(before: World, after: World, event: Event) -> World:
    """Return the world after a happening, with that and what has changed by it written down if it keeps a journal."""
    if not after.journal:
        return after
    after, ids = after.recorded(
        kind="happened",
        detail=INDEX[event.do],
        who=event.who,
        whom=event.about if event.about != NOBODY else event.by,
        value=amount(event),
        own=event.own,
    )
    cause = int(ids[0])
    return _voted(before, changed(before, after, cause), event, cause)


def _voted(before: World, after: World, event: Event, cause: int) -> World:
    """Write down who endorses and who refuses a rule; whoever perceives the proposer knows what they think."""
    people, ties = after.people, after.ties
    if people.stance is before.people.stance:
        return after
    for kind, sign in (("endorsed", 1.0), ("refused", -1.0)):
        who = (people.stance * sign > 0).nonzero()[0]
        if len(who):
            after, ids = after.recorded(
                kind=kind,
                who=who,
                whom=event.who,
                detail=event.rule,
                value=people.stance[who] * sign,
                parents=((cause, 1.0),),
            )
            if sign > 0:
                after = replaced(after, people=with_rows(after.people, who, why_rule=ids))
    aware = ((ties.target == event.who) & (ties.clarity > 0)).nonzero()[0]
    return replaced(after, ties=with_rows(ties, aware, why_regard=cause))


SAW: Final = Rule("saw", BELIEVED, "why_believed", marks={"noted": BELIEVED})
HEARD: Final = Rule("heard", BELIEVED, "why_believed", marks={"noted": BELIEVED})
DEHUMANIZED: Final = Rule("dehumanized", PERSONHOOD, "why_personhood", marks={"thing": always(1)})
REHUMANIZED: Final = Rule("rehumanized", PERSONHOOD, "why_personhood", marks={"thing": always(0)})


def perceived(_: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Write down what was seen, then what was heard."""
    by_eye, by_ear = notable.sights(after)
    return HEARD.write(SAW.write(after, by_eye, reasons.face), by_ear, reasons.face)


def turned(_: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Write down whose faces have become those of things, then whose have become those of persons again."""
    things, persons = notable.faces(after)
    return REHUMANIZED.write(DEHUMANIZED.write(after, things, A_THING), persons, A_THING)


RULES: Final[Mapping[Step, tuple[Writer, ...]]] = {
    perceive: (perceived,),
    feel: (felt, felt_most),
    choose: (chosen,),
    judge: (
        let_go,
        prided,
        Judged(notable.raised("blame"), Rule("blamed", BLAME, "why_blame", sufferer), ill=True),
        Judged(notable.raised("credit"), Rule("credited", CREDIT, "why_credit", sufferer), ill=False),
        Judged(notable.befriended, Rule("befriended", AFFINITY, "why_affinity", sufferer), ill=False),
        Judged(notable.estranged, Rule("estranged", AFFINITY, "why_affinity", sufferer), ill=True),
    ),
    uphold: (
        Moved(notable.raised("blame"), Rule("despised", BLAME, "why_blame", option), reasons.norm),
        Moved(notable.raised("credit"), Rule("admired", CREDIT, "why_credit", option), reasons.norm),
    ),
    act: (
        landed,
        turned,
        Moved(notable.estranged, Rule("estranged", AFFINITY, "why_affinity", ABOUT_NOBODY), AN_ENEMY),
    ),
    move: (gone,),
    gossip: (
        Heard(notable.retold, "told", reasons.tellers, reasons.hearsay),
        Moved(notable.found_out, Rule("found_out", REGARD, "why_regard", reasons.betrayers), reasons.slander),
        Heard(notable.doubted, "doubted", reasons.deniers, reasons.denial),
    ),
    amends: (
        Moved(notable.forgiven, Rule("forgave", BLAME, "why_blame"), reasons.apology),
        Moved(notable.thanked, Rule("thanked", REGARD, "why_regard"), reasons.deed),
    ),
}
"""What is written down after which step, in this order: what was seen can thus be the parent of what is felt."""


def kept(step: Step, before: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Return the world after a step, with what is worth a record written down if it keeps a journal."""
    if after is before or not after.journal:
        return after
    for write in RULES.get(step, ()):
        after = write(before, after)
    return after
