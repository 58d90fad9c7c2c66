/// The words of many names as numbers, and in which names a word is.
struct NameStore: Sendable {
    let vocabulary: Vocabulary
    /// Whose name it is.
    let owners: [UInt32]
    /// Whether it is the name itself, and not one in brackets or a known company's other name.
    let isMain: [Bool]
    /// The sum of its words' weights.
    let totals: [UInt16]
    private let wordStarts: [UInt32]
    private let wordNumbers: [UInt32]
    private let postingStarts: [UInt32]
    private let postings: [UInt32]
    let pairs: HashedPlaces
    let joins: HashedPlaces
    let initials: HashedPlaces

    var count: Int { owners.count }

    func words(of name: Int) -> ArraySlice<UInt32> {
        wordNumbers[Int(wordStarts[name])..<Int(wordStarts[name + 1])]
    }

    /// The names that have a word, in order.
    func names(with word: UInt32) -> ArraySlice<UInt32> {
        postings[Int(postingStarts[Int(word)])..<Int(postingStarts[Int(word) + 1])]
    }

    func frequency(of word: UInt32) -> Int {
        Int(postingStarts[Int(word) + 1] - postingStarts[Int(word)])
    }

    static func pair(_ a: UInt32, _ b: UInt32) -> UInt32 {
        HashedPlaces.mixed(min(a, b) &* 0x9E37_79B1 ^ HashedPlaces.mixed(max(a, b)))
    }

    /// Gathers names, then files them.
    struct Builder {
        private var vocabulary = Vocabulary()
        private var owners: [UInt32] = []
        private var isMain: [Bool] = []
        private var starts: [UInt32] = [0]
        private var numbers: [UInt32] = []

        mutating func add(_ words: ArraySlice<String>, _ isMain: Bool, of owner: UInt32) {
            for word in words.prefix(WordAlignment.longest) { numbers.append(vocabulary.number(adding: word)) }
            starts.append(UInt32(truncatingIfNeeded: numbers.count))
            owners.append(owner)
            self.isMain.append(isMain)
        }

        consuming func store() -> NameStore {
            vocabulary.close()
            return NameStore(vocabulary, owners, isMain, starts, numbers)
        }
    }

    private init(
        _ vocabulary: Vocabulary, _ owners: [UInt32], _ isMain: [Bool], _ starts: [UInt32], _ numbers: [UInt32]
    ) {
        self.vocabulary = vocabulary
        (self.owners, self.isMain, wordStarts, wordNumbers) = (owners, isMain, starts, numbers)
        var counts = [UInt32](repeating: 0, count: vocabulary.words.count + 1)
        for number in numbers where vocabulary.words[Int(number)].kind != .stop { counts[Int(number) + 1] += 1 }
        for word in counts.indices.dropFirst() { counts[word] += counts[word - 1] }
        postingStarts = counts
        var postings = [UInt32](repeating: 0, count: Int(counts[counts.count - 1]))
        var totals: [UInt16] = []
        totals.reserveCapacity(owners.count)
        var filing = Filing()
        for name in owners.indices {
            let slice = numbers[Int(starts[name])..<Int(starts[name + 1])]
            var total: Int32 = 0
            for number in slice {
                let word = vocabulary.words[Int(number)]
                total += word.weight
                if word.kind == .stop { continue }
                postings[Int(counts[Int(number)])] = UInt32(truncatingIfNeeded: name)
                counts[Int(number)] += 1
            }
            totals.append(UInt16(clamping: total))
            filing.file(UInt32(truncatingIfNeeded: name), slice, vocabulary, postingStarts)
        }
        self.postings = postings
        self.totals = totals
        pairs = HashedPlaces(filing.pairs)
        joins = HashedPlaces(filing.joins)
        initials = HashedPlaces(filing.initials)
    }

    /// The further keys a name is filed under.
    private struct Filing {
        var pairs: [(hash: UInt32, value: UInt32)] = []
        var joins: [(hash: UInt32, value: UInt32)] = []
        var initials: [(hash: UInt32, value: UInt32)] = []

        mutating func file(
            _ name: UInt32, _ numbers: ArraySlice<UInt32>, _ vocabulary: Vocabulary, _ starts: [UInt32]
        ) {
            let telling = numbers.filter { vocabulary.words[Int($0)].kind != .stop }
            let rarest = telling.sorted {
                (starts[Int($0) + 1] - starts[Int($0)], $0) < (starts[Int($1) + 1] - starts[Int($1)], $1)
            }
            if rarest.count > 1 { pairs.append((NameStore.pair(rarest[0], rarest[1]), name)) }
            for (first, second) in zip(numbers, numbers.dropFirst()).prefix(2) {
                let joined = HashedPlaces.hash(
                    vocabulary.words[Int(first)].text.utf8, vocabulary.words[Int(second)].text.utf8)
                joins.append((joined, name))
            }
            if telling.count > 2 {
                let letters = telling.compactMap { vocabulary.words[Int($0)].text.utf8.first }
                initials.append((HashedPlaces.hash(letters), name))
            }
        }
    }
}
