import Foundation
import Testing
import WeirAgreement

/// Mistakes in the text: each is reported at its place, by its code.
struct MistakeTests {
    /// The file of the lists in `Mistakes`.
    static func list(_ path: String) -> [UInt8]? {
        path == "competitors.csv" ? Array("rival.example,Rival\n".utf8) : nil
    }

    static func read(_ text: String) -> AgreementReading {
        AgreementReader.read(Array(text.utf8), loadList: list)
    }

    @Test(arguments: Mistakes.table)
    func reports(_ mistake: Mistakes.Case) throws {
        let text = try Example.text()
        let place = try #require(text.range(of: mistake.find), "the example has no \(mistake.find)")
        let reading = Self.read(text.replacingCharacters(in: place, with: mistake.replacement))
        let reported = reading.problems.map { "\($0.line):\($0.column): \($0.code.rawValue)" }
        #expect(reported == mistake.expected)
        #expect(reading.agreement == nil)
    }
}
