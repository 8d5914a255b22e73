import pytest
from case_kinds import Kept


@pytest.fixture(params=["memory", "plain", "encrypted"])
def kept(request, tmp_path):
    """A new, empty case of each kind."""
    return Kept(request.param, tmp_path / "aleppo.vigil")
