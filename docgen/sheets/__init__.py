"""Tables of a plan out to Excel and back."""
