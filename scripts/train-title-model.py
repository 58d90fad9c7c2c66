#!/usr/bin/env python3
"""Trains the linear model that places a job title in a department, and writes it as Swift source.

usage: train-title-model.py ONET_ALTERNATE_TITLES.tsv OUT.swift     (needs numpy)

The titles are the O*NET database's alternate titles (52,754 rows: occupation code, title, short title, sources), by the
U.S. Department of Labor, Employment and Training Administration, CC BY 4.0. An occupation's code tells its department
(`DEPARTMENTS` below, which is ours). Features are words, pairs of neighbouring words, and the first five and last four
letters of words of six letters and more. A fifth of the titles, chosen by hash, is kept out and only measured.
Same input, same output: nothing here is random but the shuffle, whose seed is fixed.
"""
import collections
import sys
import unicodedata

import numpy as np

NAMES = [
    "Administrative", "Business Development", "Consulting", "Customer Support", "Design", "Education", "Engineering",
    "Finance", "General Management", "Human Resources", "Information Technology", "Legal", "Marketing", "Medical",
    "Operations", "Other", "Product", "Project Management", "Purchasing", "Research", "Sales",
]
# The longest beginning of an occupation's code that is listed tells the department.
DEPARTMENTS = {
    "11-1": "General Management", "11-10": "General Management", "11-2": "Marketing", "11-2022": "Sales",
    "11-3012": "Administrative", "11-3013": "Operations", "11-3021": "Information Technology", "11-3031": "Finance",
    "11-3051": "Operations", "11-3061": "Purchasing", "11-3071": "Operations", "11-31": "Human Resources",
    "11-9": "Other", "11-9021": "Engineering", "11-9031": "Education", "11-9032": "Education", "11-9033": "Education",
    "11-9039": "Education", "11-9041": "Engineering", "11-9111": "Medical", "11-9121": "Research",
    "11-9199": "Operations", "11-9141": "Operations",
    "13-1": "Operations", "13-1011": "Sales", "13-102": "Purchasing", "13-103": "Finance", "13-1041": "Legal",
    "13-1051": "Finance", "13-1071": "Human Resources", "13-1074": "Human Resources", "13-1075": "Human Resources",
    "13-1081": "Operations", "13-1082": "Project Management", "13-1111": "Consulting", "13-1121": "Marketing",
    "13-1131": "Marketing", "13-1141": "Human Resources", "13-1151": "Human Resources", "13-1161": "Marketing",
    "13-2": "Finance", "15-1": "Information Technology", "15-1221": "Research", "15-1255": "Design",
    "15-2": "Research", "15-2051": "Information Technology", "15-2011": "Finance", "17": "Engineering",
    "19": "Research", "19-303": "Medical", "19-5": "Operations", "21": "Other", "23": "Legal", "25": "Education",
    "27": "Other", "27-1": "Design", "27-3": "Marketing", "27-301": "Other", "27-309": "Other", "27-4": "Design",
    "29": "Medical", "29-9": "Operations", "31": "Medical", "33": "Other", "35": "Other", "37": "Operations", "39": "Other",
    "41": "Sales", "43": "Administrative", "43-3": "Finance", "43-3061": "Purchasing", "43-4051": "Customer Support",
    "43-4161": "Human Resources", "43-5": "Operations", "43-313": "Finance", "45": "Other", "47": "Operations",
    "49": "Operations", "51": "Operations", "53": "Operations", "53-2031": "Other", "55": "Other",
}
PLACE = {name: place for place, name in enumerate(NAMES)}
# Words of rank and grammar say nothing of a department; they only count beside another word.
IDLE = set(
    "a an and at by de der des di do el en for from in la le of on or the to und with head manager director lead leader "
    "senior junior chief vice president officer executive new looking student partner country associate owner founder "
    "board member team group global regional area deputy expert specialist coordinator worker".split()
)
# A weight of one is four steps; a letter holds up to 26 of them.
STEPS = 4
LEAST_SEEN = 2
MOST_BYTES = 385_000


def department(code):
    for length in range(len(code), 1, -1):
        if code[:length] in DEPARTMENTS:
            return PLACE[DEPARTMENTS[code[:length]]]
    return None


def fold(title):
    plain = unicodedata.normalize("NFD", title.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def is_held(title):
    """FNV-1a over the folded title: the same fifth in the Swift tests."""
    value = 0x811C9DC5
    for byte in fold(title).encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value % 5 == 0


def features(title):
    """As `DepartmentModel` cuts them. `None` between words is a border that no pair crosses."""
    words, word = [], ""
    for letter in fold(title) + " ":
        if letter.isascii() and letter.isalnum():
            word += letter
            continue
        if word:
            words.append(word)
        word = ""
        if letter in ",:()[]|;":
            words.append(None)
    found = []
    before = None
    for word in words:
        if word is None:
            before = None
            continue
        if before:
            found.append(before + " " + word)
        if word not in IDLE:
            found.append(word)
        if word not in IDLE and len(word) >= 6:
            found.append(word[:5] + "*")
            found.append("*" + word[-4:])
        before = word
    return found


def read(path):
    rows = []
    with open(path, encoding="utf-8") as file:
        next(file)
        for line in file:
            code, title = line.split("\t")[:2]
            place = department(code)
            if place is not None:
                rows.append((title, place))
    return rows


def train(rows, index, passes=12, batch=256, rate=0.35, decay=3e-6):
    """Multinomial logistic regression by AdaGrad, from a fixed shuffle; row 0 of the weights is the bias."""
    weights = np.zeros((len(index) + 1, len(NAMES)), dtype=np.float64)
    squares = np.full_like(weights, 1e-3)
    data = [([0] + sorted({index[f] + 1 for f in features(title) if f in index}), place) for title, place in rows]
    order = np.random.default_rng(5)
    for _ in range(passes):
        shuffled = order.permutation(len(data))
        for start in range(0, len(data), batch):
            chosen = [data[number] for number in shuffled[start:start + batch]]
            lengths = [len(row) for row, _ in chosen]
            columns = np.concatenate([row for row, _ in chosen])
            owners = np.repeat(np.arange(len(chosen)), lengths)
            scores = np.zeros((len(chosen), len(NAMES)))
            np.add.at(scores, owners, weights[columns])
            scores -= scores.max(axis=1, keepdims=True)
            likely = np.exp(scores)
            likely /= likely.sum(axis=1, keepdims=True)
            likely[np.arange(len(chosen)), [place for _, place in chosen]] -= 1
            unique, where = np.unique(columns, return_inverse=True)
            slope = np.zeros((len(unique), len(NAMES)))
            np.add.at(slope, where, likely[owners])
            slope += decay * len(data) / batch * weights[unique]
            squares[unique] += slope * slope
            weights[unique] -= rate * slope / np.sqrt(squares[unique])
    return weights


def letters(row):
    text = ""
    for place, value in enumerate(row):
        if value:
            text += chr(ord("a") + place) + (chr(ord("a") + value - 1) if value > 0 else chr(ord("A") - value - 1))
    return text


def measure(title_departments, rows_weights):
    """Of the held-out titles: how many are placed in one of the departments that O*NET has them in."""
    right = 0
    for title, places in title_departments.items():
        scores = rows_weights[""].copy()
        for feature in set(features(title)):
            if feature in rows_weights:
                scores += rows_weights[feature]
        right += int(np.argmax(scores)) in places
    return right, len(title_departments)


def main():
    source, out = sys.argv[1:3]
    rows = read(source)
    held = collections.defaultdict(set)
    for title, place in rows:
        if is_held(title):
            held[fold(title)].add(place)
    kept = [row for row in rows if not is_held(row[0])]
    seen = collections.Counter(feature for title, _ in kept for feature in set(features(title)))
    index = {feature: number for number, feature in enumerate(sorted(f for f, n in seen.items() if n >= LEAST_SEEN))}
    weights = train(kept, index)
    whole = np.clip(np.rint(weights * STEPS), -26, 26).astype(int)
    ranked = sorted(index, key=lambda f: (-np.abs(whole[index[f] + 1]).max() * min(seen[f], 20) ** 0.5, f))
    model, size = {"": whole[0]}, 0
    for feature in ranked:
        row = whole[index[feature] + 1].copy()
        row[np.abs(row) < 2] = 0
        line = len(feature) + 1 + 2 * int(np.count_nonzero(row))
        if not row.any() or size + line + 1 > MOST_BYTES:
            continue
        size += line + 1
        model[feature] = row
    right, count = measure(held, model)
    with open(out, "w", encoding="utf-8") as file:
        file.write(HEAD % (len(model) - 1, right, count))
        for feature in sorted(model):
            file.write(f"{feature}={letters(model[feature])}\n")
        for word in sorted(IDLE):
            file.write(f"{word}=\n")
        file.write('"""\n}\n')
    print(f"{len(kept)} titles, {len(model) - 1} features, {size} bytes; held out: {right} of {count} right")


HEAD = '''// swift-format-ignore-file
// Generated by scripts/train-title-model.py: change that, not this.
//
// Trained on the alternate titles of the O*NET database by the U.S. Department of Labor, Employment and Training
// Administration (USDOL/ETA), used under the CC BY 4.0 licence (https://creativecommons.org/licenses/by/4.0/). O*NET is a
// trademark of USDOL/ETA, which has not approved, endorsed or tested this derived work.

extension DepartmentModel {
    /// %d features; %d of %d held-out titles right by the model alone. A line: the feature, `=`, then two letters for
    /// each weight: the department's place (a is 0), and the weight (a is 1, A is -1). The first line is the bias;
    /// a word with no weights is one of rank or grammar.
    static let lines = """
'''

if __name__ == "__main__":
    main()
