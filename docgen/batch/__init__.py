"""Many plans at one go: which there are, a process for each core, a log, a summary."""
