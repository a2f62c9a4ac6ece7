"""The centre: keeps one ordered log per village and decides each change once."""
