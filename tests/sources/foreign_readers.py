"""Readers that go wrong, for a process of their own to import."""

import os
import time

from vigil.model.errors import Malformed


def length(document):
    return len(document)


def says_so(document):
    raise Malformed("it is no feed")


def fails(document):
    raise RecursionError(document)


def never_ends(document):
    while True:
        time.sleep(0.01)


def takes_all(document):
    return len(b"x" * 10_000_000_000)


def falls_over(document):
    os.abort()


def process_id():
    return os.getpid()
