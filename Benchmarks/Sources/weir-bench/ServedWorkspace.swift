import Foundation
import Glibc

/// A workspace with the example agreement in force, and a server on it.
final class ServedWorkspace {
    let folder: String
    let port: Int
    let writeKey: String
    let token: String
    private var process = pid_t()

    /// - Parameter weir: the release binary.
    init(weir: String, folder: String, port: Int) throws {
        self.folder = folder
        self.port = port
        try? FileManager.default.removeItem(atPath: folder)
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized.path
        let agreement = root + "/Examples/northwind/agreement.yaml"
        try Command.run([weir, "init", folder])
        try Command.run([weir, "agreement", "propose", agreement, "--by", "Maria Lopez", "-w", folder])
        try Command.run([weir, "agreement", "sign", "--as", "marketing", "--by", "Maria Lopez", "-w", folder])
        try Command.run([weir, "agreement", "sign", "--as", "sales", "--by", "Tom Baker", "-w", folder])
        let signals = root + "/Examples/northwind/signals.yaml"
        if FileManager.default.fileExists(atPath: signals) {
            try FileManager.default.copyItem(atPath: signals, toPath: folder + "/signals.yaml")
        }
        try Command.run([weir, "import", "accounts", try ServedWorkspace.firms(4_000), "-w", folder])
        writeKey = try Command.text([weir, "source", "create", "bench", "-w", folder])
        token = try Command.text(
            [weir, "token", "create", "bench", "--scope", "inquiries:write", "--scope", "accounts:read", "-w", folder])
        process = try Command.start([weir, "serve", "--port", "\(port)", "-w", folder], log: folder + "/serve.log")
        for _ in 0..<1000 {
            if BenchWire(port: port) != nil { return }
            usleep(10_000)
        }
        throw BenchError("the server did not open port \(port); see \(folder)/serve.log")
    }

    /// A file of companies of the target market, whose people the events are about.
    private static func firms(_ count: Int) throws -> String {
        var text = "id,name,domain,industry,country,employees\n"
        for number in 0..<count {
            text += "f\(number),Firm \(number),firm\(number).example,Software & Services,Germany,12000\n"
        }
        let file = NSTemporaryDirectory() + "weir-bench-firms-\(getpid()).csv"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    /// Memory in use now, bytes.
    var residentBytes: Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) * 1024
    }

    func stop() {
        kill(process, SIGTERM)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    /// Waits until no decision is made any more: what the loads before left behind.
    func waitUntilDecided() throws {
        var last = ""
        for _ in 0..<120 {
            let now = try answer("SELECT max(id) FROM transition")
            if now == last { return }
            last = now
            sleep(2)
        }
    }

    /// What SQLite's own shell answers about the database.
    func answer(_ sql: String) throws -> String {
        try Command.text(["sqlite3", folder + "/weir.db", ".timeout 20000", sql])
    }
}

extension Command {
    /// What a command writes, without the line's end.
    static func text(_ arguments: [String]) throws -> String {
        let file = NSTemporaryDirectory() + "weir-bench-\(getpid()).txt"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let process = try start(arguments, log: file, errors: "/dev/null")
        var status: Int32 = 0
        waitpid(process, &status, 0)
        guard status == 0 else { throw BenchError("\(arguments.joined(separator: " ")) failed with status \(status)") }
        return try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    }
}
