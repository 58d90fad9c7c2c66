/// The file of rejected lines that goes back to the vendor: the line and why, then the vendor's own columns as they
/// were.
///
/// Cells that a spreadsheet might take for a formula get an apostrophe in front (`CSVText`).
public struct ClaimFile: Sendable {
    /// The first line.
    public let header: String

    /// - Parameter columns: the names of the vendor's columns.
    public init(columns: [String]) {
        header = CSVText.line(["claim_line", "claim_codes", "claim_reasons"] + columns)
    }

    /// The line for a rejected line; empty for an accepted one.
    public func text(_ line: VendorLine, _ verdict: LineVerdict) -> String {
        if verdict.isAccepted { return "" }
        let codes = verdict.reasons.map(\.code.rawValue).joined(separator: "; ")
        let sentences = verdict.reasons.map(\.sentence).joined(separator: ". ")
        return CSVText.line(["\(line.line)", codes, sentences] + line.values)
    }
}

/// The file of accepted lines, ready for `weir import buyers`: canonical columns, the company as we call it.
///
/// Cells that a spreadsheet might take for a formula get an apostrophe in front (`CSVText`).
public struct AcceptedFile: Sendable {
    private let evidence: [String]
    private static let always = ["email", "first_name", "last_name", "name", "title", "account_name", "account_domain"]
    private static let notes = ["vendor", "list_line", "order_line"]

    /// - Parameter order: its evidence gets columns of its own.
    public init(_ order: ListOrder) {
        var evidence: [String] = []
        for field in ["country"] + order.lines.flatMap(\.required)
        where !AcceptedFile.always.contains(field) && !evidence.contains(field) {
            evidence.append(field)
        }
        self.evidence = evidence
    }

    /// The first line.
    public var header: String { CSVText.line(AcceptedFile.always + evidence + AcceptedFile.notes) }

    /// The line for an accepted line; empty for a rejected one.
    public func text(_ line: VendorLine, _ verdict: LineVerdict, vendor: String?) -> String {
        guard verdict.isAccepted else { return "" }
        var fields = line.fields
        if case .success(let address)? = line.email.map(DeliveryAddress.read) { fields["email"] = address.text }
        if let company = verdict.company { fields["account_name"] = company.name }
        // A name in two parts needs no third column, which would be taken before them.
        if fields["first_name"] != nil || fields["last_name"] != nil { fields["name"] = nil }
        let cells = (AcceptedFile.always + evidence).map { fields[$0] ?? "" }
        return CSVText.line(cells + [vendor ?? "", "\(line.line)", verdict.orderLine.map { "\($0 + 1)" } ?? ""])
    }
}
