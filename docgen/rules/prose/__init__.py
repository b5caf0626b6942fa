"""What the rules know of Vietnamese prose: tokens, syllables, words, citations, agencies."""
