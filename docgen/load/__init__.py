"""From the YAML of a year to a `Plan`, with every issue of every file: see `plan`."""
