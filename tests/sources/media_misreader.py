"""A reader of media that misbehaves as the file it is given tells it to."""

import json
import os
import sys
import time


def main():
    order = sys.stdin.buffer.read(100).split(b" ")[0].decode()
    if order == "never-ends":
        time.sleep(3600)
    elif order == "dies":
        os.abort()
    elif order == "floods":
        while True:
            sys.stdout.write("x" * 65_536)
    elif order == "lies":
        sys.stdout.write('{"mime": ["not", "a", "text"]}')
    elif order == "tells":
        names = sorted(os.environ)
        sys.stdout.write(json.dumps({"mime": ",".join(names), "pictures": [], "read_with": []}))


main()
