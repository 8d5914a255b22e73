"""A document as one incident: what was done, to whom, by whom, where and when, and the words each answer rests on."""
