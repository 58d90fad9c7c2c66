import Foundation
import WeirApp
import WeirFold
import WeirLedger
import WeirSimulation

/// A simulated world as mapped columns, without a ledger in between: written once, then used again.
struct WrittenWorld: Sendable {
    let folder: String
    let history: MappedHistory
    let words: WorldReading
    let days: Int

    var lastDay: Int32 { history.firstDay + Int32(days) - 1 }
    var engagements: Int { history.engagementCount }
    var size: String { "\(engagements) engagements, \(history.accountCount) accounts, \(days) days" }

    /// Opens the world, or makes it where it is not there or was judged by another agreement.
    /// - Parameters:
    ///   - engagements: about how many; a hundredth as many accounts.
    ///   - largestShare: of all engagements in one account, permille.
    init(in data: String, _ use: AgreementInUse, engagements: Int, days: Int = 730, largestShare: Int = 0) throws {
        folder = "\(data)/fold-\(engagements)" + (largestShare == 0 ? "" : "-skewed")
        self.days = days
        let reading = folder + "/reading.json"
        if let words = WorldReading.load(reading, of: use.sha256),
            let history = try HistoryWriter.open(folder: folder)
        {
            (self.history, self.words) = (history, words)
            return
        }
        try? FileManager.default.removeItem(atPath: folder)
        let settings = WorldSettings(
            seed: 20, population: .invented(max(1, engagements / 100)), days: days, engagements: engagements,
            largestAccountSharePermille: largestShare)
        Progress.say("making \(folder)")
        let world = try DemandWorld(settings: settings)
        var judge = WorldJudge(use, firstDay: settings.firstDay.number, days: days)
        let writer = try HistoryWriter(folder: folder, firstDay: settings.firstDay.number)
        for account in 0..<settings.accounts {
            if account % 100_000 == 99_999 { Progress.say("  \(account + 1) accounts") }
            try judge.columns(world.account(account)).withAccount(0) { try writer.append($0, profiles: 1) }
        }
        history = try writer.finish()
        words = judge.reading
        try words.save(reading)
    }
}

/// What goes to standard error while figures go to standard output.
enum Progress {
    static func figure(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
    static func say(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }
}
