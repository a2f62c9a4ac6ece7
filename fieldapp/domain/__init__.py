"""Values and rules of the field work; knows no screen, no file and no network."""
