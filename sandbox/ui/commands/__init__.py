"""What everything does that a player can do: buttons, cards, keys, clicks on the map and the palette end here."""
