import Testing
import WeirAgreement
import WeirFacts
import WeirMarket

@Suite("The inbound gate")
struct CompiledGateTests {
    private let gate = InboundGate(
        refuse: [.disposableEmail, .competitor, .ownCompany, .studentEmail],
        review: [.freeEmail, .noCompanyMatch, .outsideTarget, .roleAddress])
    private let mail = MailDomains(disposable: ["mailinator.com"])
    private let lists =
        Northwind.lists + [CompanyList(name: "Own Company", entries: ["northwind.example", "Northwind Traders Ltd"])]

    private func compiled() throws -> CompiledGate {
        CompiledGate(gate, lists: lists, market: try Northwind.compiled())
    }

    private func judge(_ post: FormPost, _ match: MatchedCompany? = nil) throws -> GateVerdict {
        try compiled().judge(post, match, mail: mail)
    }

    private let bank = MatchedCompany(
        name: "Bank plc", domain: "bank.example",
        attributes: ["industry": .text("Banking"), "country": .text("UK"), "employees": number(5000)])

    @Test("Nothing speaks against a person of a target account")
    func accepts() throws {
        let verdict = try judge(FormPost(email: "dana@bank.example"), bank)
        #expect(verdict.answer == .accept && verdict.classes.isEmpty)
    }

    @Test("Each class leads where the agreement says, and all are kept")
    func classes() throws {
        let cases: [(FormPost, GateVerdict.Answer, [InboundGate.Class])] = [
            (.init(email: "a@gmail.com"), .review, [.freeEmail, .noCompanyMatch]),
            (.init(email: "a@mailinator.com"), .refuse, [.disposableEmail, .noCompanyMatch]),
            (.init(email: "a@mail.rival.example"), .refuse, [.competitor, .noCompanyMatch, .outsideTarget]),
            (
                .init(email: "a@x.example", website: "https://www.rival.example/a"), .refuse,
                [.competitor, .noCompanyMatch]
            ),
            (.init(email: "a@cs.oxford.ac.uk"), .refuse, [.studentEmail, .noCompanyMatch]),
            (.init(email: "a@mit.edu"), .refuse, [.studentEmail, .noCompanyMatch]),
            (.init(email: "a@sales.northwind.example"), .refuse, [.ownCompany, .noCompanyMatch]),
            (
                .init(email: "a@gmail.com", company: "NORTHWIND TRADERS"), .refuse,
                [.ownCompany, .freeEmail, .noCompanyMatch]
            ),
            (.init(email: "Info+x@firm.example"), .review, [.roleAddress, .noCompanyMatch]),
            (.init(email: "a@fjord.example", country: "Norway"), .review, [.noCompanyMatch, .outsideTarget]),
        ]
        for (post, answer, classes) in cases {
            let verdict = try judge(post)
            #expect(verdict.answer == answer && verdict.classes == classes, "\(post): \(verdict)")
            #expect(verdict.sentences.count == classes.count)
        }
    }

    @Test("An agreement without a gate accepts everything")
    func noGate() throws {
        let open = CompiledGate(nil, lists: lists, market: try Northwind.compiled())
        #expect(open.judge(FormPost(email: "a@mailinator.com"), nil, mail: mail).answer == .accept)
    }

    /// A plain reading of the lists, entry by entry, as they are written.
    private func isListed(_ names: Set<String>, _ post: FormPost, _ match: MatchedCompany?) -> Bool {
        let domains = CompiledGate.domains(of: post, mail: mail) + [match?.domain].compactMap(\.self)
        let companies = [post.company, match?.name].compactMap { $0.map(CompanyName.key) }
        return lists.contains { list in
            names.contains(list.name.lowercased())
                && list.entries.contains { entry in
                    (DomainName(entry).map { domains.contains($0.host) } ?? false)
                        || companies.contains(CompanyName.key(entry))
                }
        }
    }

    @Test("Compiled lists answer as a plain reading of them does", arguments: [21, 22])
    func lists(seed: UInt64) throws {
        var random = Seeded(seed)
        let hosts = [
            "rival.example", "eu.rival.example", "rival.example.com", "northwind.example", "gmail.com", "a.example",
        ]
        let names: [String?] = [nil, "Other-Rival", "northwind traders", "Rival", "Example Bank"]
        let gate = try compiled()
        for _ in 0..<500 {
            let post = FormPost(
                email: "p@" + hosts[random.below(hosts.count)], company: names[random.below(names.count)],
                website: random.below(3) == 0 ? hosts[random.below(hosts.count)] : nil)
            let match =
                random.below(2) == 0
                ? nil
                : MatchedCompany(
                    name: names[random.below(names.count)], domain: random.below(2) == 0 ? hosts[random.below(5)] : nil,
                    attributes: [:])
            let classes = gate.judge(post, match, mail: mail).classes
            #expect(
                classes.contains(.competitor) == isListed(CompiledGate.competitorLists, post, match),
                "seed \(seed): \(post), \(String(describing: match))")
            #expect(
                classes.contains(.ownCompany) == isListed(CompiledGate.ownLists, post, match), "seed \(seed): \(post)")
        }
    }

    @Test("Posts are counted by what became of them")
    func tally() throws {
        var tally = GateTally()
        for email in ["a@gmail.com", "a@mailinator.com", "a@gmail.com"] { tally.add(try judge(FormPost(email: email))) }
        #expect(tally.headline == "3 posts: 0 accepted, 2 to review, 1 refused.")
        #expect(tally.classes.map(\.posts) == [2, 3, 1])
    }
}
