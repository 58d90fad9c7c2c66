/// A keyword found in a title.
struct Match {
    /// Number of the phrase.
    var phrase: Int
    var position: Int
    /// Words.
    var count: Int
    /// Characters.
    var length: Int
    var isLevel: Bool

    init(_ phrase: TitleReader.Phrase, _ number: Int, _ position: Int) {
        self.phrase = number
        self.position = position
        count = phrase.words.count
        length = phrase.length
        if case .level = phrase.part { isLevel = true } else { isLevel = false }
    }

    /// A bit for each of its words.
    var mask: UInt64 { wordMask(position, count) }
}

extension TitleReader {
    /// Takes out what a longer keyword of the same kind has used up. Equal keywords of two functions both stay.
    static func keepLongest(_ matches: inout [Match]) {
        guard matches.count > 1 else { return }
        // Keywords that share no word leave each other alone, which is the rule: then there is nothing to sort.
        var used: (levels: UInt64, functions: UInt64) = (0, 0)
        var overlaps = false
        for match in matches {
            overlaps = overlaps || match.mask & (match.isLevel ? used.levels : used.functions) != 0
            if match.isLevel { used.levels |= match.mask } else { used.functions |= match.mask }
        }
        if !overlaps { return }
        matches.sort { a, b in a.length != b.length ? a.length > b.length : a.position < b.position }
        var kept: [Match] = []
        for match in matches where !kept.contains(where: { $0.usesUp(match) }) { kept.append(match) }
        matches = kept.sorted { a, b in (a.position, a.phrase) < (b.position, b.phrase) }
    }
}

extension Match {
    fileprivate func usesUp(_ other: Match) -> Bool {
        isLevel == other.isLevel && mask & other.mask != 0 && mask != other.mask
    }
}

/// A bit for each of `count` words from `position` on.
func wordMask(_ position: Int, _ count: Int) -> UInt64 {
    guard position < 64, count > 0 else { return 0 }
    let ones: UInt64 = count >= 64 ? .max : (1 << UInt64(count)) - 1
    return ones << UInt64(position)
}

/// The guards found in a title, and the words they take out of the count.
struct Guarded {
    private var found: [(means: TitleGuard, position: Int, count: Int)] = []

    var isEmpty: Bool { found.isEmpty }

    mutating func note(_ means: TitleGuard, _ position: Int, _ count: Int) {
        found.append((means, position, count))
    }

    /// Words that may not place the title in a level, and in a function.
    func blocked(_ words: TitleWords, _ matches: [Match]) -> (levels: UInt64, functions: UInt64) {
        var levels: UInt64 = 0
        var functions: UInt64 = 0
        for (means, position, count) in found {
            let end = position + count
            switch means {
            case .serves:
                levels |= wordMask(position, Guarded.reach(words, from: end, stopAt: .strong) - position)
                functions |= wordMask(end, Guarded.reach(words, from: end, stopAt: .comma) - end)
            case .elsewhere:
                let reach = Guarded.reach(words, from: end, stopAt: .comma)
                levels |= wordMask(end, reach - end)
                functions |= wordMask(end, reach - end)
            case .assistant:
                levels |= wordMask(end, Guarded.reach(words, from: end, stopAt: .strong) - end)
            case .trails:
                for match in matches
                where match.isLevel && match.position + match.count == position
                    && words.gaps[position] == .plain && Guarded.endsTitle(words, end)
                {
                    levels |= match.mask
                }
            case .falseFriend:
                // A keyword of the agreement that is as long or longer says that it means it.
                let mask = wordMask(position, count)
                let meant = matches.contains { $0.isLevel && $0.mask & mask == mask }
                if !meant { levels |= mask }
            }
        }
        return (levels, functions)
    }

    private static func reach(_ words: TitleWords, from start: Int, stopAt gap: TitleWords.Gap) -> Int {
        var end = start
        while end < words.gaps.count, words.gaps[end].rawValue < gap.rawValue { end += 1 }
        return end
    }

    /// Whether no further word of the same title follows: "President Assistant", not "Principal Assistant Director".
    private static func endsTitle(_ words: TitleWords, _ end: Int) -> Bool {
        end >= words.gaps.count || words.gaps[end] != .plain || words.ids[end] == 0
    }
}
