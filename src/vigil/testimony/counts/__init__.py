"""Numbers in English and Arabic text: how many, of what, how bounded, and which numbers are no count at all."""
