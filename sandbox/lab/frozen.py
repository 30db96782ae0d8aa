"""The page of sensitivity: which verdicts hang on which constant, and whether the constants are still those.

The effects were tuned together and the constants then frozen; a page of other defaults says nothing about these.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from sandbox.engine.fingerprint import fingerprint
from sandbox.engine.params import describe
from sandbox.lab.report import markdown
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.lab.sensitivity import Table

_ROW: Final = re.compile(r"^\| `(\w+)` +\| (\S+) +\|", re.MULTILINE)
_WIDEST: Final = (40, 12, 30, 30, 30, 30)
"""Characters of a cell before it goes on in the next row."""
_SIGNS: Final = {0.01: "plus_little", -0.01: "minus_little", 0.3: "plus_much", -0.3: "minus_much"}


def page(table: Table, command: str) -> str:
    """Write docs/sensitivity.md: what was asked and found, and for each constant its default and what it changes."""
    names = [parameter.name for parameter in describe() if any(name == parameter.name for name, _ in table.flips)]
    whole = len(table.values)
    changes = list(_SIGNS)
    little = sorted({flip for (_, change), flips in table.flips.items() if abs(change) < 1 / 10 for flip in flips})
    counts = {key: len(flips) for key, flips in table.flips.items() if abs(key[1]) > 1 / 10}
    worst = max(counts, key=lambda key: counts[key], default=("", 0.0))
    moving = {name for (name, _), count in counts.items() if count}
    parts = [
        text_of("experiment.sensitivity.title"),
        text_of("experiment.sensitivity.method", command=command),
        text_of("experiment.sensitivity.little", flips=len(little), count=whole),
        text_of(
            "experiment.sensitivity.much",
            count=len(moving),
            constants=len(names),
            most=counts.get(worst, 0),
            worst=worst[0],
            whole=whole,
        ),
        *_most_moved(table),
        text_of("experiment.sensitivity.frozen", fingerprint=fingerprint()),
        _table(table, names, changes),
        text_of("experiment.sensitivity.verdicts"),
        "\n".join(
            f"- `{key}`: {value:.3g}, {_passed(passed=table.bands[key].holds(value))}"
            for key, value in table.values.items()
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _table(table: Table, names: Sequence[str], changes: Sequence[float]) -> str:
    heads = [text_of("experiment.sensitivity.constant"), text_of("experiment.sensitivity.default")]
    heads += [text_of(f"experiment.sensitivity.{_SIGNS[change]}") for change in changes]
    defaults = {parameter.name: parameter.default for parameter in describe()}
    none = text_of("experiment.sensitivity.none")
    rows = [
        [f"`{name}`", repr(defaults[name]), *(", ".join(table.flips[name, change]) or none for change in changes)]
        for name in names
    ]
    return markdown(heads, rows, _WIDEST)


def _most_moved(table: Table) -> list[str]:
    """Tell which verdict hangs on the most constants, and how many they are."""
    moved = Counter(verdict for name in {name for name, _ in table.flips} for verdict in _moves(table, name))
    return [
        text_of("experiment.sensitivity.most_moved", verdict=verdict, count=count)
        for verdict, count in moved.most_common(1)
    ]


def _moves(table: Table, name: str) -> set[str]:
    """Return the verdicts that any change of a constant changes."""
    return {verdict for (constant, _), flips in table.flips.items() if constant == name for verdict in flips}


def _passed(*, passed: bool) -> str:
    return text_of("experiment.passed" if passed else "experiment.failed")


def thawed(text: str) -> list[str]:
    """Compare a page with the present constants: a sentence for each that is new, gone, or has another default."""
    told = dict(_ROW.findall(text))
    now = {parameter.name: repr(parameter.default) for parameter in describe()}
    new = [f"{name} is new" for name in now if name not in told]
    gone = [f"{name} is gone" for name in told if name not in now]
    other = [f"{name} was {told[name]} and is {now[name]}" for name in now if name in told and told[name] != now[name]]
    return [*new, *gone, *other]
