import WeirFacts

/// What a kind of fact cannot do without.
extension HeaderMapping {
    /// What the file lacks, each as a sentence with what to do; empty if its rows can be used.
    public var missing: [String] {
        needs.filter { need in !need.contains(where: says) }.map { need in
            let names = need.map(\.rawValue)
            let list = names.count == 1 ? names[0] : names.dropLast().joined(separator: ", ") + " or " + names.last(1)
            return "No column says \(list). Name it with --map COLUMN=\(names[0])"
                + (names.count == 1 ? ", or give one value for all rows with --set \(names[0])=VALUE." : ".")
        }
    }

    /// Throws if the file lacks what its kind cannot do without, so that not every row need be rejected one by one.
    public func requireComplete() throws(IntakeError) {
        let missing = missing
        guard !missing.isEmpty else { return }
        throw IntakeError(
            .missingColumn,
            "This file cannot be read as \(kind.rawValue). " + missing.joined(separator: " ")
                + " Its columns are: \(columns.prefix(40).map(\.header).joined(separator: ", ")).")
    }

    /// Of each list, one field has to be said.
    private var needs: [[IntakeField]] {
        switch kind {
        case .accounts: [[.id, .domain, .name]]
        case .buyers: [[.id, .email]]
        case .engagements: [[.signal], [.at], [.buyer, .email, .account, .domain]]
        case .opportunities: [[.id]]
        case .dispositions: [[.verdict], [.at], [.buyer, .email, .account]]
        case .costs: [[.from], [.amount]]
        }
    }
}

extension [String] {
    fileprivate func last(_ count: Int) -> String { suffix(count).joined() }
}

/// The columns that Weir puts before the rows of a `.rejected.csv`; taken in again, they are passed over.
enum RejectNote {
    static let line = "rejected_line"
    static let column = "rejected_column"
    static let code = "rejected_code"
    static let reason = "rejected_reason"
    static let raw = "rejected_raw"
    static let all = [line, column, code, reason]

    /// Where the notes stand, if this is the header of such a file.
    static func columns(in headers: [String]) -> Range<Int> {
        guard headers.starts(with: all) else { return 0..<0 }
        return 0..<(headers.count > all.count && headers[all.count] == raw ? all.count + 1 : all.count)
    }
}
