"""What an officer sees of last days, and does about being reminded of them."""
