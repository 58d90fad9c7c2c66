import Testing
import WeirMarket

@Suite(
    "A vendor's messy list of a thousand lines is judged as it was made",
    .enabled(if: Global2000.isPresent, "../shared/data is not here: the list is skipped"))
struct MessyListTests {
    @Test("Accepted or rejected, and the leading reason", arguments: [1, 2, 3, 4, 5])
    func agrees(seed: UInt64) throws {
        let world = try ListWorld()
        let list = try MessyList(world, seed: seed)
        var check = ListCheck(
            list.order, market: world.market, group: Northwind.buyingGroup,
            mail: MailDomains(disposable: ["mailinator.com"]), companies: world.resolver,
            people: KnownAddresses(addresses: list.known),
            readTitle: { [titles = TitleReader(Northwind.buyingGroup)] in titles.read($0) })
        var report = ListReport(list.order, group: Northwind.buyingGroup, vendor: "Messy")
        var agreed = 0
        var differences: [String] = []
        for (line, truth) in zip(list.lines, list.truths) {
            let verdict = check.judge(line)
            report.add(verdict)
            if verdict.reasons.first?.code == truth.leading {
                agreed += 1
            } else {
                let said = verdict.reasons.map(\.sentence)
                differences.append("\(line.values): \(truth) but \(said)")
            }
        }
        print("seed \(seed): \(agreed) of \(list.lines.count) lines as they were made")
        #expect(agreed >= 970, "seed \(seed): \(differences.prefix(10).joined(separator: "\n"))")
        #expect(report.lines == 1000 && report.accepted + report.rejected == 1000)
        #expect(report.reasons.reduce(0) { $0 + $1.leading } == report.rejected)
        #expect(report.textLines().allSatisfy { $0.count <= 100 && $0.last != " " })
        // The list is messy enough to mean something.
        #expect(Set(list.truths.compactMap(\.leading)).count >= 14, "seed \(seed)")
        #expect((400...700).contains(report.accepted), "seed \(seed): \(report.accepted)")
    }
}
