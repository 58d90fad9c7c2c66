import WeirAgreement
import WeirFacts
import WeirIntake
import WeirLedger
import WeirMarket

/// What list to check, and against what.
public struct ListCheckSettings: Sendable {
    public var file: String
    public var order: String
    /// Keeps the outcome for the vendor's scorecard.
    public var vendor: String?
    /// Where the rejected lines go, for the vendor.
    public var claim: String?
    /// Where the accepted lines go, for `weir import buyers`.
    public var accepted: String?
    public var mapping: MappingOptions
    /// Of the order's prices that name none.
    public var currency: String

    public init(
        file: String, order: String, vendor: String? = nil, claim: String? = nil, accepted: String? = nil,
        mapping: MappingOptions = MappingOptions(), currency: String = "EUR"
    ) {
        self.file = file
        self.order = order
        self.vendor = vendor
        self.claim = claim
        self.accepted = accepted
        self.mapping = mapping
        self.currency = currency
    }
}

/// What became of a list.
public struct ListCheckOutcome: Sendable {
    public var report: ListReport
    /// What each column was taken for: its header and the field's name.
    public var columns: [(header: String, field: String?)]
    /// Rows that could not be taken apart, and so are no lines.
    public var unreadable: [RejectedRow]
}

extension ListOrder {
    /// Reads an order from a file; everything wrong with it is said at once.
    public static func read(_ path: String, _ group: BuyingGroup, currency: String) throws -> ListOrder {
        var reader = try TableReader(FileBytes(path: path))
        var rows: [(line: Int, cells: [String])] = []
        var problems: [String] = []
        while let batch = try reader.nextBatch() {
            rows += (0..<batch.rowCount).map { (line: Int(batch.lines[$0]), cells: batch.texts(row: $0)) }
            problems += batch.rejected.map { "\(path): \($0.problem)" }
        }
        let reading = read(headers: reader.headers, rows: rows, group: group, currency: currency)
        problems += reading.problems.map { "\(path): \($0)" }
        guard problems.isEmpty else { throw AppError(.badData, problems.joined(separator: "\n")) }
        return reading.order
    }
}

extension Workspace {
    /// Judges a vendor's list against an order and the market, and writes the files that were asked for.
    public func checkList(
        _ settings: ListCheckSettings, under use: AgreementInUse, now: Instant
    ) throws -> ListCheckOutcome {
        let group = use.agreement.buyingGroup
        let order = try ListOrder.read(settings.order, group, currency: settings.currency)
        var options = settings.mapping
        options.attributeTypes = use.attributeTypes
        let table = try LabelledTable(settings.file, mapping: options)
        let lines = table.rows.map { VendorLine(line: $0.line, values: $0.cells, fields: $0.fields) }
        let addresses = Set(lines.compactMap { $0.email?.lowercased() })
        var check = ListCheck(
            order, market: use.market, group: group, mail: try mailDomains(),
            companies: try WorkspaceCompanies(self, use), people: try WorkspacePeople(self, addresses: addresses),
            readTitle: { use.titles.read($0) })
        var report = ListReport(order, group: group, vendor: settings.vendor)
        let (claim, accepted) = (ClaimFile(columns: table.headers), AcceptedFile(order))
        var (claimed, taken) = (claim.header, accepted.header)
        var delivery = VendorDelivery(settings.vendor, file: settings.file, at: now)
        for line in lines {
            try Task.checkCancellation()
            let verdict = check.judge(line)
            report.add(verdict)
            delivery.add(verdict)
            if settings.claim != nil { claimed += claim.text(line, verdict) }
            if settings.accepted != nil { taken += accepted.text(line, verdict, vendor: settings.vendor) }
        }
        if let path = settings.claim { try Files.write(claimed.utf8, to: path) }
        if let path = settings.accepted { try Files.write(taken.utf8, to: path) }
        if settings.vendor != nil {
            delivery.costs = report.costs
            try delivery.keep(in: self, digest: try Files.read(settings.file) + Files.read(settings.order))
        }
        return ListCheckOutcome(
            report: report, columns: zip(table.headers, table.names).map { (header: $0, field: $1) },
            unreadable: table.unreadable)
    }
}
