"""Pengaturan: what can be set on this laptop."""
