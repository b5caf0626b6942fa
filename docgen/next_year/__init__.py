"""The next year's content from the last one's: see `start`."""
