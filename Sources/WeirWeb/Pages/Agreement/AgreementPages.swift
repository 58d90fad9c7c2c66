import Hummingbird
import WeirAgreement
import WeirApp
import WeirLedger
import WeirPages

/// The agreement: read, changed, compared, tried, proposed and signed.
struct AgreementPages: PageGroup {
    let agreements: any AgreementUseCases
    let views: any ViewUseCases
    let market: any MarketUseCases

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/agreement") { visit in try await inForce(visit) },
            routing.page("/agreement/versions/{version}") { visit in try await version(visit) },
            routing.page("/agreement/versions/{version}/text") { visit in try await text(visit) },
            routing.form("/agreement/versions/{version}/sign", for: Role.writers) { visit in
                try await sign(visit)
            },
            routing.page("/agreement/draft") { visit in try await draft(visit) },
            routing.form("/agreement/draft", for: Role.writers, limit: 2 << 20) { visit in
                try await keep(visit)
            },
            routing.page("/agreement/draft/form") { visit in try await form(visit) },
            routing.form("/agreement/draft/form", for: Role.writers) { visit in try await keepForm(visit) },
            routing.form("/agreement/propose", for: Role.writers) { visit in try await propose(visit) },
        ]
    }

    // MARK: Reading

    private func inForce(_ visit: Visit) async throws -> Response {
        let versions = try await agreements.agreements()
        if let current = try await agreements.agreementInForce() {
            return try await show(current, current: current, versions, visit)
        }
        if let last = versions.last { return try await show(last, current: nil, versions, visit) }
        return visit.page("Agreement", room: .agreement) {
            PageHead("Agreement").element
            EmptyState("Nothing has been agreed yet") {
                "An agreement says in one text whom Marketing hands over and what Sales does with them. "
                if Role.writers.contains(visit.visitor.role) {
                    a(.to("/agreement/draft")) { "Write a draft" }
                    ", then one person of each side signs it."
                } else {
                    "Marketing operations or a sales manager can write a draft."
                }
            }.element
        }
    }

    private func version(_ visit: Visit) async throws -> Response {
        let wanted = try await agreements.agreement(version: number(visit))
        return try await show(
            wanted, current: agreements.agreementInForce(), agreements.agreements(), visit)
    }

    private func show(
        _ version: AgreementVersion, current: AgreementVersion?, _ versions: [AgreementVersion], _ visit: Visit
    ) async throws -> Response {
        let clauses = try await views.agreementClauses(version: version.version)
        let against = version.version == current?.version ? nil : current
        let difference = try await optional(against) {
            try await agreements.difference(from: $0.version, to: version.version)
        }
        // What was measured is measured under the version in force.
        let notes = version.version == current?.version ? AgreementNotes(try? await views.overviewAtHand()) : nil
        let view = AgreementView(
            version: version, current: current, versions: versions, clauses: clauses, difference: difference,
            notes: notes, visit: visit, canWrite: Role.writers.contains(visit.visitor.role))
        return visit.page(view.title, room: .agreement, keys: [KeyHint("D", "the draft")]) { view.body }
    }

    private func text(_ visit: Visit) async throws -> Response {
        let number = try number(visit)
        return .bytes(
            try await agreements.agreementText(version: number), type: "text/plain; charset=utf-8",
            headers: [.contentDisposition: "attachment; filename=\"agreement-v\(number).yaml\""])
    }

    private func number(_ visit: Visit) throws -> Int {
        guard let number = Int(try visit.parameter("version")), (1...1_000_000).contains(number) else {
            throw Problem.notFound("there is no such version; versions are numbered from 1")
        }
        return number
    }

    // MARK: Signing

    /// Two people of two roles: Marketing's side is signed by marketing operations, Sales' by a sales manager; an
    /// administrator signs for neither, and nobody for both.
    private func sign(_ visit: Visit) async throws -> Response {
        let number = try number(visit)
        guard let side = SigningSide.of(visit.visitor.role) else {
            throw Problem(403, "forbidden", "marketing operations sign for Marketing, a sales manager for Sales")
        }
        let version = try await agreements.agreement(version: number)
        guard !version.signatures.contains(where: { $0.name == visit.visitor.name }) else {
            throw Problem(409, "signed_already", "you have signed this version; the other side is somebody else's")
        }
        guard visit.form("sha256") == version.sha256 else {
            throw Problem(409, "changed", "this is not the text that you read; read it again")
        }
        _ = try await agreements.sign(version: number, side: side, by: visit.visitor.name)
        try visit.note(.changed, "agreement v\(number) signed for \(side.rawValue)")
        return .seeOther("/agreement/versions/\(number)")
    }

    // MARK: The draft

    private func draft(_ visit: Visit) async throws -> Response {
        let draft = try await views.agreementDraft()
        let wantsTrial = visit.query("try") == "1"
        let trial = wantsTrial ? try await optional(draft) { try await views.trial(ofDraft: $0) } : nil
        let moves = wantsTrial ? try await optional(draft) { try await shift($0) } : nil
        let past = wantsTrial ? (try? await views.overview())?.past : nil
        return page(
            DraftView(
                draft: draft, trial: trial ?? nil, current: past?.current, moves: moves ?? nil, visit: visit,
                canWrite: Role.writers.contains(visit.visitor.role)), visit)
    }

    private func shift(_ draft: AgreementDraft) async throws -> MarketShift? {
        draft.isSound ? try await market.marketShift(draft: draft.text, listed: 0) : nil
    }

    private func page(_ view: DraftView, _ visit: Visit, status: Int = 200) -> Response {
        visit.page("Draft of the agreement", room: .agreement, behind: view.moves?.behindSince, status: status) {
            view.body
        }
    }

    private func keep(_ visit: Visit) async throws -> Response {
        // Browsers send line breaks as CR LF; the text is signed byte for byte, so it gets one kind.
        let text = (visit.form("text") ?? "").replacing("\r\n", with: "\n")
        let draft = try await views.readDraft(Array(text.utf8), isSaved: false)
        if visit.form("then") == "check" {
            let view = DraftView(
                draft: draft, trial: nil, current: nil, moves: nil, visit: visit, canWrite: true, isChecked: true)
            return page(view, visit, status: draft.isSound ? 200 : 422)
        }
        do {
            try await keep(draft.text, visit)
            return .seeOther("/agreement/draft")
        } catch let error as ServiceError where error.code == .conflict {
            let view = DraftView(
                draft: draft, trial: nil, current: nil, moves: nil, visit: visit, canWrite: true, isChecked: true,
                clash: try await clash(visit))
            return page(view, visit, status: 409)
        }
    }

    private func keep(_ text: [UInt8], _ visit: Visit) async throws {
        try await views.keepDraft(text, over: visit.form("revision"))
        try visit.note(.changed, DraftClash.subject)
    }

    private func clash(_ visit: Visit) async throws -> DraftClash {
        try DraftClash(visit, revision: try await views.agreementDraft()?.revision)
    }

    // MARK: The draft as a form

    private func form(_ visit: Visit) async throws -> Response {
        guard let form = try await views.draftForm([:], adding: [:], removing: [:]) else {
            return .seeOther("/agreement/draft")
        }
        return page(form, visit)
    }

    private func page(
        _ form: DraftForm, _ visit: Visit, isChecked: Bool = false, clash: DraftClash? = nil
    ) -> Response {
        let view = DraftFormView(
            form: form, visit: visit, canWrite: Role.writers.contains(visit.visitor.role), isChecked: isChecked,
            clash: clash)
        let status = clash != nil ? 409 : form.isKeepable ? 200 : 422
        return visit.page("Draft of the agreement", room: .agreement, status: status) { view.body }
    }

    private func keepForm(_ visit: Visit) async throws -> Response {
        let typed = visit.body.fields.filter { $0.name.hasPrefix(DraftFormView.prefix) }.map {
            (String($0.name.dropFirst(DraftFormView.prefix.count)), $0.value)
        }
        let values = Dictionary(typed, uniquingKeysWith: { first, _ in first })
        let (added, removed) = DraftRowsView.read(visit.body.fields)
        guard let form = try await views.draftForm(values, adding: added, removing: removed) else {
            return .seeOther("/agreement/draft")
        }
        guard visit.form("then") != "check", form.isKeepable, let text = form.text else {
            return page(form, visit, isChecked: true)
        }
        do {
            try await keep(text, visit)
            return .seeOther("/agreement/draft/form")
        } catch let error as ServiceError where error.code == .conflict {
            return page(form, visit, isChecked: true, clash: try await clash(visit))
        }
    }

    private func propose(_ visit: Visit) async throws -> Response {
        let version = try await views.proposeDraft(by: visit.visitor.name)
        try visit.note(.changed, "agreement v\(version.version) proposed")
        return .seeOther("/agreement/versions/\(version.version)")
    }
}

/// What becomes of something, where there is something.
func optional<Value, Result>(_ value: Value?, _ body: (Value) async throws -> Result) async rethrows -> Result? {
    guard let value else { return nil }
    return try await body(value)
}

extension SigningSide {
    /// The side that a role signs for.
    static func of(_ role: Role) -> SigningSide? {
        switch role {
        case .marketingOperations: .marketing
        case .salesManager: .sales
        case .admin, .sdr, .analyst, .auditor: nil
        }
    }
}
