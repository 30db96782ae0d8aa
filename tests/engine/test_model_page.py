"""The model page says what the engine does: mechanisms, tick order, constants, drives and options."""

from __future__ import annotations

import importlib
import inspect
import re
from itertools import chain
from pathlib import Path
from typing import Final

import pytest

import sandbox.engine
from sandbox.engine import imagine, vocabulary
from sandbox.engine.causes import KINDS
from sandbox.engine.circuit import View
from sandbox.engine.effects import SHEETS
from sandbox.engine.frozen import fields
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.judge import Meetings
from sandbox.engine.mechanisms import MECHANISMS
from sandbox.engine.mind import FACTS
from sandbox.engine.options import OPTIONS
from sandbox.engine.options.option import Imagined
from sandbox.engine.params import Parameters
from sandbox.engine.people import People
from sandbox.engine.tick import STEPS
from sandbox.engine.ties import Ties

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "model.md"
TEXT: Final = PAGE.read_text(encoding="utf-8")
BLOCKS: Final = re.findall(r"^```text\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
PROSE: Final = re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL)
SPANS: Final = re.findall(r"`([^`]+)`", PROSE)
SECTIONS: Final = re.split(r"^(?=##{1,2} )", TEXT, flags=re.MULTILINE)
"""Each with its sub-sections"""
ENGINE: Final = Path(sandbox.engine.__file__).parent
CONSTANTS: Final = {constant.name for constant in fields(Parameters)}
COMMAND: Final = re.compile(r"(python|main\.py) |--|^D$")
FACTOR: Final = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)+|[A-Za-z]{2,}(?= ·)|(?<=· )[A-Za-z]{2,}")
"""What has to be a name in a formula: two words joined, or anything beside a product's dot."""
MEASURED: Final = re.compile(r"<!-- table: experiments -->\n.*?<!-- end -->", re.DOTALL)
SHORTHAND: Final = {"dt", "min", "max"}
"""What formulas have and the engine does not define."""


def modules() -> dict[str, str]:
    """Return the source of every module of the engine by its path there."""
    return {str(path.relative_to(ENGINE)): path.read_text(encoding="utf-8") for path in sorted(ENGINE.rglob("*.py"))}


def functions() -> set[str]:
    """Name every module of the engine and every function and class in it, plainly and as module.thing."""
    found = set()
    for path in modules():
        name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        module = importlib.import_module(f"sandbox.engine.{name}" if name != "__init__" else "sandbox.engine")
        found |= {name, name.rpartition(".")[2]}
        for thing, value in vars(module).items():
            if callable(value) and inspect.getmodule(value) is module:
                found |= {thing, f"{name}.{thing}"}
    return found


def known() -> set[str]:
    """Collect every name that the page may use: constants, columns, functions, words of the closed lists."""
    tables = chain.from_iterable(map(fields, (People, Ties, Meetings)))
    tuples = (View, imagine.Audience)
    lists = (value for value in vars(vocabulary).values() if isinstance(value, tuple))
    defined = re.findall(r"^ *(\w+) *(?:\(\w\))? *[=←]", "\n".join(BLOCKS), re.MULTILINE)
    return {
        *CONSTANTS,
        *(column.name for column in tables),
        *chain.from_iterable(one._fields for one in tuples),
        *FACTS,
        *SHEETS,
        *Imagined.__annotations__,
        *chain.from_iterable(lists),
        *(one.name for one in (*OPTIONS, *HAPPENINGS)),
        *KINDS,
        *functions(),
        *defined,
        *SHORTHAND,
    }


def read(source: str) -> set[str]:
    """Name the constants that a source reads."""
    return set(re.findall(r"(?:params|own|law\((?:[^()]|\([^()]*\))*\))\.(\w+)", source)) & CONSTANTS


def named(section: str) -> set[str]:
    """List the words that a section has in formulas and between backticks."""
    return set(
        re.findall(r"[a-z_]+", " ".join(re.findall(r"^```.*?^```$|`[^`\n]+`", section, re.MULTILINE | re.DOTALL)))
    )


def told(section: str) -> set[str]:
    """List the modules for which a section says that it tells of them; a folder stands for all in it."""
    lines = "".join(re.findall(r"^Code: .*?\n\n", section, re.MULTILINE | re.DOTALL))
    links = re.findall(r"\(\.\./sandbox/engine/([\w./]+)\)", lines)
    return {path for link in links for path in modules() if path == link or path.startswith(f"{link}/")}


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda mechanism: mechanism.id)
def test_each_mechanism_has_one_row_of_three_columns(mechanism: object) -> None:
    rows = re.findall(rf"^\| \*\*{mechanism.id}\*\* .*$", TEXT, re.MULTILINE)
    assert len(rows) == 1
    cells = [cell.strip() for cell in rows[0].strip("|").split("|")]
    assert len(cells) == 4
    assert all(cells)


def test_the_order_of_a_tick_is_that_of_the_engine() -> None:
    assert re.findall(r"^\d+\. `(\w+)`", TEXT, re.MULTILINE) == ["happen", *(step.__name__ for step in STEPS)]


def test_every_name_on_the_page_is_one_of_the_engine() -> None:
    plain = [span for span in SPANS if not COMMAND.search(span) and "/" not in span]
    names = {name for span in plain for name in re.findall(r"[A-Za-z_.]{2,}", span)}
    names |= {name for block in BLOCKS for name in FACTOR.findall(block)}
    assert names - known() == set()


def test_formulas_hold_no_number_that_could_go_out_of_date() -> None:
    assert BLOCKS
    numbers = set(re.findall(r"\d+(?:\.\d+)?", "\n".join(BLOCKS)))
    assert numbers <= {"0", "1", "2"}


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.partition("\n")[0])
def test_a_section_names_every_constant_that_its_code_reads(section: str) -> None:
    missing = {path: sorted(read(modules()[path]) - named(section)) for path in told(section)}
    assert {path: names for path, names in missing.items() if names} == {}


def test_every_module_that_reads_a_constant_is_told_of() -> None:
    covered = set().union(*(told(section) for section in SECTIONS))
    assert {path for path, source in modules().items() if read(source)} - covered == set()


def test_every_drive_stream_option_and_happening_is_mentioned() -> None:
    names = {*vocabulary.DRIVES, *vocabulary.STREAMS, *(one.name for one in (*OPTIONS, *HAPPENINGS))}
    assert names - set(SPANS) == set()


def test_every_drive_has_its_place_among_the_switches() -> None:
    switches = next(section for section in SECTIONS if section.startswith("## What can be switched off"))
    cells = re.findall(r"^\| (`.*?) \|", switches, re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(cells))) == sorted(vocabulary.DRIVES)


def test_every_letter_stands_for_a_part_of_the_picture() -> None:
    letters = re.findall(r"^\| `(\w)` \| `(\w+)` \|", TEXT, re.MULTILINE)
    assert {*View._fields} <= {column for _, column in letters}


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", TEXT)
    assert [link for link in links if not (PAGE.parent / link).exists()] == []
    titles = re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\(#([\w-]+)\)", TEXT)) <= anchors


def test_there_is_room_for_the_measured_table() -> None:
    assert len(MEASURED.findall(TEXT)) == 1
