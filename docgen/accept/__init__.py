"""Edits made in Word, found against what docgen printed and made edits of the content."""
