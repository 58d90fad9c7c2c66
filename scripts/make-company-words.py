#!/usr/bin/env python3
"""Writes Sources/WeirMarket/Matching/Tables/CommonWordTable.swift: how telling the commoner words of company names are.

    scripts/make-company-words.py FOLDER

FOLDER holds sec_company_names.csv (registrants of the SEC, public domain) and global2000_2022.csv (facts). A word that
N names of T have weighs 100·ln(T/N)/ln(T), rounded; words of fewer than three names are left out and weigh 100.
"""
import csv
import math
import pathlib
import re
import sys
import unicodedata
from collections import Counter

TABLE = pathlib.Path(__file__).resolve().parent.parent / "Sources/WeirMarket/Matching/Tables/CommonWordTable.swift"


def names(folder):
    for file, column in (("sec_company_names.csv", "name"), ("global2000_2022.csv", "Organization Name")):
        with open(folder / file, encoding="utf-8", errors="replace", newline="") as lines:
            yield from {row[column] for row in csv.DictReader(lines)}


def words(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    return {word for word in re.split(r"[^a-z0-9]+", plain) if len(word) > 1 and not word.isdigit()}


def main(folder):
    counts = Counter()
    total = 0
    for name in names(pathlib.Path(folder)):
        total += 1
        counts.update(words(name))
    by_weight = {}
    for word, count in counts.items():
        if count >= 3:
            weight = max(10, round(100 * math.log(total / count) / math.log(total)))
            by_weight.setdefault(weight, []).append(word)
    lines = [
        "// Written by scripts/make-company-words.py; not to be edited.",
        "",
        f"/// How telling words of company names are: of {total} names, words that three or more have.",
        "///",
        "/// Source: the SEC's list of registrants (public domain) and the names of the Forbes Global 2000 of 2022 (facts).",
        "enum CommonWordTable {",
        "    /// A weight from 10 to 99, then the words that have it; a word that is not here weighs 100.",
        '    static let lines = """',
    ]
    for weight in sorted(by_weight):
        line = f"        {weight}"
        for word in sorted(by_weight[weight]):
            if len(line) + 1 + len(word) > 118:
                lines.append(line)
                line = f"        {weight}"
            line += " " + word
        lines.append(line)
    lines += ['        """', "}"]
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{sum(map(len, by_weight.values()))} words of {total} names")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
