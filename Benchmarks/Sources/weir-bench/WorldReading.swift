import Foundation
import WeirFold

/// What the numbers of a written world mean under the example agreement, kept beside its columns.
struct WorldReading: Codable {
    struct Persona: Codable, Hashable {
        var role: Int?
        var level: Int?
    }

    struct Fit: Codable, Hashable {
        var pointsMilli: Int64
        var tier: Int
    }

    /// Bytes of the agreement that judged the companies and titles.
    var sha256: String
    var signals: [Int?] = []
    var personas: [Persona] = []
    /// The different ones; and by account, which.
    var fits: [Fit] = []
    var fitsByAccount: [Int] = []

    /// As the agreement judges.
    var asJudged: Reading { reading(fits) }

    /// Every company in the best tier, with the points it takes: nothing can be skipped. The hardest case there is.
    var allWithinReach: Reading {
        reading(fits.map { Fit(pointsMilli: max($0.pointsMilli, 70_000), tier: 0) })
    }

    private func reading(_ fits: [Fit]) -> Reading {
        Reading(
            signals: signals, personas: personas.map { Reading.Persona(role: $0.role, level: $0.level) },
            fits: fitsByAccount.map { Reading.Fit(pointsMilli: fits[$0].pointsMilli, tier: fits[$0].tier) })
    }

    static func load(_ path: String, of sha256: String) -> WorldReading? {
        guard let bytes = FileManager.default.contents(atPath: path),
            let reading = try? JSONDecoder().decode(WorldReading.self, from: bytes), reading.sha256 == sha256
        else { return nil }
        return reading
    }

    func save(_ path: String) throws {
        try JSONEncoder().encode(self).write(to: URL(filePath: path), options: .atomic)
    }
}

/// Gives each of a few values a number, in the order they appear.
struct Numbering<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: UInt32] = [:]

    mutating func number(_ value: Value) -> UInt32 {
        if let number = numbers[value] { return number }
        let number = UInt32(values.count)
        values.append(value)
        numbers[value] = number
        return number
    }
}
