import WeirAgreement
import WeirDesk
import WeirFacts

/// Moves as they are written: one reading for forms, commands and HTTP.
extension HandOffMove {
    public static let words = [
        "accept", "reject", "recycle", "snooze", "already_working", "reassign", "contacted", "confirm",
        "sales_qualify", "pause", "resume",
    ]

    /// - Parameters:
    ///   - word: one of ``words``.
    ///   - value: what was given under a name: `reason`, `until`, `into`, `to`, `letter`, `verdict`, `value`, `said_by`,
    ///     `sure_permille`, `evidence` or `milestone`; `nil` or nothing where it was not.
    /// - Throws: `invalid` with what is missing or what would be right.
    public init(_ word: String, _ value: @escaping (String) -> String?) throws(ServiceError) {
        let said = SaidWords(of: "the move", value)
        switch word {
        case "accept": self = .accept
        case "reject": self = .reject(reason: try said.needed("reason"))
        case "recycle":
            let until = try said.read("until", "a day: 2026-03-27") { CivilDay($0) }
            self = .recycle(reason: try said.needed("reason"), until: until)
        case "snooze":
            self = .snooze(
                until: try said.needed("until", "an instant: 2026-03-27T09:00:00Z") { try? InstantParser().instant($0) }
            )
        case "already_working": self = .alreadyWorking(into: try said.needed("into"))
        case "reassign": self = .reassign(to: try said.needed("to"))
        case "contacted": self = .contacted
        case "confirm": self = .confirm(try BANTEntry(said))
        case "sales_qualify": self = .salesQualify
        case "pause":
            let reasons = PauseReason.allCases.map(\.rawValue).joined(separator: ", ")
            self = .pause(
                try said.milestone,
                try said.needed("reason", "one of these, since a clock stands still for no other: \(reasons)") {
                    PauseReason(rawValue: $0)
                })
        case "resume": self = .resume(try said.milestone)
        default:
            throw ServiceError(
                .invalid,
                "there is no move “\(String(word.prefix(40)))”; there are: \(HandOffMove.words.joined(separator: ", "))"
            )
        }
    }
}

extension BANTEntry {
    fileprivate init(_ said: SaidWords) throws(ServiceError) {
        self.init(
            letter: try said.needed("letter"),
            verdict: try said.needed("verdict", "yes, no or unclear") { BANTAnswer.Verdict(rawValue: $0) },
            value: said["value"] ?? "", saidBy: said["said_by"],
            surePermille: try said.read("sure_permille", "a number from 0 to 1000") { Int($0) } ?? 1000,
            evidence: said["evidence"] ?? "")
    }
}
