"""One tree of conditions, for goals, losses, stars and rules: as a file has it, checked, and in words."""
