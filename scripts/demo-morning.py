#!/usr/bin/env python3
"""What the demo's teams did this morning, so that its inbox, its flow and its promises look like a morning's.

Arguments: the program, and the workspace that it serves. Waits until hand-offs are there; some of each member's are
accepted, some talked with, one here and there refused, and the first ones are left for whoever looks.
"""

import csv
import io
import subprocess
import sys
import time

# What becomes of a member's hand-offs, in the order of their inbox; the rest are left as they are.
DONE = [
    [], [("accept",), ("contacted",)], [], [("accept",)], [],
    [("accept",), ("reject", "--reason", "no_need")], [("accept",), ("contacted",)], [("accept",), ("contacted",)],
    [("reject", "--reason", "wrong_role")], [("accept",)],
]


def main():
    program, workspace = sys.argv[1:]

    def weir(*words):
        return subprocess.run(
            [program, "desk", *words, "-w", workspace], capture_output=True, text=True, timeout=60, check=True).stdout

    def inbox():
        return list(csv.DictReader(io.StringIO(weir("inbox", "--format", "csv"))))

    end = time.monotonic() + 60
    seen = -1
    while time.monotonic() < end:
        entries = inbox()
        # They come in one after the other; when no more come, the morning has begun.
        if entries and len(entries) == seen:
            break
        seen = len(entries)
        time.sleep(2)
    places = {}
    for entry in entries:
        owner = entry["owner"]
        place = places[owner] = places.get(owner, -1) + 1
        for move, *reason in DONE[place] if place < len(DONE) else []:
            weir("move", entry["id"], move, "--by", owner, *reason)


if __name__ == "__main__":
    main()
