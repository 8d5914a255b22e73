"""Refused rows, as words and as JSON: the same wherever files of posts are read."""

from vigil.model.counted import counted
from vigil.usecases.refusals import Refusals

_SHOWN_REASONS = 20


def refusals_in_words(refusals: Refusals) -> list[str]:
    """A line a reason, the most frequent first, each with the first places it was met at."""
    lines = []
    for text, reason in refusals.by_count()[:_SHOWN_REASONS]:
        more = ", ..." if reason.n_rows > len(reason.first) else ""
        lines.append(f"{reason.n_rows:,} x {text}: {', '.join(reason.first)}{more}")
    if len(refusals.reasons) > _SHOWN_REASONS:
        lines.append(f"and {counted(len(refusals.reasons) - _SHOWN_REASONS, 'further reason')} (--json gives all)")
    return lines


def refusals_as_json(refusals: Refusals) -> list[dict[str, object]]:
    """Every reason with every place it was met at."""
    return [
        {"reason": text, "rows": reason.n_rows, "places": list(reason.places())} for text, reason in refusals.by_count()
    ]
