"""Kirim: what waits, the delivery under way, a result for each record, and the proof."""
