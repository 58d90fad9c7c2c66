import WeirAgreement

/// What reads job titles by the buying group's keywords.
///
/// **How a title is read.** Keywords are whole words, in any case and without accents; punctuation, slashes, hyphens
/// and ampersands part words. The longest keyword goes first and uses up its words, among functions and among levels
/// each: "vice president" leaves no "president". A title is in every function that is found; of several levels
/// left, the most senior counts. Where a function is found and no level, the level without keywords takes it. The first
/// role whose functions and levels fit wins; one that asks for neither takes any title of which something is known.
/// Words that speak of somebody else do not count (`TitleGuard`).
///
/// **Below the agreement.** Given a `TitleClassifier`, what the keywords leave open is asked of it: the function where
/// none was found, the level where no keyword names one. See `TitlesBelow` for how its answers become the group's.
public struct TitleReader: Sendable {
    struct Phrase: Sendable {
        var words: [UInt16]
        /// Characters of the keyword, by which the longest is found.
        var length: Int
        var keyword: String
        var part: TitlePlacing.Part
    }

    struct GuardPhrase: Sendable {
        var words: [UInt16]
        var means: TitleGuard
    }

    private let dictionary: TitleDictionary
    let phrases: [Phrase]
    let guards: [GuardPhrase]
    /// Numbers of phrases and guards, by the number of their first word.
    private let phrasesByWord: [[Int]]
    private let guardsByWord: [[Int]]
    private let roles: [BuyingGroup.Role]
    private let levelForTheRest: Int?
    private let below: TitlesBelow?

    /// - Parameters:
    ///   - classifier: what reads titles of which the keywords say too little; none by default.
    ///   - threshold: permille of confidence from which its answer counts.
    public init(_ group: BuyingGroup, below classifier: TitleClassifier? = nil, threshold: Int = 800) {
        var dictionary = TitleDictionary()
        var phrases: [Phrase] = []
        func add(_ keywords: [String], _ part: TitlePlacing.Part) {
            for keyword in keywords {
                let words = TitleReader.words(of: keyword).map { dictionary.add($0) }
                if words.isEmpty || words.contains(0) { continue }
                let length = TextFolding.fold(keyword).count
                phrases.append(Phrase(words: words, length: length, keyword: keyword, part: part))
            }
        }
        for (number, function) in group.functions.enumerated() { add(function.keywords, .function(number)) }
        for (number, level) in group.levels.enumerated() { add(level.keywords, .level(number)) }

        var guards: [GuardPhrase] = []
        for means in TitleGuard.allCases {
            for phrase in means.phrases {
                guards.append(
                    GuardPhrase(words: TitleReader.words(of: phrase).map { dictionary.add($0) }, means: means))
            }
        }
        phrasesByWord = TitleReader.index(phrases.map(\.words), dictionary.count)
        guardsByWord = TitleReader.index(guards.map(\.words), dictionary.count)
        self.phrases = phrases
        self.guards = guards
        self.dictionary = dictionary
        roles = group.roles
        levelForTheRest = group.levels.firstIndex { $0.keywords.isEmpty }
        below = classifier.map { TitlesBelow(group, $0, threshold: threshold) }
    }

    /// Places a title. A blank or unrecognised one is unknown: no function, no level, no role.
    public func read(_ title: String) -> TitlePlacing {
        let words = TitleWords(title, dictionary)
        var matches: [Match] = []
        var guarded = Guarded()
        for position in words.ids.indices {
            let id = Int(words.ids[position])
            if id == 0 { continue }
            for number in guardsByWord[id] where fits(guards[number].words, words, position) {
                guarded.note(guards[number].means, position, guards[number].words.count)
            }
            for number in phrasesByWord[id] where fits(phrases[number].words, words, position) {
                matches.append(Match(phrases[number], number, position))
            }
        }
        if matches.isEmpty && below == nil { return TitlePlacing() }
        if !guarded.isEmpty {
            let blocked = guarded.blocked(words, matches)
            matches.removeAll { $0.mask & ($0.isLevel ? blocked.levels : blocked.functions) != 0 }
        }
        TitleReader.keepLongest(&matches)
        return placing(matches, title)
    }

    private func placing(_ matches: [Match], _ title: String) -> TitlePlacing {
        var placing = TitlePlacing()
        for match in matches {
            let phrase = phrases[match.phrase]
            switch phrase.part {
            case .function(let number):
                if !placing.functions.contains(number) { placing.functions.append(number) }
            case .level(let number):
                placing.level = min(placing.level ?? number, number)
            }
            placing.evidence.append(
                .init(part: phrase.part, keyword: phrase.keyword, word: match.position))
        }
        placing.functions.sort()
        below?.complete(&placing, title)
        if placing.level == nil && !placing.functions.isEmpty { placing.level = levelForTheRest }
        placing.role = role(placing)
        return placing
    }

    private func role(_ placing: TitlePlacing) -> Int? {
        if placing.isUnknown { return nil }
        return roles.firstIndex { role in
            let functionFits = role.functions.isEmpty || placing.functions.contains(where: role.functions.contains)
            guard functionFits, !role.levels.isEmpty else { return functionFits }
            return placing.level.map(role.levels.contains) ?? false
        }
    }

    private func fits(_ phrase: [UInt16], _ words: TitleWords, _ position: Int) -> Bool {
        guard position + phrase.count <= words.ids.count else { return false }
        for offset in 1..<max(1, phrase.count) {
            // A keyword never runs over the border between two titles; "vice, president" is none either.
            if words.ids[position + offset] != phrase[offset] || words.gaps[position + offset] != .plain {
                return false
            }
        }
        return true
    }

    private static func index(_ phrases: [[UInt16]], _ count: Int) -> [[Int]] {
        var index = [[Int]](repeating: [], count: count)
        for (number, words) in phrases.enumerated() {
            if let first = words.first { index[Int(first)].append(number) }
        }
        return index
    }

    /// The words of a keyword, cut as titles are.
    private static func words(of keyword: String) -> [[UInt8]] {
        TitleWords.texts(of: keyword)
    }
}
