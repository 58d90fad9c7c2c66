import ArgumentParser
import Foundation
import WeirApp

struct SLACommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sla", abstract: "Reckon in working hours.", subcommands: [Cases.self])

    struct Cases: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer cases of business time: one JSON object a line in, one a line out.",
            discussion: """
                {"id": 1, "calendar": {"timezone": "Europe/London", "week": {"mon": ["09:00-12:30", "13:30-17:30"]},
                "closed": ["2026-12-25"], "overrides": {"2026-12-24": ["09:00-12:00"]}, "holidays": "GB"},
                "start": "2026-03-27T16:50:00Z", "for": "4 business hours"} gives {"id": 1, "due": "…"}; with "end" in
                place of "for" it gives {"id": 1, "business_ms": …, "wall_ms": …}. Each case stands on one line. A case
                that cannot be answered gives {"id", "error"}, and the exit status says that there was one.
                """)

        @Argument(help: "A file with one case a line; - for standard input.")
        var file = "-"

        func run() throws {
            let input = try file == "-" ? FileHandle.standardInput : opened(file)
            let cases = SLACaseStream()
            var waiting: [UInt8] = []
            while let piece = try input.read(upToCount: 1 << 22), !piece.isEmpty {
                let known = waiting.count
                waiting += piece
                guard let end = waiting[known...].lastIndex(of: UInt8(ascii: "\n")) else { continue }
                let rest = Array(waiting[(end + 1)...])
                waiting.removeSubrange((end + 1)...)
                show(cases.answer(waiting))
                waiting = rest
            }
            show(cases.answer(waiting))
            if cases.refused > 0 {
                throw AppError(.badData, "\(file): \(cases.refused) of \(cases.count) cases could not be answered")
            }
        }

        private func show(_ answers: [[UInt8]]) {
            for piece in answers { FileHandle.standardOutput.write(Data(piece)) }
        }

        private func opened(_ path: String) throws -> FileHandle {
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw AppError(.noInput, "\(path): there is no such file, or it may not be read")
            }
            return handle
        }
    }
}
