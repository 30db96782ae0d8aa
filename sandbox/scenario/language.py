"""Every word that a player reads: sentences with named slots, looked up by readable keys."""

from __future__ import annotations

from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, Final

import msgspec

from sandbox.scenario.folders import ASSETS
from sandbox.scenario.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXTS: Final = ASSETS / "text" / "en.json"
"""One flat object: key → sentence with {slots}."""


class TextError(LookupError):
    """A text that is not in the catalogue, or one whose slot was left empty."""


def say(key: str, **slots: object) -> str:
    """Give the sentence of `key` with its slots filled in; slots that it does not use are ignored."""
    sentences = texts()
    if key not in sentences:
        message = f'assets/text/en.json has no text "{key}"{did_you_mean(key, sentences)}.'
        raise TextError(message)
    missing = sorted(slots_of(sentences[key]) - slots.keys())
    if missing:
        message = f'assets/text/en.json: the text "{key}" needs {{{missing[0]}}}, which was not given.'
        raise TextError(message)
    return sentences[key].format_map(slots)


@cache
def slots_of(sentence: str) -> frozenset[str]:
    """Collect the names of the {slots} in a sentence."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


@cache
def texts() -> Mapping[str, str]:
    """Read the whole catalogue, once."""
    return msgspec.json.decode(TEXTS.read_bytes(), type=dict[str, str])
