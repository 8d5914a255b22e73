"""The quarantine, shown page by page."""

from pathlib import Path

import pytest
from importing import file_of, imported, post

from vigil.model.errors import InvalidInput
from vigil.store.memory import memory_case
from vigil.usecases import show_quarantine as module
from vigil.usecases.show_quarantine import show_quarantine


def faulty(n: int, name: str) -> list[dict[str, object]]:
    return [post(0), *({"account": "", "text": f"{name} {k}"} for k in range(n))]


def test_it_is_read_in_pages_and_nothing_is_lost_between_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the page, the skip and the limit, the parts are the whole."""
    monkeypatch.setattr(module, "PAGE", 3)
    case = memory_case()
    imported([file_of(tmp_path, faulty(8, "a"), "a.jsonl"), file_of(tmp_path, faulty(2, "b"), "b.jsonl")], case)
    whole = list(show_quarantine(case).entries)
    assert [(one.name, one.rejected.position) for one in whole] == [
        *(("a.jsonl", line) for line in range(2, 10)),
        *(("b.jsonl", line) for line in range(2, 4)),
    ]
    for skip in range(12):
        for limit in (1, 4, None):
            shown = show_quarantine(case, skip=skip, limit=limit)
            assert shown.n_entries == 10
            assert list(shown.entries) == whole[skip:][:limit]


def test_a_file_is_named_by_its_name_or_how_its_digest_begins(tmp_path: Path) -> None:
    """As an import tells both; what is neither is refused."""
    case = memory_case()
    imported([file_of(tmp_path, faulty(1, "a"), "a.jsonl"), file_of(tmp_path, faulty(2, "b"), "b.jsonl")], case)
    digest = case.files()[1].digest
    for name in ("b.jsonl", digest, digest[:8].upper(), f"sha256:{digest}"):
        assert show_quarantine(case, file=name).n_entries == 2
    for name in ("c.jsonl", digest[:7], ""):
        with pytest.raises(InvalidInput, match="--file"):
            show_quarantine(case, file=name)


def test_a_mended_file_leaves_nothing(tmp_path: Path) -> None:
    """An empty quarantine is shown as one."""
    case = memory_case()
    imported([file_of(tmp_path, [post(0)])], case)
    assert (show_quarantine(case).n_entries, list(show_quarantine(case).entries)) == (0, [])
