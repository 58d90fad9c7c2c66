import WeirAgreement
import WeirApp
import WeirInsight
import WeirPages

/// The draft: its text with the mistakes where they are, what it changes, what it would have done, and the proposal.
struct DraftView {
    let draft: AgreementDraft?
    let trial: Trial?
    let current: Trial?
    let moves: MarketShift?
    let visit: Visit
    let canWrite: Bool
    /// Sent to be checked, and not kept.
    var isChecked = false
    /// Somebody kept another text meanwhile.
    var clash: DraftClash?

    @MarkupBuilder var body: Markup {
        nav(.class("crumbs"), .label("Way here")) { a(.to("/agreement")) { "Agreement" } }
        PageHead("Draft of the agreement", badges: badges) {
            "Kept as agreement.yaml in the workspace. Nothing is decided by a draft: two people sign it first."
        }.element
        DraftFormView.ways("/agreement/draft")
        clash?.notice
        mistakes
        div(.class("columns wide-left")) {
            div(.class("column")) { editor }
            div(.class("column")) {
                section {
                    h2 { "What it changes" }
                    difference
                }
                section {
                    h2 { "What it would have done" }
                    backtest
                }
                if canWrite { proposal }
            }
        }
    }

    private var badges: [Badge] {
        guard let draft else { return [] }
        if !draft.problems.isEmpty {
            return [Badge(Texts.count(draft.problems.count, "mistake"), .breached, icon: .warning)]
        }
        return [isChecked ? Badge("Sound, not kept yet", .risk) : Badge("Sound", .kept, icon: .kept)]
    }

    @MarkupBuilder private var mistakes: Markup {
        if let problems = draft?.problems, !problems.isEmpty {
            Notice(.breached) {
                ul(.class("plain-list")) {
                    for problem in problems.prefix(20) {
                        li {
                            a(.href(.place("line-\(problem.line)"))) { "Line \(problem.line)" }
                            ", column \(problem.column): \(problem.whatIsWrong); \(problem.whatWouldBeRight)."
                        }
                    }
                    if problems.count > 20 { li { "and \(problems.count - 20) more" } }
                }
            }.element
        }
    }

    /// Of the draft that is kept, which what is sent may replace.
    private var revision: String? { clash?.revision ?? (isChecked ? visit.form("revision") : draft?.revision) }

    private var text: String { draft.map { String(decoding: $0.text, as: UTF8.self) } ?? "" }

    @MarkupBuilder private var editor: Markup {
        form(.method(.post), .action("/agreement/draft"), .class("stack wide")) {
            input(.type(.hidden), .name("csrf"), .value(visit.visitor.csrf))
            if let revision { input(.type(.hidden), .name("revision"), .value(revision)) }
            div(.class("field")) {
                label(.for("text")) { "The text, as YAML" }
                textarea(
                    [.id("text"), .name("text"), .class("code"), .rows(34), .columns(60), .isNotSpellChecked]
                        + (canWrite ? [] : [.isReadOnly])
                        + (draft?.problems.isEmpty == false ? [.isInvalid] : [])
                ) { "\n" + text }
            }
            if canWrite {
                div(.class("actions")) {
                    button(.name("then"), .value("keep")) { "Keep" }
                    button(.class("plain"), .name("then"), .value("check")) { "Check only" }
                }
            }
        }
        excerpts
    }

    /// The lines with mistakes, with a line on either side.
    @MarkupBuilder private var excerpts: Markup {
        if let problems = draft?.problems, !problems.isEmpty {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            var shown: Set<Int> = []
            let first = problems.filter { shown.insert($0.line).inserted }.prefix(20)
            section {
                h2 { "Where the mistakes are" }
                for problem in first {
                    div(.id("line-\(problem.line)"), .class("field")) {
                        div(.class("scroll"), .takesFocus, .role("region"), .label("Around line \(problem.line)")) {
                            pre { DraftView.around(problem.line, lines) }
                        }
                        span(.class("mistake")) { "\(problem.whatIsWrong); \(problem.whatWouldBeRight)" }
                    }
                }
            }
        }
    }

    private static func around(_ line: Int, _ lines: [Substring]) -> String {
        (line - 1...line + 1).filter { $0 >= 1 && $0 <= lines.count }
            .map { "\($0 == line ? "→" : " ") \($0)  \(lines[$0 - 1])" }.joined(separator: "\n")
    }

    @MarkupBuilder private var difference: Markup {
        if let difference = draft?.difference {
            DifferenceView(difference).element
        } else if draft?.isSound == true {
            p(.class("soft")) { "There is no version in force to compare it with." }
        } else {
            p(.class("soft")) { "This is said once the text has no mistakes." }
        }
    }

    @MarkupBuilder private var backtest: Markup {
        if let trial {
            TrialTable(
                [("In force", current), ("This draft", trial)].compactMap { name, trial in trial.map { (name, $0) } }
            )
            .table.element
            WeekVolumeChart(
                Array(trial.flow.weeks.suffix(52)),
                comparedWith: Array((current?.flow.weeks ?? []).suffix(52)), named: "in force"
            ).element
            if let moves {
                p(.class("text")) {
                    moves.headline + " "
                    if moves.moved > 0 { a(.to("/market/moves")) { "Which" } }
                }
            }
        } else if draft?.isSound == true, !isChecked {
            p(.class("actions")) {
                a(.class("button plain"), .to("/agreement/draft", [("try", "1")])) { "Try it on the history" }
            }
        } else {
            p(.class("soft")) { isChecked ? "Keep it first, then try it." : "It can be tried once it has no mistakes." }
        }
    }

    @MarkupBuilder private var proposal: Markup {
        section {
            h2 { "Propose it" }
            if let version = draft?.version {
                p(.class("text")) {
                    "These very bytes are "
                    a(.to("/agreement/versions/", step: String(version))) { "version \(version)" }
                    "."
                }
            } else if draft?.isSound == true, !isChecked {
                form(.method(.post), .action("/agreement/propose"), .class("stack")) {
                    input(.type(.hidden), .name("csrf"), .value(visit.visitor.csrf))
                    p(.class("text")) { "It becomes a version, which comes into force when both sides have signed it." }
                    div { button { "Propose for signature" } }
                }
            } else {
                p(.class("soft")) { "A text can be proposed once it is kept and has no mistakes." }
            }
        }
    }
}

/// Definitions side by side, in the numbers by which they are weighed.
struct TrialTable {
    let columns: [(name: String, trial: Trial)]

    init(_ columns: [(name: String, trial: Trial)]) { self.columns = columns }

    var table: DataTable {
        DataTable(
            "Side by side, over all the history",
            columns: [.init("")] + columns.map { .init($0.name, isNumber: true) },
            rows: [
                row("Accounts qualified", "Different accounts that entered") {
                    Texts.number($0.numbers.accountsEntered)
                },
                row("Buyers a week", "Newly qualified buyers in seven days, on average") {
                    "\($0.numbers.weeklyTenths / 10).\($0.numbers.weeklyTenths % 10)"
                },
                row("Weeks over capacity", "Weeks with more buyers than the teams can follow up") {
                    Texts.number($0.numbers.weeksOver)
                },
                share("Accepted by Sales", "Of the answers for accounts that were qualified then") {
                    $0.numbers.acceptance
                },
                share("Wins found in time", "Of the deals won, those whose account was qualified before") {
                    $0.numbers.winsFound
                },
                share("With an opportunity", "Of the entrants whose time is over") { $0.numbers.opportunity },
                share("Returned within 30 days", "Entries soon after leaving: flapping") {
                    $0.numbers.accountsReturned
                },
                row("Median days to opportunity", "From entry to the first opportunity") {
                    $0.leadTime.median.map { Texts.number($0) } ?? "none yet"
                },
            ])
    }

    private func row(_ title: String, _ definition: String, _ value: (Trial) -> String) -> [Markup] {
        [Markup(Defined(title, definition).element)] + columns.map { Markup(text: value($0.trial)) }
    }

    private func share(_ title: String, _ definition: String, _ value: (Trial) -> Share?) -> [Markup] {
        [Markup(Defined(title, definition).element)]
            + columns.map { value($0.trial).map { Markup(ShareText($0).element) } ?? Markup(text: "no answers yet") }
    }
}
