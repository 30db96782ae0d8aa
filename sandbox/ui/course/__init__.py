"""The course of play: how time passes on the screen, and what of all that was done can be undone."""
