/// A linear model that places a title in a department by its words, pairs of neighbouring words, and the first five
/// and last four letters of longer words.
///
/// Trained by `scripts/train-title-model.py` on the alternate titles of O*NET; the weights are whole numbers, a quarter
/// of a natural logarithm each.
struct DepartmentModel: Sendable {
    struct Answer {
        /// For each department the sum of its weights; the raw value is the place.
        var scores: SIMD32<Int16>
        /// How many rows of weights these are the sums of.
        var rows = 0
        /// How many of the title's words the model knows.
        var known: Int
        /// A bit for each word known.
        var words: UInt64

        /// The scores, none beyond 500. Few rows cannot sum up to more, and bounding costs as much as all the rest.
        var bounded: SIMD32<Int16> {
            if rows * DepartmentModel.greatestWeight <= 500 { return scores }
            return scores.clamped(lowerBound: SIMD32(repeating: -500), upperBound: SIMD32(repeating: 500))
        }
    }

    static let shipped = DepartmentModel(lines)

    /// The features in open addressing; 0 is a free slot. A power of two, at most half full. One entry holds all that a
    /// look-up needs, since fetching it is most of the work: above the upper 47 bits of the hash (never all 0), then the
    /// number of the row, and lowest whether the word is one of rank or grammar, which says nothing alone.
    private let entries: [UInt64]
    private let weights: [SIMD32<Int16>]
    private static let keyBits: UInt64 = ~0x1_FFFF

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prefixMark: UInt64 = 0x5bd1_e995_7b7d_159d
    private static let suffixMark: UInt64 = 0xc2b2_ae3d_27d4_eb4f
    /// What a letter can write, z being the last.
    private static let greatestWeight = 26
    private static let prefixLength = 5
    private static let suffixLength = 4

    init(_ lines: String) {
        let lines = lines.utf8.split(separator: 0x0A)
        var slots = 2
        while slots < lines.count * 2 { slots *= 2 }
        var entries = [UInt64](repeating: 0, count: slots)
        var weights: [SIMD32<Int16>] = []
        for line in lines {
            guard let equals = line.lastIndex(of: 0x3D) else { continue }
            var row = SIMD32<Int16>(repeating: 0)
            var index = line.index(after: equals)
            while index < line.endIndex {
                let place = Int(line[index] &- 0x61)
                let letter = line[line.index(after: index)]
                row[place] = letter >= 0x61 ? Int16(letter - 0x60) : -Int16(letter - 0x40)
                index = line.index(index, offsetBy: 2)
            }
            let key = DepartmentModel.key(of: line[..<equals])
            var slot = Int(truncatingIfNeeded: key) & (slots - 1)
            while entries[slot] != 0 { slot = (slot + 1) & (slots - 1) }
            let isIdle: UInt64 = line.index(after: equals) == line.endIndex ? 1 : 0
            entries[slot] = key & DepartmentModel.keyBits | UInt64(UInt16(weights.count)) << 1 | isIdle
            weights.append(row)
        }
        self.entries = entries
        self.weights = weights
    }

    /// A feature as the lines write it: `word`, `two words`, `begin*`, `*end`, or nothing for the bias.
    private static func key(of feature: Substring.UTF8View) -> UInt64 {
        var hash = seed
        var first: UInt64 = 0
        for byte in feature where byte != 0x2A {
            if byte == 0x20 {
                first = finish(hash)
                hash = seed
            } else {
                hash = step(hash, TitleText.code(byte))
            }
        }
        if feature.first == 0x2A { return finish(hash ^ suffixMark) }
        if feature.last == 0x2A { return finish(hash ^ prefixMark) }
        return first == 0 ? finish(hash) : pair(first, finish(hash))
    }

    func read(_ text: TitleText) -> Answer {
        var answer = Answer(scores: SIMD32(repeating: 0), known: 0, words: 0)
        add(DepartmentModel.finish(DepartmentModel.seed), &answer)
        let codes = text.codes.span
        var before: UInt64 = 0
        var start = 0
        for index in 0..<codes.count {
            let code = codes[index]
            if code != TitleText.space && code < TitleText.comma { continue }
            if index > start {
                let known = answer.known
                before = word(codes, start, index, before, &answer)
                if answer.known > known { answer.words |= text.wordBits(start, index) }
            }
            if code != TitleText.space { before = 0 }
            start = index + 1
        }
        return answer
    }

    /// Adds what one word and its neighbour before say; returns the word's hash.
    private func word(
        _ codes: Span<UInt8>, _ start: Int, _ end: Int, _ before: UInt64, _ answer: inout Answer
    ) -> UInt64 {
        var hash = DepartmentModel.seed
        var prefix: UInt64 = 0
        for index in start..<end {
            hash = DepartmentModel.step(hash, codes[index])
            if index - start == DepartmentModel.prefixLength - 1 { prefix = hash }
        }
        let key = DepartmentModel.finish(hash)
        let entry = find(key)
        let isIdle = entry & 1 != 0
        if entry != 0 && !isIdle {
            answer.known += 1
            add(entry: entry, &answer)
        }
        if before != 0 { add(DepartmentModel.pair(before, key), &answer) }
        if end - start >= 6 && !isIdle {
            add(DepartmentModel.finish(prefix ^ DepartmentModel.prefixMark), &answer)
            var suffix = DepartmentModel.seed
            for index in end - DepartmentModel.suffixLength..<end {
                suffix = DepartmentModel.step(suffix, codes[index])
            }
            add(DepartmentModel.finish(suffix ^ DepartmentModel.suffixMark), &answer)
        }
        return key
    }

    @inline(__always)
    private func add(_ key: UInt64, _ answer: inout Answer) {
        let entry = find(key)
        if entry != 0 { add(entry: entry, &answer) }
    }

    @inline(__always)
    private func add(entry: UInt64, _ answer: inout Answer) {
        answer.scores &+= weights[Int(entry >> 1 & 0xFFFF)]
        answer.rows += 1
    }

    /// The entry of a feature, or 0.
    @inline(__always)
    private func find(_ key: UInt64) -> UInt64 {
        let entries = entries.span
        let mask = entries.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while true {
            let entry = entries[slot]
            if entry == 0 || (entry ^ key) & DepartmentModel.keyBits == 0 { return entry }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    private static func step(_ hash: UInt64, _ code: UInt8) -> UInt64 { (hash ^ UInt64(code)) &* 0x100_0000_01b3 }

    /// Spreads a hash over all its bits; never 0.
    @inline(__always)
    private static func finish(_ hash: UInt64) -> UInt64 {
        let spread = (hash ^ (hash >> 31)) &* 0x9e37_79b9_7f4a_7c15
        return (spread ^ (spread >> 29)) | 1 << 63
    }

    @inline(__always)
    private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { finish(first &* 31 &+ second) }
}
