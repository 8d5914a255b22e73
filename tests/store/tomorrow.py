"""Schemas that do not exist yet, so that upgrading is proven before it is needed."""

import shutil
from pathlib import Path

from vigil.store.migrate import SHIPPED, Steps

_FOURTH = '''"""A step of tomorrow."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add a column to witnesses and fill it."""
    op.execute("ALTER TABLE witness ADD COLUMN met_on TEXT")
    op.execute("UPDATE witness SET met_on = '2016-12-04'")
'''

_FIFTH = '''"""A step that fails after its first statement."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Fail half-way."""
    op.execute("ALTER TABLE witness ADD COLUMN spoiled TEXT")
    op.execute("SELECT * FROM nothing")
'''


def steps_of_tomorrow(folder: Path, *, failing: bool = False) -> Steps:
    """The shipped steps and one more; with `failing`, a fifth that breaks off."""
    shutil.copytree(SHIPPED.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0004_tomorrow.py").write_text(_FOURTH)
    if failing:
        (folder / "versions" / "0005_failing.py").write_text(_FIFTH)
    return Steps(folder, newest=5 if failing else 4)
