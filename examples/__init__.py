"""What the inputs become."""
