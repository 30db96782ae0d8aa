"""The bars of what was weighed show what made the difference, and still add up."""

from __future__ import annotations

import pytest

from sandbox.engine.imagine import TERMS
from sandbox.session.why.cards import Weighed
from sandbox.ui.panels.options_chart import mattering, parts
from sandbox.ui.panels.streams import STREAM_LOOK


def weighed(name: str, *, chosen: bool = False, **terms: float) -> Weighed:
    streams = dict.fromkeys(TERMS, 0.01) | terms
    return Weighed(name, sum(streams.values()), 0.5, chosen, streams)


OPTIONS = (
    weighed("help", chosen=True, sympathy=0.2, effort=-0.05),
    weighed("stay", sympathy=-0.2),
    weighed("leave", approval=-0.1, worry=0.012),
)


def test_only_what_differs_has_a_part_of_its_own() -> None:
    assert mattering(OPTIONS) == ["sympathy", "approval", "effort"]


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_the_parts_add_up_to_the_worth(option: Weighed) -> None:
    bar = parts(OPTIONS, option)
    assert sum(bar.values()) == pytest.approx(option.value)
    assert set(bar) <= set(STREAM_LOOK)


def test_every_term_has_a_look_of_its_own() -> None:
    assert set(TERMS) <= set(STREAM_LOOK)
    looks = list(STREAM_LOOK.values())
    assert {term: look for term, look in STREAM_LOOK.items() if looks.count(look) > 1} == {}
