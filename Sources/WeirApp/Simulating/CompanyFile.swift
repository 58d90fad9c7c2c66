import WeirFacts
import WeirIntake
import WeirSimulation

/// Companies read straight from a file, without a workspace.
public enum CompanyFile {
    /// What a file of accounts says, row by row, and how it was read.
    public struct Contents: Sendable {
        public var companies: [AccountSeen]
        public var mappingTable: String
        public var rejected: [RejectedRow]
        public var notices: [Notice]
    }

    public static func read(_ path: String, mapping options: MappingOptions = MappingOptions()) throws -> Contents {
        var reader = try TableReader(FileBytes(path: path))
        let mapping = try HeaderMapping(headers: reader.headers, kind: .accounts, options: options)
        try mapping.requireComplete()
        var decoder = AccountDecoder(mapping: mapping)
        var tally = RowTally()
        var companies: [AccountSeen] = []
        while let batch = try reader.nextBatch() {
            try Task.checkCancellation()
            companies += decoder.decode(batch, tally: &tally).map(\.fact)
        }
        return Contents(
            companies: companies, mappingTable: mapping.table, rejected: tally.drainRejected(),
            notices: tally.notices.all)
    }
}

extension SimulatedCompany {
    /// A company of a file, as the world keeps it.
    public init(_ seen: AccountSeen) {
        func text(_ name: String) -> String? {
            if case .text(let text)?? = seen.attributes[name] { return text }
            return nil
        }
        func number(_ name: String) -> Int64? {
            if case .number(let number)?? = seen.attributes[name] { return number.thousandths / 1000 }
            return nil
        }
        var technologies: [String]?
        if case .set(let known)?? = seen.attributes["technologies"] { technologies = known }
        if let known = text("technologies") { technologies = known.split(separator: ";").map(String.init) }
        self.init(
            id: seen.id, name: seen.name ?? seen.domain ?? seen.id ?? "", domain: seen.domain,
            industry: text("industry"), country: text("country"), region: text("region"), city: text("city"),
            employees: number("employees"), revenue: number("revenue"), founded: number("founded").map { Int($0) },
            technologies: technologies, parent: text("parent"))
    }
}
