/// The words of many names, each once, and which of them may be misspellings of a word.
struct Vocabulary: Sendable {
    private(set) var words: [NameWord] = []
    private var numbers: [String: UInt32] = [:]
    private var deletions = HashedPlaces([])

    /// The word's number; a new one for a new word.
    mutating func number(adding text: String) -> UInt32 {
        if let number = numbers[text] { return number }
        let number = UInt32(truncatingIfNeeded: words.count)
        numbers[text] = number
        words.append(NameWord(text))
        return number
    }

    func number(_ text: String) -> UInt32? { numbers[text] }

    /// Files every word under itself with a letter left out, so that words one edit apart meet (symmetric deletion).
    /// To be called once, when all words are there.
    mutating func close() {
        var filed: [(hash: UInt32, value: UInt32)] = []
        for (number, word) in words.enumerated() where word.kind != .stop && word.kind != .number {
            Vocabulary.forEachDeletion(word.text) { filed.append(($0, UInt32(truncatingIfNeeded: number))) }
        }
        deletions = HashedPlaces(filed)
    }

    /// Words like this one, each with how alike it is, without the word itself.
    func neighbours(of word: NameWord) -> [(number: UInt32, permille: Int32)] {
        var found: [(number: UInt32, permille: Int32)] = []
        Vocabulary.forEachDeletion(word.text) { hash in
            deletions.forEach(hash) { number in
                if found.contains(where: { $0.number == number }) { return }
                let other = words[Int(number)]
                let permille = other.text == word.text ? 0 : WordSimilarity.permille(word, other)
                if permille >= 600 { found.append((number, permille)) }
            }
        }
        return found
    }

    private static let longest = 20

    private static func forEachDeletion(_ text: String, _ body: (UInt32) -> Void) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 4, bytes.count <= 40 else { return }
        body(HashedPlaces.hash(bytes))
        // Long words may differ by more edits; they meet by their beginnings or ends.
        if bytes.count >= 9 {
            body(HashedPlaces.hash(bytes.prefix(7)) ^ 1)
            body(HashedPlaces.hash(bytes.suffix(7)) ^ 2)
        }
        for place in 0..<min(bytes.count, longest) where place == 0 || bytes[place] != bytes[place - 1] {
            var hash: UInt32 = 0x811C_9DC5
            for (at, byte) in bytes.enumerated() where at != place { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
            body(HashedPlaces.mixed(hash))
        }
    }
}
