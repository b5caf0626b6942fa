"""Three plans and more side by side: years in a row, or two versions of one plan and their base."""
