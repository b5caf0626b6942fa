"""What a plan is: its nouns, its texts in reading order, and what follows from them."""
