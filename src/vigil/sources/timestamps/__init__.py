"""Who timestamps checkpoints, asked over the network: authorities (RFC 3161) and calendars (OpenTimestamps).

Nobody is asked unless a person named them. What leaves is a digest; what comes back is held against it before it is
given on.
"""
