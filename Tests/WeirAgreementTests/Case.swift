import Foundation
import Testing

/// A change to the example and what is expected of it, a line of JSON in `Golden/`, so that a case needs no Swift.
struct Case: Codable, Sendable, CustomTestStringConvertible {
    /// Text that stands in the example.
    let find: String
    let replace: String
    let expect: [String]

    var testDescription: String { "\(find) → \(replace)" }

    /// The example with the first such text replaced.
    func changed() throws -> String {
        let text = try Example.text()
        let place = try #require(text.range(of: find), "the example has no \(find)")
        return text.replacingCharacters(in: place, with: replace)
    }

    static func all(_ name: String) throws -> [Case] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        let cases = try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(Case.self, from: $0) }
        return try #require(cases.isEmpty ? nil : cases)
    }
}
