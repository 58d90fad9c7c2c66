import WeirDesk
import WeirFacts
import WeirIntake

extension PlannedCampaign {
    private static let columns = ["name", "from", "to", "responses"]

    /// Campaigns as a table has them: `name`, `from`, `to` (days) and `responses`, in any order; without a first line of
    /// names, in this one.
    /// - Throws: `AppError.badData` with the line that is not so.
    public static func read(_ path: String) throws -> [PlannedCampaign] {
        try read(FileBytes(path: path), called: path)
    }

    /// The same of bytes that are at hand.
    /// - Parameter path: what they are called where a line is wrong.
    static func read(_ bytes: some ByteSource, called path: String) throws -> [PlannedCampaign] {
        var reader = try TableReader(bytes)
        let names = reader.headers.map { $0.lowercased() }
        let places = columns.compactMap(names.firstIndex)
        var campaigns: [PlannedCampaign] = []
        if places.count < columns.count { campaigns.append(try campaign(reader.headers, "\(path):1")) }
        let order = places.count < columns.count ? Array(columns.indices) : places
        while let batch = try reader.nextBatch() {
            if let bad = batch.rejected.first { throw AppError(.badData, "\(path): \(bad.problem)") }
            for row in 0..<batch.rowCount {
                let cells = batch.texts(row: row)
                let chosen = order.compactMap { cells.indices.contains($0) ? cells[$0] : nil }
                campaigns.append(try campaign(chosen, "\(path):\(batch.lines[row])"))
            }
        }
        return campaigns
    }

    private static func campaign(_ cells: [String], _ place: String) throws -> PlannedCampaign {
        let cells = cells.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        guard cells.count == columns.count, let from = CivilDay(cells[1]), let to = CivilDay(cells[2]),
            let responses = Int(cells[3])
        else {
            throw AppError(
                .badData, "\(place): is not name,from,to,responses, such as Fair,2026-03-02,2026-03-06,400")
        }
        return PlannedCampaign(name: cells[0], from: from, to: to, responses: responses)
    }
}
