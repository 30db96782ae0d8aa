"""What deeds do to the one who does them: gestures, and three beats."""
