"""From two .docx to one with native tracked changes: see `document`."""
