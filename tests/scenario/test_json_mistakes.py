"""The mistakes that people make in JSON by hand, each answered in plain words at its spot; and where values stand."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.scenario.places import Lines
from sandbox.scenario.problems import LevelError
from sandbox.scenario.read_json import joined, parse


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"a": 1,\n "b": 2,\n}', "line 2, column 8: there is a comma after the last entry; take it out."),
        ('{"a": [1, 2,]}', "line 1, column 12: there is a comma after the last entry; take it out."),
        ('{"a": 1,, "b": 2}', "line 1, column 9: there is a comma too many; take it out."),
        ('{"a": 1 // one\n}', "line 1, column 9: comments are not possible; take it out."),
        ('{\n# one\n"a": 1}', "line 2, column 1: comments are not possible; take it out."),
        ('{"a": .5}', "line 1, column 7: write 0.5."),
        ('{"a": -.5}', "line 1, column 7: write -0.5."),
        ('{"a": +5}', "line 1, column 7: write 5."),
        ('{"a": 1.}', "line 1, column 7: write 1."),
        ('{"a": 05}', "line 1, column 7: write 5."),
        ('{"a": 0,5}', "line 1, column 7: numbers have a point and no comma; write 0.5."),
        ("{'a': 1}", 'line 1, column 2: texts and keys stand in straight double quotes; write "…".'),
        ('{"a": \u201cb\u201d}', 'line 1, column 7: texts and keys stand in straight double quotes; write "…".'),
        ("{a: 1}", 'line 1, column 2: a stands without quotes; write "a".'),
        ('{"a": True}', "line 1, column 7: write true, without a capital letter."),
        ('{"a": 1\n "b": 2}', "line 2, column 2: a comma is missing before this, at the end of what stands before it."),
        (
            '{"a": "b, "c": 1}',
            (
                "line 1, column 12: words go on right after a closing quote; before this a quote is missing, or there"
                " is one too many."
            ),
        ),
        ('{"a": {{"b": 1}}}', "line 1, column 7: a list begins with [ and ends with ], not with { and }."),
        ('{"a" 1}', "line 1, column 6: a colon is missing between a key and its value."),
        ('{"a": [1}', "line 1, column 9: } closes what was opened by another bracket."),
        ('{"a": "b}', 'line 1, column 7: the quote that opens here is never closed; put a " after the text.'),
        (
            '{"a": "b\nc"}',
            "line 1, column 9: a text breaks off here, at a line's end or a tab; write \\n for a new line.",
        ),
        ('{"a": "b\\c"}', "line 1, column 9: a backslash within a text is written as two."),
        (
            '{"a": 1}}',
            "line 1, column 9: the file goes on after its end; there is a bracket too many, or a comma.",
        ),
        ('{"a": [1', "line 1, column 9: the file ends, and something is still open; a closing bracket is missing."),
        ("", "the file is empty; copy a level and change it."),
    ],
)
def test_each_mistake_is_answered_in_plain_words(text: str, sentence: str) -> None:
    with pytest.raises(LevelError) as caught:
        parse(text.encode(), "a.json")
    assert caught.value.problems == (f"a.json: {sentence}",)


ANY = st.recursive(
    st.none() | st.booleans() | st.integers(0, 99) | st.text('ab"\\{[,:', max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "c d", 'q"']), inner),
    max_leaves=12,
)


@given(ANY)
def test_every_value_of_a_file_has_the_line_on_which_it_stands(value: object) -> None:
    text = json.dumps(value, indent=1)
    lines, written = Lines(text.encode()), text.splitlines()

    def walk(value: object, path: str) -> None:
        if isinstance(value, dict):
            for key, entry in value.items():
                where = joined(path, key)
                assert written[lines.of(where) - 1].lstrip().startswith(f"{json.dumps(key)}:")
                walk(entry, where)
        elif isinstance(value, list):
            for index, entry in enumerate(value):
                walk(entry, f"{path}[{index}]")
        elif path.endswith("]"):
            assert json.dumps(value) in written[lines.of(path) - 1]

    walk(value, "")
    assert lines.of("no.such[3].field") == 1


@given(st.text("{}[]\",:0.5 \n/#'aT-+\\", max_size=30))
def test_whatever_stands_there_is_answered_in_one_sentence(text: str) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError:
        with pytest.raises(LevelError) as caught:
            parse(text.encode(), "a.json")
        assert len(caught.value.problems) == 1
        assert caught.value.problems[0].endswith(".")
