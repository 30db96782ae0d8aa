"""Journal: looks at the world before and after each step of a tick, and writes down what is worth a record and why.

Theory: property 2 of the model, accountability. No step knows of it: `notable` finds changes, `reasons` says what is
behind them, `causes` keeps them as records, and the columns of owner "why" lead to the latest. No rule reads those, so
that a world without a journal goes the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from sandbox.engine import notable, reasons
from sandbox.engine.act import act
from sandbox.engine.aftermath import changed
from sandbox.engine.amends import amends
from sandbox.engine.choose import choose
from sandbox.engine.departures import gone, let_go
from sandbox.engine.feel import feel
from sandbox.engine.frozen import frozen
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

    from numpy.typing import ArrayLike

    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.causes import Parents
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.notable import Found
    from sandbox.engine.realm import AnyRealm, Realm
    from sandbox.engine.world import World

Read = Callable[["Realm", "Ints"], "ArrayLike"]
"""(after a step, (K,) rows of ties) → a number for each."""


class Step(Protocol):
    """One step of a tick."""

    def __call__(self, world: AnyRealm, /) -> AnyRealm:
        """Return the world after it."""


class Writer(Protocol):
    """What finds out what is worth a record."""

    def __call__(self, before: AnyRealm, after: AnyRealm, /) -> AnyRealm:
        """Return the world after a step, with what it finds by the world before written down."""


def of(name: str) -> Read:
    """Read a column."""
    return lambda world, rows: getattr(world.ties, name)[rows]


def always(number: int) -> Read:
    """Read the same number everywhere."""
    return lambda _world, _rows: number


def sufferer(world: Realm, rows: Ints) -> Ints:
    """Read with whose trouble the target has to do."""
    who: Ints = world.people.involved[world.ties.target[rows]]
    return who


def option(world: Realm, rows: Ints) -> Ints:
    """Read what the target is at."""
    index: Ints = world.people.option[world.ties.target[rows]]
    return index


def verdict(world: Realm, rows: Ints) -> Floats:
    """Read credit less blame."""
    whole: Floats = world.ties.credit[rows] - world.ties.blame[rows]
    return whole


BELIEVED, BLAME, CREDIT, REGARD = map(of, ("believed", "blame", "credit", "regard"))
AFFINITY, PERSONHOOD = map(of, ("affinity", "personhood"))
NOTHING: Final = always(0)
NO_ONE: Final = always(NOBODY)
A_THING: Final = reasons.story("personhood", "why_personhood")
AN_ENEMY: Final = reasons.story("affinity", "why_affinity")


@frozen
class Rule:
    """A kind of record about a column of ties that has stepped, with its parents."""

    kind: str
    """one of causes.KINDS"""
    value: Read
    why: str
    """the column that leads to the record"""
    behind: Callable[[Realm, Ints], Parents]
    detail: Read = NOTHING
    marks: Mapping[str, Read] | None = None
    """other columns of the journal that remember it"""

    def write(self, after: AnyRealm, rows: Ints) -> AnyRealm:
        """Write one record for each of (K,) ties."""
        if not len(rows):
            return after
        after, ids = after.recorded(
            kind=self.kind,
            who=after.ties.observer[rows],
            whom=after.ties.target[rows],
            detail=self.detail(after, rows),
            value=self.value(after, rows),
            parents=self.behind(after, rows),
        )
        marks = {name: read(after, rows) for name, read in (self.marks or {}).items()}
        return replaced(after, ties=with_rows(after.ties, rows, **{self.why: ids}, **marks))


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
    known = ((feelings.size > 0) & (ties.why_felt[feelings.rows] != NOBODY)).nonzero()[0]
    row = after.links.strongest_of(feelings.size[known], feelings.rows[known])
    who, why_felt = (row != NOBODY).nonzero()[0], after.people.why_felt.copy()
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
        tables=np.moveaxis(choices.terms, (0, 1, 2), (2, 1, 0)),
    )
    return replaced(after, people=with_rows(now, choices.doer, why_option=ids, worth=choices.worth))


def struck(_: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Let a blow be the reason for what the body feels, and jeers and begging for what others seem to think."""
    deeds, people = after.traces.deeds, after.people
    if deeds is not None and np.count_nonzero(deeds.harm):
        blow = deeds.harm.nonzero()[0]
        after = replaced(after, people=with_rows(people, people.option_on[blow], why_body=people.why_option[blow]))
    for rows in (after.traces.jeered, after.traces.begged):
        if len(rows):
            words = people.why_option[after.ties.target[rows]]
            after = replaced(after, ties=with_rows(after.ties, rows, why_regard=words))
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
            after, _ = after.recorded(
                kind=kind,
                who=who,
                whom=event.who,
                detail=event.rule,
                value=people.stance[who] * sign,
                parents=((cause, 1.0),),
            )
    aware = ((ties.target == event.who) & (ties.clarity > 0)).nonzero()[0]
    return replaced(after, ties=with_rows(ties, aware, why_regard=cause))


SAW: Final = Rule("saw", BELIEVED, "why_believed", reasons.face, marks={"noted": BELIEVED})
HEARD: Final = Rule("heard", BELIEVED, "why_believed", reasons.face, marks={"noted": BELIEVED})
DEHUMANIZED: Final = Rule("dehumanized", PERSONHOOD, "why_personhood", A_THING, marks={"thing": always(1)})
REHUMANIZED: Final = Rule("rehumanized", PERSONHOOD, "why_personhood", A_THING, marks={"thing": always(0)})


def perceived(_: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Write down what was seen, then what was heard."""
    by_eye, by_ear = notable.sights(after)
    return HEARD.write(SAW.write(after, by_eye), by_ear)


def turned(_: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Write down whose faces have become those of things, then whose have become those of persons again."""
    things, persons = notable.faces(after)
    return REHUMANIZED.write(DEHUMANIZED.write(after, things), persons)


@frozen
class Moved:
    """Writes down where a column has been moved past some line."""

    found: Found
    rule: Rule

    def __call__(self, before: AnyRealm, after: AnyRealm) -> AnyRealm:
        """See Writer."""
        if after.ties is before.ties:
            return after
        return self.rule.write(after, self.found(before, after))


RULES: Final[Mapping[Step, tuple[Writer, ...]]] = {
    perceive: (perceived,),
    feel: (felt, felt_most),
    choose: (chosen,),
    judge: (
        let_go,
        Moved(notable.raised("blame"), Rule("blamed", BLAME, "why_blame", reasons.meeting, sufferer)),
        Moved(notable.raised("credit"), Rule("credited", CREDIT, "why_blame", reasons.meeting, sufferer)),
        Moved(notable.befriended, Rule("befriended", AFFINITY, "why_affinity", reasons.meeting, sufferer)),
        Moved(notable.estranged, Rule("estranged", AFFINITY, "why_affinity", reasons.meeting, sufferer)),
    ),
    uphold: (
        Moved(notable.raised("blame"), Rule("despised", BLAME, "why_blame", reasons.deed, option)),
        Moved(notable.raised("credit"), Rule("admired", CREDIT, "why_blame", reasons.deed, option)),
    ),
    act: (
        struck,
        turned,
        Moved(notable.estranged, Rule("estranged", AFFINITY, "why_affinity", AN_ENEMY, NO_ONE)),
    ),
    move: (gone,),
    gossip: (
        Moved(notable.retold, Rule("told", verdict, "why_blame", reasons.hearsay, reasons.tellers)),
        Moved(notable.found_out, Rule("found_out", REGARD, "why_regard", reasons.slander, reasons.betrayers)),
        Moved(notable.doubted, Rule("doubted", verdict, "why_blame", reasons.denial, reasons.deniers)),
    ),
    amends: (
        Moved(notable.forgiven, Rule("forgave", BLAME, "why_blame", reasons.apology)),
        Moved(notable.thanked, Rule("thanked", REGARD, "why_regard", reasons.deed)),
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
