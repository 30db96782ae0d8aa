"""What the player holds, and what comes of a click with it."""
