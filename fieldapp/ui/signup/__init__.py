"""The page Pendaftaran: the list, one form in the order of the paper, and what is known about it beside."""
