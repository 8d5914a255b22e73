"""Claims from Arabic text, by rules of its own: clitics, forms of verbs, iḍāfa, word order, and who says what."""
