"""Schemas that do not exist yet, so that upgrading is proven before it is needed."""

import shutil
from pathlib import Path

from vigil.store.migrate import SHIPPED, Steps

_STEP = '''"""A step of tomorrow."""

from alembic import op

revision = "{number:04}"
down_revision = "{before:04}"


def upgrade() -> None:
    """Do it."""
'''

_WHOLE = """    op.execute("ALTER TABLE witness ADD COLUMN met_on TEXT")
    op.execute("UPDATE witness SET met_on = '2016-12-04'")
"""

_FAILING = """    op.execute("ALTER TABLE witness ADD COLUMN spoiled TEXT")
    op.execute("SELECT * FROM nothing")
"""


def steps_of_tomorrow(folder: Path, *, failing: bool = False) -> Steps:
    """The shipped steps and one more; with `failing`, a second one that breaks off half-way."""
    shutil.copytree(SHIPPED.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    number = SHIPPED.newest
    for does in (_WHOLE, _FAILING) if failing else (_WHOLE,):
        number += 1
        step = _STEP.format(number=number, before=number - 1) + does
        (folder / "versions" / f"{number:04}_tomorrow.py").write_text(step)
    return Steps(folder, newest=number)
