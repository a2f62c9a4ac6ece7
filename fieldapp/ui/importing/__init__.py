"""Bringing in a village's own register: choose, look, take, report."""
