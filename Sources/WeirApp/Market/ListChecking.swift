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

/// A vendor's list and its order, as bytes: from files, or uploaded.
public struct ListDelivery: Sendable {
    /// What messages call the two.
    public var name: String
    public var orderName: String
    public var list: [UInt8]
    public var order: [UInt8]
    /// Keeps the outcome for the vendor's scorecard.
    public var vendor: String?
    public var mapping: MappingOptions
    /// Of the order's prices that name none.
    public var currency: String

    public init(
        name: String = "the list", list: [UInt8], orderName: String = "the order", order: [UInt8],
        vendor: String? = nil, mapping: MappingOptions = MappingOptions(), currency: String = "EUR"
    ) {
        (self.name, self.list, self.orderName, self.order) = (name, list, orderName, order)
        (self.vendor, self.mapping, self.currency) = (vendor, mapping, currency)
    }
}

/// What became of a list.
public struct ListCheckOutcome: Sendable {
    public var report: ListReport
    /// Every line's verdict, in the list's order.
    public var verdicts: [LineVerdict]
    /// What each column was taken for: its header and the field's name.
    public var columns: [(header: String, field: String?)]
    /// Rows that could not be taken apart, and so are no lines.
    public var unreadable: [RejectedRow]
    /// The rejected lines with their reasons, for the vendor, as CSV.
    public var claim: String
    /// The accepted lines as CSV, ready for `weir import buyers`.
    public var accepted: String
}

extension ListOrder {
    /// Reads an order; everything wrong with it is said at once.
    static func read(
        _ bytes: [UInt8], name: String, _ group: BuyingGroup, currency: String
    ) throws -> ListOrder {
        var reader = try TableReader(MemoryBytes(bytes))
        var rows: [(line: Int, cells: [String])] = []
        var problems: [String] = []
        while let batch = try reader.nextBatch() {
            rows += (0..<batch.rowCount).map { (line: Int(batch.lines[$0]), cells: batch.texts(row: $0)) }
            problems += batch.rejected.map { "\(name): \($0.problem)" }
        }
        let reading = read(headers: reader.headers, rows: rows, group: group, currency: currency)
        problems += reading.problems.map { "\(name): \($0)" }
        guard problems.isEmpty else { throw AppError(.badData, problems.joined(separator: "\n")) }
        return reading.order
    }
}

extension Workspace {
    /// Judges a vendor's list against an order and the market, and writes the files that were asked for.
    public func checkList(
        _ settings: ListCheckSettings, under use: AgreementInUse, now: Instant
    ) throws -> ListCheckOutcome {
        let outcome = try checkList(
            ListDelivery(
                name: settings.file, list: try Files.read(settings.file), orderName: settings.order,
                order: try Files.read(settings.order), vendor: settings.vendor, mapping: settings.mapping,
                currency: settings.currency), among: companies(), under: use, now: now)
        if let path = settings.claim { try Files.write(outcome.claim.utf8, to: path) }
        if let path = settings.accepted { try Files.write(outcome.accepted.utf8, to: path) }
        return outcome
    }

    /// Judges a vendor's list against an order and the market. With a vendor's name the outcome is kept.
    /// - Parameter companies: those that its lines may mean.
    func checkList(
        _ given: ListDelivery, among companies: CompanySearch, under use: AgreementInUse, now: Instant
    ) throws -> ListCheckOutcome {
        let group = use.agreement.buyingGroup
        let order = try ListOrder.read(given.order, name: given.orderName, group, currency: given.currency)
        var options = given.mapping
        options.attributeTypes = use.attributeTypes
        let table = try LabelledTable(MemoryBytes(given.list), mapping: options)
        let lines = table.rows.map { VendorLine(line: $0.line, values: $0.cells, fields: $0.fields) }
        let addresses = Set(lines.compactMap { $0.email?.lowercased() })
        let mail = try mailDomains()
        var check = ListCheck(
            order, market: use.market, group: group, mail: mail,
            companies: WorkspaceCompanies(self, use, companies),
            people: try WorkspacePeople(self, addresses: addresses), readTitle: { use.titles.read($0) })
        let (claim, accepted) = (ClaimFile(columns: table.headers), AcceptedFile(order))
        var outcome = ListCheckOutcome(
            report: ListReport(order, group: group, vendor: given.vendor), verdicts: [],
            columns: zip(table.headers, table.names).map { (header: $0, field: $1) }, unreadable: table.unreadable,
            claim: claim.header, accepted: accepted.header)
        var delivery = VendorDelivery(given.vendor, file: given.name, at: now)
        for line in lines {
            try Task.checkCancellation()
            let verdict = try check.judge(line)
            outcome.report.add(verdict)
            outcome.verdicts.append(verdict)
            delivery.add(verdict)
            outcome.claim += claim.text(line, verdict)
            outcome.accepted += accepted.text(line, verdict, vendor: given.vendor)
        }
        if given.vendor != nil {
            delivery.costs = outcome.report.costs
            try delivery.keep(in: self, digest: given.list + given.order)
        }
        return outcome
    }
}
