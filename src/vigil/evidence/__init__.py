"""Digests, the append-only log, its checkpoints and proofs, and their verification. Pure: values in, values out."""
