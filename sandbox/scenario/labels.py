"""What players read in place of a level's ids."""

from __future__ import annotations


def group_name(group: str) -> str:
    """Write the name of a group, or of a field."""
    return group.replace("_", " ").replace("-", " ").capitalize()
