"""Draws a Frame: the stage, faces, gazes, lenses. Knows no widget and no world."""
