"""Edits of content files, and docgen's own makers of them: mends, and the next year."""
