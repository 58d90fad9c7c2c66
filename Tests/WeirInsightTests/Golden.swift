import Foundation
import Testing

/// Reports kept as files beside the tests. `WEIR_WRITE_GOLDEN=1 swift test` writes them anew; the diff is then reviewed.
enum Golden {
    static func expect(_ text: String, equals file: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(file)")
        if ProcessInfo.processInfo.environment["WEIR_WRITE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: place)
        }
        let expected = try String(decoding: Data(contentsOf: place), as: UTF8.self)
        if text == expected { return }
        let pairs = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
        let different = pairs.first { $0 != $1 }
        Issue.record(
            "\(file): \(different.map { "got \($0), expected \($1)" } ?? "lengths differ")",
            sourceLocation: sourceLocation)
    }
}
