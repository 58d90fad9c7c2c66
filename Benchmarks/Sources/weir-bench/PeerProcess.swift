import Foundation

/// A program that stays open and answers lines with its own seconds and two numbers, so that it can be asked in turn
/// with ours, with everything warm on both sides.
final class PeerProcess {
    struct Answer {
        var seconds: Double
        var first: Double
        var second: Double
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var buffer: [UInt8] = []
    private let name: String

    init(_ arguments: [String]) throws {
        name = arguments.joined(separator: " ")
        process.executableURL = URL(filePath: arguments[0])
        process.arguments = Array(arguments.dropFirst())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    func ask(_ line: String) throws -> Answer {
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
        while !buffer.contains(UInt8(ascii: "\n")) {
            let bytes = output.fileHandleForReading.availableData
            if bytes.isEmpty { throw BenchError("\(name) ended at \(line)") }
            buffer.append(contentsOf: bytes)
        }
        let end = buffer.firstIndex(of: UInt8(ascii: "\n")) ?? buffer.endIndex
        let words = String(decoding: buffer[..<end], as: UTF8.self).split(separator: " ")
        buffer.removeSubrange(...end)
        guard words.count == 3, let seconds = Double(words[0]), let first = Double(words[1]),
            let second = Double(words[2])
        else { throw BenchError("\(name) answered \(line) with \(words)") }
        return Answer(seconds: seconds, first: first, second: second)
    }

    func close() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
