import Foundation
import WeirFacts
import WeirMarket

/// The world's 1,999 largest companies, as the shared data have them; `nil` where the folder is absent.
enum Global2000 {
    static let file = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/data/companies/global2000_2022.csv").standardizedFileURL

    static var isPresent: Bool { FileManager.default.fileExists(atPath: file.path) }

    /// Revenue in whole units of money; employees as written, since 58 of them end in a stray bracket.
    static func companies(for market: CompiledMarket) throws -> [CompanyAttributes] {
        let text = try String(contentsOf: file, encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { row in
            let cells = cells(of: row)
            guard cells.count == 11, let billions = FixedNumber(cells[6]) else { return nil }
            return market.company(
                name: cells[1],
                [
                    "industry": .text(cells[2]), "country": .text(cells[3]), "employees": .text(cells[10]),
                    "revenue": .number(FixedNumber(thousandths: billions.thousandths * 1_000_000_000)),
                ])
        }
    }

    private static func cells(of row: Substring) -> [String] {
        var cells: [String] = [""]
        var quoted = false
        for character in row {
            if character == "\"" {
                quoted.toggle()
            } else if character == "," && !quoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
