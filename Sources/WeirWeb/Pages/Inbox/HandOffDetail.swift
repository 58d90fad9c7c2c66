import WeirApp
import WeirDesk
import WeirFacts
import WeirPages

/// The right of the inbox: why now, what others said, what is known, what to do.
struct HandOffDetail {
    let view: HandOffView
    let visit: Visit
    let query: [(String, String)]

    private var entry: InboxEntry { view.entry }
    private var address: HTMLAddress { HTMLAddress("/inbox/", step: entry.id) }
    private var name: String { entry.buyer.name ?? "this person" }

    @MarkupBuilder var element: Markup {
        header(.class("whom")) {
            h2 { entry.buyer.name ?? "Somebody without a name" }
            p {
                if let title = entry.buyer.title { "\(title), " }
                a(.to("/accounts/", step: entry.buyer.account)) { entry.buyer.accountName ?? entry.buyer.account }
                if let email = entry.buyer.email {
                    " · "
                    span { email }
                    button(
                        .type(.button), .class("plain small"), .data("copy", email),
                        .label("Copy the address of \(name)")
                    ) {
                        "Copy"
                    }
                }
            }
        }
        actions
        section {
            h3 { "Why now" }
            if view.whyNow.isEmpty {
                p(.class("soft")) { "No single act stands out; the account as a whole is interested." }
            } else {
                ul(.class("why")) { view.whyNow.map { words in li { HandOffDetail.sentence(words) } } }
            }
            if let step = view.firstStep {
                p(.class("first")) {
                    strong { "First step: " }
                    step
                }
            }
        }
        if !view.conversation.isEmpty {
            section {
                h3 { "The conversation in the account" }
                ul(.class("talk")) { view.conversation.prefix(8).map { words in li { HandOffDetail.sentence(words) } } }
            }
        }
        bant
        promises
        history
    }

    private static func sentence(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }

    // MARK: What to do

    private func allowed(_ name: String) -> AllowedMove? { view.moves.first { $0.name == name } }

    @MarkupBuilder private var actions: Markup {
        div(.class("moves"), .role("group"), .label("What to do with \(name)")) {
            if let move = allowed("accept") {
                single(move, "Accept", key: "1", done: "Accepted", kind: "primary")
            }
            if let move = allowed("already_working") {
                choice(
                    move, "Already working", key: "2", done: "Joined", field: "into", label: "With which hand-off",
                    none: "No other hand-off of this account is open.")
            }
            if let move = allowed("reject") {
                choice(
                    move, "Reject", key: "3", done: "Rejected", field: "reason", label: "Why",
                    none: "No reasons are agreed.")
            }
            if let move = allowed("snooze") { snooze(move) }
            if let move = allowed("contacted") { single(move, "We talked", key: "t", done: nil) }
            if let move = allowed("recycle"), !move.choices.isEmpty {
                choice(move, "Later", key: "l", done: "Put back", field: "reason", label: "Why not now", none: "")
            }
            if visit.visitor.role != .sdr, let move = allowed("reassign") {
                choice(
                    move, "Give to", key: "g", done: "Given away", field: "to", label: "To whom",
                    none: "Nobody else is in this team.")
            }
            if let move = allowed("sales_qualify") { single(move, "Sales-qualified", key: "q", done: nil) }
        }
        if let blocked = view.moves.first(where: { $0.name == "sales_qualify" })?.blockedBy {
            p(.class("fine")) { "Not sales-qualified yet: \(blocked)." }
        }
    }

    /// What every form of a move carries.
    @MarkupBuilder private func carried(_ move: AllowedMove) -> Markup {
        visit.csrfField
        input(.type(.hidden), .name("do"), .value(move.name))
        input(.type(.hidden), .name("version"), .value(String(entry.version)))
        for (name, value) in query { input(.type(.hidden), .name(name), .value(value)) }
    }

    private func attributes(_ done: String?) -> [HTMLAttribute] {
        [.action(address), .method(.post)]
            + (done.map { [.data("hold", "\($0) \(name)."), .data("hand", entry.id)] } ?? [])
    }

    private func single(_ move: AllowedMove, _ words: String, key: String, done: String?, kind: String = "plain")
        -> HTMLElement
    {
        form(attributes(done) + [.class("inline")]) {
            carried(move)
            button(
                [.type(.submit), .class(kind), .data("key", key)]
                    + (move.blockedBy.map { [.isDisabled, .title($0)] } ?? [])
            ) {
                words
                kbd(.isHiddenFromReaders) { key.uppercased() }
            }
        }
    }

    private func choice(
        _ move: AllowedMove, _ words: String, key: String, done: String?, field: String, label: String, none: String
    ) -> HTMLElement {
        details(.class("move")) {
            summary(.class("button plain"), .data("key", key)) {
                words
                kbd(.isHiddenFromReaders) { key.uppercased() }
            }
            form(attributes(done) + [.class("pop")]) {
                if let why = move.blockedBy ?? (move.choices.isEmpty ? none : nil) {
                    p(.class("fine")) { why }
                } else {
                    carried(move)
                    fieldset {
                        legend { label }
                        for (index, choice) in move.choices.enumerated() {
                            WeirPages.label(.class("check")) {
                                input(
                                    [.type(.radio), .name(field), .value(choice), .isRequired]
                                        + (index == 0 ? [.isChecked] : []))
                                Texts.plain(choice)
                            }
                        }
                    }
                    button(.type(.submit), .class("primary")) { words }
                }
            }
        }
    }

    private func snooze(_ move: AllowedMove) -> HTMLElement {
        details(.class("move")) {
            summary(.class("button plain"), .data("key", "h")) {
                "Snooze"
                kbd(.isHiddenFromReaders) { "H" }
            }
            form(attributes("Snoozed") + [.class("pop")]) {
                if let why = move.blockedBy {
                    p(.class("fine")) { why }
                } else {
                    carried(move)
                    p(.class("fine")) { "The promise does not wait: its time goes on." }
                    for (minutes, words) in [
                        ("60", "One hour"), ("240", "Four hours"), ("1440", "A day"), ("10080", "A week"),
                    ] {
                        button(.type(.submit), .class("plain"), .name("minutes"), .value(minutes)) { words }
                    }
                }
            }
        }
    }

    // MARK: What is known

    private var bant: HTMLElement {
        section {
            h3 { "Budget, authority, need, timing" }
            ul(.class("bant")) {
                for one in view.bant {
                    li {
                        details {
                            summary {
                                (one.isConfirmed ? Icon.kept : Icon.open).element
                                Texts.title(one.letter)
                                ": "
                                span(.class("soft")) {
                                    one.verdict.map { "\($0)\(one.value.map { $0.isEmpty ? "" : ", \($0)" } ?? "")" }
                                        ?? (one.isRequired ? "not asked yet, and agreed to be needed" : "not asked yet")
                                }
                            }
                            if let said = one.saidBy, !said.isEmpty { p(.class("fine")) { "Said by \(said)." } }
                            for conflict in one.conflicts { p(.class("mistake")) { conflict } }
                            if allowed("confirm") != nil { answerForm(one) }
                        }
                    }
                }
            }
        }
    }

    private func answerForm(_ one: BANTView) -> HTMLElement {
        form(.action(address), .method(.post), .class("fields")) {
            visit.csrfField
            input(.type(.hidden), .name("do"), .value("confirm"))
            input(.type(.hidden), .name("letter"), .value(one.letter))
            input(.type(.hidden), .name("version"), .value(String(entry.version)))
            for (name, value) in query { input(.type(.hidden), .name(name), .value(value)) }
            fieldset(.class("row")) {
                legend { "Is it there?" }
                for verdict in BANTAnswer.Verdict.allCases {
                    label(.class("check")) {
                        input(
                            [.type(.radio), .name("verdict"), .value(verdict.rawValue)]
                                + (verdict == .yes ? [.isChecked] : []))
                        verdict.rawValue
                    }
                }
            }
            small("What they said", "value", one)
            small("Who said it", "said_by", one)
            button(.type(.submit), .class("plain")) { "Write it down" }
        }
    }

    private func small(_ title: String, _ name: String, _ one: BANTView) -> HTMLElement {
        div(.class("field")) {
            label(.for("\(one.letter)-\(name)")) { title }
            input(.type(.text), .id("\(one.letter)-\(name)"), .name(name), .maxLength(300))
        }
    }

    // MARK: Promises and history

    @MarkupBuilder private var promises: Markup {
        if !view.promises.isEmpty {
            let times = visit.times
            section {
                h3 { "What was promised" }
                ul(.class("promises")) {
                    for promise in view.promises {
                        li {
                            badge(promise).element
                            " \(promise.milestone.words) within \(promise.within), due "
                            times.element(promise.dueAt, isRelative: false)
                        }
                    }
                }
            }
        }
    }

    private func badge(_ promise: PromiseView) -> Badge {
        switch promise.standing {
        case .kept: Badge("kept", .kept, icon: .kept)
        case .pastDue: Badge("past due", .breached, icon: .warning)
        case .late: Badge("late", .breached, icon: .warning)
        case .paused: Badge("paused", .plain, icon: .open)
        case .cancelled: Badge("ended")
        case .due:
            Badge("\(TimeLeft.words(promise)) left", promise.leftMillis < 30 * 60_000 ? .risk : .plain, icon: .clock)
        }
    }

    private var history: HTMLElement {
        details {
            summary { "What happened so far" }
            let times = visit.times
            ul(.class("timeline")) {
                for change in view.changes.reversed() {
                    li {
                        span { "\(change.what), by \(change.by)" }
                        span(.class("when")) {
                            " "
                            times.element(change.at, isRelative: false)
                        }
                    }
                }
                view.earlier.map { words in li { "Before: \(words)" } }
            }
        }
    }
}
