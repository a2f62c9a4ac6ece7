"""What `./dev` runs: the demo, the pictures, and the makers of shipped data."""
