"""The officer's desk in the browser: a page served on this computer alone."""
