"""Claims from English text: events by an own lexicon, their slots by the grammar."""
