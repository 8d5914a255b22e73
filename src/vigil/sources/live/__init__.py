"""What live sources share: a connection that is kept open, and what it tells of its own hearing.

Nothing here knows a platform. A source describes its stream as an `Ear`; `line.listen` connects it, goes on after
interruptions, and says at every moment whether it hears.
"""
