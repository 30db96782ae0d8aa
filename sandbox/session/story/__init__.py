"""What a level's goal and rules make of a play-through: a pure function of the moments and commands up to now."""
