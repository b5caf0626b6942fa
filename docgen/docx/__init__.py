"""What every stage knows of a .docx: its parts, its named styles, the widths of letters."""
