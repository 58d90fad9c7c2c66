/// A person's name as it compares within one company: folded, without titles of address, its words in one order.
enum PersonName {
    /// `nil` for fewer than two words: too little to know somebody by.
    static func key(_ written: String) -> String? {
        let words = TextFolding.fold(written).split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
            .filter { !courtesies.contains($0) }
        return words.count < 2 ? nil : words.sorted().joined(separator: " ")
    }

    private static let courtesies: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "jr", "sr", "phd", "mba", "msc", "cpa", "esq", "herr", "frau", "mme",
        "sir", "dame", "ing", "dipl",
    ]
}
