/// Gathers the names that may be a name looked for. One is used for many searches, by one thread.
struct CandidateSearch {
    private let store: NameStore
    /// What a name has in common with the one looked for, so far, by name.
    private var common: [UInt16]
    private var touched: [UInt32] = []
    /// Names that were compared already in this search.
    private var compared: Set<UInt32> = []

    /// How many names are compared at most after each round.
    private static let compared = 40
    /// Words of more names than this are gathered only where nothing rarer is there.
    private static let commonest = 1_200
    private static let budget = 3_000

    init(_ store: NameStore) {
        self.store = store
        common = [UInt16](repeating: 0, count: store.count)
    }

    /// One word looked for.
    struct Word {
        var word: NameWord
        /// `nil` for a word that no name has.
        var number: UInt32?
    }

    /// Calls `compare` with every name worth comparing; it returns the best likeness found so far. Looks for
    /// misspellings and other ways of writing only while that is below `enough`.
    mutating func search(_ name: [NameWord], enough: Int32, _ compare: (Int) -> Int32) {
        let words = name.prefix(WordAlignment.longest).map { Word(word: $0, number: store.vocabulary.number($0.text)) }
        gatherExact(words)
        var best = compareBest(compare)
        if best < enough {
            gatherWrittenOtherwise(words)
            gatherMisspelt(words)
            best = compareBest(compare)
        }
        for name in touched { common[Int(name)] = 0 }
        touched.removeAll(keepingCapacity: true)
        compared.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ name: UInt32, _ weight: Int32) {
        if common[Int(name)] == 0 { touched.append(name) }
        common[Int(name)] = common[Int(name)] &+ UInt16(truncatingIfNeeded: max(1, min(weight, 1000)))
    }

    private mutating func gatherExact(_ words: [Word]) {
        var known: [(number: UInt32, weight: Int32, count: Int)] = []
        for word in words where word.word.kind != .stop {
            if let number = word.number, !known.contains(where: { $0.number == number }) {
                known.append((number, word.word.weight, store.frequency(of: number)))
            }
        }
        known.sort { ($0.count, $0.number) < ($1.count, $1.number) }
        for (place, first) in known.enumerated() {
            for second in known[(place + 1)...] {
                var names: [UInt32] = []
                store.pairs.forEach(NameStore.pair(first.number, second.number)) { names.append($0) }
                // A few words in common may be in very many names; the rarer words decide among them.
                for name in names.prefix(CandidateSearch.budget) { add(name, 1) }
            }
        }
        var spent = 0
        for (place, word) in known.enumerated() {
            let isFree = place == 0 && touched.isEmpty
            if !isFree, word.count > CandidateSearch.commonest || spent + word.count > CandidateSearch.budget {
                raise(word.number, word.weight)
                continue
            }
            spent += word.count
            for name in store.names(with: word.number).prefix(50_000) { add(name, word.weight) }
        }
    }

    /// Counts a common word for the names that were gathered by others.
    private mutating func raise(_ word: UInt32, _ weight: Int32) {
        for name in touched where store.words(of: Int(name)).contains(word) {
            common[Int(name)] = common[Int(name)] &+ UInt16(truncatingIfNeeded: weight)
        }
    }

    private mutating func gatherMisspelt(_ words: [Word]) {
        var spent = 0
        for word in words where word.word.kind != .stop && word.word.kind != .number {
            // A common word that is known is seldom another one misspelt.
            if word.number != nil, word.word.isCommon { continue }
            for (number, permille) in store.vocabulary.neighbours(of: word.word) {
                let names = store.names(with: number)
                if names.count > CandidateSearch.commonest || spent > CandidateSearch.budget {
                    raise(number, word.word.weight * permille / 1000)
                    continue
                }
                spent += names.count
                for name in names { add(name, word.word.weight * permille / 1000) }
            }
        }
    }

    /// Words together or apart, letters for words and words for letters.
    private mutating func gatherWrittenOtherwise(_ words: [Word]) {
        var names: [UInt32] = []
        for (first, second) in zip(words, words.dropFirst()) {
            if let number = store.vocabulary.number(first.word.text + second.word.text) {
                names += store.names(with: number).prefix(200)
            }
        }
        for word in words where word.word.kind == .name {
            var found: [UInt32] = []
            let hash = HashedPlaces.hash(word.word.text.utf8)
            store.joins.forEach(hash) { found.append($0) }
            if (3...6).contains(word.word.text.utf8.count) { store.initials.forEach(hash) { found.append($0) } }
            names += found.prefix(200)
        }
        let telling = words.filter { $0.word.kind != .stop }
        if telling.count > 2 {
            let letters = String(decoding: telling.compactMap { $0.word.text.utf8.first }, as: UTF8.self)
            if let number = store.vocabulary.number(letters) { names += store.names(with: number).prefix(200) }
        }
        for name in names { add(name, 60) }
    }

    /// Compares the gathered names that have most in common and least besides.
    private mutating func compareBest(_ compare: (Int) -> Int32) -> Int32 {
        var best: Int32 = 0
        var ranked: [UInt64] = []
        ranked.reserveCapacity(touched.count)
        var counts = [UInt32](repeating: 0, count: 1024)
        for name in touched {
            let rank = 512 + 2 * Int(common[Int(name)]) - Int(store.totals[Int(name)])
            let bounded = UInt64(max(0, min(rank, 1023)))
            counts[Int(bounded)] += 1
            ranked.append(bounded << 32 | UInt64(name))
        }
        var least = 1023
        var taken = Int(counts[1023])
        while least > 0, taken < CandidateSearch.compared {
            least -= 1
            taken += Int(counts[least])
        }
        var left = CandidateSearch.compared * 4
        for entry in ranked where entry >> 32 >= UInt64(least) && left > 0 {
            let name = UInt32(truncatingIfNeeded: entry)
            guard compared.insert(name).inserted else { continue }
            left -= 1
            best = max(best, compare(Int(name)))
        }
        return best
    }
}
