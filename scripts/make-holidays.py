#!/usr/bin/env python3
"""Writes Sources/WeirDesk/Calendars/PublicHolidayTable.swift from the PyPI package `holidays` (MIT licence).

Run it when a year is to be added or a country has changed its holidays, read the difference, and commit it:

    python3 -m venv .venv-holidays && .venv-holidays/bin/pip install holidays==0.109
    .venv-holidays/bin/python scripts/make-holidays.py
"""

import pathlib
import textwrap

import holidays

YEARS = range(2024, 2033)
COUNTRIES = """AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KR LT LU LV
MT MX MY NL NO NZ PH PL PT RO RS SA SE SG SI SK TH TR TW US VN ZA""".split()
# Where the nations of one country differ so much that a team would notice.
PARTS = {"GB": ["ENG", "NIR", "SCT", "WLS"], "DE": ["BE", "BW", "BY", "HE", "HH", "NW", "SN"], "CA": ["ON", "QC", "BC"],
         "AU": ["NSW", "VIC", "QLD"]}


def words(days):
    """The days as tokens: those of every year first, then year by year what else there is."""
    by_year = {year: {f"{day.month:02}{day.day:02}" for day in days if day.year == year} for year in YEARS}
    always = set.intersection(*by_year.values())
    yield from sorted(always)
    for year in YEARS:
        if by_year[year] - always:
            yield f"'{year % 100}"
            yield from sorted(by_year[year] - always)


def main():
    lines = []
    for country in COUNTRIES:
        for part in [None, *PARTS.get(country, [])]:
            name = country if part is None else f"{country}-{part}"
            days = holidays.country_holidays(country, subdiv=part, years=YEARS).keys()
            lines += textwrap.wrap(" ".join([name, *words(days)]), 110, break_on_hyphens=False)
    head = f"""\
/// Public holidays, {YEARS[0]} to {YEARS[-1]}, by ISO 3166 code. Made by `scripts/make-holidays.py`; do not edit by hand.
///
/// Source: the PyPI package `holidays` {holidays.__version__}, MIT licence, © the Vacanza team and its contributors.
/// After a code come month and day (`1225`) of what is closed every year, then, after a year (`'26`), what else is.
enum PublicHolidayTable {{
    static let years = {YEARS[0]}...{YEARS[-1]}

    static let text = \"\"\"
"""
    body = "".join(f"        {line}\n" for line in lines)
    target = pathlib.Path(__file__).parent.parent / "Sources/WeirDesk/Calendars/PublicHolidayTable.swift"
    target.write_text(head + body + '        """\n}\n')


main()
