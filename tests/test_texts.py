"""No sentence for players stands in the code: all are texts of the catalogue, and every text that is named is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest

from sandbox.scenario.language import texts
from tests.sources import ROOT, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES: Final = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "sandbox").rglob("*.py"))]
ALLOWED: Final = {
    "sandbox/bootstrap.py": "it runs before anything is installed, the reader of texts included",
    "sandbox/scenario/po.py": "a file of texts that is broken cannot say so itself",
    "sandbox/scenario/schema.py": "the format's reference for other programs, in English like the names of its fields",
    "sandbox/scenario/json_schema.py": "the same",
    "sandbox/scenario/fields.py": "the same",
    "sandbox/scenario/actions.py": "the same",
    "sandbox/scenario/conditions/schema.py": "the same",
    "sandbox/scenario/conditions/who.py": "phrases as files write them, in English like the names of fields",
    "sandbox/scenario/json_mistakes.py": "beginnings of what Python's reader of JSON says, which are compared",
    "sandbox/engine/params.py": "each constant's own record, in the terms of docs/model.md, which a test holds to it",
    "sandbox/lab/effects/": "papers and scenes are an experiment's own record, called as its authors call them",
    "sandbox/lab/forecasts/": "as the effects",
    "sandbox/lab/ordinary.py": "sources of the spread of traits",
    "sandbox/lab/town.py": "as the scenes of effects",
    "sandbox/lab/frozen.py": "how the constants of a page differ from ours is read by a test",
}
"""Files or folders whose sentences are not for players, or cannot be texts, and why."""
NO_SENTENCES: Final = {
    "stroll across": "the name of a stream of random numbers",
    "stroll down": "the same",
    "python main.py experiment sensitivity --runs {}": "a command line",
}
WORDS: Final = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}")
"""Two words that follow each other."""
ENDED: Final = re.compile(r"[^\W\d_{].* .*[.!?]$|[^\W\d_]{3,}[.!?]$")
"""What ends as a sentence does."""
FOR_DEVELOPERS: Final = {
    *("AssertionError", "IndexError", "KeyError", "LookupError", "NotImplementedError", "RuntimeError", "TypeError"),
    *("ValueError", "TextError"),
}
"""Faults of the program; whatever a player can cause is another error, with a key."""
SHOWN: Final = {"print", "show_toast", "warning", "error", "ArgumentTypeError"}
"""Functions whose literal arguments are read by players, however short they are."""
EXPLAINED: Final = {"help", "description", "epilog"}
"""Arguments likewise."""
SLOT: Final = r"[\w.-]+"
"""What may be filled into a key."""


def literal(node: ast.AST) -> str:
    """Return the words of a literal, with {} for what is filled in; nothing for what is no literal."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) or "{}" for part in node.values)
    return ""


def name_of(function: ast.AST) -> str:
    """Return the last name of what is called."""
    return getattr(function, "attr", getattr(function, "id", ""))


@cache
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Return all that a module is made of."""
    return tuple(ast.walk(tree))


@cache
def keyed() -> dict[str, int]:
    """Return the functions that take a key of the catalogue, and as which argument."""
    explained = {
        node.name
        for tree in map(tree_of, PLACES)
        for node in tree.body
        if isinstance(node, ast.ClassDef) and "Explained" in map(name_of, node.bases)
    }
    return dict.fromkeys(("text_of", *explained), 0) | {"Problem": 1, "_refuse": 1, "feeling": 2, "unknown": 3}


def for_developers(node: ast.AST) -> bool:
    """Return whether a statement raises a fault of the program."""
    return isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and name_of(node.exc.func) in FOR_DEVELOPERS


def unread(tree: ast.AST) -> set[ast.AST]:
    """Collect what no player reads: docstrings, faults of the program, and parts of a longer literal."""
    found: set[ast.AST] = set()
    for node in nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            found |= set(node.values)
        elif for_developers(node):
            found |= set(ast.walk(node))
        body = getattr(node, "body", None)
        for before, after in pairwise(body if isinstance(body, list) else []):
            if for_developers(after) and isinstance(before, ast.Assign):
                found |= set(ast.walk(before))  # msg = "…", and then: raise ValueError(msg)
    return found


def sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """List the literals that a player would read as words, with their lines."""
    skipped = unread(tree)
    shown = {
        argument
        for call in nodes(tree)
        if isinstance(call, ast.Call)
        for argument in (
            *(call.args if name_of(call.func) in SHOWN else ()),
            *(keyword.value for keyword in call.keywords if keyword.arg in EXPLAINED),
        )
    }
    for node in nodes(tree):
        words = "" if node in skipped else literal(node)
        if WORDS.search(words) or ENDED.search(words) or (node in shown and re.search(r"[^\W\d_]{2,}", words)):
            yield node.lineno, words


@cache
def sentences_in(place: str) -> list[tuple[int, str]]:
    """List them in a module."""
    return list(sentences(tree_of(place)))


def test_no_sentence_for_players_stands_in_the_code() -> None:
    places = (place for place in PLACES if not place.startswith(tuple(ALLOWED)))
    assert [
        f"{place}:{line} {words}"
        for place in places
        for line, words in sentences_in(place)
        if words not in NO_SENTENCES
    ] == []


@pytest.mark.parametrize(
    "line",
    [
        'raise CommandError("This cannot be.")',
        'raise Impossible(f"{who} is not here")',
        'msg = "This cannot be."\n    raise CommandError(msg)',
        'print("Done")',
        'print(f"{count} people")',
        'shell.show_toast("Pick somebody else")',
        'parser.add_argument("--mute", help="silent")',
        'return "Nobody."',
        'yield Problem(path, f"{path} has no length; let it end elsewhere.")',
        'tip = "as far as" if far else ""',
    ],
)
def test_a_sentence_in_the_code_would_be_found(line: str) -> None:
    assert list(sentences(ast.parse(f"def speak():\n    {line}\n")))


@pytest.mark.parametrize(
    "line",
    [
        '"""Say something to somebody."""',
        'raise ValueError(f"{name} is no share")',
        'msg = f"cause {identity} is forgotten"\n    raise LookupError(msg)',
        'text_of("ui.why", who=who)',
        'raise CommandError("cli.nobody", word=word)',
        'print(text_of("ui.why"), end="")',
        'return f"{text} ({keys})"',
        'open(path, encoding="utf-8")',
    ],
)
def test_what_is_no_sentence_for_players_is_let_be(line: str) -> None:
    assert not list(sentences(ast.parse(f"def speak():\n    {line}\n")))


def test_nothing_is_allowed_that_is_not_there() -> None:
    there = {place: sentences_in(place) for place in PLACES}
    assert [
        place for place in ALLOWED if not any(found for path, found in there.items() if path.startswith(place))
    ] == []
    assert {words for found in there.values() for _, words in found} >= set(NO_SENTENCES)


def named(tree: ast.AST) -> Iterator[str]:
    """List the keys that calls name outright, each branch of a choice among them."""
    for call in nodes(tree):
        place = keyed().get(name_of(call.func)) if isinstance(call, ast.Call) else None
        if place is not None and len(call.args) > place:
            key = call.args[place]
            for branch in (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,):
                if isinstance(branch, ast.Constant):
                    yield branch.value


def test_every_key_that_the_program_names_has_a_text() -> None:
    used = {key for tree in map(tree_of, PLACES) for key in named(tree)}
    assert len(used) > 200
    assert used - texts().keys() == set()


def test_every_function_that_is_said_to_take_a_key_is_called() -> None:
    calls = (node for tree in map(tree_of, PLACES) for node in nodes(tree) if isinstance(node, ast.Call))
    assert keyed().keys() - {name_of(call.func) for call in calls} == set()


def reached(tree: ast.AST) -> Iterator[str]:
    """List what keys a module can name, as patterns: literals, and those that begin with a word and are filled in."""
    parts = {part for node in nodes(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in parts:
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr) and re.match(r"[a-z_]+\.", literal(node)):
            yield "".join(
                SLOT if isinstance(part, ast.FormattedValue) else re.escape(literal(part)) for part in node.values
            )


def test_every_text_can_be_said() -> None:
    patterns = re.compile("|".join({pattern for tree in map(tree_of, PLACES) for pattern in reached(tree)}))
    assert [key for key in texts() if not patterns.fullmatch(key)] == []


def test_a_text_that_nobody_says_would_be_found() -> None:
    tree = ast.parse('text_of("ui.why")\ntext_of(f"lens.{lens}.line")\nopen(f"{folder}.{name}")')
    patterns = re.compile("|".join(reached(tree)))
    assert [bool(patterns.fullmatch(key)) for key in ("ui.why", "lens.felt.line", "lens.felt.name")] == [
        True,
        True,
        False,
    ]


FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
KEEPING: Final = {"cache", "lru_cache", "cached_property", "cached_picture"}


def says(node: ast.AST) -> bool:
    """Return whether this is a call that says a text."""
    return isinstance(node, ast.Call) and name_of(node.func) in {"text_of", "explain"}


def kept_words(node: ast.AST) -> Iterator[int]:
    """List the lines where a text is said once for good: on import, or in a function that is cached."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, FUNCTIONS):
            if says(child):
                yield child.lineno
            yield from kept_words(child)
    for function in nodes(node) if isinstance(node, ast.Module) else ():
        marks = getattr(function, "decorator_list", [])
        if KEEPING & {name_of(getattr(mark, "func", mark)) for mark in marks}:
            yield from (inner.lineno for inner in ast.walk(function) if says(inner))


def test_no_text_outlasts_an_exchange_of_the_language() -> None:
    found = {place: list(kept_words(tree_of(place))) for place in PLACES}
    assert {place: lines for place, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "source",
    [
        'WORD = text_of("ui.why")',
        'class Panel:\n    title = text_of("ui.why")',
        '@cache\ndef title():\n    return text_of("ui.why")',
        '@cached_picture\ndef title():\n    return line(text_of("ui.why"))',
    ],
)
def test_a_text_that_would_outlast_it_is_found(source: str) -> None:
    assert list(kept_words(ast.parse(source)))
    assert not list(
        kept_words(ast.parse('def title():\n    return text_of("ui.why")\nALL = {"a": lambda: text_of("ui.why")}'))
    )
