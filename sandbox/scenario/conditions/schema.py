"""Conditions as a file writes them: each is told by the key it begins with, as in `{"felt": "tim", "min": 0.2}`.

Theory: design. Whoever is named is a person, a group or a phrase of `who`. What is said of several people has to hold
for each of them, unless the phrase says that one is enough. A condition with `for` is met once it has held for so long
without a break.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, TypeAlias, get_args

from msgspec import Meta, Struct

from sandbox.scenario.fields import Count, Id, Line, Seconds, Share, Valence, Who

MOST_PARTS: Final = 30
"""Of one condition."""
DEEPEST: Final = 6
"""Conditions within conditions."""
MOST: Final = 400
"""Conditions of a level, those of a count once for each person that it may count."""
BESIDE: Final = 2.5
"""Metres at which people are near each other: those of one who has gone up to somebody."""
BELIEVED: Final = 0.1
"""How far somebody holds a claim who can be said to believe it."""
ENDORSED: Final = 0.05
"""How much somebody is for a rule who can be said to endorse it: from there on a thumb is seen beside them."""

Sum = Annotated[float, Meta(ge=0, le=2000)]
Deeds = Annotated[tuple[str, ...], Meta(min_length=1, max_length=MOST_PARTS)]


class Condition(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="told_by",
    rename={"lasting": "for", "least": "min", "most": "max"},
):
    """What all conditions may say. `told_by` stands in no file: whoever reads one adds the key that it begins with."""

    subject: ClassVar[str] = ""
    """the field that names whom it is about"""
    lasting: Seconds = 0.0
    text: Line = ""
    """own words for it"""


class Time(Condition, frozen=True, tag="time"):
    """So many seconds of game time are over."""

    time: Seconds


class Felt(Condition, frozen=True, tag="felt"):
    """How somebody feels."""

    subject: ClassVar[str] = "felt"
    felt: Who
    least: Valence | None = None
    most: Valence | None = None


class Shown(Condition, frozen=True, tag="shown"):
    """What somebody's face shows."""

    subject: ClassVar[str] = "shown"
    shown: Who
    least: Valence | None = None
    most: Valence | None = None


class Likes(Condition, frozen=True, tag="likes"):
    """How much somebody likes somebody: affinity; strangers do not."""

    subject: ClassVar[str] = "likes"
    likes: Who
    whom: Who
    least: Valence | None = None
    most: Valence | None = None


class Personhood(Condition, frozen=True, tag="person"):
    """How far somebody takes somebody for a person: personhood; those they do not know are left out."""

    subject: ClassVar[str] = "person"
    person: Who
    whom: Who
    least: Share | None = None
    most: Share | None = None


class Blamed(Condition, frozen=True, tag="blamed"):
    """What is held against somebody, added up over all who hold it, or over those in `by`."""

    subject: ClassVar[str] = "blamed"
    blamed: Who
    least: Sum | None = None
    most: Sum | None = None
    by: Who | None = None
    heard: bool = False
    """only by those who have seen nothing of it themselves"""


class Credited(Condition, frozen=True, tag="credited"):
    """What is held in somebody's favour, likewise."""

    subject: ClassVar[str] = "credited"
    credited: Who
    least: Sum | None = None
    most: Sum | None = None
    by: Who | None = None


class Believes(Condition, frozen=True, tag="believes"):
    """How far somebody holds what a claim says, from what they were told of its person and not from what they saw."""

    subject: ClassVar[str] = "believes"
    believes: Who
    claim: Id
    least: Share | None = None
    """BELIEVED if neither bound is given"""
    most: Share | None = None


class Endorses(Condition, frozen=True, tag="endorses"):
    """How much somebody is for a rule or against it, since it was proposed last; 0 if another was proposed after it."""

    subject: ClassVar[str] = "endorses"
    endorses: Who
    rule: Id
    least: Valence | None = None
    """ENDORSED if neither bound is given"""
    most: Valence | None = None


class Looks(Condition, frozen=True, tag="looks"):
    """Somebody has their eyes on somebody, or keeps them off."""

    subject: ClassVar[str] = "looks"
    looks: Who
    at: Who
    away: bool = False


class Does(Condition, frozen=True, tag="does"):
    """Somebody is at one of these deeds or inner moves, towards anybody or towards `to`."""

    subject: ClassVar[str] = "does"
    does: Who
    what: Deeds
    to: Who | None = None


class Near(Condition, frozen=True, tag="near"):
    """Somebody is near somebody, or near a place."""

    subject: ClassVar[str] = "near"
    near: Who
    to: Who
    within: Annotated[float, Meta(gt=0, le=1000, description="metres")] = BESIDE


class Here(Condition, frozen=True, tag="here"):
    """Somebody is on the map."""

    subject: ClassVar[str] = "here"
    here: Who


class Counted(Condition, frozen=True, tag="count", rename={"counted": "count", "least": "min", "most": "max"}):
    """Of how many a condition holds, which calls each of them `it`."""

    subject: ClassVar[str] = "counted"
    counted: Who
    where: AnyCondition
    least: Count | None = None
    most: Count | None = None


class Lasted(Condition, frozen=True, tag="lasted"):
    """For how many seconds so far a condition was met, those before a break counted in."""

    lasted: AnyCondition
    least: Seconds | None = None
    most: Seconds | None = None


class Used(Condition, frozen=True, tag="used"):
    """How often the player has used a tool."""

    used: Id
    least: Count | None = None
    most: Count | None = None


class Predicted(Condition, frozen=True, tag="predicted"):
    """The player has answered a question, and rightly."""

    predicted: Id


class All(Condition, frozen=True, tag="all", rename={"parts": "all"}):
    """All of these at once."""

    parts: Parts


class Some(Condition, frozen=True, tag="any", rename={"parts": "any"}):
    """At least one of these."""

    parts: Parts


class Not(Condition, frozen=True, tag="not", rename={"denied": "not"}):
    """This does not hold."""

    denied: AnyCondition


class Then(Condition, frozen=True, tag="then", rename={"parts": "then"}):
    """These one after the other; what was met once stays met, and the next one counts from then on."""

    parts: Parts


AnyCondition: TypeAlias = (
    Time
    | Felt
    | Shown
    | Likes
    | Personhood
    | Blamed
    | Credited
    | Believes
    | Endorses
    | Looks
    | Does
    | Near
    | Here
    | Counted
    | Lasted
    | Used
    | Predicted
    | All
    | Some
    | Not
    | Then
)
Parts = Annotated[tuple[AnyCondition, ...], Meta(min_length=1, max_length=MOST_PARTS)]
CONDITIONS: Final[tuple[type[Condition], ...]] = get_args(AnyCondition)


def parts_of(condition: AnyCondition) -> tuple[tuple[str, AnyCondition], ...]:
    """Return the conditions in a condition, with their paths in it."""
    match condition:
        case All() | Some() | Then():
            tag = condition.__struct_config__.tag
            return tuple((f"{tag}[{place}]", part) for place, part in enumerate(condition.parts))
        case Not():
            return (("not", condition.denied),)
        case Counted():
            return (("where", condition.where),)
        case Lasted():
            return (("lasted", condition.lasted),)
        case _:
            return ()
