"""A few letters find what is meant."""

from __future__ import annotations

import pytest

from sandbox.ui.kit.fuzzy import fit, ranked

NAMES = ("Hurt", "See blame and credit", "Look at people", "Look at one person closely", "Pause or go on", "Café")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("hu", "Hurt"),
        ("blame", "See blame and credit"),
        ("bl cre", "See blame and credit"),
        ("credit see", "See blame and credit"),
        ("look", "Look at people"),
        ("LOOK CLOSELY", "Look at one person closely"),
        ("pgo", "Pause or go on"),
        ("cafe", "Café"),
        ("erson", "Look at one person closely"),
    ],
)
def test_the_best_fit_comes_first(query: str, first: str) -> None:
    assert ranked(query, NAMES, str)[0] == first


def test_what_fits_in_no_word_is_left_out() -> None:
    assert ranked("xyz", NAMES, str) == []
    assert ranked("hurt xyz", NAMES, str) == []


def test_without_a_word_all_stay_in_their_order() -> None:
    assert ranked("  ", NAMES, str) == list(NAMES)


def test_a_word_counts_more_than_its_beginning_and_that_more_than_scattered_letters() -> None:
    worths = [fit("now", text) for text in ("to now", "nowhere", "known", "no way")]
    assert worths == sorted(worths, reverse=True)
    assert len(set(worths)) == 4


@pytest.mark.parametrize("query", ["(", "[a", "\\", "*", "ß"])
def test_signs_are_only_signs(query: str) -> None:
    assert fit(query, f"a {query} b") > 0
