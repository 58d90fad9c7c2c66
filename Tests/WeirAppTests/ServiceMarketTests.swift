import Testing
import WeirAgreement
import WeirApp
import WeirFacts
import WeirLedger
import WeirMarket
import WeirTestSupport

@Suite("The market's questions", .timeLimit(.minutes(20)))
struct ServiceMarketTests {
    /// Accounts by their file: a bank that fits, a twin of it from another source, one too small.
    private func bench(doesDecide: Bool = true) async throws -> ServiceBench {
        var options = ServiceOptions()
        options.doesDecide = doesDecide
        let bench = try ServiceBench(options: options)
        let file = try bench.bench.bench.file(
            "accounts.csv",
            """
            id,name,domain,industry,country,employees
            1,Halvorsen Banking International,halvorsen.example,Banking,Germany,20000
            2,Quellwerk Systems,quellwerk.example,Software & Services,Germany,400
            """)
        try await bench.bench.take(file, .accounts)
        return bench
    }

    @Test func aCompanyIsFoundHoweverItIsWritten() async throws {
        let bench = try await bench()
        let found = try await bench.service.match(
            [
                CompanyQuery(name: "HALVORSEN BANKING INTL."), CompanyQuery(name: "Quelwerk Sytems GmbH"),
                CompanyQuery(name: "Nobody Anywhere"), CompanyQuery(email: "x@mail.quellwerk.example"),
            ], limit: 3)
        #expect(found.map { $0.first?.account } == ["acc_1", "acc_2", nil, "acc_2"])
        #expect(found[0].first?.strength == .strong && found[1].first?.evidence.isEmpty == false)
        let posts = try await bench.service.checkGate([
            FormPost(email: "ann@gmail.com", company: "Quelwerk Systems"), FormPost(email: "bo@unheard.example"),
        ])
        #expect(posts.map(\.account) == ["acc_2", nil])
        // A form whose company is written otherwise does not make a second company.
        _ = try await bench.service.answer(Inquiry(email: "ann@gmail.com", company: "HALVORSEN BANKING INTL."))
        try await bench.settle()
        let people = try await bench.service.buyers(ActivityFilter(), PageRequest()).items
        #expect(people.first { $0.email == "ann@gmail.com" }?.account == "acc_1")
        #expect(try await bench.service.accounts(AccountFilter(), PageRequest()).items.count == 2)
        await bench.service.stop()
    }

    @Test func anAccountKnowsWhatItMissesByHowMuchAndWhoSaidSo() async throws {
        let bench = try await bench()
        let placing = try await bench.service.placing(of: "acc_2", draft: nil)
        let employees = try #require(
            placing.explanation.findings.first { $0.attribute == "employees" && $0.answer == .no })
        #expect(employees.distance?.description == "600 short" && employees.origin?.source == "crm")
        let count = try await bench.service.market(draft: nil, top: 5).report
        #expect(count.companies == 2 && count.companies(in: .target) == 1)
        // The twin lacks nothing that the bank says; what only the twin says has the twin's source.
        let twin = try bench.bench.bench.file(
            "twin.csv", "id,name,domain,revenue\n9,Halvorsen Group,halvorsen-group.example,5000000\n")
        _ = try await bench.bench.workspace.importFile(
            twin, ImportSettings(kind: .accounts, source: "vendor"), now: AppBench.now)
        _ = try bench.bench.workspace.merge(
            .account, "acc_1", "acc_3", into: "acc_1", by: "Ann", because: nil, now: AppBench.now)
        let merged = try await bench.service.placing(of: "acc_3", draft: nil)
        #expect(merged.account == "acc_1")
        let sources = Dictionary(uniqueKeysWithValues: merged.attributes.map { ($0.name, $0.origin?.source) })
        #expect(sources["revenue"] == "vendor" && sources["employees"] == "crm")
        await bench.service.stop()
    }

    @Test func aDraftSaysWhomItMoves() async throws {
        let bench = try await bench()
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        let draft = text.replacing("employees: {at_least: 1000}", with: "employees: {at_least: 300}")
        #expect(draft != text)
        let shift = try await bench.service.marketShift(draft: Array(draft.utf8), listed: 10)
        #expect(shift.moves.map(\.account) == ["acc_2"] && shift.moves.first?.kind == .enters)
        #expect(shift.headline == "The draft moves 1 of 2 accounts: 1 enters the target market.")
        let same = try await bench.service.marketShift(draft: Array(text.utf8), listed: 10)
        #expect(same.moved == 0 && same.targetsBefore == 1)
        await bench.service.stop()
    }

    @Test func whatADraftMovesSaysWhenItWasCountedBeforeMoreCameIn() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.qualify("bank", from: source)
        try await bench.settle()
        let draft = Array(try ProjectFiles.text(ProjectFiles.exampleAgreement).utf8)
        let counted = try await bench.service.overview()
        #expect(try await bench.service.marketShift(draft: draft, listed: 0).behindSince == nil)
        try await bench.send(bench.people("other"), from: source)
        try await bench.settle()
        // It rests after counting, or counts now: either way what it has is of before.
        #expect(try await bench.service.marketShift(draft: draft, listed: 0).behindSince == counted.at)
        await bench.service.stop()
    }

    @Test func aDraftMayKeepItsListsInFiles() async throws {
        let bench = try await bench()
        let list = Array("quellwerk.example\n".utf8)
        _ = try bench.bench.bench.file("weir/named.csv", String(decoding: list, as: UTF8.self))
        let digest = AgreementReader.read(list, file: "named.csv").sha256
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement).replacing(
            "  competitors:", with: "  named: {file: named.csv, sha256: \(digest)}\n  competitors:")
        let draft = Array(text.utf8)
        let narrowing = try await bench.service.market(draft: draft, top: 1)
        #expect(narrowing.report.companies == 2 && narrowing.banner != nil)
        #expect(try await bench.service.marketShift(draft: draft, listed: 1).moved == 0)
        #expect(try await bench.service.placing(of: "acc_2", draft: draft).account == "acc_2")
        await bench.service.stop()
    }

    @Test func seatsAreCoveredOrderedAndChecked() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.qualify(from: source)
        let coverage = try await bench.service.coverage(of: "acc_1", asOf: nil)
        #expect(coverage.isQualified && coverage.isTarget)
        #expect(coverage.seats.map(\.role) == ["decision_maker", "champion", "influencer"])
        #expect(coverage.seats.map(\.people.count) == [2, 1, 0])
        #expect(coverage.seats.last?.missing == 2 && coverage.seats.last?.effect.isEmpty == false)
        let order = try await bench.service.seatOrder(SeatOrderRequest(top: 5, required: ["phone"]))
        #expect(order.quantity == 2 && order.text.contains("bank plc"))
        let list = """
            Company,First Name,Last Name,Email,Job Title,Phone
            Bank PLC,Dan,Poe,dan@bank.example,IT-Leiter,+49 30 1234
            bank,Eve,Ray,eve@bank.example,VP Marketing,+49 30 1235
            """
        let outcome = try await bench.service.checkList(
            ListDelivery(list: Array(list.utf8), order: Array(order.csv.utf8), vendor: "Acme Lists"))
        #expect(outcome.verdicts.map(\.isAccepted) == [true, false], "\(outcome.verdicts)")
        #expect(outcome.report.accepted == 1 && outcome.claim.contains("eve@bank.example"))
        let scores = try await bench.service.vendorScores(asOf: nil)
        #expect(scores.map(\.vendor) == ["Acme Lists"] && scores.first?.accepted == 1)
        await bench.service.stop()
    }

    @Test func aTwinThatCameSinceTheIndexWasMadeIsATie() async throws {
        // Nobody is judged, so that neither stands above the other.
        let bench = try await bench(doesDecide: false)
        func found() async throws -> [AccountMatch] {
            try await bench.service.match(
                [CompanyQuery(name: "Halvorsen Banking International", country: "Germany")], limit: 3)[0]
        }
        #expect(try await found().map(\.strength) == [.strong])
        let twin = try bench.bench.bench.file(
            "twin.csv", "id,name,domain,country\n9,Halvorsen Banking International AG,halvorsen-bank.example,Germany\n")
        _ = try await bench.bench.workspace.importFile(
            twin, ImportSettings(kind: .accounts, source: "vendor"), now: AppBench.now)
        let both = try await found()
        #expect(
            both.map(\.account) == ["acc_1", "acc_3"] && both.allSatisfy { $0.strength == .weak }, "\(both)")
        #expect(both.allSatisfy { $0.evidence.last == "another account is as good" })
        await bench.service.stop()
    }

    @Test func whatLooksAlikeIsSuggestedAndNotMerged() async throws {
        let bench = try await bench()
        let twin = try bench.bench.bench.file(
            "twin.csv", "id,name,domain,country\n9,Halvorsen Banking Intl,halvorsen-bank.example,Germany\n")
        _ = try await bench.bench.workspace.importFile(
            twin, ImportSettings(kind: .accounts, source: "vendor"), now: AppBench.now)
        let found = try bench.bench.workspace.suggestMerges(.account, weak: false)
        #expect(found.map(\.first) == ["acc_1"] && found.map(\.second) == ["acc_3"])
        #expect(found.first?.evidence.isEmpty == false)
        #expect(try await bench.service.accounts(AccountFilter(), PageRequest()).items.count == 3)
        await bench.service.stop()
    }
}
