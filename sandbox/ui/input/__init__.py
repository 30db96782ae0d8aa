"""What the player's hands do."""
