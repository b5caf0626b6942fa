"""Who has what of a plan: a sheet and a workbook for each agency, and what comes back in them."""
