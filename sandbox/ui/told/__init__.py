"""How what is shown of somebody, or of a why, is told: the words, and the pictures beside them."""
