"""How likely a candidate is an attribution as annotators mark them: a logistic model over general features.

The weights stand in `weights`; tools/fit_attributions.py fitted them. No word of a text is a feature, only classes of
words, grammar and quotation marks.
"""

from collections.abc import Iterable
from math import exp
from typing import Final

from vigil.testimony.attribution.weights import BIAS, WEIGHTS

ENOUGH: Final = 0.38
"""From here on a candidate counts as one. By cross-validation, where the F1 is flat between 0.33 and 0.43."""

OUTWEIGHED: Final = 0.6
"""What is less likely than this share of something likelier inside its content gives way to it. By cross-validation."""


def likely(features: Iterable[str]) -> float:
    """The probability, in (0, 1)."""
    logit = BIAS + sum(WEIGHTS.get(name, 0.0) for name in features)
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, logit))))
