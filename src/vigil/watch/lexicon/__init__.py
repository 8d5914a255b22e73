"""Words of danger: how a post is cut into words, how a rule is written, the rules, a language a module."""
