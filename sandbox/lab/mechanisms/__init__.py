"""One small measurement for each mechanism of the theory: it shows, and goes when its drive is off."""
