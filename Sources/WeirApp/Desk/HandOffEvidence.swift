import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger

/// Why a buyer is worth a call now, and what goes on in their company, in words.
struct HandOffEvidence {
    var whyNow: [String] = []
    var conversation: [String] = []

    init() {}

    /// - Parameters:
    ///   - account: number of the buyer's account.
    ///   - buyer: number of the buyer.
    init(_ workspace: Workspace, _ use: AgreementInUse, account: Int64, buyer: Int64, day: CivilDay) throws {
        guard let dossier = try AccountDossier(workspace, use, account) else { return }
        let explanation = AccountExplanation(use, dossier, on: day)
        let view = try explanation.accountView()
        let id = RecordID.buyer.text(buyer)
        var colleagues: [(day: CivilDay, words: String)] = []
        for person in view.buyers {
            let lines = person.lines.filter { $0.contributionMilli != 0 || $0.remainingMilli != 0 }
            if person.id == id {
                whyNow = lines.sorted { ($0.remainingMilli, $0.day) > ($1.remainingMilli, $1.day) }.prefix(5).map {
                    HandOffEvidence.words($0, today: day)
                }
                if let role = person.role { whyNow.append("is \(Words.plain(role)) in the buying group") }
            } else if let last = lines.max(by: { $0.day < $1.day }) {
                let role = person.role.map { ", \(Words.plain($0))" } ?? ""
                let acts = Words.count(lines.count, "act")
                colleagues.append(
                    (last.day, "\(person.name)\(role): \(HandOffEvidence.act(last, today: day)), \(acts) in all"))
            }
        }
        // What is freshest comes first: it is what a call can begin with.
        conversation =
            explanation.sharings.sorted { $0.day > $1.day }.map {
                "\($0.words) \(HandOffEvidence.when($0.day, day))"
            }
            + colleagues.sorted { ($1.day, $0.words) < ($0.day, $1.words) }.map(\.words)
        if view.isQualified { whyNow.append("the account is qualified since \(view.since.map(Words.day) ?? "")") }
    }

    private static func words(_ line: ContributionLine, today: CivilDay) -> String {
        let worth = line.remainingMilli < 50 ? "" : ", worth \(Words.wholePoints(line.remainingMilli)) points"
        return act(line, today: today) + worth
    }

    private static func act(_ line: ContributionLine, today: CivilDay) -> String {
        let what = Words.plain(line.signal)
        let content = line.content.map { " “\($0)”" } ?? ""
        return "\(what)\(content) \(when(line.day, today))"
    }

    /// `today`, `3 days ago`, and from two weeks on `on 4 Mar 2026`.
    private static func when(_ day: CivilDay, _ today: CivilDay) -> String {
        switch day.distance(to: today) {
        case 0: "today"
        case 1: "yesterday"
        case let days where (2..<14).contains(days): "\(days) days ago"
        default: "on \(Words.day(day))"
        }
    }
}
