"""Year against year: two plans to a stream of changes, and the forms it is read in."""
