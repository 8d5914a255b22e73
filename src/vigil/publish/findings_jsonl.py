"""Findings as JSON Lines, one object an account: what `vigil check --json` prints.

The keys, their order and their meaning are a promise to other programs (docs/board.md). Post text is never in it.
"""

import math
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import orjson

from vigil.model.instants import rfc3339
from vigil.model.verdict import Finding, LastWord


def findings_jsonl(findings: Iterable[Finding]) -> Iterator[str]:
    """One line a finding, without its line break, in the order given."""
    for finding in findings:
        yield orjson.dumps(_finding(finding)).decode()


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "account": finding.account.id,
        "platform": finding.account.platform,
        "witness": finding.witness,
        "place": finding.place,
        "verdict": finding.verdict.value,
        "witness_verdict": finding.witness_verdict.value,
        "last_post_at": _instant(finding.last_post_at),
        "silence_s": _number(finding.silence_s),
        "expected_once_in_days": _number(finding.expected_once_in_days),
        "budget_per_year": _number(finding.budget_per_year),
        "neighbours": {"speaking": finding.neighbours.speaking, "of": finding.neighbours.of},
        "coverage": {
            "healthy": _number(finding.coverage.healthy),
            "degraded": _number(finding.coverage.degraded),
            "blind": _number(finding.coverage.blind),
        },
        "last_words": [_last_word(word) for word in finding.last_words],
        "since": _instant(finding.since),
        "reasons": list(finding.reasons),
        "model": finding.model,
    }


def _last_word(word: LastWord) -> dict[str, Any]:
    return {
        "post": word.post,
        "grade": word.grade.value,
        "rule": word.rule,
        "span": list(word.span),
        "held": word.held,
    }


def _instant(at: datetime | None) -> str | None:
    return None if at is None else rfc3339(at)


def _number(value: float | None) -> float | None:
    """A plain float: numpy's own are refused by the writer, and NaN and infinity are unknown, which is null."""
    return None if value is None or not math.isfinite(value) else float(value)
