import Testing
import WeirApp
import WeirMarket
import WeirTestSupport

@Suite("Parents and subsidiaries of accounts", .timeLimit(.minutes(20)))
struct AccountGroupTests {
    /// A parent by its id in the source, by domain, by name; one that is no account; a circle; one that is its own.
    private static let accounts = """
        id,name,domain,industry,country,employees,parent
        g1,Globex,globex.example,Banking,Germany,20000,g1
        g2,Globex France,globex-fr.example,Banking,France,9000,g1
        g3,Globex Lyon,globex-lyon.example,Banking,France,40,https://www.globex-fr.example/
        g4,Globex Iberia,globex-es.example,Retail,Spain,700,GLOBEX
        h1,Halvorsen Leasing,halvorsen-l.example,Banking,Germany,3000,Halvorsen Group
        h2,Halvorsen Direkt,halvorsen-d.example,Banking,Germany,80,halvorsen  group
        o1,Ouro Um,ouro1.example,Retail,Brazil,10,Ouro Dois
        o2,Ouro Dois,ouro2.example,Retail,Brazil,10,o1
        z1,Lonely,lonely.example,Retail,Spain,10,
        """

    private func bench() async throws -> ServiceBench {
        let bench = try ServiceBench()
        let file = try bench.bench.bench.file("groups.csv", AccountGroupTests.accounts)
        try await bench.bench.take(file, .accounts)
        return bench
    }

    @Test("The market rolls up to whoever stands above all; circles are left out and told")
    func rollUp() async throws {
        let bench = try await bench()
        let groups = try await bench.service.groups(top: 10)
        #expect(groups.groups.map(\.name) == ["Globex", "Halvorsen Group", "Ouro Dois"])
        #expect(groups.groups.map(\.accounts) == [4, 2, 2])
        #expect(groups.groups.map(\.account) == ["acc_1", nil, "acc_8"])
        #expect(groups.grouped == 8 && groups.alone == 1)
        #expect(groups.groups.first?.targets == 2)
        #expect(groups.circles.count == 1 && groups.circles.first?.contains("Ouro Dois") == true)
        #expect(groups.lines().first == "3 groups with 8 accounts; 1 account belongs to no group.")
        await bench.service.stop()
    }

    @Test("An account shows its parents and subsidiaries, also after a merge")
    func place() async throws {
        let bench = try await bench()
        let lyon = try #require(try await bench.service.placing(of: "acc_3", draft: nil).group)
        #expect(lyon.above.map(\.account) == ["acc_2", "acc_1"] && lyon.below.isEmpty && lyon.accounts == 4)
        let top = try #require(try await bench.service.placing(of: "acc_1", draft: nil).group)
        #expect(top.above.isEmpty && top.below.map(\.account) == ["acc_2", "acc_4"])
        #expect(try await bench.service.placing(of: "acc_9", draft: nil).group == nil)
        _ = try bench.bench.workspace.merge(
            .account, "acc_9", "acc_2", into: "acc_9", by: "Ann", because: nil, now: AppBench.now)
        let merged = try #require(try await bench.service.placing(of: "acc_9", draft: nil).group)
        #expect(merged.above.map(\.account) == ["acc_1"] && merged.below.map(\.account) == ["acc_3"])
        await bench.service.stop()
    }

    @Test("What a lead's company may be is shown with its parents; accounts that come later know theirs too")
    func matches() async throws {
        let bench = try await bench()
        let lyon = try await bench.service.match([CompanyQuery(name: "Globex Lyon")], limit: 1)[0]
        #expect(lyon.first?.parent?.name == "Globex France" && lyon.first?.ultimateParent?.account == "acc_1")
        let post = try await bench.service.checkGate([FormPost(email: "ann@globex-lyon.example")])
        #expect(post.first?.ultimateParent?.account == "acc_1")
        let later = try bench.bench.bench.file(
            "later.csv", "id,name,domain,parent\ng5,Globex Roma,globex-it.example,g3\n")
        try await bench.bench.take(later, .accounts)
        let roma = try await bench.service.match([CompanyQuery(name: "Globex Roma")], limit: 1)[0]
        #expect(roma.first?.parent?.account == "acc_3" && roma.first?.ultimateParent?.account == "acc_1")
        await bench.service.stop()
    }
}
