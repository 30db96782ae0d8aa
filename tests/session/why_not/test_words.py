"""Whatever can be found at a gate, and whatever is tried, has its words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

import sandbox.session.why_not as room
from sandbox.scenario.language import texts
from sandbox.session.why_not.acts import ACTS
from sandbox.session.why_not.gates import GATES
from sandbox.session.why_not.natures import FEELINGS, TRAITS

SOURCES: Final = {path.stem: path.read_text("utf-8") for path in Path(next(iter(room.__path__))).glob("*.py")}
SHARED: Final = ("regarding", "pair")
MODULES: Final = {"help": ("helping",), "look": ("looking",), "blame": ("blaming",)}


def test_each_gate_has_a_meaning() -> None:
    assert [gate for gate in GATES if f"why_not.gate.{gate}" not in texts()] == []


@pytest.mark.parametrize("act", ACTS)
def test_each_finding_has_a_sentence(act: str) -> None:
    told = [key for key in texts() if key.startswith(f"why_not.{act}.")]
    source = "".join(SOURCES[name] for name in MODULES[act])
    findings = {key.rpartition(".")[2] for key in told}
    literal = re.compile(r'Found\("(\w+)", "(\w+)"')
    assert {f"why_not.{act}.{gate}.{finding}" for gate, finding in literal.findall(source)} <= set(told)
    assert {"open", "thing", "enemy", "stranger", "little", "left", "gone"} <= findings


def test_each_change_has_its_words() -> None:
    source = SOURCES["deeds"] + SOURCES["places"]
    keys = set(re.findall(r'done\(\s*"([\w.]+)"', source))
    keys |= {f"tie.{what}" for what, _ in FEELINGS} | {"tie.enmity", "both", "ill_of", "hits", "hits_one", "hurt"}
    keys |= {f"cue.{cue}" for cue in ("face", "voice", "name", "mask", "uniform", "label")}
    keys |= {f"trait.{what}.{'more' if value else 'less'}" for each in TRAITS.values() for _, what, value in each}
    keys |= {"praise", "thank", "gift", "insult"}
    assert len(keys) > 40
    assert [key for key in sorted(keys) if f"why_not.change.{key}" not in texts()] == []
