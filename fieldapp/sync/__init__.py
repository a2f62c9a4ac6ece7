"""The exchange with the centre: one loop, one client, one pure table of what an answer means."""
