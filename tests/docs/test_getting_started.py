"""docs/getting-started.md and the README's first case do what they say, typed as they stand."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BOX = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXITS = re.compile(r"# exits (\d)$", re.MULTILINE)


def boxes(page):
    """The boxes of commands on a page."""
    return BOX.findall((ROOT / page).read_text(encoding="utf-8"))


def run(box, folder):
    """Type a box into a shell in a folder, line by line, and check what each command exits with."""
    script = "".join(f"{command}\ntest $? -eq {code} || exit 99\n" for command, code in commands(box))
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("VIGIL_") and name != "PYTHONPATH"
    }
    environment |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "VIGIL_PASSPHRASE": "six random words of a test",  # a person is asked
    }
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def commands(box):
    """Each command of a box with the exit code the page says it has: a here-document or `\\` makes it go on."""
    lines = iter(box.splitlines())
    for line in lines:
        command = [line]
        ending = re.search(r"<<'(\w+)'$", line)
        while (ending and command[-1] != ending[1]) or command[-1].endswith("\\"):
            command.append(next(lines))
        told = EXITS.search(command[-1])
        yield "\n".join(command), int(told[1]) if told else 0


@pytest.mark.slow
def test_every_command_of_getting_started_does_what_the_page_says(tmp_path):
    """Half an hour, from nothing to a morning board, in an empty folder."""
    for box in boxes("docs/getting-started.md"):
        done = run(box, tmp_path)
        assert done.returncode == 0, f"{box}\n{done.stdout}\n{done.stderr}"
        if "--as-of" in box and "> " not in box and "--html" not in box:
            assert re.search(r"dark\W+w-004", done.stdout, re.IGNORECASE), done.stdout
    assert (tmp_path / "board.html").is_file()
    assert len((tmp_path / "findings.jsonl").read_text(encoding="utf-8").splitlines()) == 12


@pytest.mark.slow
def test_the_first_case_of_the_readme_works_as_typed(tmp_path):
    """The first eight commands anyone tries, on the posts of the getting-started page."""
    given = boxes("docs/getting-started.md")
    for box in (given[0], next(box for box in given if "hearing.csv" in box).split("\nvigil ")[0] + "\n"):
        assert run(box, tmp_path).returncode == 0
    (first,) = boxes("README.md")
    assert len(list(commands(first))) == 8
    done = run(first, tmp_path)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
