"""How much of what the levels are about is to be seen in ordinary play."""
