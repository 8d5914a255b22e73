"""Write the table of rules into docs/last-words.md, between its two markers."""

from pathlib import Path

from vigil.watch.last_words import rule_table

PAGE = Path(__file__).parents[1] / "docs" / "last-words.md"
BEGIN, END = "<!-- rules: begin -->\n", "<!-- rules: end -->\n"

page = PAGE.read_text(encoding="utf-8")
before, rest = page.split(BEGIN)
PAGE.write_text(f"{before}{BEGIN}{rule_table()}{END}{rest.split(END)[1]}", encoding="utf-8")
