import Foundation
import WeirFacts
import WeirIntake

/// A table as the reader under test sees it.
struct ReadTable: Equatable {
    var headers: [String] = []
    var rows: [[String]] = []
    var lines: [UInt64] = []
    var rejected: [RejectedRow] = []
    var notices: [Notice] = []
    var mostBuffered = 0
    var mostInBatch = 0

    init(
        _ bytes: [UInt8], chunk: Int = .max, format: TableFormat = .auto, limits: ReaderLimits = ReaderLimits(),
        maxRows: Int = 20_000
    ) throws {
        var reader = try TableReader(MemoryBytes(bytes, chunk: chunk), format: format, limits: limits)
        while let batch = try reader.nextBatch(maxRows: maxRows) {
            rows += (0..<batch.rowCount).map(batch.texts(row:))
            lines += batch.lines
            rejected += batch.rejected
            notices += batch.notices.all
            mostBuffered = max(mostBuffered, reader.bufferedBytes)
            mostInBatch = max(mostInBatch, batch.bytes.count)
        }
        headers = reader.headers
    }

    init(_ text: String) throws {
        try self.init(Array(text.utf8))
    }
}

/// Facts of a table and what became of its rows.
struct Decoded<Fact> {
    var facts: [Fact] = []
    var tally = RowTally()
}

func mapped(
    _ text: String, _ kind: FactKind, _ options: MappingOptions = MappingOptions()
) throws -> (TableReader, HeaderMapping) {
    let reader = try TableReader(MemoryBytes(text))
    return (reader, try HeaderMapping(headers: reader.headers, kind: kind, options: options))
}

func accounts(
    _ text: String, _ options: MappingOptions = MappingOptions(), _ rules: ValueRules = ValueRules()
) throws -> Decoded<AccountSeen> {
    var (reader, mapping) = try mapped(text, .accounts, options)
    var decoder = AccountDecoder(mapping: mapping, rules: rules)
    var result = Decoded<AccountSeen>()
    while let batch = try reader.nextBatch() {
        result.facts += decoder.decode(batch, tally: &result.tally).map(\.fact)
    }
    mapping = decoder.mapping
    return result
}

func buyers(_ text: String, _ options: MappingOptions = MappingOptions()) throws -> Decoded<BuyerSeen> {
    var (reader, mapping) = try mapped(text, .buyers, options)
    var decoder = BuyerDecoder(mapping: mapping)
    var result = Decoded<BuyerSeen>()
    while let batch = try reader.nextBatch() {
        result.facts += decoder.decode(batch, tally: &result.tally).map(\.fact)
    }
    mapping = decoder.mapping
    return result
}

func opportunities(
    _ text: String, _ options: MappingOptions = MappingOptions(), _ rules: ValueRules = ValueRules()
) throws -> Decoded<OpportunitySeen> {
    var (reader, mapping) = try mapped(text, .opportunities, options)
    var decoder = OpportunityDecoder(mapping: mapping, rules: rules)
    var result = Decoded<OpportunitySeen>()
    while let batch = try reader.nextBatch() {
        result.facts += decoder.decode(batch, tally: &result.tally).map(\.fact)
    }
    mapping = decoder.mapping
    return result
}

/// One engagement as texts, for comparing.
struct EngagementText: Equatable {
    var message = ""
    var buyer = ""
    var email = ""
    var account = ""
    var domain = ""
    var signal = ""
    var content = ""
    var sharedWith = ""
    var campaign = ""
    var channel = ""
    var at = ""
}

func engagements(
    _ text: String, _ options: MappingOptions = MappingOptions(), _ rules: ValueRules = ValueRules()
) throws -> Decoded<EngagementText> {
    var (reader, mapping) = try mapped(text, .engagements, options)
    var decoder = EngagementDecoder(mapping: mapping, rules: rules)
    var result = Decoded<EngagementText>()
    var columns = EngagementBatch()
    while let batch = try reader.nextBatch(maxRows: 3) {
        decoder.decode(batch, into: &columns, tally: &result.tally)
    }
    mapping = decoder.mapping
    result.facts = (0..<columns.count).map { row in
        EngagementText(
            message: columns.string(columns.message[row]), buyer: columns.string(columns.buyerID[row]),
            email: columns.string(columns.email[row]), account: columns.string(columns.accountID[row]),
            domain: columns.string(columns.domain[row]), signal: columns.string(columns.signal[row]),
            content: columns.string(columns.content[row]), sharedWith: columns.string(columns.sharedWith[row]),
            campaign: columns.string(columns.campaign[row]), channel: columns.string(columns.channel[row]),
            at: Instant(milliseconds: columns.at[row]).description)
    }
    return result
}

/// The shared data beside the project, which not every machine has.
enum SharedData {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")

    static var isThere: Bool { FileManager.default.fileExists(atPath: root.path) }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }

    /// Paths of the CSV files in a folder and below, in order.
    static func tables(in folder: String) throws -> [String] {
        let found = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        return found.filter { $0.hasSuffix(".csv") }.map { folder + "/" + $0 }.sorted()
    }
}
