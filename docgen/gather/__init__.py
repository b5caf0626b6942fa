"""What many people sent back: remarks and edits of any number of Word copies in one list."""
