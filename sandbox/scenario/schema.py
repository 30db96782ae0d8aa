"""The level format, version 2: what one file may say. `python main.py schema` prints it as JSON Schema.

Structure is checked here by type; what the types cannot say (ids that exist, spots inside the map) is in `validate`.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from sandbox.scenario.actions import Ask, Card, Give, Hint, LookAt, Lose, Say, Win
from sandbox.scenario.claims import Claim
from sandbox.scenario.conditions.schema import AnyCondition
from sandbox.scenario.fields import (
    Count,
    Id,
    Line,
    Metres,
    Name,
    Seconds,
    Seed,
    Share,
    Valence,
)
from sandbox.scenario.goals import Goal
from sandbox.scenario.stages import Light, PlaceKind, StageKind
from sandbox.scenario.teaching import Teaching

VERSION: Final = 2
"""of the format"""

Hat = Literal["none", "cap", "bow", "leaf", "cone"]
Pattern = Literal["plain", "stripes", "dots", "checks"]
Colour = Literal["sky", "pink", "green", "yellow", "orange", "blue", "white", "grey"]
Role = Literal["bystander", "bully", "half-helper", "helpless-friend", "tired-clerk", "idol"]
Being = Literal["person", "doll", "robot", "chatbot", "insect"]


class Wall(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A straight wall, from one end to the other; nobody walks through it, and only over a low one can people see."""

    x1: Metres
    y1: Metres
    x2: Metres
    y2: Metres
    low: bool = False


class Place(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A named spot where people can stand, and what is drawn there; nobody walks into that, for it is not solid."""

    id: Id
    x: Metres
    y: Metres
    kind: PlaceKind = "spot"
    name: Name | None = None
    radius: Annotated[float, Meta(gt=0, le=50)] = 2.0


class Map(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The ground, in metres; of what it looks like, stage and light, nobody feels anything."""

    width: Annotated[float, Meta(ge=5, le=1000)] = 32.0
    height: Annotated[float, Meta(ge=5, le=1000)] = 20.0
    stage: StageKind = "lawn"
    light: Light = "noon"
    walls: Annotated[tuple[Wall, ...], Meta(max_length=4000)] = ()
    places: Annotated[tuple[Place, ...], Meta(max_length=2000)] = ()


class Look(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How somebody is drawn, from which resemblance is read (T26); a group is best given one look."""

    hat: Hat = "none"
    pattern: Pattern = "plain"
    colour: Colour = "sky"


class Traits(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Strengths of the drives of one person (T22)."""

    sympathy: Share = 0.6
    approval: Share = 0.5
    spite: Share = 0.4
    provocation: Share = 0.3
    anxiety: Share = 0.2
    competence: Share = 0.6
    expressiveness: Share = 0.9
    envy: Share = 0.3
    playfulness: Share = 0.3
    social_attention: Share = 0.5


class Body(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The bodily state at the start."""

    wound: Share = 0.0
    illness: Share = 0.0
    treat: Share = 0.0
    pretence: Valence = 0.0


class Cues(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What about a person says "a person" (T9): face, voice and name say so; mask, uniform and label hide it."""

    face: bool = True
    voice: bool = True
    name: bool = True
    mask: bool = False
    uniform: bool = False
    label: bool = False


class Tastes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What somebody likes."""

    company: Valence = 0.4
    sweets: Share = 0.6


class Bag(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What somebody carries: medicine (T19) and happy drops (T20)."""

    doses: Annotated[float, Meta(ge=0, le=99)] = 0.0
    drops: Annotated[float, Meta(ge=0, le=99)] = 0.0


class Errand(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"target": "to"}):
    """Where or to whom somebody is going, and another way round that spares them what is on the straight one."""

    target: Id
    detour: Id | None = None
    weight: Share = 0.0
    by: Seconds | None = None
    leave: bool = False


class Group(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the members of a group look like, and what they admire and despise in people: options by name (T28)."""

    id: Id
    look: Look | None = None
    norms: dict[str, Valence] = msgspec.field(default_factory=dict)


Limits = Annotated[tuple[float, ...], Meta(min_length=2, max_length=2, description="from … to")]


class Person(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody on the map, standing at a place or at x and y."""

    id: Id
    name: Name
    place: Id | None = None
    x: Metres | None = None
    y: Metres | None = None
    facing: Id | None = None
    group: Id | None = None
    role: Role | None = None
    being: Being = "person"
    field: Id | None = None
    present: bool = True
    errand: Errand | None = None
    bag: Bag = msgspec.field(default_factory=Bag)
    look: Look = msgspec.field(default_factory=Look)
    traits: Traits = msgspec.field(default_factory=Traits)
    body: Body = msgspec.field(default_factory=Body)
    cues: Cues = msgspec.field(default_factory=Cues)
    tastes: Tastes = msgspec.field(default_factory=Tastes)
    vary: dict[str, Limits] | None = None


class Tie(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"source": "from", "target": "to"}):
    """What one person or group is to another; later lines override earlier ones."""

    source: Id
    target: Id
    mutual: bool = False
    affinity: Valence | None = None
    importance: Share | None = None
    personhood: Share | None = None
    believed: Valence | None = None
    regard: Valence | None = None
    answers: Valence | None = None
    blame: Share | None = None
    love: Share | None = None
    fear: Share | None = None
    trust: Share | None = None


class Happening(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True, rename={"target": "to"}
):
    """Something that happens at a moment: in a level's schedule, in a commands file and in a replay alike."""

    do: str
    at: Seconds = 0.0
    who: Id | None = None
    by: Id | None = None
    about: Id | None = None
    claim: Id | None = None
    amount: Valence | None = None
    x: Metres | None = None
    y: Metres | None = None
    drive: str | None = None
    on: bool | None = None
    cue: str | None = None
    rule: str | None = None
    group: Id | None = None
    target: Id | None = None
    edge: str | None = None
    radius: Metres | None = None
    until: Seconds | None = None
    question: Id | None = None
    option: Count | None = None


class Do(Happening, frozen=True, kw_only=True, omit_defaults=True, tag_field="told_by", tag="do"):
    """A happening that a rule brings about; it has no `at`, since the rule says when."""


AnyAction: TypeAlias = Do | Say | Hint | Card | LookAt | Give | Ask | Win | Lose


class Rule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When something comes to be so, or a moment comes, something is done: one of `when`, `at` and `every`."""

    when: AnyCondition | None = None
    at: Seconds | None = None
    every: Annotated[float, Meta(ge=1, le=86400, description="seconds")] | None = None
    once: bool = False
    times: Annotated[int, Meta(ge=1, le=999)] | None = None
    then: Annotated[tuple[AnyAction, ...], Meta(min_length=1, max_length=20)]


class Difficulty(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is otherwise at another difficulty: tools and time, and nothing else."""

    tools: dict[str, Count | None] | None = None
    within: Seconds | None = None


class Difficulties(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The difficulties besides the usual one, which is the level as it stands."""

    gentle: Difficulty | None = None
    hard: Difficulty | None = None


class Proof(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """That a level can be won: what a player does who wins it, and what its lesson hangs on.

    Without the drives in `off` that does not help; without those in `cause` there is no need of it.
    """

    commands: Annotated[tuple[Happening, ...], Meta(min_length=1, max_length=400)]
    off: Annotated[tuple[str, ...], Meta(max_length=40)] = ()
    cause: Annotated[tuple[str, ...], Meta(max_length=40)] = ()


class Texts(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words that a level shows; a hint has at most eight words."""

    hint: Line = ""
    notice: Line = ""
    won: Line = ""
    lost: Line = ""


class Level(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"described_by": "$schema"}):
    """One level file."""

    described_by: Annotated[str, Meta(max_length=200)] | UnsetType = UNSET
    """where an editor of text finds the JSON Schema; the game does not look there"""
    schema_version: Literal[2]
    id: Id
    title: Name
    hook: Line
    seed: Seed = 1
    map: Map = msgspec.field(default_factory=Map)
    people: Annotated[tuple[Person, ...], Meta(min_length=1, max_length=2000)]
    groups: Annotated[tuple[Group, ...], Meta(max_length=2000)] = ()
    ties: Annotated[tuple[Tie, ...], Meta(max_length=20_000)] = ()
    claims: Annotated[tuple[Claim, ...], Meta(max_length=50)] = ()
    happenings: Annotated[tuple[Happening, ...], Meta(max_length=10_000)] = ()
    tools: dict[str, Count | None] | None = None
    difficulties: Difficulties | None = None
    goal: Goal | None = None
    rules: Annotated[tuple[Rule, ...], Meta(max_length=200)] = ()
    texts: Texts = msgspec.field(default_factory=Texts)
    teaching: Teaching = msgspec.field(default_factory=Teaching)
    proof: Proof | None = None
