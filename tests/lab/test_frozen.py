"""The constants are frozen: whoever changes a default measures anew what hangs on it."""

from __future__ import annotations

import re
from pathlib import Path

from sandbox.engine.fingerprint import fingerprint
from sandbox.engine.params import describe
from sandbox.lab.frozen import thawed

PAGE = (Path(__file__).parents[2] / "docs" / "sensitivity.md").read_text("utf-8")


def test_the_page_of_sensitivity_is_about_the_constants_as_they_are() -> None:
    assert thawed(PAGE) == []
    assert f"`{fingerprint()}`" in PAGE


def test_another_default_a_new_constant_and_a_lost_one_are_told() -> None:
    first, second, *_ = describe()
    row = re.compile(rf"^\| `{first.name}` .*\n", re.MULTILINE)
    older = row.sub("", PAGE).replace(f"| `{second.name}` ", "| `long_gone` ")
    assert thawed(older) == [f"{first.name} is new", f"{second.name} is new", "long_gone is gone"]
    other = re.sub(rf"^(\| `{first.name}` +\| )\S+", r"\g<1>9.99", PAGE, flags=re.MULTILINE)
    assert thawed(other) == [f"{first.name} was 9.99 and is {first.default!r}"]
