import WeirFacts

/// Who is meant by the ids of a notice, at the moment of sending; all `nil` where names are not to be shown.
public struct NoticeNames: Hashable, Sendable {
    public var person: String?
    public var title: String?
    public var account: String?

    public init(person: String? = nil, title: String? = nil, account: String? = nil) {
        self.person = person
        self.title = title
        self.account = account
    }
}

/// A notice in words, for people: the same in a chat, a card and a mail.
public struct NoticeWords: Hashable, Sendable {
    /// One line.
    public var headline: String
    /// Label and value, in order.
    public var lines: [(label: String, value: String)]
    public var dueAt: Instant?
    /// Where to look at it, on this installation; `nil` where its address is not known.
    public var address: String?

    /// - Parameter base: `https://weir.example.com`, without a slash at its end.
    public init(_ notice: Notice, _ names: NoticeNames, base: String?) {
        let matter = notice.matter
        let who = NoticeWords.plain(names.person ?? matter.buyer ?? matter.account ?? "", 80)
        let firm = names.account.map { NoticeWords.plain($0, 80) }
        let whom = [who, firm ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        headline = NoticeWords.plain(NoticeWords.head(notice, whom), 150)
        var lines: [(label: String, value: String)] = []
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { lines.append((label, NoticeWords.plain(value, 500))) }
        }
        add("Buyer", names.person.map { [$0, names.title ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") })
        add("Company", names.account ?? (names.person == nil ? nil : matter.account))
        add("Owner", matter.owner)
        add("Before", matter.previousOwner)
        add("Team", matter.team)
        add("Promise", matter.milestone)
        add("Why", matter.reason)
        add("By", matter.by)
        add("Record", matter.handOff ?? matter.destination ?? matter.buyer ?? matter.account)
        self.lines = lines
        dueAt = matter.dueAt
        address = base.map { $0 + NoticeWords.path(matter) }
    }

    private static func head(_ notice: Notice, _ whom: String) -> String {
        let matter = notice.matter
        let owner = matter.owner ?? "somebody"
        switch notice.kind {
        case .handOffOffered:
            return "\(matter.raisedHand == true ? "Raised hand" : "New hand-off") for \(owner): \(whom)"
        case .handOffAccepted: return "Accepted: \(whom)"
        case .handOffRejected: return "Rejected: \(whom)"
        case .handOffRecycled: return "Recycled: \(whom)"
        case .handOffReassigned: return "Handed on to \(owner): \(whom)"
        case .handOffSalesQualified: return "Sales-qualified: \(whom)"
        case .handOffUnattended: return "Nobody is there for \(whom)"
        case .promiseWarning: return "Soon due (\(matter.milestone ?? "promise")): \(whom)"
        case .promiseBreached: return "Past due (\(matter.milestone ?? "promise")): \(whom)"
        case .promiseEscalated: return "For the manager, past due (\(matter.milestone ?? "promise")): \(whom)"
        case .buyerWithoutTeam: return "No team for \(whom)"
        case .buyerSuppressed: return "Not to be contacted any more: \(whom)"
        case .accountQualified: return "Qualified: \(whom)"
        case .accountDisqualified: return "No longer qualified: \(whom)"
        case .destinationFailed: return "Switched off: destination \(matter.destination ?? "")"
        case .test: return "A test of Weir's notifications"
        }
    }

    private static func path(_ matter: Notice.Matter) -> String {
        if let handOff = matter.handOff { return "/inbox/\(handOff)" }
        if let account = matter.account { return "/accounts/\(account)" }
        return matter.destination == nil ? "/" : "/settings/notifications"
    }

    /// On one line, without control characters and characters that turn the direction of text, cut to a length.
    static func plain(_ text: String, _ limit: Int) -> String {
        let kept = text.unicodeScalars.map { scalar -> Character in
            // Joiners stand within words of many scripts.
            if scalar == "\u{200C}" || scalar == "\u{200D}" { return Character(scalar) }
            return switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: " "
            default: Character(scalar)
            }
        }
        let words = String(kept).split(separator: " ").joined(separator: " ")
        return words.count > limit ? String(words.prefix(limit - 1)) + "…" : words
    }

    public static func == (a: NoticeWords, b: NoticeWords) -> Bool {
        a.headline == b.headline && a.dueAt == b.dueAt && a.address == b.address
            && a.lines.elementsEqual(b.lines, by: ==)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(headline)
        hasher.combine(dueAt)
    }
}
