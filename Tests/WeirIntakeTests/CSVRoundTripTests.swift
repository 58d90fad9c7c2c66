import Testing
import WeirIntake

@Suite("Random tables")
struct CSVRoundTripTests {
    /// A random table as it would be written, and what was meant.
    struct Written {
        var text = ""
        var delimiter: Character
        var rows: [[String]] = []

        init(_ random: inout Seeded) {
            let columns = 1 + random.below(6)
            delimiter = columns == 1 ? "," : [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
            let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
            let quotesAll = random.chance(20)
            let header = (0..<columns).map { "c\($0)" }
            text = header.joined(separator: String(delimiter)) + lineEnd
            let count = random.below(20)
            for index in 0..<count {
                let row = (0..<columns).map { _ in Written.value(&random) }
                rows.append(row)
                let fields = row.map { value in
                    let mustQuote =
                        quotesAll || columns == 1 && value.isEmpty || value.hasPrefix(" ")
                        || value.unicodeScalars.contains { $0 == "\"" || "\n\r,;\t|".unicodeScalars.contains($0) }
                    guard mustQuote || random.chance(10) else { return value }
                    return "\"" + value.replacing("\"", with: "\"\"") + "\""
                }
                text += fields.joined(separator: String(delimiter))
                if index < count - 1 || random.chance(70) { text += lineEnd }
                if random.chance(5), index < count - 1 { text += lineEnd }
            }
        }

        private static func value(_ random: inout Seeded) -> String {
            let pieces = [
                "a", "word", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "ä", "€", "🦊", "0", "-",
                "=1+1",
            ]
            return (0..<random.below(6)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
    }

    @Test func whatWasWrittenIsReadHoweverItArrives() throws {
        let seed = UInt64.random(in: 0..<(.max))
        var random = Seeded(seed)
        for round in 0..<600 {
            let written = Written(&random)
            let marked = random.chance(30) ? "\u{FEFF}" + written.text : written.text
            let bytes: [UInt8] =
                switch random.below(4) {
                case 0: utf16Bytes("\u{FEFF}" + written.text, isBigEndian: false)
                case 1: utf16Bytes("\u{FEFF}" + written.text, isBigEndian: true)
                default: Array(marked.utf8)
                }
            let limits = ReaderLimits(windowBytes: random.chance(50) ? 64 : 4096, batchBytes: 1 + random.below(500))
            let chunk = [1, 2, 5, 64, 4096].randomElement(using: &random) ?? 1
            let table = try ReadTable(bytes, chunk: chunk, limits: limits, maxRows: 1 + random.below(30))
            let plain = PlainCSV(written.text, delimiter: try #require(written.delimiter.unicodeScalars.first))
            let place: Comment = "seed \(seed), round \(round): \(written.text.debugDescription)"
            #expect(table.rows == written.rows, place)
            #expect(table.rows == Array(plain.records.dropFirst()), place)
            #expect(table.lines == Array(plain.lines.dropFirst()), place)
            #expect(table.rejected.isEmpty, place)
        }
    }
}
