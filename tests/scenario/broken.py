"""Every way in which a level can be wrong, with the one sentence that says so."""

from __future__ import annotations

from sandbox.engine.happenings import HAPPENINGS
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import one_of
from tests.scenario.small import person, small

KINDS = one_of(sorted(kind.name for kind in HAPPENINGS))
TOOLS = one_of(sorted(kind.name for kind in HAPPENINGS if kind.is_tool))
TEDDY = {"id": "teddy", "name": "Teddy", "x": 1, "y": 1, "being": "doll"}
PEOPLE = "ann, bob or cy"
TIE = {"from": "ann", "to": "bob"}


def happening(**fields: object) -> dict[str, object]:
    return small(happenings=[fields])


def tie(**fields: object) -> dict[str, object]:
    return small(ties=[TIE | fields])


def place(**fields: object) -> dict[str, object]:
    return small(map={"places": [{"id": "well", "x": 10, "y": 5} | fields]})


def with_teddy(**fields: object) -> dict[str, object]:
    return small(people=[*small()["people"], dict(TEDDY)], ties=[]) | fields


def about(*mechanisms: str) -> dict[str, object]:
    return small(teaching={"mechanisms": list(mechanisms)})


def goal(**fields: object) -> dict[str, object]:
    return small(goal={"kind": "relieved", "who": "ann", "within": 60} | fields)


BROKEN = [
    (
        person(traits={"sympathy": 3}),
        "people[3].traits.sympathy = 3 lies outside 0 to 1; choose a number between 0 and 1.",
    ),
    (
        person(traits={"sympathy": "much"}),
        'people[3].traits.sympathy = "much" is a text; choose a number between 0 and 1.',
    ),
    (
        person(traits={"sympathy": True}),
        "people[3].traits.sympathy = true is true or false; choose a number between 0 and 1.",
    ),
    (
        person(traits={"sympathy": None}),
        "people[3].traits.sympathy = null is nothing; choose a number between 0 and 1.",
    ),
    (person(nmae="Dee"), 'people[3].nmae is not a field that is known here; did you mean "name"?'),
    (person(name=None), "people[3].name is missing; give a text of 1 to 40 characters."),
    (person(name=""), "people[3].name has 0 characters; choose a text of 1 to 40 characters."),
    (person(id="Dee D"), 'people[3].id = "Dee D" is not an id; did you mean "dee-d"?'),
    (person(look={"hat": "cup"}), 'people[3].look.hat = "cup" is not one of the choices; did you mean "cap"?'),
    (
        person(look={"hat": "fez"}),
        'people[3].look.hat = "fez" is not one of the choices; choose bow, cap, cone, leaf or none.',
    ),
    (person(look=[]), "people[3].look = [] is a list; choose an object { … }."),
    (person(cues={"mask": 1}), "people[3].cues.mask = 1 is a number; choose true or false."),
    (person(id="ann"), 'people[3].id = "ann" is taken by people[0].id; choose another id.'),
    (person(id="well"), 'people[3].id = "well" is taken by map.places[0].id; choose another id.'),
    (
        person(id="ann", facing="ann") | {"happenings": [{"do": "hurt", "at": 5, "who": "dee"}]},
        'people[3].id = "ann" is taken by people[0].id; choose another id.',
    ),
    (person(group="bob"), 'people[3].group = "bob" is taken by people[1].id; choose another id.'),
    (person(x=None, y=None), "people[3] stands nowhere; give a place, or both x and y."),
    (person(y=None), "people[3] stands nowhere; give a place, or both x and y."),
    (person(place="well"), "people[3] has both a place and x or y; keep one of them."),
    (
        person(x=None, y=None, place="wall"),
        'people[3].place = "wall" is no place in this level; did you mean "well"?',
    ),
    (person(x=21), "people[3].x = 21 lies off the map; choose a number between 0 and 20."),
    (person(facing="bub"), 'people[3].facing = "bub" is nobody and no place in this level; did you mean "bob"?'),
    (person(facing="dee"), 'people[3].facing = "dee" is the person; name somebody else or a place.'),
    (small(schema_version=0), "schema_version = 0 is not one of the choices; choose 2."),
    (
        small(schema_version=3, novelties=[]),
        "schema_version = 3 is of a newer version of the game, and this one reads 2; get the newer game.",
    ),
    (small(schema_version=True), "schema_version = true is true or false; choose 2."),
    (small(seed=1.5), "seed = 1.5 is not a whole number; choose a whole number between 0 and 2,147,483,647."),
    (small(seed=7.0), "seed = 7.0 is written with a point; choose a whole number between 0 and 2,147,483,647."),
    (small(seed=-1), "seed = -1 lies outside 0 to 2,147,483,647; choose a whole number between 0 and 2,147,483,647."),
    (small(people=[]), "people has 0 entries; give a list of 1 to 2,000 entries."),
    (
        small(map=small()["map"] | {"width": 4}),
        "map.width = 4 lies outside 5 to 1,000; choose a number between 5 and 1,000.",
    ),
    (place(radius=0), "map.places[0].radius = 0 lies outside its bounds; choose a number above 0 and up to 50."),
    (
        small(map={"places": [{"id": "well", "x": 10, "y": 5}], "walls": [{"x1": 1, "y1": 2, "x2": 1, "y2": 2}]}),
        "map.walls[0] has no length; let it end elsewhere.",
    ),
    (tie(to="bub"), 'ties[0].to = "bub" is nobody in this level; did you mean "bob"?'),
    (tie(to="zora"), 'ties[0].to = "zora" is nobody in this level; choose ann, blues, bob or cy.'),
    (tie(to="ann"), 'ties[0] ties "ann" to the same person; name two people.'),
    (tie(affinity=-2), "ties[0].affinity = -2 lies outside -1 to 1; choose a number between -1 and 1."),
    (happening(do="hurtt", who="ann"), 'happenings[0].do = "hurtt" is no happening; did you mean "hurt"?'),
    (happening(do="kiss", who="ann"), f'happenings[0].do = "kiss" is no happening; choose {KINDS}.'),
    (happening(do="hurt"), 'happenings[0].who is missing; a happening of kind "hurt" needs it.'),
    (happening(do="hurt", who="zora"), f'happenings[0].who = "zora" is nobody in this level; choose {PEOPLE}.'),
    (happening(do="hurt", who="ann", by="ann"), 'happenings[0].by = "ann" is also who it befalls; name somebody else.'),
    (
        happening(do="hurt", who="ann", x=3),
        'happenings[0].x says nothing about a happening of kind "hurt"; it takes who, by or amount.',
    ),
    (
        happening(do="hurt", who="ann", amount=-0.5),
        "happenings[0].amount = -0.5 lies outside 0 to 1; choose a number between 0 and 1.",
    ),
    (
        small(people=[small()["people"][2]], ties=[], happenings=[{"do": "praise", "who": "cy"}]),
        'happenings[0] is a happening of kind "praise", and nobody else is there to say it.',
    ),
    (happening(do="news", who="ann"), 'happenings[0].about is missing; a happening of kind "news" needs it.'),
    (happening(do="go", who="ann"), 'happenings[0].to is missing; a happening of kind "go" needs it.'),
    (
        happening(do="go", who="ann", to="wel"),
        'happenings[0].to = "wel" is nobody and no place in this level; did you mean "well"?',
    ),
    (happening(do="go", who="ann", to="ann"), 'happenings[0].to = "ann" is also who it befalls; name somebody else.'),
    (
        happening(do="leave", who="ann", to="bob"),
        'happenings[0].to = "bob" is no place in this level; choose well.',
    ),
    (
        happening(do="leave", who="ann", edge="lef"),
        'happenings[0].edge = "lef" is no edge of the map; did you mean "left"?',
    ),
    (
        happening(do="enter", who="ann"),
        'happenings[0].who = "ann" is there from the start and never leaves; give them "present": false.',
    ),
    (
        happening(do="leave", who="ann", to="well", edge="left"),
        'happenings[0].edge is given beside to = "well"; keep one of them.',
    ),
    (
        happening(do="hurt", who="ann", until=3),
        'happenings[0].until says nothing about a happening of kind "hurt"; it takes who, by or amount.',
    ),
    (
        happening(do="stay", who="ann", radius=-1),
        "happenings[0].radius = -1 lies outside 0 to 1,000; choose a number between 0 and 1,000.",
    ),
    (happening(do="move", who="ann", x=3), 'happenings[0].y is missing; a happening of kind "move" needs it.'),
    (
        happening(do="switch", drive="sympthy", on=False),
        'happenings[0].drive = "sympthy" is no drive; did you mean "sympathy"?',
    ),
    (
        happening(do="move", who="ann", x=3, y=11),
        "happenings[0].y = 11 lies off the map; choose a number between 0 and 10.",
    ),
    (
        happening(do="cue", who="ann", cue="maks", on=True),
        'happenings[0].cue = "maks" is no cue; did you mean "mask"?',
    ),
    (
        happening(do="cue", who="ann", cue="hood", on=True),
        'happenings[0].cue = "hood" is no cue; choose face, label, mask, name, uniform or voice.',
    ),
    (happening(do="cue", who="ann", cue="mask"), 'happenings[0].on is missing; a happening of kind "cue" needs it.'),
    (
        happening(do="propose", who="ann", rule="be_nice"),
        'happenings[0].rule = "be_nice" is no rule; choose fend_alone, help_all or punish_enemies.',
    ),
    (
        happening(do="badge", who="ann", group="reds"),
        'happenings[0].group = "reds" is no group in this level; choose blues.',
    ),
    (
        happening(do="order", who="ann", by="bob"),
        'happenings[0].about is missing; a happening of kind "order" needs it.',
    ),
    (
        happening(do="order", who="ann", by="bob", about="bob"),
        'happenings[0].about = "bob" is also who gives the order; name somebody else.',
    ),
    (
        with_teddy(happenings=[{"do": "order", "who": "ann", "by": "teddy", "about": "bob"}]),
        'happenings[0].by = "teddy" is a doll, and things do nothing; name a person.',
    ),
    (
        with_teddy(happenings=[{"do": "hurt", "who": "ann", "by": "teddy"}]),
        'happenings[0].by = "teddy" is a doll, and things do nothing; name a person.',
    ),
    (
        with_teddy(happenings=[{"do": "news", "who": "teddy", "about": "bob"}]),
        'happenings[0].who = "teddy" is a doll, and things have nobody in mind; name a person.',
    ),
    (
        with_teddy(
            people=[small()["people"][2], TEDDY | {"being": "insect"}], happenings=[{"do": "praise", "who": "cy"}]
        ),
        'happenings[0] is a happening of kind "praise", and nobody else is there to say it.',
    ),
    (
        with_teddy(ties=[{"from": "teddy", "to": "ann", "affinity": 1}]),
        'ties[0].from = "teddy" is a doll, and to a thing nobody is anything; name a person.',
    ),
    (
        with_teddy(ties=[{"from": "ann", "to": "teddy", "mutual": True}]),
        'ties[0].mutual ties "teddy" back, which is a doll; leave it out.',
    ),
    (
        with_teddy(goal={"kind": "relieved", "who": "teddy", "within": 60}),
        'goal.who = "teddy" is a doll, and things feel nothing; name a person.',
    ),
    (person(being="dol"), 'people[3].being = "dol" is not one of the choices; did you mean "doll"?'),
    (person(field="Chess"), 'people[3].field = "Chess" is not an id; did you mean "chess"?'),
    (
        person(errand={"to": "wel"}),
        'people[3].errand.to = "wel" is nobody and no place in this level; did you mean "well"?',
    ),
    (
        person(errand={"to": "dee"}),
        'people[3].errand.to = "dee" is whose errand it is; name somebody else, or a place.',
    ),
    (
        person(errand={"to": "well", "weight": 2}),
        "people[3].errand.weight = 2 lies outside 0 to 1; choose a number between 0 and 1.",
    ),
    (
        person(errand={"to": "bob", "detour": "well"}),
        'people[3].errand.detour leads round to "bob", who is a person; only the way to a place can have a detour.',
    ),
    (
        person(errand={"to": "bob", "leave": True}),
        'people[3].errand.leave leaves the map at "bob", who is a person; send them to a place to leave there.',
    ),
    (
        person(errand={"to": "well", "by": 9}),
        "people[3].errand.by hurries nobody to an errand that weighs nothing; give a weight above 0 too.",
    ),
    (
        person(errand={"to": "well", "detour": "bob"}),
        'people[3].errand.detour = "bob" is no place in this level; choose well.',
    ),
    (
        person(errand={"to": "well", "detour": "well"}),
        'people[3].errand.detour = "well" is where the errand ends; name another place.',
    ),
    (person(errand={}), f"people[3].errand.to is missing; give {text_of('wanted.id')}."),
    (
        person(bag={"doses": -1}),
        "people[3].bag.doses = -1 lies outside 0 to 99; choose a number between 0 and 99.",
    ),
    (
        person(body={"pretence": -2}),
        "people[3].body.pretence = -2 lies outside -1 to 1; choose a number between -1 and 1.",
    ),
    (tie(love=2), "ties[0].love = 2 lies outside 0 to 1; choose a number between 0 and 1."),
    (
        small(groups=[{"id": "blues", "norms": {"hlep": 1}}]),
        'groups[0].norms.hlep = "hlep" is nothing that people can do; did you mean "help"?',
    ),
    (about("T5", "T44"), 'teaching.mechanisms[1] = "T44" is none of the mechanisms T1 to T32.'),
    (about("T5", "T5"), 'teaching.mechanisms[1] = "T5" stands there twice; leave one out.'),
    (
        small(groups=[{"id": "blues", "norms": {"help": 3}}]),
        "groups[0].norms.help = 3 lies outside -1 to 1; choose a number between -1 and 1.",
    ),
    (
        small(groups=[{"id": "blues"}, {"id": "blues"}]),
        'groups[1].id = "blues" is taken by groups[0].id; say it all there.',
    ),
    (small(groups=[{"id": "well"}]), 'groups[0].id = "well" is a person or a place; choose another id.'),
    (small(tools={"hurtt": 1}), 'tools.hurtt is no tool; did you mean "hurt"?'),
    (small(tools={"switch": 1}), f"tools.switch is no tool; choose {TOOLS}."),
    (small(tools={"hurt": -1}), "tools.hurt = -1 lies outside 0 to 999; choose a whole number between 0 and 999."),
    (goal(who="an"), 'goal.who = "an" is nobody in this level; did you mean "ann"?'),
    (goal(kind="befriended"), "goal.whom is missing; name the person to whom goal.who should warm."),
    (goal(kind="befriended", whom="ann"), "goal.whom is the same person as goal.who; name somebody else."),
    (goal(whom="bob"), 'goal.whom says nothing in a goal of kind "relieved"; take it out.'),
    (goal(value=2), "goal.value = 2 lies outside -1 to 1; choose a number between -1 and 1."),
    (
        goal(kind="unblamed", value=-1),
        "goal.value = -1 is less than no blame; choose a number between 0 and 100.",
    ),
    (small(texts={"hint": "a b c d e f g h i"}), "texts.hint has 9 words; use at most 8."),
    (small(title="a\u202eb"), "title holds the unprintable character U+202E; take it out."),
    (small(title="a\ud800"), "title holds the unprintable character U+D800; take it out."),
    ([], "the file is a list; choose an object { … }."),
    (b"{", "line 1, column 2: the file ends, and something is still open; a closing bracket is missing."),
    (b"", "the file is empty; copy a level and change it."),
    (b'"\xff"', "byte 2 is not UTF-8; save the file as UTF-8."),
    (b"[" * 100_000, "it is nested more than 24 deep; nothing here needs that."),
]
