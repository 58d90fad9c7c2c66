import WeirFacts

/// Makes an agreement of a document's nodes, section by section; every section is a file of its own.
///
/// Decoding is total: what is wrong is reported and replaced by something harmless, so that reading goes on and every
/// mistake is found. The result counts only when nothing was reported.
struct AgreementDecoder {
    let problems: ProblemList
    let loadList: (String) -> [UInt8]?
    var attributes = NameTable(
        "attribute", .unknownAttribute, AttributeDeclaration.standard.map(\.name))
    var attributeTypes = Dictionary(uniqueKeysWithValues: AttributeDeclaration.standard.map { ($0.name, $0.type) })
    var lists = NameTable("list", .unknownList)
    var tiers = NameTable("tier", .unknownTier)
    var functions = NameTable("function", .unknownFunction)
    var levels = NameTable("level", .unknownLevel)
    var roles = NameTable("role", .unknownRole)
    var categories = NameTable("category", .unknownCategory)
    var teams = NameTable("team", .unknownTeam)

    init(_ problems: ProblemList, loadList: @escaping (String) -> [UInt8]?) {
        self.problems = problems
        self.loadList = loadList
    }

    /// Reads names before what refers to them, wherever they stand in the file.
    mutating func agreement(_ root: Node) -> Agreement {
        let fields = Fields(root, .agreement, problems)
        let declared = declaredAttributes(fields["attributes"])
        let companyLists = companyLists(fields["lists"])
        let market = market(fields["market"])
        let group = buyingGroup(fields["buying_group"])
        let categories = categories(fields["categories"])
        return Agreement(
            name: fields["agreement"]?.text(problems) ?? "",
            solution: fields["solution"]?.text(problems),
            timeZone: fields["timezone"].map(timeZone) ?? "",
            fiscalYearStarts: fields["fiscal_year_starts"]?.monthDay(problems) ?? .january1,
            declaredAttributes: declared,
            lists: companyLists,
            market: market,
            buyingGroup: group,
            categories: categories,
            signals: signals(fields["signals"]),
            engagedAtMilli: fields["engaged_at"]?.thousandths(Bounds.engaged, problems) ?? 1,
            breadthMilli: breadth(fields["breadth"]),
            echo: echo(fields["echo"]),
            qualifiedAccount: qualifiedAccount(fields["qualified_account"]),
            qualifiedBuyer: qualifiedBuyer(fields["qualified_buyer"]),
            salesQualified: salesQualified(fields["sales_qualified"]),
            gate: inboundGate(fields["gate"]),
            handOff: handOff(fields),
            attribution: attribution(fields["attribution"]))
    }

    func timeZone(_ node: Node) -> String {
        let name = node.text(problems)
        if !name.isEmpty && !TimeZoneNames.isKnown(name) {
            let right = problems.nearest(to: name, among: TimeZoneNames.all).map { "did you mean \(quoted($0))?" }
            problems.add(
                .unknownTimeZone, at: node.place, "there is no time zone \(quoted(name))",
                right ?? "write an IANA name such as Europe/London")
        }
        return name
    }

    /// Keys of a group that must be one of the names declared elsewhere, each with its value.
    func numbered<Value>(
        _ node: Node?, _ what: String, in table: NameTable, _ value: (Node) -> Value
    ) -> [(number: Int, value: Value)] {
        (node?.named(problems, what) ?? []).compactMap { entry in
            let read = value(entry.value)
            return table.number(of: entry.key, at: entry.keyPlace, problems).map { ($0, read) }
        }
    }

    /// A list of names declared elsewhere, as their numbers in the order written.
    func numbers(_ node: Node?, in table: NameTable) -> [Int] {
        node?.distinct(problems) { table.number($0, problems) } ?? []
    }
}
