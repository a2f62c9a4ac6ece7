"""The encrypted file: records, what waits for the centre, search, history, drafts, settings and backups.

Importing the package loads nothing: the door needs ``store.keys`` long before it needs a database.
"""
