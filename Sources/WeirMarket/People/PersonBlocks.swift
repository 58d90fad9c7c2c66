/// Which records are worth comparing: those that share a key.
struct PersonBlocks {
    struct Pair: Hashable {
        var first: UInt32
        var second: UInt32
    }

    /// A key that more records share says too little.
    private static let largest = 100
    private var blocks: [String: [UInt32]] = [:]

    init(_ people: [PreparedPerson]) {
        for (place, person) in people.enumerated() {
            for key in PersonBlocks.keys(person) { blocks[key, default: []].append(UInt32(truncatingIfNeeded: place)) }
        }
    }

    /// Every pair once, the lower number first.
    ///
    /// - Parameter border: if given, only pairs of one record below it and one from it on.
    func pairs(across border: Int? = nil) -> [Pair] {
        var pairs: Set<Pair> = []
        for block in blocks.values where block.count > 1 && block.count <= PersonBlocks.largest {
            for (place, first) in block.enumerated() {
                for second in block[(place + 1)...] where first != second {
                    if let border, (Int(first) < border) == (Int(second) < border) { continue }
                    pairs.insert(Pair(first: min(first, second), second: max(first, second)))
                }
            }
        }
        return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private static func keys(_ person: PreparedPerson) -> Set<String> {
        var keys: Set<String> = []
        func add(_ kind: String, _ parts: String...) {
            if parts.allSatisfy({ !$0.isEmpty }) { keys.insert(kind + parts.joined(separator: "|")) }
        }
        add("e", person.email?.text ?? "")
        add("l", person.email.map { $0.local.utf8.count >= 6 ? $0.local : "" } ?? "")
        add("t", person.phone)
        add("#", person.number)
        add("b", person.birthDate)
        let sounds = [SoundKey.key(person.given), SoundKey.key(person.family)].sorted()
        add("n", sounds[0], sounds[1])
        add("f", sounds[0] + sounds[1], person.postcode)
        for name in [person.given, person.family] where !name.isEmpty {
            add("p", String(name.prefix(3)), person.postcode)
            add("c", String(name.prefix(4)), String(person.city.prefix(6)))
            add("w", SoundKey.key(name), person.company.first?.first?.text ?? "")
            if person.birthDate.utf8.count >= 4 { add("y", SoundKey.key(name), String(person.birthDate.prefix(4))) }
        }
        let company = (person.company.first ?? []).prefix(2).map(\.text).joined(separator: " ")
        add("o", company, person.street.first ?? person.postcode)
        add("s", person.street.joined(separator: " "))
        add("a", person.street.prefix(2).joined(separator: " "), String(person.postcode.prefix(3)))
        return keys
    }
}
