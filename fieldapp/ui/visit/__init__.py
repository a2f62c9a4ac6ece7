"""The page Kunjungan: the list, one form from the date to the follow-up, and what follows from it beside."""
