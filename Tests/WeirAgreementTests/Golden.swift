import Foundation
import Testing

/// Texts that must not change unnoticed, in `Golden/`. To accept a change, run the tests with `WEIR_GOLDEN=write`
/// and read the difference before committing it.
enum Golden {
    static func expect(_ text: String, equals name: String) throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["WEIR_GOLDEN"] == "write" {
            try Data(text.utf8).write(to: url)
        }
        let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let lines = (
            text.split(separator: "\n", omittingEmptySubsequences: false),
            golden.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let first = zip(lines.0, lines.1).enumerated().first { $0.element.0 != $0.element.1 }
        #expect(first == nil, "\(name), line \((first?.offset ?? 0) + 1)")
        #expect(text == golden, "\(name) changed")
    }
}
