"""What the map of the campaign is made of: its places, what is told of each, and the way from one to the next."""
