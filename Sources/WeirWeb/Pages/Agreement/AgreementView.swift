import WeirAgreement
import WeirApp
import WeirFacts
import WeirLedger
import WeirPages

/// A version of the agreement, set like a contract: numbered clauses, notes in the margin, signatures at the end.
struct AgreementView {
    let version: AgreementVersion
    let current: AgreementVersion?
    let versions: [AgreementVersion]
    let clauses: [AgreementEnglish.Clause]
    let difference: AgreementDifference?
    let notes: AgreementNotes?
    let visit: Visit
    let canWrite: Bool

    private var isInForce: Bool { version.version == current?.version }

    var title: String { "Agreement, version \(version.version)" }

    @MarkupBuilder var body: Markup {
        PageHead(clauses.first?.title ?? "Agreement", badges: [Badge("Version \(version.version)"), state]) {
            "Proposed by \(version.proposedBy) "
            time(version.proposedAt)
            ". The text's fingerprint: "
            code { version.sha256.prefix(12) + "" }
            "."
        } actions: {
            a(.class("button plain"), .href(address("/text"))) {
                Icon.download.element
                "YAML"
            }
            if canWrite {
                a(.class("button plain"), .to("/agreement/draft"), .data("key", "d")) { "Draft" }
            }
        }.element
        if !isInForce { standing }
        if let difference, let current { changes(difference, current) }
        for clause in clauses { part(clause) }
        section {
            h2 { "Signatures" }
            signatures
        }
        section {
            h2 { "Every version" }
            table.element
        }
    }

    private var state: Badge {
        if isInForce { return Badge("In force", .kept, icon: .sealed) }
        return version.bothSignedAt == nil
            ? Badge("Waits for signatures", .risk, icon: .open) : Badge("No longer in force")
    }

    @MarkupBuilder private var standing: Markup {
        if version.bothSignedAt == nil {
            let missing = SigningSide.allCases.filter { side in !version.signatures.contains { $0.side == side } }
            Notice(.risk) {
                "Not in force: \(missing.map { $0 == .marketing ? "Marketing" : "Sales" }.joined(separator: " and ")) "
                "\(missing.count == 1 ? "has" : "have") still to sign."
            }.element
        } else if let current {
            Notice(.plain) {
                "An earlier version. In force is "
                a(.to("/agreement/versions/", step: String(current.version))) { "version \(current.version)" }
                "."
            }.element
        }
    }

    private func changes(_ difference: AgreementDifference, _ current: AgreementVersion) -> HTMLElement {
        section {
            h2 { "Against version \(current.version), which is in force" }
            DifferenceView(difference).element
        }
    }

    @MarkupBuilder private func part(_ clause: AgreementEnglish.Clause) -> Markup {
        section {
            if clause.number > 0 { h2 { "\(clause.number). \(clause.title)" } }
            ol(.class("clauses")) {
                for (place, sentence) in clause.sentences.enumerated() {
                    li {
                        span(.class("number")) { clause.number == 0 ? "" : "\(clause.number).\(place + 1)" }
                        span { sentence }
                        if place == 0, let note = notes?.note(clause.number) { span(.class("margin")) { note } }
                    }
                }
            }
        }
    }

    // MARK: Signatures

    private var signatures: HTMLElement {
        div(.class("signatures")) {
            for side in SigningSide.allCases { signature(side) }
        }
    }

    @MarkupBuilder private func signature(_ side: SigningSide) -> Markup {
        let signed = version.signatures.first { $0.side == side }
        div(.class("signature")) {
            span(.class("soft")) { "For \(side == .marketing ? "Marketing" : "Sales")" }
            if let signed {
                span(.class("name")) { signed.name }
                span(.class("kept")) {
                    Icon.sealed.element
                    " signed "
                    time(signed.at)
                }
            } else if SigningSide.of(visit.visitor.role) == side,
                !version.signatures.contains(where: { $0.name == visit.visitor.name })
            {
                form(.method(.post), .action(address("/sign")), .class("stack")) {
                    input(.type(.hidden), .name("csrf"), .value(visit.visitor.csrf))
                    input(.type(.hidden), .name("sha256"), .value(version.sha256))
                    p(.class("text")) { "I have read this text and sign it, \(visit.visitor.name), for this side." }
                    div { button { "Sign version \(version.version)" } }
                }
            } else {
                span(.class("soft")) { "not signed yet" }
                span(.class("fine")) {
                    side == .marketing ? "Marketing operations signs here." : "A sales manager signs here."
                }
            }
        }
    }

    private var table: DataTable {
        DataTable(
            "The newest first",
            columns: [.init("Version"), .init("State"), .init("Proposed"), .init("Marketing"), .init("Sales")],
            rows: versions.reversed().prefix(100).map { one in
                [
                    Markup(a(.to("/agreement/versions/", step: String(one.version))) { "Version \(one.version)" }),
                    Markup(text: state(of: one)),
                    Markup {
                        time(one.proposedAt)
                        " by \(one.proposedBy)"
                    },
                    signature(one, .marketing), signature(one, .sales),
                ]
            })
    }

    private func state(of one: AgreementVersion) -> String {
        if one.version == current?.version { return "in force" }
        return one.bothSignedAt == nil ? "waits for signatures" : "was in force"
    }

    private func signature(_ one: AgreementVersion, _ side: SigningSide) -> Markup {
        guard let signed = one.signatures.first(where: { $0.side == side }) else {
            return Markup(span(.class("soft")) { "not signed" })
        }
        return Markup {
            "\(signed.name), "
            time(signed.at)
        }
    }

    private func time(_ instant: Instant) -> HTMLElement { visit.time(instant) }

    private func address(_ rest: String) -> HTMLAddress {
        HTMLAddress(path: "/agreement/versions/\(version.version)\(rest)", [])
    }
}

/// What changes between two agreements, clause by clause.
struct DifferenceView {
    let difference: AgreementDifference

    init(_ difference: AgreementDifference) { self.difference = difference }

    var element: Markup {
        guard !difference.changes.isEmpty else {
            return Markup(p(.class("soft")) { "Nothing that is agreed changes." })
        }
        return Markup(
            ul(.class("clauses changes")) {
                for change in difference.changes {
                    li {
                        span(.class("number")) { change.clause == 0 ? "" : "\(change.clause)" }
                        HTMLTag.ins { change.sentence }
                        if let effect = change.effect {
                            span(.class("margin")) {
                                effect == .loosens ? "Loosens: more get through." : "Tightens: fewer get through."
                            }
                        }
                    }
                }
            })
    }
}
