"""Plans out of Word documents."""
