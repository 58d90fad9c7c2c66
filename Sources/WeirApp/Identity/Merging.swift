import WeirFacts
import WeirLedger

/// That two records are one.
public struct MergeRequest: Hashable, Sendable {
    /// Two ids of a kind: `acc_7` or `buy_7`.
    public var first: String
    public var second: String
    /// Which of them is kept; `nil` leaves it to the rule.
    public var into: String?
    /// Who says so.
    public var by: String
    /// What it rests on.
    public var because: String?

    public init(first: String, second: String, into: String? = nil, by: String, because: String? = nil) {
        self.first = first
        self.second = second
        self.into = into
        self.by = by
        self.because = because
    }
}

/// A merge as it may be shown.
public struct MergeSummary: Hashable, Sendable {
    /// `mrg_7`.
    public var id: String
    public var kind: RecordKind
    public var first: String
    public var second: String
    /// What people call them, each by what was said of itself; `nil` where nothing was.
    public var firstName: String?
    public var secondName: String?
    /// The record that was kept when it was said.
    public var into: String
    public var by: String
    public var because: String?
    public var at: Instant
    /// `nil` while it holds.
    public var takenBackBy: String?
    public var takenBackBecause: String?
    public var takenBackAt: Instant?

    package init(
        id: String, kind: RecordKind, first: String, second: String, firstName: String?, secondName: String?,
        into: String, by: String, because: String?, at: Instant, takenBackBy: String?, takenBackBecause: String?,
        takenBackAt: Instant?
    ) {
        self.id = id
        self.kind = kind
        self.first = first
        self.second = second
        self.firstName = firstName
        self.secondName = secondName
        self.into = into
        self.by = by
        self.because = because
        self.at = at
        self.takenBackBy = takenBackBy
        self.takenBackBecause = takenBackBecause
        self.takenBackAt = takenBackAt
    }
}

/// Which merges a list is about.
public struct MergeFilter: Hashable, Sendable {
    public var kind: RecordKind?
    /// Whether those are listed too that were taken back.
    public var includesTakenBack: Bool

    public init(kind: RecordKind? = nil, includesTakenBack: Bool = false) {
        self.kind = kind
        self.includesTakenBack = includesTakenBack
    }
}

/// Saying that two records are one, and that they are two after all.
public protocol MergeUseCases: Sendable {
    /// - Throws: `invalid` for records of two kinds or an `into` that is neither; `notFound`; `conflict` for two that are
    ///   one already.
    func merge(_ request: MergeRequest) async throws -> MergeSummary
    /// What the merge joined is read apart again, as if it had never been said.
    /// - Throws: `notFound`; `conflict` where it was taken back already.
    func takeBackMerge(_ id: String, by name: String, because: String?) async throws -> MergeSummary
    func merges(_ filter: MergeFilter, _ page: PageRequest) async throws -> Page<MergeSummary>
    func merge(_ id: String) async throws -> MergeSummary
}

extension MergeSummary {
    init(_ stored: StoredMerge) {
        let record = RecordID(stored.kind)
        self.init(
            id: RecordID.merge.text(stored.seq), kind: stored.kind, first: record.text(stored.first),
            second: record.text(stored.second), firstName: stored.firstLabel, secondName: stored.secondLabel,
            into: record.text(stored.into), by: stored.by, because: stored.evidence, at: stored.at,
            takenBackBy: stored.end?.by, takenBackBecause: stored.end?.evidence, takenBackAt: stored.end?.at)
    }
}

extension RecordID {
    init(_ kind: RecordKind) { self = kind == .account ? .account : .buyer }
}

extension RecordMerge {
    /// Checks what a request says before it goes to the ledger.
    init(_ request: MergeRequest, at now: Instant) throws(ServiceError) {
        let kinds = try [request.first, request.second].map(RecordMerge.kind)
        guard kinds[0] == kinds[1] else {
            throw ServiceError(
                .invalid,
                "\(request.first) and \(request.second) are of two kinds; a buyer is merged with a buyer, an account with an "
                    + "account")
        }
        if let into = request.into, into != request.first, into != request.second {
            throw ServiceError(
                .invalid,
                "the record to keep is neither of the two; name \(request.first) or \(request.second)")
        }
        let id = RecordID(kinds[0])
        self.init(
            kinds[0], try id.number(request.first), try id.number(request.second),
            into: try request.into.map(id.number), by: try AccessDesk.name(request.by),
            evidence: try RecordMerge.evidence(request.because), at: now)
    }

    private static func kind(_ id: String) throws(ServiceError) -> RecordKind {
        if RecordID.account.numberIfAny(id) != nil { return .account }
        if RecordID.buyer.numberIfAny(id) != nil { return .buyer }
        throw ServiceError(.notFound, "there is no record “\(String(id.prefix(80)))”; ids are like acc_7 and buy_7")
    }

    /// What a merge rests on, on one line.
    static func evidence(_ text: String?) throws(ServiceError) -> String? {
        let words = text?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let words, !words.isEmpty else { return nil }
        guard words.count <= 1000, !words.unicodeScalars.contains(where: { $0.value < 32 }) else {
            throw ServiceError(.invalid, "a reason has at most 1000 characters")
        }
        return words
    }
}
