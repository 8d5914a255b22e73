"""The measurement of tools/measure_tampering.py, in small: every random change is noticed and called what it is."""

import importlib.util
import random
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "measure_tampering.py"
EACH = 150


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("measure_tampering", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules["measure_tampering"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def targets(tool, tmp_path_factory):
    return {target.name: target for target in tool.targets(tmp_path_factory.mktemp("handed"))}


@pytest.mark.parametrize("name", ["bag", "WACZ", "closed case, encrypted", "closed case, plain"])
def test_every_random_change_is_noticed_and_called_what_it_is(tool, targets, name):
    """Single bytes, removals, truncations and reorderings, anywhere; another seed in every release would do as well."""
    told = tool.tamper(targets[name], EACH, random.Random(name))  # noqa: S311
    assert told.missed == []
    made, itself = (sum(told.counts[how, what] for how in tool.HOW) for what in ("made", "itself"))
    assert made == itself == EACH
    assert all(told.counts[how, "made"] for how in tool.HOW)


def test_a_case_not_closed_is_covered_by_its_seals_or_in_part(tool, tmp_path):
    """An encrypted one in all its pages and contents; of a plain one what is evidence. Nothing ends in a traceback."""
    encrypted, plain = tool.unclosed(tmp_path)
    told = tool.tamper(encrypted, EACH, random.Random(1))  # noqa: S311
    unnoticed = [line for line in told.missed if "NOT NOTICED" in line]
    assert all("vigil.json" in line for line in unnoticed)
    told = tool.tamper(plain, EACH, random.Random(1))  # noqa: S311
    assert 0 < sum(told.counts[how, "noticed"] for how in tool.HOW) <= EACH
