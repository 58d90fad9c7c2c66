import WeirApp
import WeirFacts

/// How the desk is printed.
enum DeskWords {
    static func left(_ promise: PromiseView) -> String {
        let kind = promise.isBusinessTime ? " open" : ""
        return promise.leftMillis < 0
            ? "\(time(-promise.leftMillis))\(kind) late" : "\(time(promise.leftMillis))\(kind)"
    }

    /// Days, hours and minutes.
    static func time(_ millis: Int64) -> String {
        let minutes = millis / 60_000
        if minutes < 60 { return "\(minutes) min" }
        if minutes < 2880 { return "\(minutes / 60) h \(minutes % 60) min" }
        return "\(minutes / 1440) d \(minutes % 1440 / 60) h"
    }

    static func lines(_ view: HandOffView) -> [String] {
        let entry = view.entry
        let who = [entry.buyer.name ?? entry.buyer.id, entry.buyer.title, entry.buyer.email].compactMap { $0 }
        var lines = [
            "\(entry.id), version \(entry.version): \(who.joined(separator: ", ")), "
                + "\(entry.buyer.accountName ?? entry.buyer.account)",
            "\(entry.state) with \(entry.owner) of \(entry.team) since \(entry.offeredAt); the buyer is \(view.stage)",
        ]
        func add(_ title: String, _ found: [String]) {
            if !found.isEmpty { lines += ["", title] + found.map { "  " + $0 } }
        }
        add("Why now", view.whyNow)
        add("First step", view.firstStep.map { [$0] } ?? [])
        add("In the account", view.conversation)
        add(
            "Promises",
            view.promises.map { "\($0.milestone.rawValue) within \($0.within): \($0.standing.rawValue), \(left($0))" })
        add(
            "Known",
            view.bant.map { answer in
                let said = answer.verdict.map { "\($0), \(answer.value ?? "")" } ?? "not asked yet"
                let required = answer.isRequired ? " (must be confirmed)" : ""
                return "\(answer.letter)\(required): \(said)" + answer.conflicts.map { "; but \($0)" }.joined()
            })
        add("Missing before sales-qualified", view.missing)
        add(
            "Open moves",
            view.moves.map { move in
                let choices = move.choices.isEmpty ? "" : ": " + move.choices.joined(separator: ", ")
                return move.name + choices + (move.blockedBy.map { " (not yet: \($0))" } ?? "")
            })
        add("What happened", view.changes.map { "\($0.at) \($0.what) by \($0.by)" })
        add("Earlier", view.earlier)
        return lines
    }
}
