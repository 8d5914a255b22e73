"""Fit the rhythm model that ships with Vigil, from files of account, published_at (UTC).

    python tools/fit_rhythm.py posts.parquet chat.parquet releases.parquet --thinned posts.parquet \
        --overlaid chat.parquet releases.parquet --out src/vigil/watch/rhythm_model.npz

Thinned and overlaid copies fill the room between a busy and the slower kinds of account (docs/rhythm.md).

Only figures of timing are learnt: the model holds no text, name or instant of any account. docs/rhythm.md is its card.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from rhythm_fitting import all_lessons, files_asked, fit_model, how_copied, read_timelines, together

from vigil.watch.reading import GRID_PER_YEAR


def main() -> int:
    """Fit, and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("timelines", nargs="+", type=Path)
    files_asked(parser)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--version", default="rhythm-3")
    parser.add_argument("--rates", nargs="*", type=float, default=GRID_PER_YEAR.tolist())
    said = parser.parse_args()
    rng = np.random.default_rng(20161204)
    parts = [
        lesson for path in said.timelines for lesson in all_lessons(read_timelines(path), how_copied(path, said), rng)
    ]
    lesson = together(parts)
    print(f"{lesson.n_accounts} accounts, {len(lesson.habits)} signs of life", file=sys.stderr)
    rates = [int(np.flatnonzero(rate == GRID_PER_YEAR)[0]) for rate in said.rates]
    model = fit_model(lesson, said.version, rates)
    model_fields = {name: getattr(model, name) for name in model.__slots__}
    np.savez_compressed(said.out, **model_fields)
    return 0


if __name__ == "__main__":
    sys.exit(main())
