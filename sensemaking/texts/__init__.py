"""Short Dutch texts that look alike."""
