"""A small level that says something of everything that format 2 has, for tests to read, write, break and play."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.scenario.small import small

WELL = {"felt": "ann", "min": 0.2}
CONDITIONS: list[dict[str, Any]] = [
    {"felt": "ann", "min": 0.2, "for": 5},
    {"shown": "any of blues", "max": -0.5, "text": "One of them frowns."},
    {"likes": "ann", "whom": "bob", "min": 0.4},
    {"person": "ann", "whom": "everyone but ann", "min": 0.5},
    {"blamed": "bob", "max": 0.3, "by": "blues", "heard": True},
    {"credited": "bob", "min": 0.3},
    {"believes": "ann", "claim": "cake", "min": 0.2},
    {"endorses": "blues", "rule": "help_all", "min": 0.2},
    {"looks": "anyone", "at": "bob", "away": True, "for": 3},
    {"does": "friends of bob", "what": ["help", "comfort"], "to": "bob"},
    {"near": "ann", "to": "well", "within": 1},
    {"here": "bob"},
    {"count": "blues", "where": {"felt": "it", "min": 0}, "min": 1},
    {"lasted": {"not": {"looks": "anyone", "at": "bob"}}, "max": 9},
    {"used": "hurt", "max": 2},
    {"predicted": "first"},
    {"time": 46},
    {"all": [WELL, {"any": [WELL, {"time": 1}]}]},
    {"any": [WELL]},
    {"not": WELL},
    {"then": [WELL, {"time": 3}]},
]
CLAIMS: list[dict[str, Any]] = [{"id": "cake", "about": "cy", "text": "Cy has eaten the cake."}]
RULES: list[dict[str, Any]] = [
    {"when": WELL, "once": True, "then": [{"say": "ann", "text": "Good.", "for": 2}, {"give": {"hurt": 1}}]},
    {"every": 30, "times": 3, "then": [{"do": "praise", "who": "ann", "by": "bob"}, {"look_at": "well"}]},
    {
        "at": 1,
        "then": [
            {
                "ask": "first",
                "text": "Who?",
                "options": [{"text": "Ann", "when": WELL, "who": "ann"}, {"text": "Nobody", "when": {"time": 9}}],
            }
        ],
    },
    {"at": 9, "then": [{"hint": "Look."}, {"card": "Stop", "text": "Think."}, {"win": "Well done."}, {"lose": "No."}]},
]


def full() -> dict[str, Any]:
    """Return the level."""
    level = small(
        schema_version=2,
        goal={
            "win": {"all": CONDITIONS[:10]},
            "after": 1,
            "within": 60,
            "lose": [{"when": {"any": CONDITIONS[10:15]}, "text": "Too late."}],
            "stars": [{"when": condition} for condition in CONDITIONS[15:20]],
        },
        claims=CLAIMS,
        rules=[*RULES, {"when": {"here": "anyone"}, "then": [{"do": "hurt", "who": "bob"}]}],
        groups=[{"id": "blues", "look": {"hat": "bow"}, "norms": {"help": 0.5}}],
        tools={"hurt": 2, "gift": None},
        difficulties={"hard": {"within": 30}, "gentle": {"tools": {"hurt": 5}}},
        texts={"hint": "Look."},
        teaching={
            "aim": "To see.",
            "learned": "One saw.",
            "mechanisms": ["T5"],
            "try": ["Wait."],
            "content_note": "Somebody is hurt.",
        },
        proof={"commands": [{"do": "hurt", "who": "bob", "at": 1}], "off": ["sympathy"], "cause": ["see_thing"]},
    )
    level["map"] |= {"stage": "ward", "light": "lamp"}
    level["people"][0] |= {"role": "bully", "traits": {"spite": 0.2}}
    level["people"][2] |= {"vary": {"x": [14, 16], "sympathy": [0.2, 0.9]}}
    return deepcopy(level)
