#!/usr/bin/env python3
"""Writes the tables of Sources/WeirMarket/Domains/Tables from the lists they are taken from.

    scripts/make-domain-tables.py FOLDER

FOLDER holds public_suffix_list.dat (MPL-2.0, https://publicsuffix.org/list/), free-email-domains.json (MIT, npm
free-email-domains), freemail_free.txt (ISC, npm freemail) and disposable_email_domains_*.txt (CC0, PyPI
disposable-email-domains).
"""
import json
import pathlib
import re
import sys

TABLES = pathlib.Path(__file__).resolve().parent.parent / "Sources/WeirMarket/Domains/Tables"


def ascii_form(rule):
    """The rule with every label beyond ASCII in its xn-- form."""
    labels = [l if l.isascii() else "xn--" + l.encode("punycode").decode() for l in rule.split(".")]
    return ".".join(labels)


def suffix_rules(text):
    """The rules of both sections; a wildcard as `*example.com`, an exception as `!a.example.com`."""
    sections = {"ICANN": [], "PRIVATE": []}
    current = None
    version = "?"
    for line in text.splitlines():
        if line.startswith("// VERSION:"):
            version = line.split(":", 1)[1].strip()
        if "===BEGIN " in line:
            current = sections[line.split("===BEGIN ")[1].split()[0]]
        line = line.split()[0] if line.split() else ""
        if not line or line.startswith("//") or current is None:
            continue
        mark = "!" if line[0] == "!" else "*" if line.startswith("*.") else ""
        rule = line.removeprefix("!").removeprefix("*.").lower()
        if "*" in rule:
            raise SystemExit(f"a wildcard within a rule is not read: {line}")
        for form in dict.fromkeys([rule, ascii_form(rule)]):
            current.append(mark + form)
    return sections["ICANN"], sections["PRIVATE"], version


def hosts(words):
    """The words that are host names; the lists have a few lines that are not."""
    return {w.strip().lower() for w in words if re.fullmatch(r"[\w-]+(\.[\w-]+)+", w.strip())}


def lines_of(words, width=1900):
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = ""
        line += (" " if line else "") + word
    yield line


def write(name, head, literals):
    parts = ["// swift-format-ignore-file", "// Written by scripts/make-domain-tables.py; not to be edited.", ""]
    parts += [("/// " + line).rstrip() for line in head]
    parts.append(f"enum {name} {{")
    for index, (noun, doc, words) in enumerate(literals):
        parts += ([""] if index else []) + [f"    /// {doc}", f'    static let {noun} = """']
        parts += ["        " + line for line in lines_of(words)]
        parts.append('        """')
    parts.append("}")
    (TABLES / f"{name}.swift").write_text("\n".join(parts) + "\n", encoding="utf-8")


def main(folder):
    folder = pathlib.Path(folder)
    TABLES.mkdir(exist_ok=True)
    icann, private, version = suffix_rules((folder / "public_suffix_list.dat").read_text(encoding="utf-8"))
    write(
        "PublicSuffixTable",
        [
            f"The public suffix list, version {version}.",
            "",
            "This table is subject to the terms of the Mozilla Public License, v. 2.0 (https://mozilla.org/MPL/2.0/).",
            "Source: https://publicsuffix.org/list/public_suffix_list.dat.",
        ],
        [
            ("registries", "Suffixes of registries (the list's ICANN section).", icann),
            ("hosts", "Suffixes under which a host gives its customers names (the private section).", private),
        ],
    )
    (trash_file,) = folder.glob("disposable_email_domains_*.txt")
    trash = hosts(trash_file.read_text(encoding="utf-8").split())
    free = hosts(json.loads((folder / "free-email-domains.json").read_text(encoding="utf-8")))
    free |= hosts((folder / "freemail_free.txt").read_text(encoding="utf-8").split())
    write(
        "FreeMailTable",
        [
            "Providers of free mail.",
            "",
            "Source: npm free-email-domains (MIT, © 2017 Kiko Beats) and npm freemail (ISC, © 2015 Will White), without",
            "the providers of throw-away addresses.",
        ],
        [("domains", "Host names, in order.", sorted(free - trash))],
    )
    write(
        "DisposableMailTable",
        ["Providers of throw-away addresses.", "", f"Source: PyPI {trash_file.stem} (CC0)."],
        [("domains", "Host names, in order.", sorted(trash))],
    )
    print(f"{len(icann)} + {len(private)} suffixes, {len(free - trash)} free, {len(trash)} throw-away")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
