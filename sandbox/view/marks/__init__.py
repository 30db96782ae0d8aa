"""What is drawn over and between people."""
