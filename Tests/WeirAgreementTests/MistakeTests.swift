import Testing
import WeirAgreement

/// Mistakes in the text: each is reported at its place, by its code.
struct MistakeTests {
    /// The file of the lists in the cases.
    static func list(_ path: String) -> [UInt8]? {
        path == "competitors.csv" ? Array("rival.example,Rival\n".utf8) : nil
    }

    static func read(_ text: String) -> AgreementReading {
        AgreementReader.read(Array(text.utf8), loadList: list)
    }

    @Test(arguments: try Case.all("mistakes.jsonl"))
    func reports(_ mistake: Case) throws {
        let reading = Self.read(try mistake.changed())
        #expect(reading.problems.map { "\($0.line):\($0.column): \($0.code.rawValue)" } == mistake.expect)
        #expect(reading.agreement == nil)
        // Both halves of the message say something.
        for problem in reading.problems {
            #expect(!problem.whatIsWrong.isEmpty && !problem.whatWouldBeRight.isEmpty)
        }
    }

    /// Every code that exists is reported by some case or by `ReadingTests.refusesWholeFiles`.
    @Test func coversEveryCode() throws {
        let reported = Set(
            try Case.all("mistakes.jsonl").flatMap(\.expect).compactMap { $0.split(separator: " ").last })
        let elsewhere: [AgreementProblem.Code] = [
            .fileTooLarge, .notUTF8, .nestedTooDeep, .tooManyProblems, .tooMany, .noCurrency,
            // Only where events are mapped to signals: `SignalMapTests`.
            .unknownSignal,
        ]
        let missing = AgreementProblem.Code.allCases.filter { !reported.contains($0.rawValue[...]) }
        #expect(Set(missing) == Set(elsewhere))
    }
}
