/// Finds thousands of phrases in a text in one pass over it, however many there are.
///
/// The automaton of Aho and Corasick ("Efficient string matching", CACM 1975) with every step spelt out in a table: one
/// look-up a symbol. States are numbered breadth first.
struct PhraseFinder: Sendable {
    /// The next state, by state and symbol.
    private let steps: [UInt16]
    /// For each state the first of its phrases in `chain`, or 0.
    private let firstPhrase: [UInt16]
    /// Phrase number, and the next in the chain: two entries each.
    private let chain: [UInt16]

    /// - Parameter phrases: as symbols of `TitleText`, spaces where a word must begin or end. Fewer than 60,000 symbols
    ///   in all lead to fewer than 65,536 states.
    init(_ phrases: [[UInt8]]) {
        let width = TitleText.symbols
        var steps = [UInt16](repeating: 0, count: width)
        var ends: [(state: Int, phrase: Int)] = []
        for (number, phrase) in phrases.enumerated() {
            var state = 0
            for symbol in phrase {
                let slot = state * width + Int(symbol)
                if steps[slot] == 0 {
                    precondition(steps.count / width < 65_535, "too many phrases for the automaton")
                    steps[slot] = UInt16(steps.count / width)
                    steps.append(contentsOf: repeatElement(0, count: width))
                }
                state = Int(steps[slot])
            }
            ends.append((state, number))
        }
        let states = steps.count / width
        var chain: [UInt16] = [0, 0]
        var first = [UInt16](repeating: 0, count: states)
        for (state, phrase) in ends {
            chain += [UInt16(phrase), first[state]]
            first[state] = UInt16(chain.count / 2 - 1)
        }
        PhraseFinder.close(&steps, &first, &chain)
        self.steps = steps
        firstPhrase = first
        self.chain = chain
    }

    /// Fills in where a step leads that no phrase takes: to the longest other beginning the text then ends in.
    private static func close(_ steps: inout [UInt16], _ first: inout [UInt16], _ chain: inout [UInt16]) {
        let width = TitleText.symbols
        var fall = [Int](repeating: 0, count: first.count)
        var queue: [Int] = []
        for symbol in 0..<width where steps[symbol] != 0 { queue.append(Int(steps[symbol])) }
        var next = 0
        while next < queue.count {
            let state = queue[next]
            next += 1
            append(first[fall[state]], to: &first[state], &chain)
            for symbol in 0..<width {
                let slot = state * width + symbol
                let other = steps[fall[state] * width + symbol]
                if steps[slot] == 0 {
                    steps[slot] = other
                } else {
                    fall[Int(steps[slot])] = Int(other)
                    queue.append(Int(steps[slot]))
                }
            }
        }
    }

    private static func append(_ tail: UInt16, to head: inout UInt16, _ chain: inout [UInt16]) {
        guard tail != 0 else { return }
        guard head != 0 else { return head = tail }
        var last = Int(head)
        while chain[last * 2 + 1] != 0 { last = Int(chain[last * 2 + 1]) }
        chain[last * 2 + 1] = tail
    }

    /// Calls `found` with the number of each phrase that occurs and the index of the code after its last.
    @inline(__always)
    func search(_ codes: [UInt8], found: (_ phrase: Int, _ end: Int) -> Void) {
        let codes = codes.span
        let steps = steps.span
        let firstPhrase = firstPhrase.span
        var state = 0
        for index in 0..<codes.count {
            state = Int(steps[state &* TitleText.symbols &+ Int(codes[index])])
            var entry = Int(firstPhrase[state])
            while entry != 0 {
                found(Int(chain[entry * 2]), index + 1)
                entry = Int(chain[entry * 2 + 1])
            }
        }
    }
}
