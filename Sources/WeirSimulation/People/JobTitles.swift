/// What part of the company somebody works in.
enum Function: Int, CaseIterable {
    case marketing, sales, technology, finance, other
}

/// How senior somebody is; the lower, the more senior.
enum Seniority: Int, CaseIterable, Comparable {
    case chief, vicePresident, director, manager, staff

    static func < (a: Seniority, b: Seniority) -> Bool { a.rawValue < b.rawValue }
}

/// Job titles as people write them: some clear, some abbreviated, misspelt or in the wrong case.
enum JobTitles {
    /// Every title; a person holds a place in this list.
    static let all: [String] = table.flatMap { $0.clear + $0.messy }

    /// The places of the clear and of the messy titles for each function and seniority.
    static let places: [(clear: Range<Int>, messy: Range<Int>)] = {
        var start = 0
        return table.map { entry in
            let middle = start + entry.clear.count
            let end = middle + entry.messy.count
            defer { start = end }
            return (start..<middle, middle..<end)
        }
    }()

    static func places(_ function: Function, _ seniority: Seniority) -> (clear: Range<Int>, messy: Range<Int>) {
        places[function.rawValue * Seniority.allCases.count + seniority.rawValue]
    }

    /// By function, then by seniority, most senior first.
    private static let table: [(clear: [String], messy: [String])] = marketing + sales + technology + finance + other

    private static let marketing: [(clear: [String], messy: [String])] = [
        (["Chief Marketing Officer", "Chief Growth Officer", "Chief Brand Officer"], ["CMO", "Chief Mktg. Officer"]),
        (
            ["VP Marketing", "Vice President of Marketing", "SVP Demand Generation", "VP, Growth", "EVP Brand"],
            ["V.P. Mktg", "vp mktg & comms", "Vice-President Mktg"]
        ),
        (
            ["Director of Marketing", "Head of Demand Generation", "Marketing Director", "Director, Brand"],
            ["Dir. Mktg", "Sr Dir Mktg Ops"]
        ),
        (
            ["Marketing Manager", "Demand Generation Manager", "Growth Lead", "Senior Marketing Manager, EMEA"],
            ["Sr Mgr Mktg Ops", "marketing mgr", "MARKETING MANAGER"]
        ),
        (
            ["Marketing Specialist", "Marketing Analyst", "Growth Associate", "Communications Officer"],
            ["Mktg Coordinator", "marketing assoc."]
        ),
    ]
    private static let sales: [(clear: [String], messy: [String])] = [
        (["Chief Revenue Officer", "Chief Sales Officer"], ["CRO", "Chief Commercial Officer"]),
        (
            ["VP Sales", "Vice President, Sales", "SVP Revenue Operations", "VP Business Development"],
            ["V.P. Sls", "VP (Sales)"]
        ),
        (
            ["Director of Sales", "Head of Business Development", "Sales Director", "Director of Revenue Operations"],
            ["Dir Sls EMEA", "Regional Dir."]
        ),
        (
            ["Sales Manager", "Sales Operations Manager", "Revenue Operations Lead", "Regional Sales Manager"],
            ["Sls Mgr", "sales ops mgr"]
        ),
        (
            ["Account Executive", "Sales Analyst", "Business Development Representative", "Sales Executive"],
            ["Acct Exec", "sales rep."]
        ),
    ]
    private static let technology: [(clear: [String], messy: [String])] = [
        (["Chief Data Officer", "Chief Information Technology Officer"], ["CIO", "CTO"]),
        (["VP Engineering", "VP Data & Analytics", "Vice President IT"], ["VP I.T.", "vp eng"]),
        (["Director of Data", "Head of Analytics", "IT Director", "Director, Engineering"], ["Dir IS", "Head Eng."]),
        (["IT Manager", "Analytics Manager", "Data Engineering Lead", "Principal Engineer, Data"], ["I.T. mgr"]),
        (["Data Analyst", "Data Engineer", "IT Specialist", "Analytics Consultant"], ["Sr Dev", "sysadmin"]),
    ]
    private static let finance: [(clear: [String], messy: [String])] = [
        (["Chief Financial Officer", "Chief Accounting Officer"], ["CFO"]),
        (["VP Finance", "Vice President Treasury", "SVP, Finance"], ["VP Fin."]),
        (["Finance Director", "Director of Accounting", "Head of Treasury"], ["Dir Fin & Admin"]),
        (["Finance Manager", "Accounting Manager", "Treasury Lead"], ["Fin Mgr"]),
        (["Financial Controller", "Finance Analyst", "Accounting Clerk"], ["bookkeeper"]),
    ]
    private static let other: [(clear: [String], messy: [String])] = [
        (["Chief Executive Officer", "President", "Chief of Staff"], ["CEO & Co-Founder", "Owner"]),
        (["VP Human Resources", "Vice President Operations"], ["VP Ops."]),
        (["Director of Procurement", "Head of Legal", "Operations Director"], ["Dir., Special Projects \"X\""]),
        (["Procurement Manager", "Project Manager", "HR Manager"], ["Proc. mgr"]),
        (["Buyer", "Legal Counsel", "Office Administrator", "Intern"], ["n/a", "-"]),
    ]
}
