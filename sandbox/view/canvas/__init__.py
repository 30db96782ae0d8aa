"""Colours, strokes, text and the camera."""
