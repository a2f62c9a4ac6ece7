"""Boxes for the values of the field work: each has ``value`` and says when the person changed it."""
