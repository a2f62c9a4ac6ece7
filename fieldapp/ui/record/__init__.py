"""What the pages of every kind of record have in common: list, form in sections, summary, drafts, history, repair."""
