"""A dummy of each kind of thing in the engine and in what is measured about it."""

from __future__ import annotations

from typing import Final

from tests.recipes.edits import (
    MODEL,
    TEXTS,
    Edit,
    Recipe,
    experiment,
    like,
    measured,
    option,
    put,
    sign,
    texts,
    texts_like,
)

AWE: Final = '''

def awe(world: Realm, who: Who, emotion: Floats) -> Floats:
    """Return the reward per second of a dummy (T29)."""
    return driven(world, "awe", who, 0 * emotion)
'''
FRIGHTENED: Final = '''

def frightened(_: Realm, after: Realm) -> Ints:
    """Find who is frightened."""
    return _rows(after.ties.fear > THING)
'''
NOTHING: Final = '''

def nothing(_: World, rows: Ints) -> Parents:
    """Nothing is behind it."""
    return ((np.full(len(rows), NOBODY), 0.0),)
'''
PUPPET: Final = """def _puppet(canvas: SpriteCanvas, shape: Shape) -> None:
    canvas.ellipse((0, -0.4), (0.4, 0.6), palette.INK)


THINGS: Final"""
TWIN: Final = """T26_TWIN: Final = experiment(
    "t26-twin",
    street_cells,
    street_measure,
    Criterion("alike", mean("alike"), at_most(-0.08), (Lesion(("resemblance",), band=at_least(-0.05)),)),
)
LIKENESS: Final = (T26_TWIN, """

ENGINE: Final = (
    Recipe(
        "something to befall people",
        (
            like(
                "sandbox/engine/happenings/praise.py",
                "sandbox/engine/happenings/whistle.py",
                ('sound="praise"', 'sound="toot"'),
                ('"praise"', '"whistle"'),
            ),
            put("sandbox/engine/happenings/__init__.py", "    triumph,\n", "    whistle,\n"),
            put("sandbox/engine/happenings/__init__.py", "    thank.KIND,\n", "    whistle.KIND,\n"),
            sign("happenings", "whistle"),
            put(MODEL, "`switch`, `thank`", ", `whistle`"),
            texts_like("praise", "whistle"),
        ),
        MODEL,
        "whistle",
    ),
    Recipe("a deed or an evasion", option("twirl", "invite", room="deeds"), "sandbox/view/icons/deeds.py", "twirl"),
    Recipe(
        "a deed or an evasion",
        (
            *option("shrug", "belittle", room="minds"),
            put("sandbox/engine/vocabulary.py", "    *EVASIONS,\n", '    "shrug",\n'),
            put(MODEL, "`deny`, `suspect`", ", `shrug`"),
        ),
        "sandbox/engine/vocabulary.py",
        "shrug",
    ),
    Recipe(
        "a drive",
        (
            Edit("sandbox/engine/drives.py", AWE),
            put("sandbox/engine/feel.py", "from sandbox.engine.drives import ", "awe, "),
            put(
                "sandbox/engine/feel.py",
                "own = [proud, company(world, EVERYBODY, around), fun, worried,",
                " awe(world, EVERYBODY, body),",
            ),
            put("sandbox/engine/imagine.py", "from sandbox.engine.drives import ", "awe, "),
            put(
                "sandbox/engine/imagine.py",
                "        worry(world, doer, watched.explained - reason[-1] + reason[:-1]),\n",
                "        awe(world, doer, later),\n",
            ),
            put("sandbox/engine/vocabulary.py", '"play", "worry"', ', "awe"'),
            put("sandbox/engine/vocabulary.py", '    "anxiety",\n', '    "awe",\n'),
            put("sandbox/session/seen/quantities.py", '"yellow", "orange", "orange", "blue"', ', "white"'),
            put("sandbox/ui/panels/streams.py", '    "worry": "dots",\n', '    "awe": "checks",\n'),
            put(MODEL, "`company`, `play`, `worry`", ", `awe`"),
            put(MODEL, "| `anxiety` | involuntary attention, and worry |\n", "| `awe` | that stream |\n"),
            texts("stream.awe.name", "stream.awe.line", "drive.awe.name", "drive.awe.line", "why.gain.awe"),
        ),
        "sandbox/ui/panels/streams.py",
        "awe",
    ),
    Recipe(
        "a constant",
        (
            put(
                "sandbox/engine/params.py",
                "    # feel\n",
                '    whim: float = _param(1.0, 0, 2, "1", "design", "a dummy of a constant")\n',
            ),
            put("sandbox/engine/drives.py", "    stung = -params.worry_gain", " * params.whim"),
            put(MODEL, "suffering on the mind is a reason to be uneasy", " (`whim`)"),
        ),
        MODEL,
        "whim",
    ),
    Recipe(
        "a trait or another column",
        (
            put(
                "sandbox/engine/people.py",
                '    """trait: taste for play, 0 to 1 (T29)"""\n',
                '    patience: Floats = column(0.5, owner="trait")\n    """trait: a dummy, 0 to 1"""\n',
            ),
            put("sandbox/engine/ranges.py", '(("envy", "playfulness",', ' "patience",'),
            put(
                "sandbox/lab/ordinary.py",
                '    "envy": Usual(0.3, 0.15, "design"),\n',
                '    "patience": Usual(0.5, 0.15, "design"),\n',
            ),
            put("sandbox/scenario/schema.py", "    envy: Share = 0.3\n", "    patience: Share = 0.5\n"),
            put("sandbox/session/seen/quantities.py", '        ("envy", 0.0),\n', '        ("patience", 0.0),\n'),
            put(
                "tests/lab/level_meanings.py",
                '        "envy": "How much it hurts when a friend is ahead in their own field.",\n',
                '        "patience": "A dummy.",\n',
            ),
            texts("ui.quantity.patience", "ui.quantity.patience.line"),
        ),
        "sandbox/session/seen/quantities.py",
        "patience",
    ),
    Recipe(
        "a trait or another column",
        (
            put(
                "sandbox/engine/ties.py",
                '    boredom: Floats = column(owner="mind")\n',
                '    """how stale"""\n    habitual: Floats = column(owner="mind")\n',
            ),
            put("sandbox/engine/ranges.py", '(("clarity",', ' "habitual",'),
        ),
        "sandbox/engine/ranges.py",
        "ties.habitual",
    ),
    Recipe(
        "a record of something",
        (
            put("sandbox/engine/causes.py", '    "refused",\n', '    "feared",\n'),
            Edit(
                "sandbox/engine/notable.py",
                FRIGHTENED,
            ),
            Edit(
                "sandbox/engine/reasons.py",
                NOTHING,
            ),
            put("sandbox/engine/journal.py", "    always,\n", "    of,\n"),
            put(
                "sandbox/engine/journal.py",
                "    choose: (chosen,",
                ' Moved(notable.frightened, Rule("feared", of("fear"), "why_felt"), reasons.nothing)',
            ),
            texts("why.feared", "chronicle.feared", slots="{who}: "),
        ),
        TEXTS,
        "feared",
    ),
    Recipe(
        "a cue or a being",
        (
            put("sandbox/engine/vocabulary.py", '"uniform", "label"', ', "scarf"'),
            put("sandbox/engine/looks.py", '"label": 0.4', ', "scarf": 0.1'),
            put("sandbox/scenario/schema.py", "    label: bool = False\n", "    scarf: bool = False\n"),
            sign("cues", "scarf"),
            put(
                "tests/lab/level_meanings.py",
                '        "label": "They wear a label: a number, a case.",\n',
                '        "scarf": "A dummy.",\n',
            ),
            texts("ui.cue.scarf", "ui.status.scarf"),
        ),
        TEXTS,
        "scarf",
    ),
    Recipe(
        "a cue or a being",
        (
            put("sandbox/engine/vocabulary.py", '"chatbot", "insect"', ', "puppet"'),
            put("sandbox/engine/looks.py", '"chatbot": 0.0, "insect": 0.0', ', "puppet": 0.1'),
            put("sandbox/engine/looks.py", '"insect": 0.5', ', "puppet": 0.75'),
            put("sandbox/scenario/schema.py", '"chatbot", "insect"', ', "puppet"'),
            Edit("sandbox/view/people/things.py", PUPPET, "THINGS: Final"),
            put("sandbox/view/people/things.py", '    "insect": _beetle,\n', '    "puppet": _puppet,\n'),
            put("sandbox/view/people/thing_faces.py", '    "insect": _beetle,\n', '    "puppet": _robot,\n'),
            texts("ui.status.puppet"),
        ),
        "sandbox/view/people/things.py",
        "puppet",
    ),
    Recipe(
        "a level",
        (
            like(
                "levels/120-look-away.json", "levels/950-dummy.json", ('"look-away"', '"dummy"'), ("Look Away", "Dummy")
            ),
            like(
                "sandbox/lab/effects/look_away.py",
                "sandbox/lab/effects/dummy.py",
                ('"look-away"', '"dummy"'),
                ("LOOK_AWAY", "DUMMY"),
            ),
            put(
                "sandbox/lab/experiments.py",
                "from sandbox.lab.effects.copenhagen import COPENHAGEN\n",
                "from sandbox.lab.effects.dummy import DUMMY\n",
            ),
            put("sandbox/lab/experiments.py", "HALF_HELPER, NEXT_PLEASE", ", DUMMY"),
            texts("experiment.dummy.avert"),
            *measured("dummy", 3),
        ),
        "sandbox/lab/experiments.py",
        "dummy",
    ),
    Recipe("an experiment", experiment("kindness", "effects", "EFFECTS: Final = ("), TEXTS, "kindness"),
    Recipe(
        "the measurement of a mechanism",
        (
            Edit("sandbox/lab/mechanisms/likeness.py", TWIN, "LIKENESS: Final = ("),
            *measured("t26-twin", 2),
            texts("experiment.t26-twin.alike"),
            Edit("sandbox/engine/mechanisms.py", '"t26-twin"', '"t26-resemblance"'),
        ),
        "sandbox/lab/mechanisms/likeness.py",
        "t26-twin",
    ),
    Recipe(
        "a finding that nothing was set for",
        experiment("windfall", "forecasts", "FORECASTS: Final = ("),
        MODEL,
        "windfall",
    ),
)
