"""What nobody should ever type, and what comes of it: a clear no, and nothing stored."""
