"""Seen: what a picture, a sound or a bar needs to know of a moment, without a window."""
