"""What simulated parties do, seed after seed."""
