"""Who says what, in English: sources, the words that make it a saying, what is said, and how surely."""
