import WeirAgreement
import WeirFacts
import WeirMarket

/// A vendor's list made from real companies, with seeded damage and the truth of each line.
///
/// The truth is what the generator did, not what any code under test says: which company it took, whether a plain
/// reading puts it in the market, which title it wrote, what it broke, and how many it had delivered before.
struct MessyList {
    /// Typing errors and abbreviations in company names and titles, which only a scored comparison and a classifier that
    /// knows more than the agreement's keywords see through.
    let isHeavy: Bool

    struct Truth {
        /// `nil`: accepted.
        var leading: LineReason.Code?
        var damage: [String]
    }

    let order: ListOrder
    let headers: [String]
    private(set) var rows: [[String]] = []
    private(set) var truths: [Truth] = []
    private(set) var known: Set<String> = []

    private struct Row {
        var company: ListWorld.Company?
        var companyText = ""
        var domainText = ""
        var first = ""
        var last = ""
        var email = ""
        var role = 0
        var title = ""
        var phone = ""
        var consent = "yes"
        var faults: Set<LineReason.Code> = []
        var damage: [String] = []
    }

    private let world: ListWorld
    private let columns: [(field: WritableKeyPath<Row, String>, header: String)]
    private var random: Seeded
    private var delivered: [Int]
    private var good: [Row] = []
    private var usedPeople: Set<String> = []
    private let targets: [ListWorld.Company]
    private let elsewhere: [ListWorld.Company]
    private let outside: [ListWorld.Company]
    private let named: ListWorld.Company

    init(_ world: ListWorld, seed: UInt64, count: Int = 1000, isHeavy: Bool = false) throws {
        self.isHeavy = isHeavy
        self.world = world
        random = Seeded(seed)
        let ordered = ["United States", "United Kingdom"]
        let inMarket = world.companies.filter(\.isTarget)
        targets = inMarket.filter { ordered.contains($0.country) }
        elsewhere = inMarket.filter { !ordered.contains($0.country) }
        outside = world.companies.filter { !$0.isTarget }
        named = elsewhere[random.below(elsewhere.count)]
        order = MessyList.order(named)
        delivered = Array(repeating: 0, count: order.lines.count)
        let choices: [(WritableKeyPath<Row, String>, [String])] = [
            (\.companyText, ["Company", "Account Name", "company_name", "Employer"]),
            (\.domainText, ["Website", "Company Domain", "domain"]),
            (\.first, ["First Name", "GivenName", "forename"]),
            (\.last, ["Last Name", "Surname", "family_name"]), (\.email, ["Email", "E-mail", "Work Email"]),
            (\.title, ["Job Title", "title", "Position"]), (\.phone, ["Phone", "Direct Dial", "Mobile Phone"]),
            (\.consent, ["Opt-In", "GDPR Consent", "consent"]),
        ]
        var picked: [(field: WritableKeyPath<Row, String>, header: String)] = []
        for (field, names) in choices { picked.append((field, names[random.below(names.count)])) }
        picked.shuffle(using: &random)
        columns = picked
        headers = picked.map(\.header)
        for _ in 0..<count { add() }
    }

    /// Roles by number: decision maker, champion, influencer, user. Four lines for whole countries, one company by name.
    private static func order(_ named: ListWorld.Company) -> ListOrder {
        func line(_ country: String, _ role: Int, _ quantity: Int, _ cents: Int64) -> ListOrder.Line {
            .init(
                country: country, roles: [role], quantity: quantity, required: ["phone", "consent"],
                price: Money(minorUnits: cents, currency: "EUR"))
        }
        return ListOrder(lines: [
            line("USA", 0, 150, 9000), line("US", 1, 230, 6000), line("United Kingdom", 0, 40, 9500),
            line("Great Britain", 1, 60, 6500),
            .init(company: named.name, roles: [0, 1], quantity: 8, required: ["phone", "consent"]),
        ])
    }

    // MARK: - Making lines

    private mutating func add() {
        if good.count > 20, random.below(100) < 8 {
            let first = good[random.below(good.count)]
            return finish(duplicate(of: first))
        }
        var row = person(at: company())
        if random.below(100) < 34 { spoil(&row) }
        if random.below(100) < 3 { spoil(&row) }
        disguise(&row)
        finish(row)
    }

    private mutating func company() -> ListWorld.Company {
        random.below(60) == 0 ? named : targets[random.below(targets.count)]
    }

    private mutating func pick(_ choices: [String]) -> String { choices[random.below(choices.count)] }

    private mutating func person(at company: ListWorld.Company) -> Row {
        var row = Row(company: company)
        repeat {
            row.first = pick(Self.firstNames)
            row.last = pick(Self.lastNames)
        } while !usedPeople.insert("\(row.first) \(row.last) \(company.account)").inserted
        row.companyText = company.name
        row.domainText = random.below(2) == 0 ? company.domain : ""
        let local = TextKey("\(row.first).\(row.last)").text.filter { $0.isASCII && ($0.isLetter || $0 == ".") }
        row.email = "\(local)@\(company.domain)"
        row.role = random.below(2)
        row.title = pick(row.role == 0 ? deciders : Self.champions)
        row.phone = "+\(1 + random.below(98)) \(100 + random.below(900)) \(1000 + random.below(9000))"
        return row
    }

    private mutating func spoil(_ row: inout Row) {
        let kinds: [LineReason.Code] = [
            .outsideTarget, .companyUnknown, .notOrdered, .unreadableTitle, .wrongFunction, .wrongLevel, .knownBuyer,
            .disposableMail, .freeMail, .roleAddress, .undeliverable, .missingEvidence, .movedColumns,
        ]
        let kind = kinds[random.below(kinds.count)]
        if row.faults.contains(kind) || !row.faults.isEmpty && Self.aboutCompany.contains(kind) { return }
        if !row.faults.isDisjoint(with: Self.aboutMail), Self.aboutMail.contains(kind) { return }
        if !row.faults.isDisjoint(with: Self.aboutTitle), Self.aboutTitle.contains(kind) { return }
        let local = row.email.prefix { $0 != "@" }
        switch kind {
        case .outsideTarget: row = person(at: outside[random.below(outside.count)])
        case .notOrdered:
            let others = elsewhere.filter { $0.account != named.account }
            row = person(at: others[random.below(others.count)])
        case .companyUnknown:
            row.company = nil
            row.companyText =
                pick(["Quellbach", "Norvinto", "Halderby", "Zentrix", "Ostrava"]) + " "
                + pick(["Dynamics", "Partners", "Werke", "Analytics"]) + " \(random.below(90))"
            let slug = row.companyText.lowercased().filter { $0 != " " }
            (row.domainText, row.email) = ("", "\(local)@\(slug).com")
        case .unreadableTitle: row.title = pick(["", "Ninja", "Consultant", "Evangelist", "Secretary", "Fellow"])
        case .wrongFunction: row.title = pick(Self.wrongFunctions)
        case .wrongLevel: row.title = pick(Self.wrongLevels)
        case .knownBuyer: known.insert(row.email)
        case .disposableMail: row.email = "\(local)@mailinator.com"
        case .freeMail: row.email = "\(local)@" + pick(["gmail.com", "yahoo.co.uk", "gmx.de", "Hotmail.com"])
        case .roleAddress: row.email = pick(["info", "sales", "contact", "Office"]) + row.email.drop { $0 != "@" }
        case .undeliverable:
            row.email =
                [
                    "\(local)@\(row.companyText.prefix(3)) \(row.companyText.suffix(3)).com", "\(local)",
                    "\(local)@acme.con",
                    "\(local)..x@acme.com", "@" + row.email.drop { $0 != "@" }.dropFirst(),
                ][random.below(5)]
        case .missingEvidence: if random.below(2) == 0 { row.phone = " " } else { row.consent = "" }
        default: break
        }
        row.faults.insert(kind)
        row.damage.append(kind.rawValue)
    }

    private mutating func duplicate(of first: Row) -> Row {
        var row = first
        row.faults = [.duplicate]
        row.damage = ["duplicate"]
        if random.below(2) == 0 {
            row.email = random.below(2) == 0 ? row.email.uppercased() : row.email.replacing("@", with: "+web@")
            row.title = pick(row.role == 0 ? deciders : Self.champions)
        } else if let domain = first.company?.domain {
            row.email = "\(row.first.prefix(1).lowercased())\(random.below(1000))@\(domain)"
                .filter { $0.isASCII }
            (row.first, row.last) = (row.first.uppercased(), "  \(row.last)")
        }
        disguise(&row)
        return row
    }

    /// Damage that changes nothing: case, accents, legal forms, spaces, a name left out where the domain tells.
    private mutating func disguise(_ row: inout Row) {
        func isClean(_ codes: Set<LineReason.Code>) -> Bool { row.faults.isDisjoint(with: codes) }
        for _ in 0..<random.below(3) {
            switch random.below(7) {
            case 0: row.companyText = random.below(2) == 0 ? row.companyText.uppercased() : row.companyText.lowercased()
            case 1: row.companyText = accented(row.companyText)
            case 2: row.companyText += pick([" Inc.", ", Ltd", " GmbH", " plc", " S.A.", " AG", " LLC", " N.V."])
            case 3: row.companyText = "  \(row.companyText) "
            case 4: row.companyText = row.companyText.replacing(" & ", with: " and ")
            case 5 where row.company != nil && isClean(Self.aboutMail.union([.movedColumns])): row.companyText = ""
            case 6 where isClean([.unreadableTitle]):
                row.title = random.below(2) == 0 ? row.title.uppercased() : row.title.lowercased()
            default: break
            }
        }
        if isHeavy, row.company != nil, random.below(4) == 0 { mistype(&row) }
    }

    /// Two letters change places, or a word is cut short, and the domain does not help.
    private mutating func mistype(_ row: inout Row) {
        var letters = Array(row.companyText)
        guard letters.count > 8, row.faults.isDisjoint(with: Self.aboutMail) else { return }
        if random.below(2) == 0 {
            let place = 2 + random.below(letters.count - 4)
            letters.swapAt(place, place + 1)
            row.companyText = String(letters)
        } else {
            for (long, short) in [
                ("International", "Intl"), ("Services", "Svcs"), ("Financial", "Fin"), ("Bank", "Bk"),
            ] {
                row.companyText = row.companyText.replacing(long, with: short)
            }
        }
        row.domainText = ""
        row.email = row.email.prefix { $0 != "@" } + "@unlisted\(random.below(100_000)).com"
        row.damage.append("mistyped company")
    }

    private mutating func accented(_ text: String) -> String {
        let accents: [Character: Character] = ["a": "á", "e": "é", "o": "ö", "u": "ü", "c": "ç", "n": "ñ"]
        return String(text.map { random.below(3) == 0 ? accents[$0] ?? $0 : $0 })
    }

    // MARK: - Its truth

    private mutating func finish(_ row: Row) {
        var row = row
        if row.faults.isEmpty {
            if let line = orderLine(row), delivered[line] < order.lines[line].quantity {
                delivered[line] += 1
                good.append(row)
            } else {
                row.faults = [.overQuantity]
            }
        }
        var cells = columns.map { row[keyPath: $0.field] }
        if row.faults.contains(.movedColumns) {
            // The address comes to stand under the next heading of a known column.
            let email = columns.firstIndex { $0.field == \Row.email } ?? 0
            let others = columns.indices.filter {
                [\Row.first, \Row.last, \Row.title, \Row.companyText, \Row.phone].contains(columns[$0].field)
            }
            cells.swapAt(email, others[random.below(others.count)])
        }
        rows.append(cells)
        truths.append(
            Truth(leading: Self.leadingOrder.first(where: row.faults.contains), damage: row.damage))
    }

    private func orderLine(_ row: Row) -> Int? {
        if row.company?.account == named.account { return 4 }
        switch (row.company?.country, row.role) {
        case ("United States", 0): return 0
        case ("United States", _): return 1
        case (_, 0): return 2
        default: return 3
        }
    }

    /// The lines as a reader of the file would hand them on.
    var lines: [VendorLine] {
        rows.enumerated().map { number, cells in
            VendorLine(
                line: number + 2, values: cells,
                fields: Dictionary(zip(headers, cells), uniquingKeysWith: { first, _ in first }))
        }
    }
}
