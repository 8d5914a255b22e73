"""Listening live: what a platform's collector owes and is given, how what it hears is kept, and when it heard.

`collecting` is what every source is written against. `listen` is one session: `ears` runs the collectors, `keeping`
keeps what they give, `pulses` tells when they heard.
"""
