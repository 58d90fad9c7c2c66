import Testing
import WeirFacts
import WeirLedger
import WeirTestSupport

@Suite("Proposing and signing")
struct AgreementTests {
    private func at(_ minute: Int64) -> Instant { Instant(milliseconds: minute * 60_000) }

    private func propose(_ bench: LedgerBench, _ text: String, minute: Int64 = 0) throws -> (AgreementVersion, Bool) {
        let (version, isNew) = try bench.ledger.propose(
            bytes: Array(text.utf8), sha256: "sha of \(text)", lists: [("big.csv", Array("list of \(text)".utf8))],
            by: "Ann", now: at(minute))
        return (version, isNew)
    }

    private func code(_ body: () throws -> Void) -> LedgerError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? LedgerError)?.code
        }
    }

    @Test func theSameBytesAreTheSameProposal() throws {
        let bench = try LedgerBench()
        let (first, isNew) = try propose(bench, "a")
        #expect(isNew && first.version == 1 && first.signatures.isEmpty)
        _ = try bench.ledger.sign(version: 1, side: .sales, by: "Bob", now: at(1))
        let (again, isNewAgain) = try propose(bench, "a", minute: 5)
        #expect(!isNewAgain && again.version == 1)
        #expect(again.signatures.map(\.name) == ["Bob"])
        #expect(again.proposedAt == at(0))
    }

    @Test func oneByteMoreIsANewVersionThatNobodySigned() throws {
        let bench = try LedgerBench()
        _ = try propose(bench, "a")
        _ = try bench.ledger.sign(version: 1, side: .sales, by: "Bob", now: at(1))
        _ = try bench.ledger.sign(version: 1, side: .marketing, by: "Ann", now: at(2))
        let (second, isNew) = try propose(bench, "a ", minute: 3)
        #expect(isNew && second.version == 2 && second.signatures.isEmpty && second.bothSignedAt == nil)
        #expect(try bench.ledger.agreementInForce(at: at(10))?.version == 1)
        #expect(try bench.ledger.agreementBytes(version: 1) == Array("a".utf8))
        #expect(try bench.ledger.agreementBytes(version: 2) == Array("a ".utf8))
    }

    @Test func bothSidesMustSignAndByDifferentPeople() throws {
        let bench = try LedgerBench()
        #expect(code { _ = try bench.ledger.sign(version: 1, side: .sales, by: "Bob", now: at(0)) } == .notFound)
        _ = try propose(bench, "a")
        #expect(try bench.ledger.agreementInForce(at: at(0)) == nil)
        let half = try bench.ledger.sign(version: 1, side: .sales, by: "Bob", now: at(1))
        #expect(half.bothSignedAt == nil)
        #expect(try bench.ledger.agreementInForce(at: at(100)) == nil)
        #expect(code { _ = try bench.ledger.sign(version: 1, side: .sales, by: "Cid", now: at(2)) } == .conflict)
        for name in ["Bob", "bob", " BOB "] {
            #expect(
                code { _ = try bench.ledger.sign(version: 1, side: .marketing, by: name, now: at(2)) } == .conflict,
                "\(name)")
        }
        let both = try bench.ledger.sign(version: 1, side: .marketing, by: "Ann", now: at(7))
        #expect(both.bothSignedAt == at(7))
        #expect(try bench.ledger.agreementInForce(at: at(6)) == nil)
        #expect(try bench.ledger.agreementInForce(at: at(7))?.version == 1)
    }

    @Test func nobodyCannotSign() throws {
        let bench = try LedgerBench()
        _ = try propose(bench, "a")
        #expect(code { _ = try bench.ledger.sign(version: 1, side: .sales, by: "  ", now: at(1)) } != nil)
        #expect(try bench.ledger.agreements().first?.signatures == [])
    }

    @Test func inForceIsTheOneThatBothSignedLast() throws {
        let bench = try LedgerBench()
        for text in ["a", "b", "c"] { _ = try propose(bench, text) }
        // Version 2 is signed before version 1: version 1 replaces it.
        for (version, minute) in [(2, 10), (1, 20)] as [(Int, Int64)] {
            _ = try bench.ledger.sign(version: version, side: .marketing, by: "Ann", now: at(minute))
            _ = try bench.ledger.sign(version: version, side: .sales, by: "Bob", now: at(minute + 1))
        }
        _ = try bench.ledger.sign(version: 3, side: .sales, by: "Bob", now: at(30))
        let inForce = try [10, 11, 20, 21, 1000].map { try bench.ledger.agreementInForce(at: at($0))?.version }
        #expect(inForce == [nil, 2, 2, 1, 1])
    }

    @Test func listsArePinnedToTheirAgreement() throws {
        let bench = try LedgerBench()
        _ = try propose(bench, "a")
        _ = try propose(bench, "b")
        #expect(try bench.ledger.agreementList(of: "sha of a", path: "big.csv") == Array("list of a".utf8))
        #expect(try bench.ledger.agreementList(of: "sha of b", path: "big.csv") == Array("list of b".utf8))
        #expect(try bench.ledger.agreementList(of: "sha of a", path: "other.csv") == nil)
        #expect(throws: LedgerError.self) { try bench.ledger.agreementBytes(version: 3) }
    }
}
