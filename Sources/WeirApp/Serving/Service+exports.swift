import WeirFacts
import WeirLedger

extension Service: ExportUseCases {
    public func export(_ set: ExportSet, as format: ExportFormat) -> AsyncThrowingStream<[UInt8], any Error> {
        let export = Export(workspace, set, format, tiers: definitions.now.use?.market.tierNames ?? [])
        return AsyncThrowingStream { try await export.next() }
    }
}

/// Reads a set from one moment of the ledger, as fast as its reader asks.
private actor Export {
    private let workspace: Workspace
    private let set: ExportSet
    private let format: ExportFormat
    private let tiers: [String]
    private var snapshot: Workspace?
    private var last: Int64 = 0
    private var isDone = false

    /// Rows of one reading: a piece is then some tens of kilobytes.
    private static let rowsAtOnce = 250

    init(_ workspace: Workspace, _ set: ExportSet, _ format: ExportFormat, tiers: [String]) {
        self.workspace = workspace
        self.set = set
        self.format = format
        self.tiers = tiers
    }

    /// `nil` at the end.
    func next() async throws -> [UInt8]? {
        if isDone { return nil }
        var text = ""
        let snapshot = try self.snapshot ?? workspace.snapshot()
        if self.snapshot == nil {
            self.snapshot = snapshot
            if format == .csv { text = RowText.csv(ExportRow.columns(of: set).map(RowText.Cell.text)) + "\r\n" }
        }
        let (set, tiers, after) = (set, tiers, last)
        let rows = try await onDisk { try ExportRow.read(set, snapshot, after: after, Self.rowsAtOnce, tiers) }
        last = rows.last?.id ?? last
        isDone = rows.count < Self.rowsAtOnce
        for row in rows {
            switch format {
            case .ndjson: text += RowText.ndjson(Array(zip(ExportRow.columns(of: set), row.cells))) + "\n"
            case .csv: text += RowText.csv(row.cells) + "\r\n"
            }
        }
        if isDone { self.snapshot = nil }
        return text.isEmpty ? nil : Array(text.utf8)
    }
}

/// One row of an export: where it stands in its list, and its cells in the order of the columns.
private struct ExportRow: Sendable {
    var id: Int64
    var cells: [RowText.Cell]

    static func columns(of set: ExportSet) -> [String] {
        switch set {
        case .accounts:
            ["id", "name", "domain", "external_id", "is_qualified", "qualified_since", "score_milli", "tier"]
                + standardAttributes
        case .buyers:
            [
                "id", "account_id", "external_id", "name", "email", "title", "is_anonymous", "is_qualified",
                "qualified_since",
            ]
        case .engagements:
            [
                "id", "source", "message_id", "account_id", "buyer_id", "signal", "at", "content", "shared_with",
                "campaign", "channel", "is_automated",
            ]
        case .opportunities:
            [
                "id", "external_id", "account_id", "buyer_id", "opened_at", "stage", "amount_minor", "currency",
                "closed_at", "outcome", "loss_reason",
            ]
        case .decisions:
            [
                "id", "account_id", "buyer_id", "change", "score_milli", "day", "cause", "fact_id",
                "agreement_version", "decided_at",
            ]
        }
    }

    private static let standardAttributes = [
        "industry", "country", "region", "city", "employees", "revenue", "founded", "parent", "tags",
    ]

    static func read(_ set: ExportSet, _ workspace: Workspace, after: Int64, _ limit: Int, _ tiers: [String]) throws
        -> [ExportRow]
    {
        let mail = CompanyMail()
        return try workspace.ledger.readLive(isFreeMail: mail.isFree) { reader in
            switch set {
            case .accounts: try reader.accounts(after: after, limit: limit).map { ExportRow($0, tiers) }
            case .buyers: try reader.buyers(after: after, limit: limit).map { ExportRow($0) }
            case .engagements: try reader.listedEngagements(after: after, limit: limit).map { ExportRow($0) }
            case .opportunities: try reader.opportunities(after: after, limit: limit).map { ExportRow($0) }
            case .decisions: try reader.decisions(after: after, limit: limit).map { ExportRow($0) }
            }
        }
    }

    private init(_ stored: ListedAccount, _ tiers: [String]) {
        id = stored.id
        let account = AccountSummary(stored, tiers)
        cells = [
            .text(account.id), .init(account.name), .init(account.domain), .init(account.external),
            .yesNo(account.isQualified), .init(account.qualifiedSince?.description),
            account.scoreMilli.map(RowText.Cell.number) ?? .null, .init(account.tier),
        ]
        cells += ExportRow.standardAttributes.map { .init(account.attributes[$0]?.description) }
    }

    private init(_ stored: ListedBuyer) {
        id = stored.id
        let buyer = BuyerSummary(stored)
        cells = [
            .text(buyer.id), .init(buyer.account), .init(buyer.external), .init(buyer.name), .init(buyer.email),
            .init(buyer.title), .yesNo(buyer.isAnonymous), .yesNo(buyer.isQualified),
            .init(buyer.qualifiedSince?.description),
        ]
    }

    private init(_ stored: ListedEngagement) {
        id = stored.seq
        let act = EngagementSummary(stored)
        cells = [
            .text(act.id), .text(act.source), .text(act.message), .init(act.account), .text(act.buyer),
            .text(act.signal), .text(act.at.description), .init(act.content), .init(act.sharedWith),
            .init(act.campaign), .init(act.channel), .yesNo(act.isAutomated),
        ]
    }

    private init(_ stored: OpportunityRecord) {
        id = stored.id
        let deal = OpportunitySummary(stored)
        cells = [
            .text(deal.id), .text(deal.external), .init(deal.account), .init(deal.buyer),
            .init(deal.openedAt?.description), .init(deal.stage),
            deal.amount.map { .number($0.minorUnits) } ?? .null, .init(deal.amount?.currency),
            .init(deal.closedAt?.description), .text(deal.outcome.rawValue), .init(deal.lossReason),
        ]
    }

    private init(_ stored: StoredDecision) {
        id = stored.id
        cells = [
            .number(stored.id), .text(RecordID.account.text(stored.account)),
            .init(stored.buyer.map(RecordID.buyer.text)), .text(stored.entered ? "entered" : "left"),
            .number(stored.scoreMilli), .text(stored.day.description), .text(stored.cause),
            stored.fact.map(RowText.Cell.number) ?? .null, .number(Int64(stored.agreement)),
            .text(stored.decidedAt.description),
        ]
    }
}
