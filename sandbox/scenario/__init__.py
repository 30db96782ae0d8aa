"""Level files and texts: their format, loading, checking, building into people and ties, and goals."""
