"""What phases share and say alike."""
