"""What lies over the map while a level is played."""
