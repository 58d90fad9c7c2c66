import Foundation
import Testing
import WeirAgreement

/// The example agreement of the project, `Examples/northwind/agreement.yaml`.
enum Example {
    /// The project's folder.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func bytes() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: "Examples/northwind/agreement.yaml")))
    }

    static func text() throws -> String {
        String(decoding: try bytes(), as: UTF8.self)
    }

    /// The example itself, read once.
    static func agreement() throws -> Agreement { try read.get() }

    private static let read = Result { try agreement(text()) }

    /// An agreement that must be sound.
    static func agreement(_ text: String) throws -> Agreement {
        let reading = AgreementReader.read(Array(text.utf8))
        #expect(reading.problems == [])
        return try #require(reading.agreement)
    }
}
