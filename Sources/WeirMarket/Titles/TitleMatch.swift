/// A keyword found in a title.
struct Match {
    var phrase: TitleReader.Phrase
    var position: Int

    /// A bit for each of its words.
    var mask: UInt64 { wordMask(position, phrase.words.count) }

    var isLevel: Bool {
        if case .level = phrase.part { true } else { false }
    }
}

extension TitleReader {
    /// Takes out what a longer keyword of the same kind has used up. Equal keywords of two functions both stay.
    static func keepLongest(_ matches: inout [Match]) {
        if matches.count > 1 {
            matches.sort { a, b in
                a.phrase.length != b.phrase.length ? a.phrase.length > b.phrase.length : a.position < b.position
            }
            var kept: [Match] = []
            kept.reserveCapacity(matches.count)
            for match in matches where !kept.contains(where: { $0.usesUp(match) }) { kept.append(match) }
            matches = kept
            matches.sort { $0.position < $1.position }
        }
    }
}

extension Match {
    fileprivate func usesUp(_ other: Match) -> Bool {
        guard isLevel == other.isLevel, mask & other.mask != 0 else { return false }
        return mask != other.mask || phrase.words != other.phrase.words
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

    mutating func note(_ phrase: TitleReader.GuardPhrase, at position: Int) {
        found.append((phrase.means, position, phrase.words.count))
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
                where match.isLevel && match.position + match.phrase.words.count == position
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
