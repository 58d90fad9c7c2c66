import Foundation
import Testing
import WeirAgreement

/// Damaged copies of the example: the reader answers with an agreement or with problems, and always answers.
struct FuzzTests {
    /// SplitMix64 (Steele, Lea, Flood 2014), so that a seed is a case.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test func alwaysAnswers() throws {
        let example = try Example.bytes()
        let seed = UInt64.random(in: 0...(.max))
        print("FuzzTests seed \(seed)")
        var numbers = Numbers(state: seed)
        var sound = 0
        let rounds = fuzzRounds(1500)
        for round in 0..<rounds {
            var bytes = example
            for _ in 0...Int.random(in: 0...3, using: &numbers) { damage(&bytes, &numbers) }
            let reading = AgreementReader.read(bytes, file: "fuzz.yaml")
            #expect((reading.agreement == nil) == !reading.problems.isEmpty, "seed \(seed), round \(round)")
            #expect(reading.problems.count <= 501, "seed \(seed), round \(round)")
            let areInside = reading.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 }
            #expect(areInside, "seed \(seed), round \(round)")
            #expect(reading.problems == reading.problems.sorted() || reading.problems.count > 500)
            if let agreement = reading.agreement {
                sound += 1
                _ = agreement.foldRules()
                if round % 10 == 0 { #expect(!AgreementEnglish.text(of: agreement).isEmpty) }
            }
        }
        // Some damage falls into comments; if nothing ever did, the fuzzer would test one path only.
        #expect(sound > 0, "seed \(seed)")
        #expect(sound < rounds, "seed \(seed)")
    }

    private func damage(_ bytes: inout [UInt8], _ numbers: inout Numbers) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<9, using: &numbers) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 2:
            bytes.insert(
                contentsOf: Array("[{'\"&*!|>%@`:,]}#-?\n\t ~<".utf8).shuffled(using: &numbers).prefix(2), at: place)
        case 3:
            let count = Int.random(in: 1...200, using: &numbers)
            bytes.insert(
                contentsOf: repeatElement(UInt8(ascii: Bool.random(using: &numbers) ? "[" : "{"), count: count),
                at: place)
        case 4: bytes.insert(contentsOf: repeatElement(UInt8(ascii: "9"), count: 5_000), at: place)
        case 5:
            var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let (from, to) = (
                Int.random(in: 0..<lines.count, using: &numbers), Int.random(in: 0..<lines.count, using: &numbers)
            )
            lines.insert(lines[from], at: to)
            bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
        case 6: bytes.remove(at: place)
        case 7:
            let other = Int.random(in: 0..<bytes.count, using: &numbers)
            bytes.swapAt(place, other)
        default:
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &numbers))
            bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
        }
    }

    /// Hostile shapes, each near the largest file: read in bounded time and depth.
    @Test(arguments: [
        String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 250_000),
        String(repeating: "- ", count: 500_000), String(repeating: "a: ", count: 300_000),
        String(repeating: "? ", count: 500_000), String(repeating: "\"", count: 1_000_001),
        "agreement: " + String(repeating: "x", count: 1_000_000), String(repeating: "&a ", count: 300_000),
        "signals: {" + (0..<60_000).map { "s\($0): {}" }.joined(separator: ", ") + "}",
        "lists: {l: [" + (0..<120_000).map { "c\($0)" }.joined(separator: ", ") + "]}",
        "engaged_at: " + String(repeating: "9", count: 1_000_000), String(repeating: "\u{200B}", count: 300_000),
        "a: &x [1]\nb: [" + String(repeating: "*x,", count: 300_000) + "]",
    ])
    func isBounded(_ text: String) {
        let reading = AgreementReader.read(Array(text.utf8))
        #expect(reading.agreement == nil)
        #expect((1...501).contains(reading.problems.count))
        #expect(reading.problems.allSatisfy { $0.description.utf8.count < 2_000 })
    }
}

/// How many rounds to run: more where `WEIR_FUZZ_FACTOR` says so many times as many.
func fuzzRounds(_ usual: Int) -> Int {
    usual * (ProcessInfo.processInfo.environment["WEIR_FUZZ_FACTOR"].flatMap { Int($0) } ?? 1)
}
