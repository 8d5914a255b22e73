"""Text to claims: who says what, of whom they had it, how surely, and on which words each part rests."""
