"""From the office's template and a `View` to the bytes of a .docx: see `document`."""
