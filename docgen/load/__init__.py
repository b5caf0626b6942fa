"""From the YAML of a year to a `Plan`, with every finding of every file: see `plan`."""
