"""The laptop: records sign-ups and visits without a connection and delivers them when there is one."""

__version__ = "0.1.0"
