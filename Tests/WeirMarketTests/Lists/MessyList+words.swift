import WeirMarket

extension MessyList {
    /// What leads: the company, then the person, the address, the papers.
    static let leadingOrder: [LineReason.Code] = [
        .movedColumns, .outsideTarget, .companyUnknown, .notOrdered, .unreadableTitle, .wrongFunction, .wrongLevel,
        .duplicate, .knownBuyer, .disposableMail, .freeMail, .roleAddress, .undeliverable, .missingEvidence,
        .overQuantity,
    ]
    static let aboutCompany: Set<LineReason.Code> = [.outsideTarget, .companyUnknown, .notOrdered]
    static let aboutMail: Set<LineReason.Code> = [
        .disposableMail, .freeMail, .roleAddress, .undeliverable, .knownBuyer,
    ]
    static let aboutTitle: Set<LineReason.Code> = [.unreadableTitle, .wrongFunction, .wrongLevel]

    private static let plainDeciders =
        [
            "VP Marketing", "Chief Marketing Officer", "SVP Sales", "Vice President, Demand Generation",
            "President Sales", "Chief Revenue Officer", "EVP Business Development", "VP of Brand",
        ]
    var deciders: [String] { Self.plainDeciders + (isHeavy ? ["CMO", "CRO", "Sr VP Mktg"] : []) }
    static let champions = [
        "Director of Marketing", "Head of Sales", "Marketing Manager", "Sales Manager, EMEA", "Director, Growth",
        "Brand Manager", "Head of Demand Generation", "Business Development Lead",
    ]
    static let wrongFunctions = [
        "IT Director", "VP Finance", "Chief Information Technology Officer", "Data Analytics Manager",
        "Director of Procurement", "Head of Legal", "VP Human Resources", "Treasury Director",
    ]
    static let wrongLevels = [
        "Marketing Specialist", "Sales Representative", "Marketing Assistant", "Brand Coordinator",
        "Account Executive",
    ]
    static let firstNames = [
        "Ana", "José", "Müge", "Jürgen", "Chloé", "Ben", "Siobhán", "Łukasz", "Priya", "Tom", "Wei", "Fatima", "Olga",
        "Noah", "Zoë", "André", "Inés", "Mats", "Sean", "Laura", "Omar", "Nina", "Kofi", "Ruth", "Ivan", "Grace",
    ]
    static let lastNames = [
        "Smith", "Müller", "O'Brien", "García", "Núñez", "Kowalski", "Dubois", "Rossi", "Jensen", "Øster", "Chen",
        "Patel", "Novák", "Silva", "van Dijk", "Schäfer", "Brown", "Nakamura", "Okafor", "Lindqvist", "Haddad",
        "Fischer", "Moreau", "Kelly", "Ivanova", "Costa", "Weber", "Young", "Bauer", "Petit", "Marsh", "Olsen",
    ]
}
