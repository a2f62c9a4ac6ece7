"""Beranda: where everything stands, and what to do next."""
