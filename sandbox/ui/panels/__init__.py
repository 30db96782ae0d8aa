"""The panels on the right, one at a time."""
