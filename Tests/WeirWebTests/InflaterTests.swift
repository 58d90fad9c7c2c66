import Testing
import WeirTestSupport
import WeirWeb

@Suite("Compressed bodies")
struct InflaterTests {
    private func inflated(_ bytes: [UInt8], pieces: Int, limit: Int = 1 << 20) throws -> [UInt8] {
        let inflater = try Inflater()
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            output += try inflater.inflate(Array(bytes[start..<min(start + pieces, bytes.count)]), limit: limit)
        }
        try inflater.finish()
        return output
    }

    @Test func whatWasCompressedComesBackHoweverItIsCut() throws {
        var chance = SeededChance(7)
        let plain = (0..<200_000).map { _ in UInt8(chance.below(4)) }
        for packed in [Packing.gzip(plain), Packing.zlib(plain)] {
            for pieces in [1, 7, 4096, packed.count] { #expect(try inflated(packed, pieces: pieces) == plain) }
        }
        #expect(try Coding.deflate.inflated(Packing.bare(plain), limit: 200_000) == plain)
        #expect(try inflated(Packing.gzip([]), pieces: 99) == [])
    }

    @Test func severalMembersAreOneFile() throws {
        let packed = Packing.gzip(Array("one ".utf8)) + Packing.gzip(Array("two".utf8))
        #expect(try inflated(packed, pieces: 5) == Array("one two".utf8))
    }

    @Test func aBombStopsAtItsLimit() throws {
        let bomb = Packing.gzip([UInt8](repeating: 0, count: 50_000_000))
        #expect(bomb.count < 60_000)
        #expect(throws: Inflater.Failure.tooLarge) { try inflated(bomb, pieces: 4096, limit: 1_000_000) }
        #expect(try inflated(bomb, pieces: 4096, limit: 50_000_000).count == 50_000_000)
    }

    @Test func whatIsNotWholeOrNotCompressedIsRefused() throws {
        let packed = Packing.gzip(Array(repeating: 65, count: 1000))
        #expect(throws: Inflater.Failure.cutShort) { try inflated(Array(packed.dropLast(5)), pieces: 99) }
        #expect(throws: Inflater.Failure.notCompressed) { try inflated(Array("hello".utf8), pieces: 99) }
        #expect(throws: Inflater.Failure.notCompressed) { try inflated(packed + Array("more".utf8), pieces: 9999) }
        var chance = SeededChance(3)
        for _ in 0..<500 {
            var damaged = packed
            damaged[chance.below(damaged.count)] ^= UInt8(1 + chance.below(255))
            // Any answer will do but a crash or a hang.
            _ = try? inflated(damaged, pieces: 1 + chance.below(50), limit: 10_000)
        }
    }
}
