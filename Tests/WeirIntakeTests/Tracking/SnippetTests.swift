import Foundation
import Testing
import WeirIntake

@Suite("The browser's snippet")
struct SnippetTests {
    /// What a program of the system makes of the script; `nil`, with a word, where it is not here.
    private func output(of program: String, _ arguments: [String]) throws -> Data? {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            print("skipped: \(program) is not here")
            return nil
        }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(WeirSnippet.javascript.utf8))
        try input.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd()
        process.waitUntilExit()
        return data
    }

    @Test func isSmallOnTheWire() throws {
        guard let packed = try output(of: "/usr/bin/gzip", ["-9", "-c"]) else { return }
        #expect((1000...3072).contains(packed.count), "\(packed.count) bytes")
    }

    @Test func staysWithinWhatItPromises() {
        let script = WeirSnippet.javascript
        // No storage but one cookie, no fingerprints, and nothing that keeps a page from the browser's back cache.
        for word in [
            "localStorage", "sessionStorage", "indexedDB", "canvas", "plugins", "\"unload\"", "beforeunload", "eval(",
        ] {
            #expect(!script.contains(word), "\(word)")
        }
        #expect(script.contains("globalPrivacyControl"))
        #expect(script.contains("samesite=lax"))
        #expect(script.utf8.allSatisfy { $0 < 0x80 })
        #expect(!script.contains("</script"))
    }

    @Test func itsHashCanBePinned() throws {
        guard let printed = try output(of: "/usr/bin/sha384sum", []) else { return }
        let digits = Array(printed.prefix(96))
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        #expect(bytes.count == 48)
        #expect(WeirSnippet.integrity == "sha384-" + Data(bytes).base64EncodedString())
    }
}
