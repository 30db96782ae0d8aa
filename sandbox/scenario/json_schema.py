"""The level format as JSON Schema, for editors of text: `python main.py schema`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import json

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.happenings.happening import EDGES
from sandbox.engine.mechanisms import IDS as MECHANISMS
from sandbox.engine.options import OPTIONS
from sandbox.engine.vocabulary import CUES, DRIVES, RULES
from sandbox.scenario.schema import VERSION, Level

if TYPE_CHECKING:
    from collections.abc import Mapping


def json_schema() -> dict[str, object]:
    """Describe a level file as JSON Schema, with the names of everything that has one."""
    described = json.schema(Level)
    definitions: dict[str, Any] = described["$defs"]
    for definition in definitions.values():
        _untag(definition)
    fields = {name: definition["properties"] for name, definition in definitions.items()}
    for happening in (fields["Happening"], fields["Do"]):
        happening["do"]["enum"] = [kind.name for kind in HAPPENINGS]
        for field, names in (("drive", DRIVES), ("cue", CUES), ("rule", RULES), ("edge", EDGES)):
            happening[field]["enum"] = [*names, None]
    deeds, tools = [option.name for option in OPTIONS], [kind.name for kind in HAPPENINGS if kind.is_tool]
    fields["Group"]["norms"]["propertyNames"] = {"enum": deeds}
    fields["Does"]["what"]["items"] = {"enum": deeds}
    fields["Teaching"]["mechanisms"] |= {"items": {"enum": list(MECHANISMS)}, "uniqueItems": True}
    fields["Used"]["used"] = {"enum": tools}
    for field in (fields["Level"]["tools"], fields["Difficulty"]["tools"], fields["Give"]["give"]):
        field["propertyNames"] = {"enum": tools}
    title = f"Sympathy Sandbox level, version {VERSION}"
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return head | {name: _alternatives(part) for name, part in described.items()}


def _untag(definition: dict[str, Any]) -> None:
    """Leave out the tag of an object that is told by a key of its own: it stands in no file."""
    tag = definition["properties"].pop("told_by", None)
    if tag is not None:
        definition["required"].remove("told_by")


def _alternatives(part: Any) -> Any:  # noqa: ANN401 - any JSON
    """Leave out, all the way down, by which tag alternatives are told apart, and let texts be in several languages."""
    if isinstance(part, list):
        return [_alternatives(entry) for entry in part]
    if isinstance(part, dict) and "spoken" in part:
        text = {name: _alternatives(entry) for name, entry in part.items() if name not in {"spoken", "default"}}
        default = {"default": part["default"]} if "default" in part else {}
        return {"anyOf": [text, {"type": "object", "additionalProperties": text}]} | default
    if isinstance(part, dict):
        kept: Mapping[str, object] = part if "mapping" not in part.get("discriminator", ()) else _without(part)
        return {name: _alternatives(entry) for name, entry in kept.items()}
    return part


def _without(part: Mapping[str, object]) -> Mapping[str, object]:
    return {name: entry for name, entry in part.items() if name != "discriminator"}
