"""python -m minutes FILE…: one JSON object a line."""

import json
import subprocess
import sys
from pathlib import Path

PAGE = "Agenda item\n\nTrees\n\nMinutes:\n\nThe Tree Officer gave a talk.\n\nRESOLVED that the report be noted.\n"


def run(*paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "minutes", *map(str, paths)], capture_output=True, text=True, check=False
    )


def test_each_file_gives_one_line_in_the_shape_of_the_labels(tmp_path: Path) -> None:
    page = tmp_path / "trees.txt"
    page.write_text(PAGE)
    done = run(page, page)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, len(lines)) == (0, 2)
    item = lines[0]["meetings"][0]["items"][0]
    assert (lines[0]["path"], item["title"]) == (str(page), "Trees")
    assert [r["text"] for r in item["resolutions"]] == ["the report be noted."]
    assert {"number", "actions", "near_misses", "presenter", "restricted"} <= set(item)


def test_a_file_that_cannot_be_read_is_said_in_words_and_the_others_are_still_printed(tmp_path: Path) -> None:
    page = tmp_path / "trees.txt"
    page.write_text(PAGE)
    done = run(tmp_path / "missing.txt", page)
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 1
    assert first["error"] == "The file could not be opened: No such file or directory."
    assert second["meetings"]


def test_without_a_file_it_says_what_it_needs() -> None:
    done = run()
    assert done.returncode == 2
    assert "Give at least one file" in done.stderr
