"""Why not: which gate keeps somebody from helping, looking at or blaming another, and what would have opened it."""
