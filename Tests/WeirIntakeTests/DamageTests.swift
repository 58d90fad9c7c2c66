import Foundation
import Testing
import WeirFacts
import WeirIntake

/// Damaged files: clear reasons only, never a crash, never more memory than the limits allow.
@Suite("Damaged files")
struct DamageTests {
    static let table =
        "id,buyer,email,signal,at,content\n1,b1,a@x.com,page_viewed,2024-01-01T00:00:00Z,\"a, \"\"b\"\"\"\n"
        + "2,b2,,demo,07/15/2009 02:14:45+0800,\"two\r\nlines\"\r\n3,,c@y.com,x,1704164645,\n4,ü,,€,45292.5,🦊\n"
    static let objects =
        "{\"id\":\"1\",\"buyer\":{\"id\":\"b1\"},\"signal\":\"x\",\"at\":\"2024-01-01\",\"tags\":[1,\"a\",{\"b\":[null]}]}\n"
        + "{\"id\":2,\"email\":\"a@x.com\",\"signal\":\"\\u00fc\\ud83e\\udd8a\",\"at\":1704164645,\"n\":-1.5e3,\"ok\":true}\n"

    @Test func neverCrashAndNeverGrow() {
        let seed = UInt64.random(in: 0..<(.max))
        var random = Seeded(seed)
        for round in 0..<fuzzRounds(4000) {
            let isTable = random.chance(60)
            var bytes = Array((isTable ? DamageTests.table : DamageTests.objects).utf8)
            if random.chance(20) { bytes = utf16Bytes(DamageTests.table, isBigEndian: random.chance(50)) }
            damage(&bytes, &random)
            let limits = ReaderLimits(
                fieldBytes: 40 + random.below(100), rowBytes: 200 + random.below(400),
                windowBytes: 64 + random.below(200),
                batchBytes: 100 + random.below(1000), columns: 3 + random.below(40), depth: 1 + random.below(8))
            let format = TableFormat.allCases.randomElement(using: &random) ?? .auto
            let chunk = 1 + random.below(300)
            let place: Comment = "seed \(seed), round \(round)"
            do {
                var reader = try TableReader(MemoryBytes(bytes, chunk: chunk), format: format, limits: limits)
                try take(&reader, of: bytes.count, limits, &random, place)
            } catch let error as IntakeError {
                #expect(!error.message.isEmpty, place)
            } catch {
                Issue.record("\(place): \(error)")
            }
        }
    }

    private func take(
        _ reader: inout TableReader, of size: Int, _ limits: ReaderLimits, _ random: inout Seeded, _ place: Comment
    ) throws {
        let kind = FactKind.allCases.randomElement(using: &random) ?? .engagements
        let mapping = try HeaderMapping(headers: reader.headers, kind: kind)
        var tally = RowTally()
        var rows = 0
        var batches = 0
        while let batch = try reader.nextBatch(maxRows: 1 + random.below(20)) {
            rows += batch.rowCount + batch.rejected.count
            batches += 1
            decode(batch, with: mapping, &tally)
            // UTF-16 passes through a buffer of 32 KiB besides the window.
            #expect(reader.bufferedBytes <= limits.rowBytes + 64 + (32 << 10) + 8, place)
            #expect(batch.bytes.count <= 3 * (limits.batchBytes + limits.rowBytes + 64), place)
            #expect(batch.fields.count == batch.rowCount * batch.columnCount, place)
            #expect(zip(batch.lines, batch.lines.dropFirst()).allSatisfy(<), place)
            try #require(batches <= size + 10, place)
        }
        #expect(tally.rows == rows, place)
    }

    private func damage(_ bytes: inout [UInt8], _ random: inout Seeded) {
        let awkward = Array("\"\"\",;\t|\n\r\n{}[]:\\u".utf8) + [0, 0xFF, 0xFE, 0xC3, 0x80, 0xD8]
        for _ in 0..<random.below(8) {
            let place = random.below(bytes.count + 1)
            switch random.below(7) {
            case 0: bytes.removeSubrange(place...)
            case 1: if place < bytes.count { bytes[place] = UInt8(random.below(256)) }
            case 2: bytes.insert(awkward[random.below(awkward.count)], at: place)
            case 3: if place < bytes.count { bytes.remove(at: place) }
            case 4:
                bytes.insert(
                    contentsOf: repeatElement(awkward[random.below(awkward.count)], count: random.below(3000)),
                    at: place)
            case 5: bytes.insert(contentsOf: bytes.prefix(random.below(2000)), at: place)
            default: bytes.insert(contentsOf: (0..<random.below(50)).map { _ in UInt8(random.below(256)) }, at: place)
            }
        }
    }

    @Test func anEndlessQuoteIsReadInLittleMemory() throws {
        // A source that never stops within reason: the reader must reject and go on, holding no more than a row.
        let size = 64 << 20
        let source = EndlessQuote(left: size)
        let limits = ReaderLimits(fieldBytes: 64 << 10, rowBytes: 256 << 10)
        var reader = try TableReader(source, format: .csv, limits: limits)
        var rejected = 0
        while let batch = try reader.nextBatch() {
            rejected += batch.rejected.count
            #expect(reader.bufferedBytes <= limits.rowBytes + 64)
        }
        #expect(rejected == 1)
        #expect(reader.bytesRead == UInt64(size))
    }

    /// `a,b`, a line end, an opening quote, and then one letter until the end.
    private struct EndlessQuote: ByteSource {
        var left: Int
        private var head = Array("a,b\n\"".utf8)

        init(left: Int) {
            self.left = left
        }

        mutating func read(into buffer: inout [UInt8], range: Range<Int>) -> Int {
            let count = min(left, range.count)
            for index in range.prefix(count) { buffer[index] = 0x78 }
            let start = min(head.count, count)
            for index in 0..<start { buffer[range.lowerBound + index] = head[index] }
            head.removeFirst(start)
            left -= count
            return count
        }
    }
}

/// How many rounds to run: more where `WEIR_FUZZ_FACTOR` says so many times as many.
func fuzzRounds(_ usual: Int) -> Int {
    usual * (ProcessInfo.processInfo.environment["WEIR_FUZZ_FACTOR"].flatMap { Int($0) } ?? 1)
}
