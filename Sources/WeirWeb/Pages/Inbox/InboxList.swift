import WeirApp
import WeirDesk
import WeirFacts
import WeirPages

/// The left of the inbox: who waits, the least time left first.
struct InboxList {
    private let visit: Visit
    /// `mine` or `all`.
    let who: String
    var entries: [InboxEntry] = []
    var next: String?
    /// Why there is no list at all.
    var emptiness: String?
    /// How much the visitor was given today, of how much they can follow up.
    var load: (given: Int, capacity: Int)?
    /// What did not work just now.
    var trouble: String?

    /// What the teams call the visitor.
    let member: String

    init(_ visit: Visit, member: String) {
        self.visit = visit
        self.member = member
        let usual = visit.visitor.role == .sdr ? "mine" : "all"
        let given = visit.query("who") ?? visit.form("who")
        who = given == "mine" || given == "all" ? given ?? usual : usual
    }

    private var isSnoozedShown: Bool { (visit.query("snoozed") ?? visit.form("snoozed")) == "yes" }

    var filter: InboxFilter {
        InboxFilter(owner: who == "mine" ? member : nil, includesSnoozed: isSnoozedShown)
    }

    /// What the address has to carry on.
    var query: [(String, String)] { [("who", who)] + (isSnoozedShown ? [("snoozed", "yes")] : []) }

    @MarkupBuilder var summary: Markup {
        let raised = entries.count { $0.raisedHand }
        let late = entries.count { $0.next?.standing == .pastDue }
        "\(Texts.number(entries.count))\(next == nil ? "" : " or more") to follow up, \(raised) raised a hand"
        if late > 0 {
            ", "
            strong { "\(late) past due" }
        }
        if let load { "; given today: \(load.given) of \(load.capacity)" }
        "."
    }

    @MarkupBuilder var filters: Markup {
        let snoozed = isSnoozedShown ? [("snoozed", "yes")] : []
        Chips(
            "Whose",
            [
                .init("Mine", HTMLAddress("/inbox", [("who", "mine")] + snoozed), isChosen: who == "mine"),
                .init("Everybody's", HTMLAddress("/inbox", [("who", "all")] + snoozed), isChosen: who == "all"),
                .init(
                    isSnoozedShown ? "Without snoozed" : "With snoozed",
                    HTMLAddress("/inbox", [("who", who)] + (isSnoozedShown ? [] : [("snoozed", "yes")])),
                    isChosen: false),
            ]
        ).element
    }

    /// The one to show beside the list when nobody chose one: where the reader was, or the first.
    func kept(_ id: String?) -> String? {
        entries.contains { $0.id == id } ? id : entries.first?.id
    }

    /// On a phone, which shows either the list or one hand-off.
    func wayBack(from id: String) -> HTMLElement {
        p(.class("way-back")) {
            a(.to("/inbox", query + [("at", id)]), .data("load", "inbox")) { "Back to the list" }
        }
    }

    /// It stands beside the list, not in it: a phone that shows one hand-off says it, too.
    @MarkupBuilder var notice: Markup {
        if let trouble { Notice(.breached) { p { Problem(409, "", trouble).sentence } }.element }
    }

    func element(chosen: String?) -> HTMLElement {
        div(.class("waiting")) {
            if let emptiness {
                EmptyState("No hand-offs yet") { p { Problem(409, "", emptiness).sentence } }.element
            } else if entries.isEmpty {
                EmptyState(who == "mine" ? "Nothing waits for you" : "Nothing waits") {
                    p { "The next hand-off appears here by itself." }
                    if who == "mine" { p { a(.to("/inbox", [("who", "all")])) { "See everybody's" } } }
                }.element
            } else {
                ol(.class("hands"), .data("walk", "")) {
                    for entry in entries { row(entry, isChosen: entry.id == chosen) }
                }
                if let next {
                    Paging(
                        "The first \(entries.count)", first: nil,
                        next: HTMLAddress("/inbox", query + [("cursor", next)])
                    )
                    .element
                }
            }
        }
    }

    private func row(_ entry: InboxEntry, isChosen: Bool) -> HTMLElement {
        li(.data("hand", entry.id)) {
            a(
                [
                    .id("row-\(entry.id)"), .href(HTMLAddress("/inbox", query + [("h", entry.id)])), .data("stop", ""),
                    .data("load", "inbox"),
                ] + (isChosen ? [.isChosenRow] : [])
            ) {
                TimeLeft(entry.next).element
                span(.class("who")) {
                    strong { entry.buyer.name ?? "Somebody" }
                    span(.class("soft")) {
                        [entry.buyer.title, entry.buyer.accountName].compactMap { $0 }.joined(separator: " · ")
                    }
                }
                span(.class("tags")) {
                    if entry.raisedHand { Badge("raised hand", .risk).element }
                    if entry.state == "accepted" { Badge("accepted", .kept).element }
                    if entry.isGhost { Badge("no talk yet", .breached).element }
                    if who == "all" { span(.class("soft")) { entry.owner } }
                }
            }
        }
    }
}

/// Time left until a promise is due, with its colour, shape and word.
struct TimeLeft {
    private let promise: PromiseView?

    init(_ promise: PromiseView?) { self.promise = promise }

    var element: HTMLElement {
        guard let promise else { return span(.class("left")) { "no promise" } }
        let (kind, icon): (String, Icon) =
            switch promise.standing {
            case .pastDue: ("left breached", .warning)
            case .paused: ("left", .open)
            default: promise.leftMillis < 30 * 60_000 ? ("left risk", .clock) : ("left", .clock)
            }
        return span(.class(kind), .title("\(promise.milestone.words), due \(promise.dueAt)")) {
            icon.element
            TimeLeft.words(promise)
            span(.class("quiet")) { " until: \(promise.milestone.words)" }
        }
    }

    /// `0:24`, `2 d`, `1:10 late`.
    static func words(_ promise: PromiseView) -> String {
        if promise.standing == .paused { return "paused" }
        let minutes = promise.leftMillis.magnitude / 60_000
        let hours = minutes / 60
        let text =
            hours >= 48 ? "\(hours / 24) d" : "\(hours):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        return promise.leftMillis < 0 || promise.standing == .pastDue ? "\(text) late" : text
    }
}

extension ServicePromise.Milestone {
    /// As a page writes it.
    var words: String { Texts.plain(rawValue) }
}
