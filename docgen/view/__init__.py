"""From a `Plan` to the exact strings and tables that the template shows: see `plan`."""
