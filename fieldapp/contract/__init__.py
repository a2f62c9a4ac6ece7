"""The wire: what a laptop and the centre say to each other, shared by both."""
