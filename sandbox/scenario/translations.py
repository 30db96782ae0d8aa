"""Texts in several languages: a level may give any text that players read as `{"en": "Look.", "de": "Schau."}`.

A level that is read has each text in one language, that of the game, and what is saved of a game keeps to it. Which
texts these are, the types of the format say, by the mark that their fields carry.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from msgspec import inspect

from sandbox.scenario.fields import SPOKEN
from sandbox.scenario.language import ENGLISH, in_use
from sandbox.scenario.problems import Problem
from sandbox.scenario.read_json import joined, shown
from sandbox.scenario.wanted import plain, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CODE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
"""A language, as BCP 47 has it: `en`, `pt-BR`."""
MOST: Final = 50
"""Languages of a text."""


def is_spoken(kind: inspect.Type) -> bool:
    """Return whether a type is that of a text that players read."""
    return isinstance(kind, inspect.Metadata) and kind.extra == SPOKEN


def check_languages(texts: Mapping[str, object], path: str) -> Iterator[Problem]:
    """List what is wrong with a text in several languages, but for what it says in each."""
    if not texts or len(texts) > MOST:
        yield Problem(path, "language.number", count=len(texts), most=MOST)
    for code in texts:
        if not CODE.fullmatch(code):
            yield Problem(joined(path, code), "language.code", value=shown(code))


def chosen(texts: Mapping[str, str]) -> str:
    """Return a text in the language in use, or in English if it lacks that, or in the first that it has."""
    language = next((code for code in (in_use(), ENGLISH) if code in texts), None)
    return next(iter(texts.values()), "") if language is None else texts[language]


def with_languages(written: Any, read: Any) -> Any:  # noqa: ANN401 - JSON values
    """Put the texts in several languages that a file has into the same level as it is written anew."""
    if isinstance(written, str) and isinstance(read, dict):
        return read
    if isinstance(written, dict) and isinstance(read, dict):
        return {key: with_languages(value, read.get(key)) for key, value in written.items()}
    if isinstance(written, list) and isinstance(read, list):
        return [with_languages(*pair) for pair in zip(written, read, strict=True)]
    return written


def untranslated(kind: inspect.Type, value: object) -> Iterator[Problem]:
    """List what a sound file with texts in several languages has in only some of them."""
    texts = list(_texts(kind, value, ""))
    languages = spoken_in(kind, value)
    for path, text in texts:
        lacking = [code for code in languages if not isinstance(text, dict) or code not in text]
        if lacking and text and not (isinstance(text, str) and path.endswith(".name")):
            yield Problem(path, "remark.language", languages=", ".join(lacking))


def spoken_in(kind: inspect.Type, value: object) -> tuple[str, ...]:
    """List the languages in which a sound file has texts, in their order; none if it does not name them."""
    texts = (text for _, text in _texts(kind, value, "") if isinstance(text, dict))
    return tuple(dict.fromkeys(code for text in texts for code in text))


def _texts(kind: inspect.Type, value: object, path: str) -> Iterator[tuple[str, object]]:
    """List the texts that players read in a value of some type, each with its path."""
    if is_spoken(kind):
        yield path, value
        return
    kind = plain(kind)
    if isinstance(kind, inspect.UnionType):
        branches = tagged(kind) if isinstance(value, dict) else {}
        told = (branch for tag, branch in branches.items() if isinstance(value, dict) and tag in value)
        yield from _texts(next(told, kind.types[0]), value, path)
    elif isinstance(kind, inspect.StructType) and isinstance(value, dict):
        for field in kind.fields:
            yield from _texts(field.type, value.get(field.encode_name), joined(path, field.encode_name))
    elif isinstance(kind, inspect.VarTupleType) and isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _texts(kind.item_type, entry, f"{path}[{index}]")
