"""What-ifs: worlds that leave a play-through at one moment, each a little different, and what becomes of them."""
