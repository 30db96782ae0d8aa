"""Findings on which nothing was set: scenes and criteria were written before any of them was played.

The engine was frozen first. Whatever fails stays as it is, with a sentence about it in docs/results.md.
"""
