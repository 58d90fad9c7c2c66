import Crypto
import Foundation
import WeirAgreement
import WeirFacts
import WeirIntake
import WeirLedger
import WeirMarket

/// Records inquiries, then answers them.
final class InquiryDesk: Sendable {
    let workspace: Workspace
    let intake: EventIntake
    let definitions: Definitions
    private let directory: CompanyDirectory
    private let mail: MailDomains
    private let companyMail = CompanyMail()
    let clock: @Sendable () -> Instant
    private let source: Int64

    /// What inquiries' people and events are kept under.
    static let sourceName = "inquiries"

    init(
        _ workspace: Workspace, _ intake: EventIntake, _ definitions: Definitions, _ directory: CompanyDirectory,
        _ clock: @escaping @Sendable () -> Instant
    ) throws {
        self.workspace = workspace
        self.intake = intake
        self.definitions = definitions
        self.directory = directory
        self.clock = clock
        source = try workspace.ledger.source(named: InquiryDesk.sourceName)
        mail = try workspace.mailDomains()
    }

    func answer(_ given: Inquiry) async throws -> InquiryAnswer {
        let inquiry = try given.checked()
        let message = inquiry.id.map { "given:" + $0 } ?? "content:" + inquiry.digest
        let now = definitions.now
        guard let use = now.use else {
            throw ServiceError(.noAgreement, "no agreement is in force, so no inquiry can be judged")
        }
        let door = InboundDoor(use, mail)
        let found = try await look(inquiry, message)
        if let before = found.before {
            return answer(before, match: found.match, use: use, isRepeat: true)
        }
        let (verdict, reasons) = door.judge(inquiry, found.match)
        var record = InquiryRecord(
            message: message, raw: inquiry.json, receivedAt: clock(), verdict: verdict.rawValue,
            reasons: reasons.map(\.code.rawValue), account: found.match?.account)
        let event = verdict == .refuse ? nil : event(inquiry, message, found.match, now, record.receivedAt)
        let given = record
        let receipt = try await ServiceError.wrapping { try await intake.record(given, event, source: source) }
        if let seq = receipt.inquiry {
            record.seq = seq
            return answer(record, match: found.match, use: use, isRepeat: false)
        }
        // Two at once: the one that came first is answered to both.
        let first = try await look(inquiry, message)
        guard let before = first.before else {
            throw ServiceError(.unavailable, "the inquiry was not stored; send it again", retryAfterSeconds: 1)
        }
        return answer(before, match: first.match, use: use, isRepeat: true)
    }

    private struct Found: Sendable {
        /// The answer that was given to the same inquiry before.
        var before: InquiryRecord?
        var match: InboundDoor.Match?
    }

    private func look(_ inquiry: Inquiry, _ message: String) async throws -> Found {
        let (mail, post) = (mail, inquiry.post)
        let found = try await reading { reader in
            guard let before = try reader.inquiry(message: message) else {
                return Found(match: try reader.match(post, mail))
            }
            return Found(before: before, match: try before.account.flatMap { try reader.match($0) })
        }
        if found.before != nil || found.match != nil { return found }
        return Found(match: try await alike(post))
    }

    /// The company that an inquiry's address or name is known under.
    func match(_ inquiry: Inquiry) async throws -> InboundDoor.Match? {
        let (mail, post) = (mail, inquiry.post)
        if let exact = try await reading({ try $0.match(post, mail) }) { return exact }
        return try await alike(post)
    }

    /// The company whose name is surely the same, written in another way.
    private func alike(_ post: FormPost) async throws -> InboundDoor.Match? {
        guard post.company != nil else { return nil }
        let directory = directory
        let sure = try await onDisk { try directory.current().find(post.query).first(where: \.isSure) }
        guard let sure else { return nil }
        return try await reading { reader in
            var match = try reader.match(sure.account)
            match?.isByLikeness = true
            return match
        }
    }

    private func reading<T: Sendable>(_ body: @escaping @Sendable (LiveReader) throws -> T) async throws -> T {
        let (ledger, companyMail) = (workspace.ledger, companyMail)
        return try await onDisk { try ledger.readLive(isFreeMail: companyMail.isFree, body) }
    }

    private func answer(
        _ record: InquiryRecord, match: InboundDoor.Match?, use: AgreementInUse, isRepeat: Bool
    ) -> InquiryAnswer {
        InquiryAnswer(
            id: RecordID.inquiry.text(record.seq),
            verdict: InquiryAnswer.Verdict(rawValue: record.verdict) ?? .review,
            reasons: record.reasons.compactMap { InboundGate.Class(rawValue: $0) }.map {
                .init(code: $0, sentence: InboundDoor.sentence($0))
            },
            account: match.map { RecordID.account.text($0.account) }, accountName: match?.name ?? match?.domain,
            isAccountQualified: match?.isQualified ?? false, isRepeat: isRepeat)
    }

    /// What the inquiry says of a person and a company, and the engagement that it is by the name of its form.
    ///
    /// A company that was found under another name is called as we call it, so that it stays one.
    func event(
        _ inquiry: Inquiry, _ message: String, _ match: InboundDoor.Match?, _ now: Definitions.Now, _ at: Instant
    ) -> LiveEvent {
        let company = match?.isByLikeness == true ? match?.name ?? inquiry.company : inquiry.company
        let domain = InboundDoor.domains(inquiry, mail).last
        let name = inquiry.form ?? "inquiry"
        var event = LiveEvent(
            message: message, kind: "inquiry", name: name, at: at, receivedAt: at, raw: inquiry.json,
            actor: LiveActor(email: inquiry.email),
            buyers: [
                BuyerSeen(
                    email: inquiry.email, name: inquiry.name, title: inquiry.title, accountDomain: domain,
                    accountName: domain == nil ? company : nil, observedAt: at)
            ], outcome: .unmapped)
        if domain != nil || company != nil {
            var company = AccountSeen(name: company, domain: domain, observedAt: at)
            if let country = inquiry.country { company.attributes["country"] = .some(.text(country)) }
            event.accounts = [company]
        }
        let tracked = TrackedEvent(messageID: message, kind: .track, name: name, at: at, receivedAt: at)
        switch now.signals?.map(tracked) {
        case .signal(let mapped)?:
            event.outcome = .mapped
            event.act = LiveAct(signal: mapped.signal, campaign: mapped.campaign, channel: mapped.channel)
        case .ignored?: event.outcome = .ignored
        case .unmapped?, nil: break
        }
        return event
    }
}

extension LiveReader {
    /// The company that a post's domains or name are known under, to the letter.
    fileprivate func match(_ post: FormPost, _ mail: MailDomains) throws -> InboundDoor.Match? {
        try company(of: post, mail).flatMap { try match($0) }
    }

    fileprivate func match(_ account: Int64) throws -> InboundDoor.Match? {
        guard let found = try accounts(after: 0, limit: 1, only: account).first else { return nil }
        return InboundDoor.Match(
            account: found.id, name: found.name, domain: found.domain, attributes: found.attributes,
            isQualified: found.isQualified ?? false)
    }
}

extension Inquiry {
    /// The inquiry with what is around its values taken off.
    /// - Throws: `invalid` where there is no address to answer to, or a value is too long.
    func checked() throws(ServiceError) -> Inquiry {
        var inquiry = self
        func trimmed(_ text: String?) -> String? {
            guard let text else { return nil }
            let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
            return words.isEmpty ? nil : words
        }
        inquiry.email = email.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        (inquiry.name, inquiry.title, inquiry.company) = (trimmed(name), trimmed(title), trimmed(company))
        (inquiry.website, inquiry.country, inquiry.form) = (trimmed(website), trimmed(country), trimmed(form))
        let parts = inquiry.email.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, DomainName(String(parts[1])) != nil, inquiry.email.count <= 254,
            !inquiry.email.contains(where: \.isWhitespace)
        else { throw ServiceError(.invalid, "an inquiry needs an e-mail address, such as ann@example.com") }
        let short = [inquiry.id, inquiry.name, inquiry.title, inquiry.company, website, country, form]
        guard short.allSatisfy({ ($0?.count ?? 0) <= 500 }), (message?.count ?? 0) <= 20_000 else {
            throw ServiceError(.invalid, "a value is too long: at most 500 characters, a message at most 20,000")
        }
        return inquiry
    }

    /// What was written, as JSON with its keys in order.
    fileprivate var json: [UInt8] {
        let values: [(String, String?)] = [
            ("company", company), ("country", country), ("email", email), ("form", form), ("message", message),
            ("name", name), ("title", title), ("website", website),
        ]
        return Array(RowText.ndjson(values.compactMap { key, value in value.map { (key, .text($0)) } }).utf8)
    }

    var digest: String { Secret.hex(SHA256.hash(data: Data(json))) }
}

extension Service: InquiryUseCases {
    public func answer(_ inquiry: Inquiry) async throws -> InquiryAnswer { try await inquiries.answer(inquiry) }
}
