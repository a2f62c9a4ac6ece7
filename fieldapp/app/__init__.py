"""The composition root: the only place that builds things and knows them all."""

from fieldapp.app.start import main

__all__ = ["main"]
