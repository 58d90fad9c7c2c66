import WeirFacts
import WeirLedger
import WeirMarket

/// Where one account stands in the market: every line of the agreement, by how much it misses it, and who said so when.
public struct AccountPlacing: Sendable {
    /// `acc_7`.
    public var account: String
    public var name: String
    public var domain: String?
    /// As `AgreementInUse.title`.
    public var agreement: String
    /// Of an unsigned draft.
    public var banner: String?
    /// The findings, each with its distance and origin.
    public var explanation: MarketExplanation
    /// The place in one sentence, then one for each line that keeps the company out, with its origin.
    public var sentences: [String]
    /// By attribute, what is known and where it came from.
    public var attributes: [Attribute]
    /// Its parents and subsidiaries; `nil` where it has none.
    public var group: GroupPlace?

    /// What is known of an attribute.
    public struct Attribute: Sendable {
        public var name: String
        public var value: AttributeValue
        /// `nil` only of what an older ledger did not note.
        public var origin: AttributeOrigin?
    }
}

extension AccountPlacing {
    /// The placing as lines for a terminal: the sentences, every line of the agreement, what is known.
    public func lines(_ use: AgreementInUse) -> [String] {
        var lines = ["\(name) (\(account))"] + sentences.map { "  " + $0 }
        if let group { lines += ["", "Its group"] + group.lines.map { "  " + $0 } }
        lines += ["", "Every line"]
        for finding in explanation.findings {
            let mark = finding.answer == .yes ? "yes" : finding.answer == .no ? "no " : "?  "
            lines.append("  \(mark)  \(finding.layer.rawValue): \(finding.sentence(day: use.days.day(of:)))")
        }
        lines += [
            "", "Fit \(Words.number(thousandths: explanation.verdict.fitMilli)) points, tier \(explanation.tierName)",
        ]
        for part in explanation.fit where part.pointsMilli != 0 {
            let points = Words.number(thousandths: part.pointsMilli)
            lines.append("  \(points)  \(part.attribute): \(part.value ?? "not known")")
        }
        lines += ["", "What is known, and who said it when"]
        for attribute in attributes {
            let origin = attribute.origin.map { "\($0.source), \(use.days.day(of: $0.at))" } ?? "origin not noted"
            lines.append("  \(attribute.name): \(Words.value(attribute.value)) (\(origin))")
        }
        return lines
    }

    /// Keys in snake case and sorted.
    public func json() throws -> String { try MarketAnswer.json(Written(self)) }

    private struct Written: Encodable {
        struct Line: Encodable {
            var layer: String
            var asked: String
            var answer: String
            var has: String?
            var distance: String?
            var source: String?
            var saidAt: String?
        }

        struct Value: Encodable {
            var name: String
            var value: String
            var source: String?
            var saidAt: String?
        }

        var account: String
        var name: String
        var agreement: String
        var tier: String
        var fitMilli: Int64
        var sentences: [String]
        var findings: [Line]
        var attributes: [Value]
        var parent: AccountGroups.Member?
        var ultimateParent: AccountGroups.Member?
        var subsidiaries: [AccountGroups.Member]

        init(_ placing: AccountPlacing) {
            (account, name, agreement) = (placing.account, placing.name, placing.agreement)
            tier = placing.explanation.tierName
            fitMilli = placing.explanation.verdict.fitMilli
            parent = placing.group?.above.first
            ultimateParent = placing.group?.above.last
            subsidiaries = placing.group?.below ?? []
            sentences = placing.sentences
            findings = placing.explanation.findings.map {
                Line(
                    layer: $0.layer.rawValue, asked: $0.asked,
                    answer: $0.answer == .yes ? "yes" : $0.answer == .no ? "no" : "unknown", has: $0.has,
                    distance: $0.distance?.description, source: $0.origin?.source, saidAt: $0.origin?.at.description)
            }
            attributes = placing.attributes.map {
                Value(
                    name: $0.name, value: Words.value($0.value), source: $0.origin?.source,
                    saidAt: $0.origin?.at.description)
            }
        }
    }
}

extension Workspace {
    /// What the market says of an account as known last.
    /// - Throws: `AppError.notFound` where there is no such account.
    public func placing(of account: Int64, under use: AgreementInUse) throws -> AccountPlacing {
        let company = try timeline(of: account)
        let known = company.profiles[company.profiles.count - 1].attributes
        let origins = try ledger.attributeOrigins(of: account)
            .mapValues { AttributeOrigin(source: $0.source, at: $0.at) }
        let explanation = use.market.explanation(
            of: use.market.company(name: company.name, domain: company.domain, known)
        ).sourced(by: origins)
        let reasons = explanation.reasons.map { reason in
            (reason.line == nil ? "nor " : "") + reason.sentence(day: use.days.day(of:))
        }
        return AccountPlacing(
            account: RecordID.account.text(account), name: company.name ?? company.domain ?? "acc_\(account)",
            domain: company.domain, agreement: use.title, banner: use.banner, explanation: explanation,
            sentences: explanation.sentences.dropLast(reasons.count) + reasons,
            attributes: known.sorted { $0.key < $1.key }.map {
                .init(name: $0.key, value: $0.value, origin: origins[$0.key])
            }, group: try AccountGroups(self).place(of: RecordID.account.text(account)))
    }

    /// The one account meant by our id, its id in a source, a domain or a name.
    /// - Throws: `AppError.notFound`, with what came close, where it is not one.
    public func accountMeant(_ who: String) throws -> Int64 {
        let found = try ledger.findAccounts(who)
        let meant = try ledger.readLive(isFreeMail: CompanyMail().isFree) { reader in
            try found.compactMap { try reader.account(meant: $0) }
        }
        let accounts = Set(meant).sorted()
        if let first = accounts.first, accounts.count == 1 { return first }
        if accounts.isEmpty {
            throw AppError(.notFound, "no account is known as “\(who)”; use an id (acc_12), a domain or a name")
        }
        let names = try accounts.map { "acc_\($0) \(try timeline(of: $0).name ?? "")" }
        throw AppError(.notFound, "several accounts match “\(who)”; name one:\n  " + names.joined(separator: "\n  "))
    }
}
