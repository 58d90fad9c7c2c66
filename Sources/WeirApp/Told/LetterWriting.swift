import WeirFacts
import WeirLedger
import WeirTold

/// Writes a notice as its destination takes it, with the names that it may know.
struct LetterWriting {
    /// Why a notice cannot be sent there.
    struct Unwritable: Error {
        var verdict: SendingOutcome.Verdict
        var description: String
    }

    private let delivering: Delivering
    private let now: Instant
    private var options: TellingOptions { delivering.options }
    private var ledger: Ledger { delivering.workspace.ledger }

    init(_ delivering: Delivering, now: Instant) {
        self.delivering = delivering
        self.now = now
    }

    func letter(_ delivery: StoredDelivery, _ destination: StoredDestination) throws -> Letter {
        let notice = try Notice(delivery)
        let kind = DestinationKind(rawValue: destination.kind) ?? .webhook
        let receivers = try MeantReceiver(rawValue: destination.address).map { try colleagues($0, notice.matter) }
        let mayKnow = receivers?.allSatisfy { Role(rawValue: $0.role)?.seesPeople ?? false } ?? true
        let names = try names(notice.matter, showsPeople: destination.showsPeople && mayKnow, kind)
        let words = NoticeWords(notice, names, base: options.publicURL)
        switch kind {
        case .webhook:
            let webhook = Webhook(notice, names, base: options.publicURL)
            return try post(destination, webhook.headers(at: now, secrets: secrets(of: destination)), webhook.body)
        case .slack: return try post(destination, SlackMessage(words).json)
        case .teams: return try post(destination, TeamsMessage(words).json)
        case .mail:
            guard let mail = options.mail else {
                throw Unwritable(
                    verdict: .refused, description: "this server sends no mail: WEIR_MAIL_SERVER is not set")
            }
            let to = (receivers?.map(\.email) ?? [destination.address]).compactMap { MailAddress($0) }
            guard !to.isEmpty else {
                throw Unwritable(verdict: .hopeless, description: "there is no mail address to send it to")
            }
            let id = notice.messageID + "_\(destination.id)"
            let text = MailMessage(words, from: mail.from, to: to, messageID: id, at: now).text
            return .mail(MailedLetter(mail.server, from: mail.from, to: to, text: text))
        }
    }

    private func post(_ destination: StoredDestination, _ json: JSONText) throws -> Letter {
        try post(destination, [("content-type", "application/json; charset=utf-8")], json.bytes)
    }

    private func post(
        _ destination: StoredDestination, _ headers: [(name: String, value: String)], _ body: [UInt8]
    ) throws -> Letter {
        guard let address = HookAddress(destination.address) else {
            throw Unwritable(verdict: .refused, description: "its address is none any more; give it a new one")
        }
        return .post(PostedLetter(address, headers: headers, body: body, rule: try delivering.addressRule()))
    }

    private func secrets(of destination: StoredDestination) -> [WebhookSecret] {
        let isOldGood = destination.oldUntil.map { now < $0 } ?? false
        return [destination.secret, isOldGood ? destination.oldSecret : nil].compactMap { $0 }
            .compactMap(WebhookSecret.init(bytes:))
    }

    /// Who signs in here and is meant; at least one.
    private func colleagues(_ meant: MeantReceiver, _ matter: Notice.Matter) throws -> [StoredColleague] {
        let everybody = try ledger.colleagues().filter { $0.disabledAt == nil }
        switch meant {
        case .owner:
            let name = matter.owner ?? ""
            guard let owner = ColleagueNames.meant(by: name, among: everybody) else {
                throw Unwritable(
                    verdict: .hopeless,
                    description: "nobody, or more than one, signs in here as the owner, “\(name)”: write members as "
                        + "their mail addresses in the agreement")
            }
            return [owner]
        case .manager:
            let managers = everybody.filter { $0.role == Role.salesManager.rawValue }
            guard !managers.isEmpty else {
                throw Unwritable(verdict: .hopeless, description: "nobody signs in here as a sales manager")
            }
            return managers
        }
    }

    /// As they are now: whoever was erased has no name any more.
    private func names(_ matter: Notice.Matter, showsPeople: Bool, _ kind: DestinationKind) throws -> NoticeNames {
        guard showsPeople || kind != .webhook else { return NoticeNames() }
        return try ledger.readDesk { books in
            let reader = books.live(isFreeMail: CompanyMail().isFree)
            let person = try matter.buyer.flatMap(RecordID.buyer.numberIfAny).flatMap(reader.buyer)
            let company = try matter.account.flatMap(RecordID.account.numberIfAny).flatMap { id in
                try reader.accounts(after: 0, limit: 1, only: try reader.account(meant: id) ?? id).first
            }
            return NoticeNames(
                person: showsPeople ? person?.name : nil, title: showsPeople ? person?.title : nil,
                account: company?.name ?? company?.domain)
        }
    }
}
