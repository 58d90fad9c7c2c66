/// The phrases of all word lists, and what each says.
struct PhraseTable: Sendable {
    enum Kind: UInt8, Sendable {
        case department, seniority, guarding
    }

    /// What a phrase of a kind says. Departments and levels are numbered as their raw values, what else the lists name
    /// from 40 on.
    struct Saying: Sendable {
        var kind: Kind
        var what: UInt8
        /// 1 to 10.
        var weight: UInt8
        /// Letters, digits and the spaces between.
        var length: UInt16
        /// Whether its first symbol is the space before a word, and its last the one after.
        var opens: Bool
        var closes: Bool
    }

    static let nothing: UInt8 = 40
    static let deputy: UInt8 = 41
    static let bank: UInt8 = 42
    static let topVicePresident: UInt8 = 43
    static let serves: UInt8 = 44
    static let elsewhere: UInt8 = 45
    static let trails: UInt8 = 46
    static let at: UInt8 = 47
    static let helps: UInt8 = 48

    private(set) var sayings: [Saying] = []
    let finder: PhraseFinder

    init() {
        var phrases: [[UInt8]] = []
        var sayings: [Saying] = []
        for (kind, lines) in [
            (Kind.department, DepartmentWords.lines), (.seniority, SeniorityWords.lines), (.guarding, GuardWords.lines),
        ] {
            for line in lines.split(separator: "\n") {
                guard let colon = line.firstIndex(of: ":") else { continue }
                let head = line[..<colon].split(separator: " ")
                guard let weight = head.last.flatMap({ UInt8($0) }),
                    let what = PhraseTable.number(head.dropLast().joined(separator: " "), kind)
                else { preconditionFailure("a line of words is headed \(line[..<colon])") }
                for phrase in line[line.index(after: colon)...].split(separator: ",") {
                    for written in PhraseTable.spellings(phrase) {
                        let saying = PhraseTable.saying(written, kind, what, weight)
                        phrases.append(saying.codes)
                        sayings.append(saying.saying)
                    }
                }
            }
        }
        self.sayings = sayings
        finder = PhraseFinder(phrases)
    }

    private static func number(_ name: String, _ kind: Kind) -> UInt8? {
        switch name {
        case "None": nothing
        case "Deputy": deputy
        case "Bank": bank
        case "Top VP": topVicePresident
        case "Serves": serves
        case "Elsewhere": elsewhere
        case "Trails": trails
        case "At": at
        case "Helps": helps
        default:
            kind == .department
                ? Department.allCases.first { $0.name == name }?.rawValue
                : Seniority.allCases.first { $0.name == name }?.rawValue
        }
    }

    /// A phrase with an umlaut is also found where it is spelt with an e.
    private static func spellings(_ phrase: Substring) -> [String] {
        var spelt = ""
        for letter in phrase.unicodeScalars {
            switch letter {
            case "ä": spelt += "ae"
            case "ö": spelt += "oe"
            case "ü": spelt += "ue"
            default: spelt.unicodeScalars.append(letter)
            }
        }
        let plain = TextFolding.fold(String(phrase))
        spelt = TextFolding.fold(spelt)
        return plain == spelt ? [plain] : [plain, spelt]
    }

    private static func saying(_ written: String, _ kind: Kind, _ what: UInt8, _ weight: UInt8)
        -> (codes: [UInt8], saying: Saying)
    {
        let opens = !written.hasPrefix("*")
        let closes = !written.hasSuffix("*")
        var codes = written.utf8.filter { $0 != 0x2A }.map { TitleText.code($0) }
        let length = UInt16(codes.count)
        // Words that stand together are more certain than one of them.
        let weight = codes.contains(TitleText.space) && weight > 5 ? min(10, weight + 1) : weight
        if opens { codes.insert(TitleText.space, at: 0) }
        if closes { codes.append(TitleText.space) }
        return (codes, Saying(kind: kind, what: what, weight: weight, length: length, opens: opens, closes: closes))
    }
}
