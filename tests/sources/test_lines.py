"""Text as blocks of whole lines: none lost, none joined, each with its number."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigil.sources import lines as module
from vigil.sources.lines import blocks


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK_BYTES", 16)
    monkeypatch.setattr(module, "MAX_LINE_BYTES", 64)


@given(lines=st.lists(st.binary(max_size=40).map(lambda line: line.replace(b"\n", b"")), max_size=30))
def test_lines_come_back_in_order_with_their_numbers(lines: list[bytes]) -> None:
    """Cutting into blocks changes nothing."""
    found = {
        block.first_line + at: line
        for block in blocks(io.BytesIO(b"".join(line + b"\n" for line in lines)))
        for at, line in enumerate(block.lines)
    }
    if lines:
        lines[0] = lines[0].removeprefix(b"\xef\xbb\xbf")
    assert found == dict(enumerate(lines, start=1))


@given(before=st.integers(0, 9), length=st.integers(90, 300), after=st.integers(0, 9))
def test_an_overlong_line_is_named_and_its_neighbours_are_read(before: int, length: int, after: int) -> None:
    """One endless line costs nobody else theirs."""
    text = b"x\n" * before + b"o" * length + b"\n" + b"y\n" * after
    found = list(blocks(io.BytesIO(text)))
    assert [one.line for block in found for one in block.overlong] == [before + 1]
    numbered = [block.first_line + at for block in found for at in range(len(block.lines))]
    assert numbered == [*range(1, before + 1), *range(before + 2, before + after + 2)]
